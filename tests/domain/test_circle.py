"""The circle: everybody faces everybody else once, and nobody twice in one turn."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.circle import turn, turns


@given(st.integers(min_value=1, max_value=60))
def test_in_all_turns_together_any_two_face_each_other_once(chairs: int) -> None:
    faced = [frozenset(pair) for nth in range(turns(chairs)) for pair in turn(chairs, nth)]

    assert len(faced) == len(set(faced))
    assert set(faced) == {frozenset(pair) for pair in combinations(range(chairs), 2)}


@given(st.integers(min_value=1, max_value=60), st.integers(min_value=0, max_value=200))
def test_in_one_turn_nobody_faces_two_and_at_most_one_faces_nobody(chairs: int, nth: int) -> None:
    seated = [chair for pair in turn(chairs, nth) for chair in pair]

    assert len(seated) == len(set(seated)) == chairs - chairs % 2
