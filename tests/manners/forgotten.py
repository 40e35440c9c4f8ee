"""Whether anybody or anything was forgotten, judged from the rows at the end of a story."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlmodel import SQLModel

from bot.domain.checkin import CheckinState
from bot.domain.notice import NoticeState
from bot.domain.pairing import PairingState
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Checkin, Member, Notice, Pairing, Pause, Prompt, Seat, Update, table_of
from tests.manners.life import Life

STEPS: Final = {
    Rhythm.WEEKLY: relativedelta(weeks=1),
    Rhythm.FORTNIGHTLY: relativedelta(weeks=2),
    Rhythm.MONTHLY: relativedelta(months=1),
    Rhythm.QUARTERLY: relativedelta(months=3),
}
RUNS: Final = frozenset({PairingState.INTRODUCED, PairingState.ACTIVE, PairingState.PAUSED})
TO_ASK: Final = timedelta(days=14)
"""Within which somebody's weekday comes, and a feast that covers it is over."""

TO_CLOSE: Final = timedelta(days=21)
TO_WAIT: Final = timedelta(days=7)
DONE: Final = frozenset(NoticeState) - {NoticeState.QUEUED, NoticeState.FAILED, NoticeState.SENDING}

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Remains:
    """Everything that is known of the pairings at `now`."""

    now: datetime
    pairings: list[Row]
    checkins: Mapping[UUID, list[Row]]
    prompts: Mapping[UUID, list[Row]]
    seats: Mapping[UUID, list[Row]]
    pauses: Mapping[UUID, list[Row]]
    members: Mapping[UUID, Row]
    answered: Collection[UUID]
    notices: list[Row]


async def remains(life: Life) -> Remains:
    return await life.there.installation.bot.read(None, _remains)


def never_begun(there: Remains) -> list[str]:
    """Pairings that are neither running nor over, though everybody in them was greeted."""
    return [
        each["natural_key"]
        for each in there.pairings
        if each["state"] in (PairingState.DRAFT, PairingState.OFFERED, PairingState.ACCEPTED)
    ]


def in_trouble(there: Remains) -> list[str]:
    return [each["trouble"] for each in there.pairings if each["trouble"]]


def periods_owed(there: Remains) -> list[tuple[Row, date, date]]:
    """Every period of every pairing that ran through it and for as long again as it takes to ask: its days."""
    owed = []
    for pairing in there.pairings:
        first = min((each["day"] for each in there.checkins[pairing["id"]]), default=None)
        end = (pairing["ended_at"] or there.now) - TO_ASK
        n = 0
        while first is not None and first + STEPS[pairing["rule"]] * n < end.date():
            owed.append((pairing, first + STEPS[pairing["rule"]] * n, first + STEPS[pairing["rule"]] * (n + 1)))
            n += 1
    return owed


def never_asked(there: Remains) -> list[str]:
    """Somebody in a period of a pairing whom nobody asked, though they were there for all of it."""
    found = []
    for pairing, day, following in periods_owed(there):
        checkin = next((each for each in there.checkins[pairing["id"]] if each["day"] == day), None)
        prompts = {each["seat_id"]: each for each in there.prompts[checkin["id"]]} if checkin else {}
        for seat in there.seats[pairing["id"]]:
            if not _was_asked(there, prompts.get(seat["id"])) and not _was_away(there, seat, day, following):
                found.append(f"{there.members[seat['member_id']]['name']}, {pairing['rule']}, {day}")
    return found


def without_a_first_checkin(there: Remains) -> list[str]:
    """Pairings that have run for longer than two of their rhythms and were never asked."""
    return [
        each["natural_key"]
        for each in there.pairings
        if each["state"] in RUNS
        and not there.checkins[each["id"]]
        and each["introduced_at"] + STEPS[each["rule"]] * 2 < there.now
    ]


def left_open(there: Remains) -> list[str]:
    """Check-ins that are open past the time in which any closes, or were closed that late; or go on after the end."""
    found = []
    for pairing in there.pairings:
        for each in there.checkins[pairing["id"]]:
            begun = max([each["opened_at"] or there.now, *_delivered(there, each)])
            if each["state"] is CheckinState.OPEN and pairing["state"] in RUNS and begun + TO_CLOSE < there.now:
                found.append(f"{pairing['natural_key']} {each['day']} is open")
            if each["closed_at"] is not None and begun + TO_CLOSE < each["closed_at"]:
                found.append(f"{pairing['natural_key']} {each['day']} was closed late")
    return found


def left_waiting(there: Remains) -> list[str]:
    """Notices that have waited for long, but for those of somebody on a pause."""
    return [
        f"{each['key']} {each['state']} since {each['queued_at']:%d %b}, not before {each['not_before']:%d %b %H:%M}"
        for each in there.notices
        if each["state"] not in DONE and each["queued_at"] + TO_WAIT < there.now and not _rests(there, each)
    ]


def _was_asked(there: Remains, prompt: Row | None) -> bool:
    return prompt is not None and bool(prompt["delivered_at"] or prompt["skipped_at"] or prompt["id"] in there.answered)


def _was_away(there: Remains, seat: Row, day: date, following: date) -> bool:
    member = there.members[seat["member_id"]]
    paused = any(each["from_day"] < following and each["until_day"] > day for each in there.pauses[member["id"]])
    return paused or not member["reachable"]


def _delivered(there: Remains, checkin: Row) -> list[datetime]:
    return [each["delivered_at"] for each in there.prompts[checkin["id"]] if each["delivered_at"]]


def _rests(there: Remains, notice: Row) -> bool:
    return any(each["until_day"] >= there.now.date() for each in there.pauses[notice["member_id"]])


def _remains(session: Session, turn: Turn) -> Remains:
    def rows(table: type[SQLModel]) -> list[Row]:
        return [dict(row._mapping) for row in session.execute(select(table_of(table)))]

    return Remains(
        now=turn.now,
        pairings=rows(Pairing),
        checkins=_by(rows(Checkin), "pairing_id"),
        prompts=_by(rows(Prompt), "checkin_id"),
        seats=_by(rows(Seat), "pairing_id"),
        pauses=_by(rows(Pause), "member_id"),
        members={row["id"]: row for row in rows(Member)},
        answered={row["prompt_id"] for row in rows(Update)},
        notices=rows(Notice),
    )


def _by(rows: Sequence[Row], column: str) -> Mapping[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: each["id"]):
        found[row[column]].append(row)
    return found
