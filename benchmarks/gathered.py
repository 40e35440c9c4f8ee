"""Groups with rounds behind them, one a week, a rotation of the people of the first, and groups that have ended."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import select

from benchmarks.population import without_checks
from benchmarks.rows import WORKSPACE, Kind, Number, fill, id_of, numbered, uuid, weeks_before
from bot.app.clock import system_id
from bot.domain.groups import Facilitation, GroupState, Joining, Room, Topic
from bot.domain.ids import GroupId, MemberId, ProgrammeId
from bot.domain.membership import MembershipState
from bot.domain.notice import NoticeState
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.rotation import Shape
from bot.domain.rounds import RoundState
from bot.domain.turn import Turn
from storage import chairs, group_calendar, groups, membership
from storage import rotation as rotations
from storage.session import Database, Session
from storage.tables import Encounter, Group, Membership, Message, RotationSeat, Round, RoundSeat

GROUPS: Final = 16
PEOPLE: Final = 8
ROTATION: Final = GroupId(uuid(Kind.GROUP, GROUPS))
OPEN: Final = timedelta(days=6)
A_DAY: Final = timedelta(days=1)


def group(n: int) -> GroupId:
    return GroupId(uuid(Kind.GROUP, n))


def channel(n: int) -> str:
    return f"C{n:08d}"


def gather(database: Database, *, now: datetime, weeks: int) -> None:
    """So many rounds of each: those of groups are closed, the last of the rotation is open. Each was said once.

    So many people have left the first group and the rotation, and so many groups have ended.
    """
    turn = Turn(now=now, new_id=system_id, cause="bench")
    with database.write(WORKSPACE) as session:
        without_checks(session)
        for n in range(GROUPS):
            _start(session, turn, n, ProgrammeKind.PEER_GROUP)
            _join(session, turn, group(n), first=n * PEOPLE)
        _start(session, turn, GROUPS, ProgrammeKind.ROTATION)
        _join(session, turn, ROTATION, first=0)
        rotations.add(session, turn, ROTATION, Shape.PAIRS)
        _rounds(session, now, weeks)
        _seats(session, now, weeks)
        _meetings(session, weeks)
        _left(session, turn, weeks)
        _ended(session, weeks)


def _start(session: Session, turn: Turn, n: int, kind: ProgrammeKind) -> None:
    here = {"programme_id": ProgrammeId(uuid(Kind.PROGRAMME, 0)), "kind": kind, "name": f"Group {n}"}
    words = {"purpose": "", "questions": "", "topic": Topic.WORK, "language": "en", "zone": "UTC", "country": ""}
    habits = {"days": "01234", "opens_at": time(10), "closes_after": 3, "size": PEOPLE, "joining": Joining.ANYBODY}
    leads = {"facilitation": Facilitation.VOLUNTEERS, "started_by": uuid(Kind.COORDINATOR, 0)}
    place = {"room": Room.PRIVATE, "conversation": channel(n % GROUPS)}
    groups.add(session, turn, group(n), **here, **words, **habits, **leads, **place)
    anchor = (turn.now - 600 * timedelta(weeks=1)).date()
    group_calendar.add_rhythm(session, turn, group(n), RhythmRow(from_period=1, rhythm=Rhythm.WEEKLY, anchor=anchor))


def _join(session: Session, turn: Turn, where: GroupId, *, first: int) -> None:
    for person in range(first, first + PEOPLE):
        mentor = MemberId(uuid(Kind.MENTOR, person))
        membership.add(session, turn, where, mentor, MembershipState.JOINED)
        if where == ROTATION:
            chairs.sit(session, turn, where, mentor)


def _left(session: Session, turn: Turn, count: int) -> None:
    fill(
        session,
        Membership,
        2 * count,
        lambda n: {
            "id": id_of(session, Kind.PAST_MEMBERSHIP, n),
            "group_id": id_of(session, Kind.GROUP, n % 2 * GROUPS),
            "member_id": id_of(session, Kind.MENTEE, n // 2),
            "state": MembershipState.LEFT,
            "named": False,
            "volunteers": False,
            "joined_at": turn.now,
            "left_at": turn.now,
        },
    )


def _ended(session: Session, count: int) -> None:
    """Like the first in all else."""
    like = session.execute(select(groups.GROUP).where(groups.GROUP.c.id == group(0))).one()._mapping
    fill(
        session,
        Group,
        count,
        lambda n: {
            **like,
            "id": id_of(session, Kind.PAST_GROUP, n),
            "natural_key": numbered(session, "past ", n),
            "state": GroupState.ENDED,
            "conversation": numbered(session, "CPAST", n),
            "next_look_at": None,
        },
    )


def _rounds(session: Session, now: datetime, weeks: int) -> None:
    """Round n is of group n % (GROUPS + 1), the last of which is the rotation."""
    every = GROUPS + 1
    fill(
        session,
        Round,
        every * weeks,
        lambda n: {
            **_round(session, now, n, weeks),
            "id": id_of(session, Kind.PAST_ROUND, n),
            "group_id": id_of(session, Kind.GROUP, n % every),
            "state": RoundState.CLOSED,
            "closed_at": weeks_before(session, now - A_DAY, weeks - 1 - n // every),
        },
    )
    going = uuid(Kind.PAST_ROUND, every * weeks - 1)
    session.change(rotations.ROUND, going, {"state": RoundState.OPEN, "closed_at": None})
    fill(
        session,
        Message,
        every * weeks,
        lambda n: {
            "id": id_of(session, Kind.PAST_MESSAGE, n),
            "group_id": id_of(session, Kind.GROUP, n % every),
            "state": NoticeState.SENT,
            "unasked": True,
            "conversation": numbered(session, "C", n % every % GROUPS),
            "stamp": numbered(session, "1.", n),
            "thread": "",
            "claimed_at": weeks_before(session, now - OPEN, weeks - 1 - n // every),
            "sent_at": weeks_before(session, now - OPEN, weeks - 1 - n // every),
            "repeats": 0,
        },
    )


def _round(session: Session, now: datetime, n: Number, weeks: int) -> dict[str, Any]:
    opened = weeks_before(session, now - OPEN, weeks - 1 - n // (GROUPS + 1))
    return {
        "period": n // (GROUPS + 1) + 1,
        "day": date(2026, 9, 6),
        "opens_at": opened,
        "opening_at": opened,
        "opened_at": opened,
        "closes_at": weeks_before(session, now + A_DAY, weeks - 1 - n // (GROUPS + 1)),
        "questions": "",
        "why": "",
        "conversation": "",
        "stamp": "",
    }


def _seats(session: Session, now: datetime, weeks: int) -> None:
    """Of each round of a group all its people, who were all heard."""
    every = (GROUPS + 1) * weeks
    fill(
        session,
        RoundSeat,
        every * PEOPLE,
        lambda n: {
            "id": id_of(session, Kind.PAST_ROUND_SEAT, n),
            "round_id": id_of(session, Kind.PAST_ROUND, n % every),
            "group_id": id_of(session, Kind.GROUP, n % every % (GROUPS + 1)),
            "member_id": id_of(session, Kind.MENTOR, n % every % (GROUPS + 1) % GROUPS * PEOPLE + n // every),
            "here_at": weeks_before(session, now - OPEN, weeks - 1 - n % every // (GROUPS + 1)),
        },
    )


def _meetings(session: Session, weeks: int) -> None:
    """Of each round of the rotation two and two."""
    pairs = PEOPLE // 2
    fill(
        session,
        Encounter,
        weeks * pairs,
        lambda n: {
            "id": id_of(session, Kind.ENCOUNTER, n),
            "round_id": id_of(session, Kind.PAST_ROUND, n // pairs * (GROUPS + 1) + GROUPS),
            "group_id": ROTATION,
            "conversation": "",
        },
    )
    fill(
        session,
        RotationSeat,
        weeks * PEOPLE,
        lambda n: {
            "id": id_of(session, Kind.ENCOUNTER, n),
            "round_id": id_of(session, Kind.PAST_ROUND, n // PEOPLE * (GROUPS + 1) + GROUPS),
            "group_id": ROTATION,
            "member_id": id_of(session, Kind.MENTOR, n % PEOPLE),
            "encounter_id": id_of(session, Kind.ENCOUNTER, n // 2),
        },
    )
