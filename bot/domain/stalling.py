"""RULES: what silence is worth. Each is a pure function over what happened, with its numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from bot.domain.calendar import DAY, Hours, add_working_days, at_their_hour, local_day
from bot.domain.case import SILENCES, Rule
from bot.domain.changes import Change, EndClimb, OpenCase, StartClimb
from bot.domain.facts import PairingFacts, PastCheckin, SeatFacts
from bot.domain.pairing import RUNNING
from bot.domain.policy import DEFAULT, Policy
from bot.domain.rhythm import length
from bot.domain.working_days import working_days_between

Spans = tuple[tuple[datetime, datetime], ...]
"""Outages as they are hashed fastest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """A rule fires. `since` is the moment from which its sentence counts, `checkins` how many stayed unanswered."""

    rule: Rule
    since: datetime
    checkins: int = 0


def firing(facts: PairingFacts, now: datetime, policy: Policy = DEFAULT) -> Iterator[Evidence]:
    """The rules that fire now, in the order of RULES."""
    rules = RULES if facts.state in RUNNING else {Rule.GONE: gone}
    for rule, test in rules.items():
        found = test(facts, now, policy)
        if found is not None and not _resolved_since(facts, rule):
            yield found


def case_after(rule: Rule, policy: Policy) -> int:
    """LADDER: working days from the moment a rule fires to the case (product: reminders, then the case)."""
    return 0 if rule is Rule.GONE else policy.case_after


def case_moment(facts: PairingFacts, rule: Rule, fired_at: datetime, policy: Policy = DEFAULT) -> datetime:
    """When a climb that began at `fired_at` reaches the coordinator, on the mentee's calendar."""
    days = case_after(rule, policy)
    hours = facts.seats[0].hours
    return fired_at if days == 0 else at_their_hour(hours, add_working_days(hours, local_day(hours, fired_at), days))


def never_met(facts: PairingFacts, now: datetime, policy: Policy) -> Evidence | None:
    """Somebody was asked, the window closed, and there was no first meeting after max(21 days, 1.5 rhythms)."""
    begun = facts.introduced_at or facts.began_at
    if facts.met_at is not None or begun is None or not facts.past or not facts.rhythms:
        return None
    if not _passed(facts, begun, enough_to_meet(facts, policy), now):
        return None
    return Evidence(rule=Rule.NEVER_MET, since=begun, checkins=_unanswered(facts.past))


def silent_both(facts: PairingFacts, now: datetime, policy: Policy) -> Evidence | None:
    """Neither answered two check-ins in a row, or one with 45 days in which an answer was possible."""
    silent = _silent_in_a_row(facts)
    if not silent:
        return None
    since = silent[-1].opened_at
    if len(silent) >= policy.silent_checkins or _passed(facts, since, policy.silent_for, now):
        return Evidence(rule=Rule.SILENT_BOTH, since=since, checkins=len(silent))
    return None


def gone(facts: PairingFacts, now: datetime, policy: Policy) -> Evidence | None:
    """Somebody left, was deactivated, or cannot be reached."""
    if all(seat.reachable for seat in facts.seats):
        return None
    return Evidence(rule=Rule.GONE, since=now)


RULES: Final[dict[Rule, Callable[[PairingFacts, datetime, Policy], Evidence | None]]] = {
    Rule.GONE: gone,
    Rule.NEVER_MET: never_met,
    Rule.SILENT_BOTH: silent_both,
}


def possible_time(facts: PairingFacts, start: datetime, end: datetime) -> timedelta:
    """Calendar time in which an answer was possible for the one who had the least of it.

    Pauses, public holidays, days off and our own outages do not count. A week of working days counts as seven days,
    so that it can be held against a rhythm.
    """
    out = _spans(facts)
    return min(_possible_for(seat, out, start, end) for seat in facts.seats)


def enough_to_meet(facts: PairingFacts, policy: Policy = DEFAULT) -> timedelta:
    return max(policy.never_met_after, length(facts.rhythms[-1].rhythm) * policy.never_met_rhythms)


def moments(facts: PairingFacts, now: datetime, policy: Policy = DEFAULT) -> Iterator[datetime]:
    """When time alone could make a rule fire, or a climb reach its case; never before it could."""
    yield from (climb.case_at for climb in facts.climbs if not climb.case_open)
    climbing = {climb.rule for climb in facts.climbs}
    begun = facts.introduced_at or facts.began_at
    if Rule.NEVER_MET not in climbing and begun is not None and facts.met_at is None and facts.past and facts.rhythms:
        yield from _at_the_earliest(facts, begun, enough_to_meet(facts, policy), now)
    silent = _silent_in_a_row(facts)
    if Rule.SILENT_BOTH not in climbing and silent:
        yield from _at_the_earliest(facts, silent[-1].opened_at, policy.silent_for, now)


def climbing(facts: PairingFacts, now: datetime, policy: Policy = DEFAULT) -> Iterator[Change]:
    """Climbs that begin, reach their case, or end because their rule fires no more."""
    fires = {evidence.rule: evidence for evidence in firing(facts, now, policy)}
    climbs = {climb.rule: climb for climb in facts.climbs}
    for rule, evidence in fires.items():
        climb = climbs.get(rule)
        if climb is None:
            yield StartClimb(rule=rule, case_at=case_moment(facts, rule, now, policy))
        elif not climb.case_open and climb.case_at <= now:
            yield OpenCase(climb=climb.id, rule=rule, since=evidence.since, checkins=evidence.checkins)
    for rule, climb in climbs.items():
        if rule not in fires:
            yield EndClimb(climb=climb.id, rule=rule)


def _passed(facts: PairingFacts, start: datetime, enough: timedelta, now: datetime) -> bool:
    """Whether enough possible time has passed for everybody; the calendar alone tells most that it has not."""
    out = _spans(facts)
    return now - start >= enough and all(_possible_for(seat, out, start, now) >= enough for seat in facts.seats)


def _at_the_earliest(facts: PairingFacts, start: datetime, enough: timedelta, now: datetime) -> Iterator[datetime]:
    """As if every day from now on were possible; in doubt an hour later, since days are counted whole.

    Once enough has passed time changes nothing: a rule that still does not fire waits for something new.
    """
    if now - start < enough:
        yield start + enough
        return
    lacking = enough - possible_time(facts, start, now)
    if lacking > timedelta():
        yield now + max(lacking, timedelta(hours=1))


def _spans(facts: PairingFacts) -> Spans:
    return tuple((outage.start, outage.end) for outage in facts.outages)


def _possible_for(seat: SeatFacts, out: Spans, start: datetime, end: datetime) -> timedelta:
    hours = _without_outages(seat.hours, out)
    first, after = local_day(hours, start) + DAY, local_day(hours, end) + DAY
    days = working_days_between(hours, first, after)
    for pause in sorted(seat.pauses, key=lambda each: each.from_day):
        paused_from, until = max(pause.from_day, first), min(pause.until_day, after)
        if paused_from < until:
            days -= working_days_between(hours, paused_from, until)
            first = until
    return timedelta(days=days * 7 / max(1, len(hours.days)))


@lru_cache(maxsize=1024)
def _without_outages(hours: Hours, out: Spans) -> Hours:
    """As if each day at whose asking hour we were out had been a holiday: the hours come in the order of their days.

    All who keep the same hours lack the same days.
    """
    lacking: set[date] = set()
    for start, end in out:
        day, until = _asked_from(hours, start), _asked_from(hours, end)
        lacking.update(day + n * DAY for n in range((until - day).days))
    return replace(hours, holidays=hours.holidays | lacking) if lacking else hours


def _asked_from(hours: Hours, at: datetime) -> date:
    """The first day whose asking hour is not before `at`."""
    day = local_day(hours, at) - DAY
    while at_their_hour(hours, day) < at:
        day += DAY
    return day


def _silent_in_a_row(facts: PairingFacts) -> list[PastCheckin]:
    """The latest check-ins that nobody answered, newest first; none once the one that is open has an answer."""
    silent: list[PastCheckin] = []
    if facts.checkin is not None and any(prompt.answered for prompt in facts.checkin.prompts):
        return silent
    for checkin in sorted(facts.past, key=lambda each: each.period, reverse=True):
        if checkin.answered:
            break
        silent.append(checkin)
    return silent


def _unanswered(past: Sequence[PastCheckin]) -> int:
    return sum(not checkin.answered for checkin in past)


def _resolved_since(facts: PairingFacts, rule: Rule) -> bool:
    """A resolved case comes back only with something new: a check-in that closed after it was resolved.

    Somebody who is gone stays gone: that case comes back only if they did. A silence that was told with the other one
    is resolved with it.
    """
    resolved = dict(facts.resolved)
    if rule not in resolved:
        return False
    if rule is Rule.GONE:
        return True
    told_with = SILENCES - {rule} if rule in SILENCES else frozenset[Rule]()
    if any(climb.rule in told_with and climb.case_open for climb in facts.climbs):
        return True
    last = max(at for each, at in resolved.items() if each is rule or each in told_with)
    return not any(checkin.closed_at > last for checkin in facts.past)
