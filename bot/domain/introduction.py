"""The beginning of a pairing: first word, introduction, first meeting."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar import (
    Hours,
    at_their_hour,
    local_day,
    next_working_moment,
    next_working_morning,
    resolve,
    shared_hour,
    working_day_from,
)
from bot.domain.changes import AskOfFirstMeeting, Change, Greet, Introduce, Keep, Take
from bot.domain.checkin import Meeting
from bot.domain.facts import PairingFacts, SeatFacts
from bot.domain.ids import PairingId
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, PairingStep, Role
from bot.domain.pause import after_pauses, from_now_on
from bot.domain.policy import Policy
from bot.domain.rhythm import MONTHS, Rhythm, RhythmRow, ask_moment, grid_day, period_day

SPREAD: Final = timedelta(minutes=5)
SPREAD_STEPS: Final = 12
SHORTEST_MONTH: Final = 28
GRID: Final = {
    Rhythm.WEEKLY: Rhythm.WEEKLY,
    Rhythm.FORTNIGHTLY: Rhythm.WEEKLY,
    Rhythm.MONTHLY: Rhythm.MONTHLY,
    Rhythm.QUARTERLY: Rhythm.MONTHLY,
    Rhythm.HALF_YEARLY: Rhythm.MONTHLY,
}
"""What a programme's pairings share: the day of the week, or of the month."""
SETTLED: Final = frozenset({Meeting.MET, Meeting.PLANNED})


def greetings(facts: PairingFacts, now: datetime) -> Iterator[Change]:
    """The first word, to each who has not heard it, in their working time."""
    for seat in facts.seats:
        if seat.consent is Consent.UNASKED and seat.reachable:
            yield Greet(member=seat.member, not_before=next_working_moment(seat.hours, now))


def introduction(facts: PairingFacts, now: datetime) -> Iterator[Change]:
    """The introduction, once both have had the first word; a pairing that already runs has none."""
    if facts.state is not PairingState.ACCEPTED or facts.introducing_at is not None:
        return
    heard = [seat.greeted_at for seat in facts.seats]
    if all(at is not None for at in heard):
        greeted = max(at for at in heard if at is not None)
        yield Introduce(not_before=introduction_moment(facts, max(greeted, now)))


def introduction_moment(facts: PairingFacts, after: datetime) -> datetime:
    """The next working morning's first hour that all share; if there is none in five working days, the mentee's.

    Pairings of one day are spread over that hour, five minutes apart, by their id.
    """
    mentee = mentee_of(facts)
    if facts.introduce_on is not None:
        eve = resolve(mentee.hours.zone, datetime.combine(facts.introduce_on - timedelta(days=1), time(23, 59)))
        after = max(after, eve)
    others = [seat.hours for seat in facts.seats if seat.id != mentee.id]
    shared = shared_hour([mentee.hours, *others], after)
    return (shared or next_working_morning(mentee.hours, after)) + spread(facts.id)


def spread(pairing: PairingId) -> timedelta:
    return SPREAD * (pairing.int % SPREAD_STEPS)


def beginning(facts: PairingFacts, now: datetime) -> Iterator[Change]:
    """The rhythm, given when the introduction has been said, or at once to a pairing that already runs."""
    if facts.rhythms or facts.state not in (PairingState.INTRODUCED, PairingState.ACTIVE):
        return
    started = local_day(mentee_of(facts).hours, facts.introduced_at or now)
    yield Keep(row=first_rhythm(facts.rhythm, facts.grid, started))
    if facts.met_at is not None and facts.state is PairingState.INTRODUCED:
        yield Take(step=PairingStep.BEGIN)


def first_rhythm(rhythm: Rhythm, grid: date | None, started: date) -> RhythmRow:
    """The first period falls one rhythm after `started`, moved to the nearest week or month of the programme's grid.

    So all of one person's check-ins in a programme that are due in one week or one month fall on the same day, whenever
    each pairing began, and none waits for more than 3 or 15 days longer than its rhythm. Months are counted from a day
    that every month has, or pairings begun in February would leave the grid of those begun in March.
    """
    from_day = started - timedelta(days=started.weekday()) if grid is None else grid
    if rhythm in MONTHS and from_day.day > SHORTEST_MONTH:
        from_day -= timedelta(days=7)
    return RhythmRow(from_period=1, rhythm=rhythm, anchor=grid_day(GRID[rhythm], from_day, started))


def first_meeting(facts: PairingFacts, policy: Policy, now: datetime) -> Iterator[Change]:
    """Seven days after the introduction, unless they said so, each is asked whether a time is found."""
    for seat, at in first_meeting_questions(facts, policy):
        if at - policy.lead <= now:
            not_before = from_now_on(seat.hours, seat.pauses, at, now)
            yield AskOfFirstMeeting(seat=seat.id, member=seat.member, not_before=not_before)


def first_meeting_questions(facts: PairingFacts, policy: Policy) -> list[tuple[SeatFacts, datetime]]:
    """Who is still to be asked of the first meeting, and when. The first check-in asks the same, so it comes first.

    One word settles that they met or will meet; *Not yet* speaks for whoever said it.
    """
    if facts.state is not PairingState.INTRODUCED or facts.introduced_at is None or not facts.rhythms:
        return []
    if facts.met_at is not None or facts.checkin is not None:
        return []
    if any(seat.meeting in SETTLED for seat in facts.seats):
        return []
    asks = []
    for seat in facts.seats:
        if seat.meeting is None and seat.meeting_asked_at is None and seat.reachable:
            day = local_day(seat.hours, facts.introduced_at + policy.first_meeting_after)
            at = after_pauses(seat.hours, seat.pauses, at_their_hour(seat.hours, working_day_from(seat.hours, day)))
            if at < ask_moment(seat.hours, period_day(facts.rhythms, 1)):
                asks.append((seat, at))
    return asks


def mentee_of(facts: PairingFacts) -> SeatFacts:
    return next(seat for seat in facts.seats if seat.role is Role.MENTEE)


def meeting_slots(all_hours: tuple[Hours, ...], after: datetime) -> tuple[datetime, ...]:
    """Up to three hours that all share, on three different days, from the second working day on."""
    slots: list[datetime] = []
    at = after.astimezone(UTC) + timedelta(days=1)
    while len(slots) < 3:
        slot = shared_hour(all_hours, at)
        if slot is None:
            break
        slots.append(slot)
        at = slot
    return tuple(slots)
