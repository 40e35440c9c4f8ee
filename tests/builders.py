"""Facts for tests of the rules: whole values, of which a test names only what it is about."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any, Final
from uuid import UUID

from bot.domain.calendar import Hours
from bot.domain.checkin import CheckinState
from bot.domain.facts import CheckinFacts, HeldWords, PairingFacts, PauseFacts, PromptFacts, SeatFacts
from bot.domain.ids import CheckinId, EntryId, MemberId, PairingId, PromptId, SeatId
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, Role
from bot.domain.rhythm import Rhythm, RhythmRow

ANA: Final = MemberId(UUID(int=1))
"""The mentor."""
BEN: Final = MemberId(UUID(int=2))
"""The mentee."""
CARLA: Final = MemberId(UUID(int=3))
"""Another mentor, in a team."""

CHECKIN: Final = CheckinId(UUID(int=50))
LONG_AGO: Final = datetime(2020, 1, 1, tzinfo=UTC)


def utc(text: str) -> datetime:
    """2026-09-07 08:00 as a moment."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


def hours(
    zone: str = "UTC",
    *,
    days: Iterable[int] = range(5),
    opens: str = "09:00",
    closes: str = "17:00",
    weekday: int = 1,
    at: str = "10:00",
    holidays: Iterable[str] = (),
) -> Hours:
    """Monday to Friday, nine to five, asked on Tuesdays at ten."""
    return Hours(
        zone=zone,
        days=frozenset(days),
        opens=time.fromisoformat(opens),
        closes=time.fromisoformat(closes),
        ask_weekday=weekday,
        ask_at=time.fromisoformat(at),
        holidays=frozenset(map(day, holidays)),
    )


def pause(from_day: str, until_day: str) -> PauseFacts:
    return PauseFacts(from_day=day(from_day), until_day=day(until_day))


def seat(member: MemberId, **more: Any) -> SeatFacts:
    """A person who has heard the first word long ago; Ben is the mentee, everybody else a mentor."""
    values = {
        "role": Role.MENTEE if member == BEN else Role.MENTOR,
        "hours": hours(),
        "consent": Consent.ASKED,
        "greeted_at": LONG_AGO,
    }
    return SeatFacts(id=seat_of(member), member=member, **{**values, **more})


def seat_of(member: MemberId) -> SeatId:
    return SeatId(UUID(int=member.int + 10))


def prompt_of(member: MemberId) -> PromptId:
    return PromptId(UUID(int=member.int + 20))


def pairing(*seats: SeatFacts, **more: Any) -> PairingFacts:
    """Ana and Ben, introduced long ago, asked monthly from the 7th of September 2026 on."""
    values = {
        "id": PairingId(UUID(int=120)),
        "state": PairingState.ACTIVE,
        "rhythm": Rhythm.MONTHLY,
        "grid": day("2026-09-07"),
        "introduce_on": None,
        "introducing_at": LONG_AGO,
        "introduced_at": LONG_AGO,
        "met_at": None,
        "rhythms": rhythm(Rhythm.MONTHLY, "2026-09-07"),
        "checkin": None,
    }
    return PairingFacts(seats=seats or (seat(ANA), seat(BEN)), **{**values, **more})


def rhythm(rule: Rhythm, anchor: str) -> tuple[RhythmRow, ...]:
    return (RhythmRow(from_period=1, rhythm=rule, anchor=day(anchor)),)


def weekly(*seats: SeatFacts, anchor: str = "2026-09-07", **more: Any) -> PairingFacts:
    return pairing(*seats, rhythm=Rhythm.WEEKLY, rhythms=rhythm(Rhythm.WEEKLY, anchor), **more)


def prompt(member: MemberId, ask_at: str, **more: Any) -> PromptFacts:
    """A prompt that waits for its hour."""
    values = {
        "asked": 0,
        "waiting": False,
        "delivered_at": None,
        "reminders": 0,
        "snoozed_until": None,
        "skipped": False,
        "answered": False,
    }
    return PromptFacts(id=prompt_of(member), seat=seat_of(member), ask_at=utc(ask_at), **{**values, **more})


def delivered(member: MemberId, at: str, **more: Any) -> PromptFacts:
    return prompt(member, at, asked=1, delivered_at=utc(at), **more)


def checkin(period: int, *prompts: PromptFacts, closes_at: str | None = None, **more: Any) -> CheckinFacts:
    values = {"day": day("2026-10-07"), "state": CheckinState.OPEN}
    return CheckinFacts(
        id=CHECKIN,
        period=period,
        closes_at=utc(closes_at) if closes_at else None,
        prompts=prompts,
        **{**values, **more},
    )


def held(
    author: MemberId, reader: MemberId, written_at: str, *, closed_at: str | None = None, n: int = 60
) -> HeldWords:
    return HeldWords(
        entry=EntryId(UUID(int=n)),
        checkin=CHECKIN,
        author=author,
        reader=reader,
        written_at=utc(written_at),
        closed_at=utc(closed_at) if closed_at else None,
    )
