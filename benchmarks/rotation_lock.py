"""How long one work holds the database while a rotation of a thousand people has its rounds, and one more joins it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from time import perf_counter, thread_time
from typing import ClassVar, Final

from sqlalchemy import insert, select, update

from benchmarks.databases import KEY, migrated, opened
from benchmarks.figures import RUNS, Figure
from bot.app.bot import RunningBot
from bot.app.clock import MovableClock, system_id
from bot.app.due import Due
from bot.app.garbage import keep_what_stays
from bot.app.ticker import tick
from bot.domain.groups import Facilitation, Joining, Room, Topic
from bot.domain.ids import GroupId, MemberId, MessageId
from bot.domain.member import Consent
from bot.domain.membership import MembershipState
from bot.domain.notice import NoticeState
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.rotation import Shape
from bot.domain.rounds import RoundState
from bot.domain.turn import Caller, Turn
from bot.ports import Person
from bot.services import rotation_members
from bot.ticks import TICKS, Stepwise
from storage import group_calendar, groups, membership
from storage import member as members
from storage import programme as programmes
from storage import rotation as rotations
from storage import surface as surfaces
from storage import workspace as workspaces
from storage.sealing import Seal
from storage.session import Database, Session
from storage.tables import Chair, Encounter, Message, Notice, RotationSeat, Round, table_of
from tests.concurrency.replicas import Nowhere

PEOPLE: Final = 1000
ZONES: Final = ("Europe/Lisbon", "Europe/Berlin", "America/New_York")
MONDAY: Final = datetime(2026, 9, 7, 6, tzinfo=UTC)
FIRST: Final = date(2026, 9, 9)
WEEKS: Final = 3
AWAY: Final = 100
JOIN: Final = 9
LONGEST: Final = 0.020
"""Seconds: what a work in SQLite's one writer may take, so that nobody's click waits for more."""

ROTATIONS: Final = next(work for work in TICKS if isinstance(work, Stepwise))
MESSAGE, NOTICE = table_of(Message), table_of(Notice)
CHAIR, ENCOUNTER, SEAT, ROUND = table_of(Chair), table_of(Encounter), table_of(RotationSeat), table_of(Round)


class NoRounds(Exception):
    """Fewer rounds were held than should have been: what they took would be worth nothing."""


class Timed(Database):
    """Notes for how many seconds of its thread's processor time each transaction that may write was open.

    What another program takes of the machine meanwhile is not counted: the longest of some hundred would be its.
    """

    seconds: ClassVar[list[float]] = []

    @contextmanager
    def write(self, workspace: int | None = None) -> Iterator[Session]:
        with super().write(workspace) as session:
            began = thread_time()
            yield session
        self.seconds.append(thread_time() - began)


def measure() -> list[Figure]:
    """The longest hold in three rounds, from the warnings of each to its close, and while somebody joins."""
    runs = [asyncio.run(longest()) for _ in range(RUNS)]
    worst, joined = (median(each) for each in zip(*runs, strict=True))
    rounds = f"longest of {WEEKS} rounds of {PEOPLE:,}: warned, opened, asked, closed"
    return [
        Figure(name="rotation-lock", value=worst * 1000, unit="ms", at_most=LONGEST * 1000, said_with=rounds),
        Figure(
            name="rotation-join", value=joined * 1000, unit="ms", at_most=LONGEST * 1000, said_with="one more joins"
        ),
    ]


async def longest() -> tuple[float, float]:
    """Seconds: of the rounds' works, and of a join."""
    keep_what_stays()
    with migrated("sqlite") as url, opened(url) as beside:
        Timed.seconds.clear()
        clock = MovableClock(MONDAY)
        bot = RunningBot(Timed.open(url, Seal([KEY])), clock=clock, new_id=system_id, directory=Nowhere())
        try:
            with beside.write() as session:
                workspace, group, people = _gather(session, bot.turn())
            await _live(bot, clock, lambda: _act(beside, workspace, people, bot.turn()))
            rounds = max(Timed.seconds)
            return rounds, await _join(bot, workspace, group)
        finally:
            bot.close()


async def _live(bot: RunningBot, clock: MovableClock, act: Callable[[], int]) -> None:
    """All rounds, one due moment after the other."""
    end, closed = MONDAY + timedelta(weeks=WEEKS), 0
    while (at := await bot.read(None, lambda session, turn: Due.of(session).at[ROTATIONS.name])) and at < end:
        clock.move_to(at)
        await tick(bot, ROTATIONS)
        closed = act()
    if closed < WEEKS - 1:
        raise NoRounds


def _act(beside: Database, workspace: int, people: list[MemberId], turn: Turn) -> int:
    """Whoever is brought together counts as introduced at once, and one in ten skips the round to come, others each
    time. How many rounds have closed so far.
    """
    with beside.write(workspace) as session:
        session.execute(update(ENCOUNTER).where(ENCOUNTER.c.introduced_at.is_(None)).values(introduced_at=turn.now))
        closed = len(session.execute(select(ROUND.c.id).where(ROUND.c.closed_at.is_not(None))).all())
        coming = select(ROUND.c.id).where(ROUND.c.state == RoundState.SCHEDULED).scalar_subquery()
        away = SEAT.c.round_id == coming, SEAT.c.member_id.in_(people[closed :: len(people) // AWAY])
        session.execute(update(SEAT).where(*away).values(skipped_at=turn.now))
        _send(session, turn)
    return closed


def _send(session: Session, turn: Turn) -> None:
    """Everything that was queued stands in a message of its own, which shows what changes."""
    queued = session.execute(select(NOTICE.c.id).where(NOTICE.c.state == NoticeState.QUEUED)).scalars().all()
    for notice in queued:
        message = MessageId(turn.new_id())
        values = {"workspace_id": session.workspace, "id": message, "state": NoticeState.SENT, "unasked": True}
        session.execute(insert(MESSAGE), {**values, "claimed_at": turn.now})
        sent = update(NOTICE).where(NOTICE.c.workspace_id == session.workspace, NOTICE.c.id == notice)
        session.execute(sent.values(state=NoticeState.SENT, message_id=message))
        surfaces.add(session, turn, {message: "as it was"})


async def _join(bot: RunningBot, workspace: int, group: GroupId) -> float:
    """The usual one of some: the first has to find out how to say it in SQL."""
    taken = []
    for nth in range(JOIN):
        caller = Caller(workspace=workspace, person=f"U0NEW{nth}")
        person = Person(id=caller.person, name=f"Newcomer {nth}", zone="UTC", language="en")
        began = perf_counter()
        await bot.do(rotation_members.join, caller, group, person)
        taken.append(perf_counter() - began)
    return median(taken)


def _gather(session: Session, turn: Turn) -> tuple[int, GroupId, list[MemberId]]:
    """The rotation with its people, all of whom have heard the first word."""
    workspace = workspaces.register(session, enterprise="", team="T1", name="Acme", bot_person="U0BOT")
    here = session.within(workspace)
    people = [_member(here, turn, n) for n in range(PEOPLE)]
    programme = programmes.start(here, turn, "Coffees", ProgrammeKind.ROTATION, Rhythm.WEEKLY)
    assert programme is not None
    programmes.add_coordinators(here, turn, programme, coordinator=people[0], backup=people[1])
    group = GroupId(turn.new_id())
    groups.add(
        here,
        turn,
        group,
        programme_id=programme,
        kind=ProgrammeKind.ROTATION,
        name="Coffees",
        purpose="",
        questions="",
        topic=Topic.WORK,
        room=Room.PUBLIC,
        conversation="C1",
        language="en",
        zone="Europe/Lisbon",
        country="",
        days="01234",
        opens_at=time(10),
        closes_after=0,
        facilitation=Facilitation.VOLUNTEERS,
        joining=Joining.ANYBODY,
        size=10 * PEOPLE,
        started_by=people[0],
    )
    group_calendar.add_rhythm(here, turn, group, RhythmRow(from_period=1, rhythm=Rhythm.WEEKLY, anchor=FIRST))
    rotations.add(here, turn, group, Shape.PAIRS)
    for number, each in enumerate(people):
        membership.add(here, turn, group, each, MembershipState.JOINED)
        mine = {"workspace_id": workspace, "id": turn.new_id(), "group_id": group, "member_id": each}
        here.execute(insert(CHAIR), {**mine, "number": number})
    return workspace, group, people


def _member(session: Session, turn: Turn, n: int) -> MemberId:
    member = MemberId(turn.new_id())
    members.add(
        session,
        members.MemberRecord(
            id=member,
            person=f"U0PERSON{n}",
            name=f"Person {n}",
            language="en",
            zone=ZONES[n % len(ZONES)],
            country="",
            days="01234",
            opens=time(9),
            closes=time(17),
            ask_weekday=1,
            ask_at=time(10),
            consent=Consent.GIVEN,
            reachable=True,
            greeted_at=turn.now,
            dm="",
        ),
    )
    return member
