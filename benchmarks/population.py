"""A programme of any size, as it stands after its introductions, with or without its first check-in open."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import text, update

from benchmarks.rows import WORKSPACE, Kind, Number, fill, id_of, numbered, uuid
from benchmarks.slack_stub import IDENTITY, TEAM
from bot.domain.changes import SetClose
from bot.domain.checkin import CheckinState
from bot.domain.ids import PairingId
from bot.domain.member import Consent
from bot.domain.notice import NOTICES, NoticeKind, NoticeState
from bot.domain.pairing import PairingState, Role
from bot.domain.programme import CoordinatorRole, ProgrammeKind
from bot.domain.rhythm import Rhythm as Rule
from bot.domain.surface import SurfaceKind
from bot.domain.workspace import WorkspaceState
from bot.services.look import decide
from storage.session import Database, Session
from storage.tables import (
    Checkin,
    Coordinator,
    Member,
    Message,
    Notice,
    Pairing,
    Programme,
    Prompt,
    Rhythm,
    Seat,
    Surface,
    Workspace,
    table_of,
)

PEOPLE: Final = 20_000
"""Mentors, and as many mentees. In a larger programme each has several pairings."""

SIDES: Final = ((Kind.MENTOR, Kind.MENTORS_SEAT, Role.MENTOR), (Kind.MENTEE, Kind.MENTEES_SEAT, Role.MENTEE))
LATER: Final = timedelta(days=7)


def populate(database: Database, pairings: int, *, now: datetime, anchor: date) -> None:
    """Active pairings, monthly from `anchor`, none of which is due before `LATER` has passed."""
    with database.write(WORKSPACE) as session:
        without_checks(session)
        _programme(session, now, anchor)
        _people(session, now)
        _pairings(session, pairings, now, anchor)


def open_checkins(database: Database, pairings: int, *, now: datetime, day: date) -> None:
    """The second check-in of each, asked about in Slack: prompts n (mentor) and n + `pairings` are of pairing n."""
    asked_at = now - timedelta(hours=1)
    with database.write(WORKSPACE) as session:
        without_checks(session)
        fill(
            session,
            Checkin,
            pairings,
            lambda n: {
                "id": id_of(session, Kind.CHECKIN, n),
                "pairing_id": id_of(session, Kind.PAIRING, n),
                "period": 2,
                "day": day,
                "state": CheckinState.OPEN,
                "opened_at": asked_at,
            },
        )
        for side, (person, seat, _) in enumerate(SIDES):
            _prompts(session, pairings, first=side * pairings, person=person, seat=seat, asked_at=asked_at)
        closes_at = _closing(session, now)
        session.execute(update(table_of(Checkin)).values(closes_at=closes_at))


def slack_id(person: Kind, pairing: int) -> str:
    return f"U{person:x}{pairing % PEOPLE:08d}"


def _programme(session: Session, now: datetime, anchor: date) -> None:
    session.insert_once(
        Workspace,
        {
            "id": WORKSPACE,
            "enterprise_id": "",
            "team_id": TEAM,
            "name": "Bench",
            "bot_person": IDENTITY["bot_user_id"],
            "state": WorkspaceState.ACTIVE,
            "stopped_why": "",
            "leased_by": "",
        },
    )
    programme = {
        "id": uuid(Kind.PROGRAMME, 0),
        "name": "Mentors",
        "kind": ProgrammeKind.MENTORING,
        "rhythm": Rule.MONTHLY,
        "anchor": anchor,
        "outside_contact": "",
        "room": "",
        "policy": {},
        "retention_months": 24,
        "created_at": now,
    }
    fill(session, Programme, 1, lambda n: programme)
    fill(session, Member, 2, lambda n: _member(session, Kind.COORDINATOR, n, now))
    fill(
        session,
        Coordinator,
        2,
        lambda n: {
            "id": id_of(session, Kind.COORDINATOR, n),
            "programme_id": uuid(Kind.PROGRAMME, 0),
            "member_id": id_of(session, Kind.COORDINATOR, n),
            "role": CoordinatorRole.COORDINATOR,
            "rank": n,
        },
    )


def _people(session: Session, now: datetime) -> None:
    fill(session, Member, PEOPLE, lambda n: _member(session, Kind.MENTOR, n, now))
    fill(session, Member, PEOPLE, lambda n: _member(session, Kind.MENTEE, n, now))


def _member(session: Session, kind: Kind, n: Number, now: datetime) -> Mapping[str, Any]:
    return {
        "id": id_of(session, kind, n),
        "person": numbered(session, f"U{kind:x}", n),
        "name": numbered(session, f"{kind.name.capitalize()} ", n),
        "language": "en-GB",
        "zone": "Europe/Lisbon",
        "country": "PT",
        "days": "01234",
        "opens": time(9),
        "closes": time(17),
        "ask_weekday": 1,
        "ask_at": time(10),
        "consent": Consent.GIVEN,
        "reachable": True,
        "greeted_at": now - timedelta(days=80),
        "dm": numbered(session, f"D{kind:x}", n),
    }


def _pairings(session: Session, count: int, now: datetime, anchor: date) -> None:
    fill(
        session,
        Pairing,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAIRING, n),
            "programme_id": uuid(Kind.PROGRAMME, 0),
            "natural_key": numbered(session, "pair ", n),
            "state": PairingState.ACTIVE,
            "rule": Rule.MONTHLY,
            "focus": "",
            "site": "",
            "created_at": now - timedelta(days=80),
            "introduced_at": now - timedelta(days=70),
            "met_at": now - timedelta(days=60),
            "conversation": "",
            "next_look_at": now + LATER,
            "trouble": "",
        },
    )
    for person, seat, role in SIDES:
        _seats(session, count, person, seat, role)
    fill(
        session,
        Rhythm,
        count,
        lambda n: {
            "id": id_of(session, Kind.RHYTHM, n),
            "pairing_id": id_of(session, Kind.PAIRING, n),
            "from_period": 1,
            "rule": Rule.MONTHLY,
            "anchor": anchor,
        },
    )


def _seats(session: Session, count: int, person: Kind, seat: Kind, role: Role) -> None:
    fill(
        session,
        Seat,
        count,
        lambda n: {
            "id": id_of(session, seat, n),
            "pairing_id": id_of(session, Kind.PAIRING, n),
            "member_id": id_of(session, person, n % PEOPLE),
            "role": role,
        },
    )


def _prompts(session: Session, count: int, *, first: int, person: Kind, seat: Kind, asked_at: datetime) -> None:
    """Each with the notice that said it, the message it stands in, and the surface that keeps the message true."""
    fill(
        session,
        Prompt,
        count,
        lambda n: {
            "id": id_of(session, Kind.PROMPT, n + first),
            "checkin_id": id_of(session, Kind.CHECKIN, n),
            "pairing_id": id_of(session, Kind.PAIRING, n),
            "seat_id": id_of(session, seat, n),
            "member_id": id_of(session, person, n % PEOPLE),
            "ask_at": asked_at,
            "asked": 1,
            "delivered_at": asked_at,
            "reminders": 0,
        },
    )
    fill(session, Message, count, lambda n: _message(session, n, first, person, asked_at))
    fill(session, Notice, count, lambda n: _notice(session, n, first, person, asked_at))
    fill(
        session,
        Surface,
        count,
        lambda n: {
            "id": id_of(session, Kind.SURFACE, n + first),
            "kind": SurfaceKind.MESSAGE,
            "subject_id": id_of(session, Kind.MESSAGE, n + first),
            "wanted": 0,
            "shown": 0,
            "due_at": asked_at,
            "mark": "",
        },
    )


def _message(session: Session, n: Number, first: int, person: Kind, asked_at: datetime) -> Mapping[str, Any]:
    return {
        "id": id_of(session, Kind.MESSAGE, n + first),
        "member_id": id_of(session, person, n % PEOPLE),
        "state": NoticeState.SENT,
        "unasked": True,
        "conversation": numbered(session, f"D{person:x}", n),
        "stamp": numbered(session, "1.", n),
        "thread": "",
        "claimed_at": asked_at,
        "sent_at": asked_at,
        "repeats": 0,
    }


def _notice(session: Session, n: Number, first: int, person: Kind, asked_at: datetime) -> Mapping[str, Any]:
    return {
        "id": id_of(session, Kind.NOTICE, n + first),
        "kind": NoticeKind.PROMPT,
        "key": numbered(session, f"prompt:{person:x}:", n),
        "member_id": id_of(session, person, n % PEOPLE),
        "pairing_id": id_of(session, Kind.PAIRING, n),
        "subject_id": id_of(session, Kind.PROMPT, n + first),
        "nth": 0,
        "thread": "",
        "urgency": NOTICES[NoticeKind.PROMPT].urgency,
        "not_before": asked_at,
        "queued_at": asked_at,
        "state": NoticeState.SENT,
        "why": "",
        "attempts": 0,
        "message_id": id_of(session, Kind.MESSAGE, n + first),
        "cause": "bench",
    }


def _closing(session: Session, now: datetime) -> datetime:
    """When the rules say that the check-ins close: the same for all, since all are alike."""
    first = PairingId(uuid(Kind.PAIRING, 0))
    _, decided = decide(session, [first], now)[first]
    return next(change.closes_at for change in decided.changes if isinstance(change, SetClose))


def without_checks(session: Session) -> None:
    """The rows are right by their making; checking each reference of a million would take most of the time."""
    if session.dialect == "sqlite":
        session.execute(text("PRAGMA defer_foreign_keys = on"))
    else:
        session.execute(text("SET LOCAL session_replication_role = replica"))
