"""Forming groups: sizes, hours that all share, sites mixed, wishes kept, nobody lost without a word."""

from datetime import date
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.forming import (
    Formed,
    Joiner,
    Ties,
    Unplaced,
    formed,
    hours_of,
    propose,
    room_for,
    sizes,
    working_week,
)
from bot.domain.ids import MemberId
from tests.builders import hours

MONDAY = date(2026, 10, 5)
ZONES = ("Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Australia/Perth", "Asia/Kolkata")


def joiner(number: int, site: str = "", zone: str = "UTC", opens: str = "09:00", closes: str = "17:00") -> Joiner:
    return Joiner(id=MemberId(UUID(int=number)), hours=hours(zone, opens=opens, closes=closes), site=site)


def pair(one: int, other: int) -> frozenset[MemberId]:
    return frozenset({MemberId(UUID(int=one)), MemberId(UUID(int=other))})


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        (2, 4, ()),
        (3, 4, (3,)),
        (5, 4, (5,)),
        (6, 4, (3, 3)),
        (7, 4, (4, 3)),
        (11, 4, (4, 4, 3)),
        (12, 3, (3, 3, 3, 3)),
        (13, 5, (5, 4, 4)),
        (5, 3, (5,)),
    ],
)
def test_sizes_are_as_near_to_what_is_wished_as_they_go(people: int, size: int, expected: tuple[int, ...]) -> None:
    assert sizes(people, size) == expected


@given(st.integers(3, 200), st.integers(3, 5))
def test_of_three_people_and_more_every_group_has_three_to_six(people: int, size: int) -> None:
    cut = sizes(people, size)

    assert sum(cut) == people
    assert all(3 <= each <= 6 for each in cut)
    assert max(cut) - min(cut) <= 1


def test_sites_are_mixed() -> None:
    proposal = propose([joiner(n, site="Porto" if n < 4 else "Braga") for n in range(8)], Ties(), MONDAY)

    assert [each.sites for each in proposal.groups] == [2, 2]
    assert [sum(member.int < 4 for member in each.members) for each in proposal.groups] == [2, 2]


def test_whoever_works_at_the_same_time_comes_together() -> None:
    """Lisbon and New York share four hours a day, Tokyo and Perth seven; no two across share one."""
    places = ["Europe/Lisbon", "Asia/Tokyo", "America/New_York", "Australia/Perth"] * 2
    proposal = propose([joiner(n, zone=zone) for n, zone in enumerate(places)], Ties(), MONDAY)

    assert [{places[member.int] for member in each.members} for each in proposal.groups] == [
        {"Europe/Lisbon", "America/New_York"},
        {"Asia/Tokyo", "Australia/Perth"},
    ]
    assert [each.shared_hours for each in proposal.groups] == [15, 35]


def test_whom_nobody_shares_an_hour_with_is_named_and_the_others_meet() -> None:
    people = [*(joiner(n) for n in range(4)), joiner(9, zone="Pacific/Auckland")]

    proposal = propose(people, Ties(), MONDAY)

    assert proposal.groups == (
        Formed(members=tuple(joiner(n).id for n in range(4)), shared_hours=40, sites=0, known=0),
    )
    assert proposal.unplaced == {joiner(9).id: Unplaced.HOURS}


def test_pairs_who_share_an_hour_two_by_two_but_not_all_together_are_no_group() -> None:
    """Monday and Tuesday, Tuesday and Wednesday, Monday and Wednesday."""
    week = [(0, 1), (1, 2), (0, 2)]
    people = [Joiner(id=joiner(n).id, hours=hours(days=days)) for n, days in enumerate(week)]

    proposal = propose(people, Ties(), MONDAY)

    assert proposal.groups == ()
    assert sorted(proposal.unplaced.values()) == [Unplaced.FEW, Unplaced.FEW, Unplaced.HOURS]


def test_two_are_no_group() -> None:
    proposal = propose([joiner(1), joiner(2)], Ties(), MONDAY)

    assert proposal.groups == ()
    assert proposal.unplaced == {joiner(1).id: Unplaced.FEW, joiner(2).id: Unplaced.FEW}


def test_whom_their_own_group_cannot_keep_another_takes_in() -> None:
    """Seven make four and three, but only two of them work in New Zealand."""
    people = [*(joiner(n) for n in range(5)), *(joiner(n, zone="Pacific/Auckland") for n in (5, 6))]

    proposal = propose(people, Ties(), MONDAY)

    assert [[member.int for member in each.members] for each in proposal.groups] == [[0, 1, 2, 3, 4]]
    assert proposal.unplaced == {joiner(5).id: Unplaced.FEW, joiner(6).id: Unplaced.FEW}


def test_an_hour_in_common_weighs_more_than_having_met_before() -> None:
    people = [*(joiner(n) for n in range(4)), *(joiner(n, zone="Pacific/Auckland") for n in range(4, 8))]
    before = {pair(one, other): 9 for four in (range(4), range(4, 8)) for one, other in combinations(four, 2)}

    proposal = propose(people, Ties(before=before), MONDAY)

    assert [[member.int for member in each.members] for each in proposal.groups] == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert [each.known for each in proposal.groups] == [6, 6]


def test_groups_are_new_where_they_can_be() -> None:
    before = {pair(one, other): 1 for four in (range(4), range(4, 8)) for one, other in combinations(four, 2)}

    proposal = propose([joiner(n) for n in range(8)], Ties(before=before), MONDAY)

    assert [each.known for each in proposal.groups] == [2, 2]


@given(st.integers(3, 24), st.integers(3, 5), st.data())
@settings(max_examples=150, deadline=None)
def test_nobody_is_lost_or_twice_or_with_whom_they_should_not_be_or_without_an_hour(
    people: int, size: int, data: st.DataObject
) -> None:
    zones = data.draw(st.lists(st.sampled_from(ZONES), min_size=people, max_size=people))
    never = data.draw(st.sets(st.sampled_from(list(combinations(range(people), 2))), max_size=people))
    joiners = [joiner(n, zone=zone) for n, zone in enumerate(zones)]
    ties = Ties(never=frozenset(pair(*each) for each in never))

    proposal = propose(joiners, ties, MONDAY, size=size)

    placed = [member for group in proposal.groups for member in group.members]
    assert sorted([*placed, *proposal.unplaced]) == [each.id for each in joiners]
    for group in proposal.groups:
        assert len(group.members) >= 3
        assert group.shared_hours > 0
        assert not {frozenset(two) for two in combinations(group.members, 2)} & ties.never
    assert propose(joiners[::-1], ties, MONDAY, size=size) == proposal


def test_a_newcomer_goes_where_there_is_room_an_hour_and_nobody_to_avoid() -> None:
    far = [joiner(n, zone="Pacific/Auckland") for n in (1, 2, 3)]
    avoided, full, fitting = ([joiner(n) for n in of] for of in ((4, 5, 6), (7, 8, 9, 10, 11), (12, 13, 14, 15)))
    groups = {0: far, 1: avoided, 2: full, 3: fitting}
    ties = Ties(never=frozenset({pair(20, 5)}))

    assert room_for(joiner(20), groups, ties, MONDAY, most=5) == 3
    assert room_for(joiner(20), groups, ties, MONDAY, most=4) is None
    assert room_for(joiner(21), groups, ties, MONDAY, most=5) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (hours(), hours(), 40),
        (hours(), hours("Europe/Lisbon"), 35),
        (hours(), hours(opens="16:30", closes="22:00"), 0),  # half an hour is no meeting
        (hours(), hours("Asia/Kolkata"), 12.5),
        (hours(days=[6], opens="20:00", closes="23:59"), hours("Asia/Tokyo", days=[0], opens="05:00"), 3.5),
    ],
)
def test_hours_in_common_are_counted_over_zones_and_the_end_of_the_week(
    one: object, other: object, expected: float
) -> None:
    bits = [working_week(each, MONDAY) for each in (one, other)]  # type: ignore[arg-type]  # Hours

    assert hours_of(bits[0] & bits[1]) == expected


def test_groups_formed_anew_are_others_where_others_are_as_good() -> None:
    people = [joiner(n, site="Porto" if n < 6 else "Braga") for n in range(12)]
    first = propose(people, Ties(), MONDAY)
    shown = frozenset(frozenset(two) for each in first.groups for two in combinations(each.members, 2))

    again = propose(people, Ties(proposed=shown), MONDAY)

    assert {each.members for each in again.groups}.isdisjoint(each.members for each in first.groups)
    assert [each.sites for each in again.groups] == [each.sites for each in first.groups] == [2, 2, 2]


def test_hours_in_common_weigh_more_than_other_groups() -> None:
    zones = ["Europe/Lisbon"] * 4 + ["Asia/Tokyo"] * 4
    people = [joiner(n, zone=zone) for n, zone in enumerate(zones)]
    first = propose(people, Ties(), MONDAY)
    shown = frozenset(frozenset(two) for each in first.groups for two in combinations(each.members, 2))

    assert propose(people, Ties(proposed=shown), MONDAY) == first


def test_of_nobody_nothing_is_said() -> None:
    assert formed([], MONDAY, Ties()) == Formed(members=(), shared_hours=0, sites=0, known=0)
