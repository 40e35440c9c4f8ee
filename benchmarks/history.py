"""What a programme has behind it: everybody's answers to the check-ins before, with words that were shared.

A database that never held an answer is no measure: PostgreSQL plans for tables as they are when it first sees them, and
for empty ones it plans badly until its statistics are made anew, a minute later.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement

from benchmarks.population import PEOPLE, SIDES, without_checks
from benchmarks.rows import WORKSPACE, Kind, Number, fill, id_of, numbered, weeks_before
from bot.domain.checkin import About, Answered, Audience, CheckinState, Goal, Outcome
from bot.domain.notice import NOTICES, NoticeKind, NoticeState
from storage.session import Database, Session
from storage.tables import Checkin, Entry, EntryReader, Message, Notice, Prompt, Update

MONTH = timedelta(days=31)
OPEN = timedelta(days=6)
NEVER_OPENED = "v1:benchmark"
"""In place of a sealed text: nothing that is measured reads it."""


def live_through(database: Database, pairings: int, *, now: datetime, day: date, checkins: int = 1) -> None:
    """The first check-ins of each, a week apart, the last a month ago: answered by both at once, and closed."""
    count = pairings * checkins

    def asked_at(session: Session, n: Number, *, after: timedelta = timedelta()) -> ColumnElement[Any]:
        return weeks_before(session, now - MONTH + after, checkins - 1 - n // pairings)

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
                "opened_at": asked_at(session, n),
                "closes_at": asked_at(session, n, after=OPEN),
                "closed_at": asked_at(session, n, after=OPEN),
                "answered": Answered.ALL,
            },
        )
        for side in range(len(SIDES)):
            _answers(session, pairings, count, side=side, asked=lambda n: asked_at(session, n))


def _answers(
    session: Session, pairings: int, count: int, *, side: int, asked: Callable[[Number], ColumnElement[Any]]
) -> None:
    """Each side's prompts with a reminder and their answers; the other side was told of the words by a notice."""
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
            "ask_at": asked(n),
            "asked": 1,
            "delivered_at": asked(n),
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
            "answered_at": asked(n),
            "changed_at": asked(n),
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
            "at": asked(n),
        },
    )
    words = {"kind": NoticeKind.WORDS, "urgency": NOTICES[NoticeKind.WORDS].urgency}
    fill(
        session,
        Notice,
        count,
        lambda n: {
            **_said(asked(n)),
            **words,
            "id": id_of(session, Kind.PAST_NOTICE, n + first),
            "key": numbered(session, f"words:{partner:x}:", n),
            "member_id": id_of(session, partner, n % pairings % PEOPLE),
            "pairing_id": id_of(session, Kind.PAIRING, n % pairings),
            "subject_id": id_of(session, Kind.PAST_CHECKIN, n),
        },
    )
    reminder = {"kind": NoticeKind.REMINDER, "urgency": NOTICES[NoticeKind.REMINDER].urgency}
    fill(
        session,
        Notice,
        count,
        lambda n: {
            **_said(asked(n)),
            **reminder,
            "id": id_of(session, Kind.PAST_REMINDER, n + first),
            "key": numbered(session, f"reminder:{person:x}:", n),
            "member_id": id_of(session, person, n % pairings % PEOPLE),
            "pairing_id": id_of(session, Kind.PAIRING, n % pairings),
            "subject_id": id_of(session, Kind.PAST_PROMPT, n + first),
            "message_id": id_of(session, Kind.PAST_SAID, n + first),
        },
    )
    fill(
        session,
        Message,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAST_SAID, n + first),
            "member_id": id_of(session, person, n % pairings % PEOPLE),
            "state": NoticeState.SENT,
            "unasked": True,
            "conversation": numbered(session, f"D{person:x}", n % pairings % PEOPLE),
            "stamp": numbered(session, "0.", n),
            "thread": "",
            "claimed_at": asked(n),
            "sent_at": asked(n),
            "repeats": 0,
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


def _said(at: ColumnElement[Any]) -> dict[str, Any]:
    return {
        "nth": 0,
        "thread": "",
        "not_before": at,
        "queued_at": at,
        "state": NoticeState.SENT,
        "why": "",
        "attempts": 0,
        "cause": "bench",
    }
