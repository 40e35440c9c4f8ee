"""What the rules say of a group's rounds now, and when to look again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain import group_health
from bot.domain.calendar import add_working_days, at_their_hour, local_day
from bot.domain.group_health import HealthChange
from bot.domain.groups import SMALLEST, Facilitation, GroupState
from bot.domain.ids import MemberId, RoundId
from bot.domain.look import LookedBack
from bot.domain.pause import paused_until
from bot.domain.round_facts import GroupFacts, PastRound, PersonFacts, RoundFacts
from bot.domain.rounds import RoundState, opening, round_day

MISSED_AFTER: Final = timedelta(days=2)
"""A round that could not be opened for so long is left out: its digest would come hard upon it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ScheduleRound:
    period: int
    day: date
    opens_at: datetime
    facilitator: MemberId | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Assign:
    """Somebody else leads the round: whoever was to cannot any more, or nobody was."""

    round: RoundId
    facilitator: MemberId | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenRound:
    round: RoundId


@dataclass(frozen=True, kw_only=True, slots=True)
class SkipRound:
    round: RoundId
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CloseRound:
    round: RoundId


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    """Prepare whoever leads the round."""

    round: RoundId
    member: MemberId
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudge:
    """One private word to somebody who was not heard in the round yet."""

    round: RoundId
    member: MemberId


RoundChange = ScheduleRound | Assign | Guide | OpenRound | Nudge | SkipRound | CloseRound | HealthChange


@dataclass(frozen=True, kw_only=True, slots=True)
class NextOfGroup:
    """What to change, and the earliest moment at which there could be more to say (none: never)."""

    changes: tuple[RoundChange, ...]
    next_look_at: datetime | None


def next_of_group(facts: GroupFacts, now: datetime) -> NextOfGroup:
    """Everything that is due now. When something is, the group is looked at again at once, on the new facts.

    A group that has ended, or cannot be written to, is not looked at. Raises LookedBack.
    """
    if facts.state is not GroupState.RUNNING:
        return NextOfGroup(changes=(), next_look_at=None)
    changes = tuple(_due(facts, now))
    if changes:
        return NextOfGroup(changes=changes, next_look_at=now)
    at = min(_moments(facts, now), default=None)
    if at is not None and at <= now:
        raise LookedBack(at)
    return NextOfGroup(changes=(), next_look_at=at)


def closing(facts: GroupFacts, round: RoundFacts, opened_at: datetime) -> datetime:
    """The group's hour so many working days after it really opened, or one before the next one does."""
    hours = facts.hours
    day = local_day(hours, opened_at)
    usual = at_their_hour(hours, add_working_days(hours, day, facts.closes_after))
    following = local_day(hours, opening(hours, facts.pauses, round_day(facts.rhythms, round.period + 1)))
    before_next = at_their_hour(hours, add_working_days(hours, following, -1))
    soonest = at_their_hour(hours, add_working_days(hours, day, 1))
    return max(min(usual, before_next), soonest)


def whose_turn(facts: GroupFacts, day: date, *, after: MemberId | None = None) -> MemberId | None:
    """Who leads a round on a day: whoever always does, or has waited longest for their turn; none where people say.

    `after` has just led one. Whoever is away that day, or cannot be reached, is passed over and keeps their turn.
    """
    if facts.facilitation is Facilitation.FIXED:
        return facts.leads
    if facts.facilitation is Facilitation.VOLUNTEERS:
        return None
    able = [each for each in facts.people if _is_there(each, day)]
    in_turn = sorted(able, key=lambda each: (each.member == after, _last_turn(each), each.joined_at, each.member))
    return in_turn[0].member if in_turn else None


def _due(facts: GroupFacts, now: datetime) -> Iterator[RoundChange]:
    yield from group_health.climbing(facts, now)
    yield from _of_rounds(facts, now)


def _of_rounds(facts: GroupFacts, now: datetime) -> Iterator[RoundChange]:
    round = facts.round
    if round is None or round.state in (RoundState.CLOSED, RoundState.SKIPPED):
        yield _following(facts, now, last=round)
    elif round.state is RoundState.SCHEDULED:
        yield from _opening(facts, round, now)
    elif round.closes_at is not None and round.closes_at <= now:
        yield CloseRound(round=round.id)
        closed = PastRound(period=round.period, closed_at=now, led=round.facilitator is not None, seats=round.seats)
        yield from group_health.at_close(facts, closed, now)
        yield _following(facts, now, last=round)
    elif (another := _another(facts, round, local_day(facts.hours, now))) is not None:
        yield another
    else:
        yield from (Nudge(round=round.id, member=who) for who, at in _nudges(facts, round) if at <= now)


def _following(facts: GroupFacts, now: datetime, *, last: RoundFacts | None) -> ScheduleRound:
    """The next round whose hour has not passed; of those missed in an outage none is held late."""
    period = last.period + 1 if last else 1
    while (opens_at := opening(facts.hours, facts.pauses, round_day(facts.rhythms, period))) <= now:
        period += 1
    led = last.facilitator if last and last.state is not RoundState.SKIPPED else None
    if last and last.state is RoundState.SKIPPED and facts.facilitation is Facilitation.IN_TURN:
        kept = facts.person(last.facilitator)  # whose round was skipped keeps their turn
        leads = kept.member if kept and _is_there(kept, local_day(facts.hours, opens_at)) else None
        leads = leads or whose_turn(facts, local_day(facts.hours, opens_at))
    else:
        leads = whose_turn(facts, local_day(facts.hours, opens_at), after=led)
    return ScheduleRound(period=period, day=round_day(facts.rhythms, period), opens_at=opens_at, facilitator=leads)


def _opening(facts: GroupFacts, round: RoundFacts, now: datetime) -> Iterator[RoundChange]:
    another = _another(facts, round, local_day(facts.hours, round.opens_at))
    if another is not None:
        yield another
        return
    guide_at = _guide_at(facts, round)
    if guide_at is not None and guide_at <= now < round.opens_at:
        assert facts.leading is not None
        yield Guide(round=round.id, member=facts.leading.member, not_before=guide_at)
    if round.coming or now < round.opens_at:
        return
    if sum(each.reachable for each in facts.people) < SMALLEST:
        yield SkipRound(round=round.id, why="too few")
    elif now >= round.opens_at + MISSED_AFTER:
        yield SkipRound(round=round.id, why="missed")
    else:
        yield OpenRound(round=round.id)


def _another(facts: GroupFacts, round: RoundFacts, day: date) -> Assign | None:
    """Whoever was to lead cannot any more, or nobody is who should: none in place of a volunteer, who is not named."""
    stays = facts.person(round.facilitator)
    if round.facilitator is not None and (round.facilitator == facts.leads or (stays and stays.reachable)):
        return None
    leads = whose_turn(facts, day)
    return Assign(round=round.id, facilitator=leads) if leads != round.facilitator else None


def _moments(facts: GroupFacts, now: datetime) -> Iterator[datetime]:
    yield from group_health.moments(facts)
    round = facts.round
    if round is None:
        return
    if round.state is RoundState.SCHEDULED and not round.coming:
        guide_at = _guide_at(facts, round)
        yield from [guide_at] if guide_at is not None and now < guide_at else []
        yield round.opens_at
    if round.state is RoundState.OPEN and round.closes_at is not None:
        yield from (at for _, at in _nudges(facts, round))
        yield round.closes_at


def _guide_at(facts: GroupFacts, round: RoundFacts) -> datetime | None:
    """The hour of whoever leads, on their working day before the round; none once they were prepared."""
    if facts.leading is None or round.guided or not facts.leading.reachable:
        return None
    hours = facts.leading.hours
    return at_their_hour(hours, add_working_days(hours, local_day(hours, round.opens_at), -1))


def _nudges(facts: GroupFacts, round: RoundFacts) -> Iterator[tuple[MemberId, datetime]]:
    """Who is still to be asked privately, and when: once, at their own hour, a working day of theirs before the close.

    Whoever leads the round is asked by nobody: they know.
    """
    assert round.closes_at is not None
    for seat in round.seats:
        person = facts.person(seat.member)
        if seat.heard or seat.nudged or person is None or not person.reachable or seat.member == round.facilitator:
            continue
        day = local_day(person.hours, round.closes_at)
        if paused_until(person.pauses, day) is None:
            yield seat.member, at_their_hour(person.hours, add_working_days(person.hours, day, -1))


def _is_there(person: PersonFacts, day: date) -> bool:
    return person.reachable and paused_until(person.pauses, day) is None


def _last_turn(person: PersonFacts) -> datetime:
    return person.turned_at or datetime.min.replace(tzinfo=person.joined_at.tzinfo)
