"""What a programme has behind it: everybody's answers to the check-in before, with words that were shared.

A database that never held an answer is no measure: PostgreSQL plans for tables as they are when it first sees them, and
for empty ones it plans badly until its statistics are made anew, a minute later.
"""

from datetime import date, datetime, timedelta

from benchmarks.population import PEOPLE, SIDES, without_checks
from benchmarks.rows import WORKSPACE, Kind, fill, id_of, numbered
from bot.domain.checkin import About, Answered, Audience, CheckinState, Goal, Outcome
from bot.domain.notice import NOTICES, NoticeKind, NoticeState
from storage.session import Database, Session
from storage.tables import Checkin, Entry, EntryReader, Notice, Prompt, Update

MONTH = timedelta(days=31)
NEVER_OPENED = "v1:benchmark"
"""In place of a sealed text: nothing that is measured reads it."""


def live_through(database: Database, pairings: int, *, now: datetime, day: date, checkins: int = 1) -> None:
    """The first check-ins of each, all of them asked on `day` less a month, answered by both and closed."""
    count = pairings * checkins
    with database.write(WORKSPACE) as session:
        without_checks(session)
        fill(
            session,
            Checkin,
            count,
            lambda n: {
                "id": id_of(session, Kind.PAST_CHECKIN, n),
                "pairing_id": id_of(session, Kind.PAIRING, n % pairings),
                "period": n // pairings + 1,
                "day": day - MONTH,
                "state": CheckinState.CLOSED,
                "opened_at": now - MONTH,
                "closes_at": now - MONTH + timedelta(days=9),
                "closed_at": now - MONTH + timedelta(days=9),
                "answered": Answered.ALL,
            },
        )
        for side in range(len(SIDES)):
            _answers(session, pairings, count, side=side, asked_at=now - MONTH)


def _answers(session: Session, pairings: int, count: int, *, side: int, asked_at: datetime) -> None:
    """Each side's prompts with their answers; the other side was told of the words by a notice."""
    person, seat, _ = SIDES[side]
    partner, _, _ = SIDES[1 - side]
    first = side * count
    fill(
        session,
        Prompt,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAST_PROMPT, n + first),
            "checkin_id": id_of(session, Kind.PAST_CHECKIN, n),
            "pairing_id": id_of(session, Kind.PAIRING, n % pairings),
            "seat_id": id_of(session, seat, n % pairings),
            "member_id": id_of(session, person, n % pairings % PEOPLE),
            "ask_at": asked_at,
            "asked": 1,
            "delivered_at": asked_at,
            "reminders": 0,
        },
    )
    fill(
        session,
        Update,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAST_UPDATE, n + first),
            "prompt_id": id_of(session, Kind.PAST_PROMPT, n + first),
            "pairing_id": id_of(session, Kind.PAIRING, n % pairings),
            "outcome": Outcome.MET,
            "goal": Goal.MOVED,
            "answered_at": asked_at,
            "changed_at": asked_at,
        },
    )
    fill(
        session,
        Entry,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAST_ENTRY, n + first),
            "update_id": id_of(session, Kind.PAST_UPDATE, n + first),
            "member_id": id_of(session, person, n % pairings % PEOPLE),
            "about": About.MOVED,
            "question": "",
            "audience": Audience.PARTNER,
            "sealed": NEVER_OPENED,
            "at": asked_at,
        },
    )
    fill(
        session,
        Notice,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAST_NOTICE, n + first),
            "kind": NoticeKind.WORDS,
            "key": numbered(session, f"words:{partner:x}:", n),
            "member_id": id_of(session, partner, n % pairings % PEOPLE),
            "pairing_id": id_of(session, Kind.PAIRING, n % pairings),
            "subject_id": id_of(session, Kind.PAST_CHECKIN, n),
            "nth": 0,
            "thread": "",
            "urgency": NOTICES[NoticeKind.WORDS].urgency,
            "not_before": asked_at,
            "queued_at": asked_at,
            "state": NoticeState.SENT,
            "why": "",
            "attempts": 0,
            "cause": "bench",
        },
    )
    fill(
        session,
        EntryReader,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAST_ENTRY, n + first),
            "member_id": id_of(session, partner, n % pairings % PEOPLE),
            "notice_id": id_of(session, Kind.PAST_NOTICE, n + first),
        },
    )
