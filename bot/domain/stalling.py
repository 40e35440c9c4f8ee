"""RULES: what silence is worth. Each is a pure function over what happened, with its numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar import DAY, Hours, add_working_days, at_their_hour, local_day, works_on
from bot.domain.case import Rule
from bot.domain.changes import Change, EndClimb, OpenCase, StartClimb
from bot.domain.facts import Outage, PairingFacts, PastCheckin, SeatFacts
from bot.domain.pairing import RUNNING
from bot.domain.pause import paused_until
from bot.domain.rhythm import length

NEVER_MET_AFTER: Final = timedelta(days=21)
NEVER_MET_RHYTHMS: Final = 1.5
SILENT_CHECKINS: Final = 2
SILENT_FOR: Final = timedelta(days=45)
CASE_AFTER: Final = {Rule.NEVER_MET: 3, Rule.SILENT_BOTH: 3, Rule.GONE: 0}
"""LADDER: working days from the moment a rule fires to the case (product: reminders, then the case)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """A rule fires. `since` is the moment from which its sentence counts, `checkins` how many stayed unanswered."""

    rule: Rule
    since: datetime
    checkins: int = 0


def firing(facts: PairingFacts, now: datetime) -> Iterator[Evidence]:
    """The rules that fire now, in the order of RULES."""
    rules = RULES if facts.state in RUNNING else {Rule.GONE: gone}
    for rule, test in rules.items():
        found = test(facts, now)
        if found is not None and not _resolved_since(facts, rule):
            yield found


def case_moment(facts: PairingFacts, rule: Rule, fired_at: datetime) -> datetime:
    """When a climb that began at `fired_at` reaches the coordinator, on the mentee's calendar."""
    days = CASE_AFTER[rule]
    hours = facts.seats[0].hours
    return fired_at if days == 0 else at_their_hour(hours, add_working_days(hours, local_day(hours, fired_at), days))


def never_met(facts: PairingFacts, now: datetime) -> Evidence | None:
    """Somebody was asked, the window closed, and there was no first meeting after max(21 days, 1.5 rhythms)."""
    begun = facts.introduced_at or facts.began_at
    if facts.met_at is not None or begun is None or not facts.past or not facts.rhythms:
        return None
    if not _passed(facts, begun, enough_to_meet(facts), now):
        return None
    return Evidence(rule=Rule.NEVER_MET, since=begun, checkins=_unanswered(facts.past))


def silent_both(facts: PairingFacts, now: datetime) -> Evidence | None:
    """Neither answered two check-ins in a row, or one with 45 days in which an answer was possible."""
    silent = _silent_in_a_row(facts)
    if not silent:
        return None
    since = silent[-1].opened_at
    if len(silent) >= SILENT_CHECKINS or _passed(facts, since, SILENT_FOR, now):
        return Evidence(rule=Rule.SILENT_BOTH, since=since, checkins=len(silent))
    return None


def gone(facts: PairingFacts, now: datetime) -> Evidence | None:
    """Somebody left, was deactivated, or cannot be reached."""
    if all(seat.reachable for seat in facts.seats):
        return None
    return Evidence(rule=Rule.GONE, since=now)


RULES: Final[dict[Rule, Callable[[PairingFacts, datetime], Evidence | None]]] = {
    Rule.GONE: gone,
    Rule.NEVER_MET: never_met,
    Rule.SILENT_BOTH: silent_both,
}


def possible_time(facts: PairingFacts, start: datetime, end: datetime) -> timedelta:
    """Calendar time in which an answer was possible for the one who had the least of it.

    Pauses, public holidays, days off and our own outages do not count. A week of working days counts as seven days,
    so that it can be held against a rhythm.
    """
    return min(_possible_for(seat, facts.outages, start, end) for seat in facts.seats)


def enough_to_meet(facts: PairingFacts) -> timedelta:
    return max(NEVER_MET_AFTER, length(facts.rhythms[-1].rhythm) * NEVER_MET_RHYTHMS)


def moments(facts: PairingFacts, now: datetime) -> Iterator[datetime]:
    """When time alone could make a rule fire, or a climb reach its case; never before it could."""
    yield from (climb.case_at for climb in facts.climbs if not climb.case_open)
    climbing = {climb.rule for climb in facts.climbs}
    begun = facts.introduced_at or facts.began_at
    if Rule.NEVER_MET not in climbing and begun is not None and facts.met_at is None and facts.past and facts.rhythms:
        yield _at_the_earliest(facts, begun, enough_to_meet(facts), now)
    silent = _silent_in_a_row(facts)
    if Rule.SILENT_BOTH not in climbing and silent:
        yield _at_the_earliest(facts, silent[-1].opened_at, SILENT_FOR, now)


def climbing(facts: PairingFacts, now: datetime) -> Iterator[Change]:
    """Climbs that begin, reach their case, or end because their rule fires no more."""
    fires = {evidence.rule: evidence for evidence in firing(facts, now)}
    climbs = {climb.rule: climb for climb in facts.climbs}
    for rule, evidence in fires.items():
        climb = climbs.get(rule)
        if climb is None:
            yield StartClimb(rule=rule, case_at=case_moment(facts, rule, now))
        elif not climb.case_open and climb.case_at <= now:
            yield OpenCase(climb=climb.id, rule=rule, since=evidence.since, checkins=evidence.checkins)
    for rule, climb in climbs.items():
        if rule not in fires:
            yield EndClimb(climb=climb.id, rule=rule)


def _passed(facts: PairingFacts, start: datetime, enough: timedelta, now: datetime) -> bool:
    """Whether enough possible time has passed; the calendar alone tells most that it has not."""
    return now - start >= enough and possible_time(facts, start, now) >= enough


def _at_the_earliest(facts: PairingFacts, start: datetime, enough: timedelta, now: datetime) -> datetime:
    """As if every day from now on were possible; in doubt an hour later, since days are counted whole."""
    if now - start < enough:
        return start + enough
    return now + max(enough - possible_time(facts, start, now), timedelta(hours=1))


def _possible_for(seat: SeatFacts, outages: Sequence[Outage], start: datetime, end: datetime) -> timedelta:
    day, last = local_day(seat.hours, start), local_day(seat.hours, end)
    days = 0
    while day < last:
        day += DAY
        if works_on(seat.hours, day) and paused_until(seat.pauses, day) is None:
            days += not _was_out(seat.hours, outages, at_their_hour(seat.hours, day))
    return timedelta(days=days * 7 / max(1, len(seat.hours.days)))


def _was_out(hours: Hours, outages: Sequence[Outage], at: datetime) -> bool:
    return any(outage.start <= at < outage.end for outage in outages)


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

    Somebody who is gone stays gone: that case comes back only if they did.
    """
    resolved = dict(facts.resolved).get(rule)
    if rule is Rule.GONE:
        return resolved is not None
    return resolved is not None and not any(checkin.closed_at > resolved for checkin in facts.past)
