"""The rounds of a rotation: when one is planned, warned of, opened and closed, and who is asked what in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar import (
    Hours,
    add_working_days,
    at_their_hour,
    is_working,
    local_day,
    next_working_moment,
    next_working_morning,
    shared_hour,
)
from bot.domain.checkin import Meeting
from bot.domain.look import LookedBack
from bot.domain.pause import after_pauses, from_now_on, paused_until
from bot.domain.policy import DEFAULT
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import Person
from bot.domain.rotation_facts import (
    AskToStay,
    AskWhetherMet,
    CloseRound,
    EncounterFacts,
    Introduce,
    LeaveOut,
    Nudge,
    Opened,
    OpenRound,
    PartFacts,
    PlanRound,
    RotationChange,
    RotationFacts,
    RotationRound,
    SetAside,
    SkipRound,
    TakerFacts,
    TellLeftOver,
    Warn,
)
from bot.domain.rounds import opening, round_day

LEAD: Final = DEFAULT.lead
SILENT_ROUNDS: Final = 3
"""Silent rounds in a row after which somebody is asked whether to stay."""

LOOK_AGAIN: Final = timedelta(days=7)
MOST_MISSED: Final = 400
"""Periods that an outage or a pause may swallow: more than seven years of weeks."""

HOUR: Final = timedelta(hours=1)
SETTLED: Final = frozenset({Meeting.MET, Meeting.PLANNED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """Working days from the introduction to the one prompt to meet, and from the question whether they met to the
    close of the round, each on the person's own calendar.
    """

    nudge_after: int
    ask_before: int


USUAL: Final = Pace(nudge_after=5, ask_before=2)
WEEKLY: Final = Pace(nudge_after=2, ask_before=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationNext:
    changes: tuple[RotationChange, ...]
    next_look_at: datetime


def what_next(facts: RotationFacts, now: datetime) -> RotationNext:
    """Everything that is due now of a running rotation; if something is, it is looked at again at once.

    Raises LookedBack.
    """
    changes = tuple(_due(facts, now))
    if changes:
        return RotationNext(changes=changes, next_look_at=now)
    at = min(_moments(facts, now))
    if at <= now:
        raise LookedBack(at)
    return RotationNext(changes=(), next_look_at=at)


def _due(facts: RotationFacts, now: datetime) -> Iterator[RotationChange]:
    if facts.planned is None:
        yield plan(facts, now)
    if facts.going is not None:
        yield from _due_while_open(facts, facts.going, now)
    elif facts.planned is not None:
        yield from _due_before_opening(facts, facts.planned, now)


def _due_while_open(facts: RotationFacts, round: RotationRound, now: datetime) -> Iterator[RotationChange]:
    if round.closes_at is not None and round.closes_at <= now:
        yield CloseRound(round=round.id)
        return
    yield from _opened(facts, round, now)
    yield from _stranded(facts, round)
    yield from (change for at, change in _while_open(facts, round, now) if at - LEAD <= now)


def _due_before_opening(facts: RotationFacts, round: RotationRound, now: datetime) -> Iterator[RotationChange]:
    """Nobody is warned of a round while the one before it is open."""
    if _following(facts, round) <= now:
        yield SkipRound(round=round.id, why="missed")
    elif round.opens_at <= now:
        yield _open(facts, round, now)
    else:
        yield from (change for at, change in _before_opening(facts, round, now) if at - LEAD <= now)


def _moments(facts: RotationFacts, now: datetime) -> Iterator[datetime]:
    yield now + LOOK_AGAIN
    if facts.going is not None:
        yield from [facts.going.closes_at] if facts.going.closes_at is not None else []
        yield from (at - LEAD for at, _ in _while_open(facts, facts.going, now))
    elif facts.planned is not None:
        yield facts.planned.opens_at
        yield from (at - LEAD for at, _ in _before_opening(facts, facts.planned, now))


def plan(facts: RotationFacts, now: datetime) -> PlanRound:
    """The next round that opens after the last one did and was not missed altogether."""
    period, after = (facts.last.period + 1, facts.last.opens_at) if facts.last is not None else (1, None)
    for candidate in range(period, period + MOST_MISSED):
        day = round_day(facts.rhythms, candidate)
        opens_at, following = _opening(facts, candidate), _opening(facts, candidate + 1)
        if (after is None or opens_at > after) and following > max(opens_at, now):
            return PlanRound(period=candidate, day=day, opens_at=opens_at)
    raise LookedBack(now)


def _opening(facts: RotationFacts, period: int) -> datetime:
    return opening(facts.hours, facts.pauses, round_day(facts.rhythms, period))


def _following(facts: RotationFacts, round: RotationRound) -> datetime:
    """When the next round after this one opens."""
    return next(at for n in range(1, MOST_MISSED) if (at := _opening(facts, round.period + n)) > round.opens_at)


def closing(facts: RotationFacts, round: RotationRound) -> datetime:
    """The morning of the working day before the next round opens: the day of that one's warnings."""
    day = local_day(facts.hours, _following(facts, round))
    eve = next_working_morning(facts.hours, at_their_hour(facts.hours, add_working_days(facts.hours, day, -2)))
    return max(eve, round.opens_at + HOUR)


def _before_opening(
    facts: RotationFacts, round: RotationRound, now: datetime
) -> Iterator[tuple[datetime, Warn | AskToStay]]:
    """The working day before, at each one's hour, to whoever has heard neither yet."""
    for taker in facts.takers:
        part = facts.part(taker.member)
        if not taker.ready or part.warned or part.stay_asked or part.skipped or _away(taker, round.opens_at):
            continue
        eve = add_working_days(taker.hours, local_day(taker.hours, round.opens_at), -1)
        at = from_now_on(taker.hours, taker.pauses, at_their_hour(taker.hours, eve), now)
        if at >= round.opens_at:
            continue
        if taker.silent >= SILENT_ROUNDS:
            yield at, AskToStay(round=round.id, member=taker.member, not_before=at)
        else:
            yield at, Warn(round=round.id, member=taker.member, not_before=at)


def _away(taker: TakerFacts, at: datetime) -> bool:
    return paused_until(taker.pauses, local_day(taker.hours, at)) is not None


def _open(facts: RotationFacts, round: RotationRound, now: datetime) -> OpenRound | SkipRound:
    assert facts.past is not None
    undecided = [each for each in facts.takers if _undecided(facts.part(each.member))]
    coming = [each for each in facts.takers if each not in undecided and _comes(each, facts.part(each.member), round)]
    if not coming and not undecided:
        return SkipRound(round=round.id, why="nobody")
    return OpenRound(
        round=round.id,
        people=tuple(Person(id=each.member, chair=each.chair, site=each.site) for each in coming),
        closes_at=closing(facts, round),
    )


def _opened(facts: RotationFacts, round: RotationRound, now: datetime) -> Iterator[Opened]:
    """Whatever the opening asks for and is not done yet."""
    hours = {taker.member: taker.hours for taker in facts.takers}
    for id, encounter in facts.encounters.items():
        if not encounter.announced and len(encounter.members) > 1:
            at = introduction_moment([hours[each] for each in sorted(encounter.members)], now)
            yield Introduce(round=round.id, encounter=id, not_before=at)
    for member, part in facts.said.items():
        if part.over and not part.told:
            yield TellLeftOver(round=round.id, member=member)
    for taker in facts.takers:
        if _undecided(facts.saying(taker.member)):
            yield SetAside(round=round.id, member=taker.member)


def _undecided(part: PartFacts) -> bool:
    return part.stay_asked and not part.stays


def _comes(taker: TakerFacts, part: PartFacts, round: RotationRound) -> bool:
    return taker.ready and not part.skipped and not _away(taker, round.opens_at)


def introduction_moment(all_hours: list[Hours], now: datetime) -> datetime:
    """Now, if all of them work; else the next hour that they share, within five working days; else the first one's."""
    if all(is_working(hours, now) for hours in all_hours):
        return now
    since_yesterday = shared_hour(all_hours, now - timedelta(days=1))
    if since_yesterday is not None and since_yesterday >= now:
        return since_yesterday
    return shared_hour(all_hours, now) or next_working_moment(all_hours[0], now)


def _stranded(facts: RotationFacts, round: RotationRound) -> Iterator[LeaveOut]:
    """Whoever is the last of an encounter, unless they have met before the others went."""
    for encounter in facts.encounters.values():
        alone = encounter.members[0] if len(encounter.members) == 1 else None
        if alone is not None and facts.saying(alone).answer is not Meeting.MET:
            yield LeaveOut(round=round.id, member=alone)


def pace_of(facts: RotationFacts) -> Pace:
    return WEEKLY if facts.rhythms[-1].rhythm is Rhythm.WEEKLY else USUAL


def _while_open(
    facts: RotationFacts, round: RotationRound, now: datetime
) -> Iterator[tuple[datetime, Nudge | AskWhetherMet]]:
    """Of people who were introduced and are not known to have met: one prompt to meet, then the question."""
    takers = {taker.member: taker for taker in facts.takers}
    for encounter in facts.encounters.values():
        answers = {facts.saying(member).answer for member in encounter.members}
        if encounter.introduced_at is None or len(encounter.members) < 2 or Meeting.MET in answers:
            continue
        for member in encounter.members:
            if member in takers and takers[member].ready:
                yield from _to(facts, round, takers[member], encounter, now, planned=bool(answers & SETTLED))


def _to(
    facts: RotationFacts,
    round: RotationRound,
    taker: TakerFacts,
    encounter: EncounterFacts,
    now: datetime,
    *,
    planned: bool,
) -> Iterator[tuple[datetime, Nudge | AskWhetherMet]]:
    assert round.closes_at is not None
    assert encounter.introduced_at is not None
    part, pace, hours = facts.saying(taker.member), pace_of(facts), taker.hours
    asked_on = add_working_days(hours, local_day(hours, round.closes_at), -pace.ask_before)
    asked_at = after_pauses(hours, taker.pauses, at_their_hour(hours, asked_on))
    nudged_on = add_working_days(hours, local_day(hours, encounter.introduced_at), pace.nudge_after)
    nudged_at = after_pauses(hours, taker.pauses, at_their_hour(hours, nudged_on))
    if not part.nudged and not part.asked and not planned and nudged_at < asked_at:
        at = from_now_on(hours, taker.pauses, nudged_at, now)
        if at < asked_at:
            yield at, Nudge(round=round.id, member=taker.member, not_before=at)
    if not part.asked:
        at = from_now_on(hours, taker.pauses, asked_at, now)
        if at < round.closes_at:
            yield at, AskWhetherMet(round=round.id, member=taker.member, not_before=at)
