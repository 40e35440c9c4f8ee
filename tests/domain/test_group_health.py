"""What silence in a group is worth: to whom, when, and when it is over."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from bot.domain.case import OF_GROUPS, TAKE_WITHIN, Rule
from bot.domain.group_health import (
    GroupCaseEnds,
    GroupCaseOpens,
    GroupClimbStarts,
    HealthChange,
    at_close,
    climbing,
)
from bot.domain.ids import ClimbId
from bot.domain.round_facts import GroupClimb, PastRound
from bot.domain.round_rules import next_of_group
from tests.domain.test_round_rules import FACTS, OPEN, member, person, seat

CLOSED = datetime(2026, 9, 18, 9, tzinfo=UTC)
CASE_AT = datetime(2026, 9, 24, 9, tzinfo=UTC)


def past(n: int, *heard: bool, led: bool = True) -> PastRound:
    """The n-th round, of the first people in their order."""
    seats = tuple(seat(number, heard=each) for number, each in enumerate(heard, start=1))
    return PastRound(period=n, closed_at=CLOSED + timedelta(weeks=n), led=led, seats=seats)


def opened(changes: list[HealthChange]) -> list[tuple[Rule, int]]:
    return [(each.rule, each.rounds) for each in changes if isinstance(each, GroupCaseOpens)]


def climb(rule: Rule = Rule.MEMBER_SILENT, **changes: object) -> GroupClimb:
    one = GroupClimb(
        id=ClimbId(UUID(int=7)),
        rule=rule,
        member=member(2),
        started_at=CLOSED,
        case_at=CASE_AT,
        case_open=False,
        ended_at=None,
    )
    return replace(one, **changes)  # type: ignore[arg-type]  # fields of GroupClimb


@pytest.mark.parametrize(
    ("rounds", "worth"),
    [
        ([(True, False, False), (True, False, False)], [(Rule.GROUP_QUIET, 2)]),
        ([(False, False), (False, False), (False, False)], [(Rule.GROUP_QUIET, 3)]),
        ([(True, False, False)], []),
        ([(True, False), (True, False)], []),
        ([(True, False, False), (True, True, False), (True, False, False)], []),
        ([(), ()], []),
    ],
)
def test_under_half_heard_in_two_rounds_running_is_a_case(
    rounds: list[tuple[bool, ...]], worth: list[tuple[Rule, int]]
) -> None:
    *before, last = [past(n, *heard) for n, heard in enumerate(rounds)]

    assert opened(list(at_close(replace(FACTS, past=tuple(before), people=()), last, CLOSED))) == worth


def test_a_round_that_nobody_led_is_a_case_and_one_that_somebody_leads_ends_it() -> None:
    unled = past(2, True, True, led=False)

    assert opened(list(at_close(FACTS, unled, CLOSED))) == [(Rule.NO_FACILITATOR, 1)]
    assert GroupCaseEnds(rule=Rule.NO_FACILITATOR, member=None) in list(
        at_close(replace(FACTS, past=(unled,)), past(3, True, True), CLOSED)
    )


def test_three_silent_rounds_are_worth_a_private_word_first() -> None:
    facts = replace(FACTS, past=(past(1, True, False, True), past(2, True, False, True)))

    started = [
        each for each in at_close(facts, past(3, True, False, True), CLOSED) if isinstance(each, GroupClimbStarts)
    ]

    assert started == [
        GroupClimbStarts(
            rule=Rule.MEMBER_SILENT,
            member=member(2),
            word_at=datetime(2026, 9, 21, 9, tzinfo=UTC),
            case_at=CASE_AT,
        )
    ]


def test_rounds_before_somebody_was_heard_of_do_not_count() -> None:
    silent = tuple(past(n, True, False, True) for n in (1, 2))
    told = climb(ended_at=CLOSED + timedelta(weeks=1, days=1))

    for facts in (
        replace(FACTS, past=(past(1, True, False, True), past(2, True, True, True))),
        replace(FACTS, past=silent, climbs=(told,)),
        replace(FACTS, past=silent, climbs=(climb(),)),
    ):
        changes = list(at_close(facts, past(3, True, False, True), CLOSED))
        assert not [each for each in changes if isinstance(each, GroupClimbStarts)]


def test_the_case_comes_three_working_days_after_the_word_and_only_if_nothing_was_heard() -> None:
    facts = replace(FACTS, round=OPEN, climbs=(climb(),))

    assert list(climbing(facts, CASE_AT - timedelta(seconds=1))) == []
    assert list(climbing(facts, CASE_AT)) == [
        GroupCaseOpens(rule=Rule.MEMBER_SILENT, member=member(2), since=CLOSED, rounds=3, climb=ClimbId(UUID(int=7)))
    ]
    heard = replace(facts, round=replace(OPEN, seats=(seat(2, heard=True),)))
    left = replace(facts, people=(person(1), person(3)))
    for changed in (heard, left):
        assert list(climbing(changed, CASE_AT)) == [
            GroupCaseEnds(rule=Rule.MEMBER_SILENT, member=member(2), climb=ClimbId(UUID(int=7)))
        ]


def test_somebody_who_cannot_be_reached_is_told_of_once_until_they_are_back() -> None:
    gone = replace(FACTS, people=(person(1), person(2, reachable=False)))

    assert list(climbing(gone, CLOSED)) == [
        GroupClimbStarts(rule=Rule.GONE, member=member(2), word_at=None, case_at=CLOSED)
    ]
    told = climb(Rule.GONE, case_open=True)
    assert list(climbing(replace(gone, climbs=(told,)), CLOSED)) == []
    back = replace(FACTS, climbs=(told,))
    assert list(climbing(back, CLOSED)) == [GroupCaseEnds(rule=Rule.GONE, member=member(2), climb=ClimbId(UUID(int=7)))]


def test_a_climb_is_looked_at_when_its_case_is_due() -> None:
    waiting = replace(FACTS, round=replace(OPEN, closes_at=CASE_AT + timedelta(days=9)), climbs=(climb(),))

    assert next_of_group(waiting, CLOSED).next_look_at == CASE_AT


def test_every_case_of_groups_goes_on_to_the_backup() -> None:
    assert TAKE_WITHIN.keys() >= OF_GROUPS
