"""Drawing a round: as few repeats as counting allows, nobody left out twice running, wishes kept."""

from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.circle import turn
from bot.domain.drawing import draw
from bot.domain.rotation import LeftOut, Met, Past, Shape, sizes
from tests.domain.rotating import Rotation, everybody, fewest_repeats, pairs_of, people, someone

WISHES = st.sets(st.sampled_from(list(combinations(range(9), 2))), max_size=6)
FEW = st.integers(min_value=2, max_value=8)


@pytest.mark.parametrize("n", range(2, 16))
def test_the_same_people_repeat_no_more_than_counting_forces_in_two_whole_circles(n: int) -> None:
    """n people have n(n-1)/2 pairs, and a round uses n // 2 of them."""
    rotation = Rotation()
    until_all_met = n - 1 + n % 2

    for _ in range(2 * until_all_met):
        rotation.turn(people(n))

    assert rotation.repeats == [0] * until_all_met + [n // 2] * until_all_met
    assert {met.times for met in rotation.met.values()} == {2}


@pytest.mark.parametrize("n", [3, 5, 9, 15])
def test_of_an_odd_number_each_is_left_out_once_before_anybody_is_so_again(n: int) -> None:
    rotation = Rotation()

    for _ in range(3 * n):
        rotation.turn(people(n))

    outs = [next(iter(drawn.left_out)) for drawn in rotation.rounds]
    assert all(len(set(outs[begin : begin + n])) == n for begin in range(0, 3 * n, n))
    assert all(one != following for one, following in pairwise(outs))
    assert {why for drawn in rotation.rounds for why in drawn.left_out.values()} == {LeftOut.ODD}


@given(st.lists(st.sets(st.integers(0, 8), min_size=1), min_size=1, max_size=12), WISHES)
@settings(max_examples=100, deadline=None)
def test_whoever_comes_and_goes_each_round_repeats_as_little_as_its_past_allows(
    rounds: list[set[int]], wishes: set[tuple[int, int]]
) -> None:
    rotation = Rotation(apart=frozenset(frozenset({someone(one).id, someone(other).id}) for one, other in wishes))
    for present in rounds:
        taking_part = [someone(each) for each in sorted(present)]
        past = rotation.past()
        fewest = fewest_repeats([person.id for person in taking_part], past)

        drawn = rotation.turn(taking_part)

        assert everybody(drawn) == [person.id for person in taking_part]
        assert not set(pairs_of(drawn)) & rotation.apart
        if fewest is not None:
            assert len(drawn.left_out) == len(taking_part) % 2
            assert not past.out_last & set(drawn.left_out)
            assert fewest <= rotation.repeats[-1] <= fewest + bool(wishes)


@given(st.integers(2, 40), st.sampled_from(Shape), st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_every_round_has_everybody_once_in_groups_of_the_right_sizes(n: int, shape: Shape, rounds: int) -> None:
    rotation = Rotation(shape=shape)
    for _ in range(rounds):
        drawn = rotation.turn(people(n))

        assert everybody(drawn) == [person.id for person in people(n)]
        assert Counter(map(len, drawn.groups)) == Counter(size for size in sizes(n, shape) if size > 1)
        assert not (drawn.left_out and shape is Shape.TRIOS)


@pytest.mark.parametrize(
    ("n", "shape", "expected"),
    [
        (0, Shape.PAIRS, ()),
        (1, Shape.TRIOS, (1,)),
        (1, Shape.PAIRS_AND_A_TRIO, (1,)),
        (2, Shape.TRIOS, (2,)),
        (3, Shape.PAIRS, (2, 1)),
        (3, Shape.PAIRS_AND_A_TRIO, (3,)),
        (4, Shape.TRIOS, (2, 2)),
        (5, Shape.TRIOS, (3, 2)),
        (7, Shape.TRIOS, (3, 2, 2)),
        (7, Shape.PAIRS_AND_A_TRIO, (3, 2, 2)),
        (9, Shape.TRIOS, (3, 3, 3)),
    ],
)
def test_a_round_is_cut_into_pairs_and_trios(n: int, shape: Shape, expected: tuple[int, ...]) -> None:
    assert sizes(n, shape) == expected


@pytest.mark.parametrize(
    ("n", "shape", "rounds"),
    [
        (9, Shape.TRIOS, 4),
        (15, Shape.TRIOS, 5),
        (27, Shape.TRIOS, 10),
        (45, Shape.TRIOS, 18),
        (9, Shape.PAIRS_AND_A_TRIO, 5),
        (15, Shape.PAIRS_AND_A_TRIO, 9),
        (27, Shape.PAIRS_AND_A_TRIO, 16),
    ],
)
def test_trios_repeat_nobody_for_most_of_the_rounds_that_counting_allows(n: int, shape: Shape, rounds: int) -> None:
    """Counting alone allows 4, 7, 13 and 22 rounds of trios, and with one trio among pairs 6, 11 and 23."""
    rotation = Rotation(shape=shape)

    for _ in range(rounds):
        rotation.turn(people(n))

    assert rotation.repeats == [0] * rounds


def test_when_one_of_nine_skips_a_round_the_eight_are_all_paired_and_the_circle_goes_on() -> None:
    rotation = Rotation()
    for absent in (None, 4, None, None, 7, None, None, None):
        drawn = rotation.turn([person for person in people(9) if person.chair != absent])
        assert len(drawn.left_out) == int(absent is None)

    assert rotation.repeats == [0] * 8


def test_alone_nobody_is_met_and_the_reason_is_another() -> None:
    assert draw(people(1), Past(number=1, chairs=1), Shape.PAIRS).left_out == {someone(0).id: LeftOut.ALONE}
    assert draw([], Past(number=1, chairs=0), Shape.PAIRS).left_out == {}


@pytest.mark.parametrize("shape", Shape)
def test_whoever_keeps_apart_from_all_others_is_left_out_rather_than_put_with_one(shape: Shape) -> None:
    hermit = someone(2)
    apart = frozenset(frozenset({hermit.id, other.id}) for other in people(6) if other != hermit)

    drawn = draw(people(6), Past(number=1, chairs=6, apart=apart), shape)

    assert drawn.left_out[hermit.id] is LeftOut.APART
    assert not set(pairs_of(drawn)) & apart


def test_of_rounds_that_repeat_nobody_the_one_with_the_most_sites_mixed_comes_first() -> None:
    sites = [someone(each, site="Porto" if each < 4 else "Braga") for each in range(8)]
    rotation = Rotation()

    within = []
    for _ in range(7):
        drawn = rotation.turn(sites)
        place = {person.id: person.site for person in sites}
        within.append(sum(len({place[member] for member in pair}) == 1 for pair in pairs_of(drawn)))

    assert rotation.repeats == [0] * 7
    assert within == sorted(within)
    assert sum(within) == 2 * len(list(combinations(range(4), 2)))


@pytest.mark.parametrize("number", range(3, 10))
def test_a_newcomer_is_not_the_one_who_is_left_out(number: int) -> None:
    """Their chair's turn to face nobody would be this round's, if they were no newcomer."""
    newcomer = number - 1
    faced = [pair for nth in (0, 1) for pair in turn(9, nth) if newcomer not in pair]
    met = {frozenset(someone(each).id for each in pair): Met(times=1, last=2) for pair in faced}

    drawn = draw(people(9), Past(number=number, chairs=9, met=met), Shape.PAIRS)

    assert len(drawn.left_out) == 1
    assert someone(newcomer).id not in drawn.left_out
    assert not set(pairs_of(drawn)) & met.keys()


def test_where_only_one_way_keeps_all_wishes_it_is_found_whatever_it_repeats() -> None:
    """A row of people, each of whom may meet only the next ones; those who never met would leave the two ends alone."""
    row = [someone(each) for each in (7, 2, 11, 0, 15, 4, 9, 13, 1, 6, 12, 3, 14, 8, 5, 10)]
    next_ones = {frozenset({one.id, other.id}) for one, other in pairwise(row)}
    apart = frozenset(frozenset({one.id, other.id}) for one, other in combinations(row, 2)) - next_ones
    met = {frozenset({row[n].id, row[n + 1].id}): Met(times=1, last=1) for n in range(0, 16, 2)}

    drawn = draw(row, Past(number=2, chairs=16, apart=apart, met=met), Shape.PAIRS)

    assert set(pairs_of(drawn)) == met.keys()
    assert drawn.left_out == {}


@given(FEW, st.randoms(use_true_random=False))
def test_the_order_in_which_people_come_changes_nothing(n: int, dice: object) -> None:
    shuffled = people(n)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # random.Random
    past = Past(number=2, chairs=n)

    assert draw(shuffled, past, Shape.TRIOS) == draw(people(n), past, Shape.TRIOS)
