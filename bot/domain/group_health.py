"""What silence in a group is worth. Each rule is a pure function over its rounds, with its numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.calendar import add_working_days, at_their_hour, local_day, next_working_morning
from bot.domain.case import Rule
from bot.domain.forming import SMALLEST
from bot.domain.ids import ClimbId, MemberId
from bot.domain.round_facts import GroupClimb, GroupFacts, PastRound, PersonFacts

QUIET_ROUNDS: Final = 2
"""Rounds running in which under half were heard (product: *Peer-mentoring groups in channels*)."""

SILENT_ROUNDS: Final = 3
"""Rounds running in which one person was not heard."""

CASE_AFTER: Final = 3
"""Working days from the private word to the case."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCaseOpens:
    """A coordinator is to hear of it. It is about the group, or about one `member`; `climb` reached it, or none did."""

    rule: Rule
    member: MemberId | None
    since: datetime
    rounds: int
    climb: ClimbId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCaseEnds:
    """Its reason is gone: nobody further is told, and an open case says so."""

    rule: Rule
    member: MemberId | None
    climb: ClimbId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupClimbStarts:
    """The way up begins: at `word_at` a private word, where there is one, and at `case_at` the case."""

    rule: Rule
    member: MemberId
    word_at: datetime | None
    case_at: datetime


HealthChange = GroupCaseOpens | GroupCaseEnds | GroupClimbStarts


def at_close(facts: GroupFacts, closed: PastRound, now: datetime) -> Iterator[HealthChange]:
    """What the rounds are worth, now that one more has closed."""
    rounds = (*facts.past, closed)
    quiet = _quiet(rounds)
    if quiet:
        yield GroupCaseOpens(rule=Rule.GROUP_QUIET, member=None, since=quiet[0].closed_at, rounds=len(quiet))
    else:
        yield GroupCaseEnds(rule=Rule.GROUP_QUIET, member=None)
    if closed.led:
        yield GroupCaseEnds(rule=Rule.NO_FACILITATOR, member=None)
    else:
        unled = [each for each in rounds if not each.led]
        yield GroupCaseOpens(rule=Rule.NO_FACILITATOR, member=None, since=unled[0].closed_at, rounds=len(unled))
    for person in facts.people:
        if _climbing(facts, Rule.MEMBER_SILENT, person.member) is None and _is_silent(facts, rounds, person):
            yield _word(person, now)


def climbing(facts: GroupFacts, now: datetime) -> Iterator[HealthChange]:
    """Climbs that reach the coordinator, or end; and those that begin at once, since somebody cannot be reached."""
    for climb in facts.climbs:
        if climb.ended_at is not None:
            continue
        if _ended(facts, climb):
            yield GroupCaseEnds(rule=climb.rule, member=climb.member, climb=climb.id)
        elif not climb.case_open and climb.case_at <= now:
            yield GroupCaseOpens(
                rule=climb.rule,
                member=climb.member,
                since=climb.started_at,
                rounds=SILENT_ROUNDS if climb.rule is Rule.MEMBER_SILENT else 0,
                climb=climb.id,
            )
    gone = [each for each in facts.people if not each.reachable]
    for person in gone:
        if _climbing(facts, Rule.GONE, person.member) is None:
            yield GroupClimbStarts(rule=Rule.GONE, member=person.member, word_at=None, case_at=now)
            if shrank(len(facts.people), len(facts.people) - len(gone)):
                left = len(facts.people) - len(gone)
                yield GroupCaseOpens(rule=Rule.GROUP_SMALL, member=None, since=now, rounds=left)


def shrank(before: int, now: int) -> bool:
    """Whether a group has become too small to be one (product: one that shrinks under three is offered a merge)."""
    return now < SMALLEST <= before


def moments(facts: GroupFacts) -> Iterator[datetime]:
    """When a climb reaches the coordinator."""
    yield from (each.case_at for each in facts.climbs if each.ended_at is None and not each.case_open)


def _quiet(rounds: Sequence[PastRound]) -> Sequence[PastRound]:
    """The last rounds running in which under half were heard, if there are enough of them."""
    running: list[PastRound] = []
    for each in reversed(rounds):
        if not each.seats or 2 * sum(seat.heard for seat in each.seats) >= len(each.seats):
            break
        running.insert(0, each)
    return running if len(running) >= QUIET_ROUNDS else ()


def _is_silent(facts: GroupFacts, rounds: Sequence[PastRound], person: PersonFacts) -> bool:
    """In each of the last rounds that asked them, counted anew once they were heard of by a climb that ended."""
    ended = [each.ended_at for each in facts.climbs if each.member == person.member and each.ended_at is not None]
    since = max(ended, default=None)
    asked = [
        seat.heard
        for each in rounds
        for seat in each.seats
        if seat.member == person.member and (since is None or each.closed_at > since)
    ]
    return person.reachable and len(asked) >= SILENT_ROUNDS and not any(asked[-SILENT_ROUNDS:])


def _word(person: PersonFacts, now: datetime) -> GroupClimbStarts:
    """On their next working day; the case three working days later, at their hour."""
    morning = next_working_morning(person.hours, now)
    day = local_day(person.hours, morning)
    return GroupClimbStarts(
        rule=Rule.MEMBER_SILENT,
        member=person.member,
        word_at=at_their_hour(person.hours, day),
        case_at=at_their_hour(person.hours, add_working_days(person.hours, day, CASE_AFTER)),
    )


def _ended(facts: GroupFacts, climb: GroupClimb) -> bool:
    person = facts.person(climb.member)
    if person is None:
        return True
    if climb.rule is Rule.GONE:
        return person.reachable
    if not person.reachable:
        return True  # which is a case of its own
    heard = facts.round is not None and any(seat.heard for seat in facts.round.seats if seat.member == climb.member)
    return heard or any(
        seat.heard
        for each in facts.past
        if each.closed_at > climb.started_at
        for seat in each.seats
        if seat.member == climb.member
    )


def _climbing(facts: GroupFacts, rule: Rule, member: MemberId) -> GroupClimb | None:
    return next(
        (each for each in facts.climbs if each.rule is rule and each.member == member and each.ended_at is None), None
    )
