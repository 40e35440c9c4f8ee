"""Check-ins over time: when one opens, whom it asks and reminds, when it closes."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from bot.domain.calendar import Hours, add_working_days, at_their_hour, local_day, resolve
from bot.domain.changes import Ask, Change, Close, Remind, Schedule, SetClose, Take
from bot.domain.checkin import Answered, CheckinState
from bot.domain.facts import CheckinFacts, PairingFacts, PromptFacts, SeatFacts
from bot.domain.ids import MemberId, PromptId, SeatId
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, PairingStep
from bot.domain.pause import after_pauses, from_now_on
from bot.domain.policy import Policy
from bot.domain.rhythm import RhythmRow, ask_day, ask_moment, period_day

ASKABLE: Final = frozenset({PairingState.INTRODUCED, PairingState.ACTIVE, PairingState.PAUSED})
RUNNING: Final = frozenset({CheckinState.SCHEDULED, CheckinState.OPEN})
ASKED_AT_MOST: Final = 3
"""How often a prompt that was dropped on its way is queued again."""

NIGHT: Final = time(23, 59)
TRIED: Final = 60
"""Periods in a row that pauses and holidays may swallow: more than a year of weeks."""

Asks = tuple[tuple[SeatId, MemberId, datetime], ...]


def running(facts: PairingFacts) -> CheckinFacts | None:
    """The check-in that is scheduled or open."""
    return facts.checkin if facts.checkin is not None and facts.checkin.state in RUNNING else None


def next_checkin(facts: PairingFacts, policy: Policy, now: datetime) -> Schedule | None:
    """The next check-in that can still be answered in time; those that an outage or a pause swallowed are left out."""
    if facts.state not in ASKABLE or not facts.rhythms or running(facts) is not None:
        return None
    period = facts.checkin.period + 1 if facts.checkin is not None else 1
    while last_moment(facts, period) <= now:
        period += 1
    if not any(can_be_asked(seat) for seat in facts.seats):
        return None
    for following in range(period, period + TRIED):
        if asks := asks_for(facts, following, now):
            return Schedule(period=following, day=period_day(facts.rhythms, following), asks=asks)
    return None


def asks_for(facts: PairingFacts, period: int, now: datetime) -> Asks:
    """Whom to ask about a period and when: at their hour, after their pause, while an answer is still possible."""
    until = last_moment(facts, period)
    asks = []
    for seat in facts.seats:
        at = from_now_on(seat.hours, seat.pauses, ask_at(facts, seat, period), now)
        if can_be_asked(seat) and at < until:
            asks.append((seat.id, seat.member, at))
    return tuple(asks)


def ask_at(facts: PairingFacts, seat: SeatFacts, period: int) -> datetime:
    return after_pauses(seat.hours, seat.pauses, ask_moment(seat.hours, period_day(facts.rhythms, period)))


def can_be_asked(seat: SeatFacts) -> bool:
    return seat.reachable and seat.greeted_at is not None and seat.consent is not Consent.REFUSED


def last_moment(facts: PairingFacts, period: int) -> datetime:
    """One working day before the next check-in opens: no answer to this one is awaited after it.

    Where somebody's own hour comes no earlier than that, as for those who work one day a week, the night before.
    """
    return _last_moment(tuple(seat.hours for seat in facts.seats), facts.rhythms, period)


@lru_cache(maxsize=4096)
def _last_moment(all_hours: tuple[Hours, ...], rhythms: tuple[RhythmRow, ...], period: int) -> datetime:
    day, following = period_day(rhythms, period), period_day(rhythms, period + 1)
    asked = max(ask_moment(hours, day) for hours in all_hours)
    eve = min(hour_after(hours, ask_day(hours, following), -1) for hours in all_hours)
    return eve if asked < eve else min(_night_before(hours, ask_day(hours, following)) for hours in all_hours)


def _night_before(hours: Hours, day: date) -> datetime:
    return resolve(hours.zone, datetime.combine(day - timedelta(days=1), NIGHT))


@lru_cache(maxsize=16384)
def hour_after(hours: Hours, day: date, working_days: int) -> datetime:
    """A person's own hour so many working days after a day, or before it."""
    return at_their_hour(hours, add_working_days(hours, day, working_days))


def opening(facts: PairingFacts, policy: Policy, now: datetime) -> Iterator[Change]:
    schedule = next_checkin(facts, policy, now)
    if schedule is None or min(at for _, _, at in schedule.asks) - policy.lead > now:
        return
    yield schedule
    if facts.state is PairingState.INTRODUCED:
        yield Take(step=PairingStep.BEGIN)


def in_time(facts: PairingFacts, policy: Policy, now: datetime) -> Iterator[Change]:
    """What the check-in that runs has to say now: that it closes, whom it asks and reminds; without one, the next."""
    checkin = running(facts)
    if checkin is None:
        yield from opening(facts, policy, now)
        return
    closes = closing_moment(facts, checkin, policy)
    yield from closing(checkin, closes, now)
    yield from asking(facts, checkin, closes, policy, now)
    yield from reminding(facts, checkin, closes, policy, now)


def asking(
    facts: PairingFacts, checkin: CheckinFacts, closes: datetime, policy: Policy, now: datetime
) -> Iterator[Change]:
    """Prompts whose hour is near, to whoever has not answered early."""
    for prompt, at in unasked(facts, checkin, closes, now):
        if at - policy.lead <= now:
            seat = facts.seat(prompt.seat)
            yield Ask(prompt=prompt.id, member=seat.member, nth=prompt.asked + 1, not_before=at)


def unasked(
    facts: PairingFacts, checkin: CheckinFacts, closes: datetime, now: datetime
) -> Iterator[tuple[PromptFacts, datetime]]:
    """The prompts still to be said before the close and when; not those that were asked, answered or skipped."""
    for prompt in checkin.prompts:
        if _to_be_said(prompt):
            seat = facts.seat(prompt.seat)
            at = from_now_on(seat.hours, seat.pauses, after_pauses(seat.hours, seat.pauses, prompt.ask_at), now)
            if prompt.asked < ASKED_AT_MOST and can_be_asked(seat) and at < closes:
                yield prompt, at


def _to_be_said(prompt: PromptFacts) -> bool:
    return not (prompt.delivered_at or prompt.waiting or prompt.answered or prompt.skipped)


def reminding(
    facts: PairingFacts, checkin: CheckinFacts, closes: datetime, policy: Policy, now: datetime
) -> Iterator[Change]:
    """Reminders whose hour is near."""
    for prompt, nth, at in reminders(facts, checkin, closes, policy, now):
        if at - policy.lead <= now:
            yield Remind(prompt=prompt.id, member=facts.seat(prompt.seat).member, nth=nth, not_before=at)


def reminders(
    facts: PairingFacts, checkin: CheckinFacts, closes: datetime, policy: Policy, now: datetime
) -> Iterator[tuple[PromptFacts, int, datetime]]:
    """The reminders still to be said before the close: which one of which prompt, and when."""
    for prompt in checkin.prompts:
        for nth, at in reminder_moments(facts, prompt, policy, now):
            if at < closes:
                yield prompt, nth, at


def reminder_moments(
    facts: PairingFacts, prompt: PromptFacts, policy: Policy, now: datetime
) -> list[tuple[int, datetime]]:
    """The reminders still to come, (nth, when): so many working days after the prompt was really delivered."""
    seat = facts.seat(prompt.seat)
    if prompt.delivered_at is None or prompt.answered or prompt.skipped or not can_be_asked(seat):
        return []
    asked_on = local_day(seat.hours, prompt.delivered_at)
    moments = []
    for nth, days in enumerate(policy.reminders_after, start=1):
        if nth > prompt.reminders:
            at = hour_after(seat.hours, asked_on, days)
            at = after_pauses(seat.hours, seat.pauses, max(at, prompt.snoozed_until or at))
            moments.append((nth, from_now_on(seat.hours, seat.pauses, at, now)))
    return _one_a_day(moments, seat)


def overtaken(hours: Hours, asked_at: datetime, nth: int, policy: Policy, now: datetime) -> bool:
    """Whether the day of a later reminder has come: one that an outage held back is not said beside it."""
    asked_on, today = local_day(hours, asked_at), local_day(hours, now)
    return any(add_working_days(hours, asked_on, days) <= today for days in policy.reminders_after[nth:])


def reminders_passed(facts: PairingFacts, asked: PromptId, policy: Policy, now: datetime) -> int:
    """How many reminders of a prompt are behind, said or not: whoever skipped it and comes back hears none of them."""
    checkin = running(facts)
    prompts = () if checkin is None else checkin.prompts
    prompt = next((each for each in prompts if each.id == asked), None)
    if prompt is None or prompt.delivered_at is None:
        return 0
    hours = facts.seat(prompt.seat).hours
    asked_on = local_day(hours, prompt.delivered_at)
    hour_of = (hour_after(hours, asked_on, days) for days in policy.reminders_after)
    return max(prompt.reminders, sum(at <= now for at in hour_of))


def _one_a_day(moments: list[tuple[int, datetime]], seat: SeatFacts) -> list[tuple[int, datetime]]:
    """Reminders that an outage, a pause or *Later* brought together: only the last is left, and the others unsaid."""
    if len(moments) < 2:
        return moments
    on = {nth: local_day(seat.hours, at) for nth, at in moments}
    return [(nth, at) for nth, at in moments if not any(other > nth and on[other] == on[nth] for other in on)]


def closing_moment(facts: PairingFacts, checkin: CheckinFacts, policy: Policy) -> datetime:
    """Seven working days after the last delivery, or one working day before the next opens, whichever is first."""
    bound = last_moment(facts, checkin.period)
    ends = []
    for prompt in checkin.prompts:
        seat = facts.seat(prompt.seat)
        asked_at = prompt.delivered_at or after_pauses(seat.hours, seat.pauses, prompt.ask_at)
        asked_on = local_day(seat.hours, asked_at)
        ends.append(hour_after(seat.hours, asked_on, policy.open_days))
    return min(bound, max(ends, default=bound))


def closing(checkin: CheckinFacts, closes: datetime, now: datetime) -> Iterator[Change]:
    if closes <= now:
        yield Close(checkin=checkin.id, answered=answered(checkin))
    elif closes != checkin.closes_at:
        yield SetClose(checkin=checkin.id, closes_at=closes)


def answered(checkin: CheckinFacts) -> Answered:
    said = [prompt.answered for prompt in checkin.prompts]
    if said and all(said):
        return Answered.ALL
    return Answered.SOME if any(said) else Answered.NONE


def later(seat: SeatFacts, policy: Policy, now: datetime) -> datetime:
    """*Later*: the person's own hour, two working days on."""
    day = add_working_days(seat.hours, local_day(seat.hours, now), policy.later_days)
    return at_their_hour(seat.hours, day)


def next_look(facts: PairingFacts, policy: Policy, now: datetime) -> Iterator[datetime]:
    """The moments at which any of these could have something to say."""
    checkin = running(facts)
    if checkin is None:
        schedule = next_checkin(facts, policy, now)
        if schedule is not None:
            yield min(at for _, _, at in schedule.asks) - policy.lead
        return
    closes = closing_moment(facts, checkin, policy)
    yield closes
    yield from (at - policy.lead for _, at in unasked(facts, checkin, closes, now))
    yield from (at - policy.lead for _, _, at in reminders(facts, checkin, closes, policy, now))


LOOK_AGAIN: Final = timedelta(days=7)
"""However quiet a pairing is, it is looked at this often, in case hours or holidays have changed."""
