"""How many days people work between two."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Hours, works_on
from bot.domain.working_days import working_days_between
from tests.domain.clocks import BERLIN, anyones_hours


@pytest.mark.parametrize(
    ("first", "after", "days"),
    [
        pytest.param(date(2026, 3, 2), date(2026, 3, 9), 5, id="a week"),
        pytest.param(date(2026, 3, 7), date(2026, 3, 9), 0, id="a weekend"),
        pytest.param(date(2026, 3, 9), date(2026, 3, 2), 0, id="over before it begins"),
        pytest.param(date(2026, 12, 21), date(2027, 1, 4), 9, id="without the 25th, and the 26th is a Saturday"),
    ],
)
def test_weekends_and_holidays_do_not_count(first: date, after: date, days: int) -> None:
    hours = replace(BERLIN, holidays=frozenset({date(2026, 12, 25), date(2026, 12, 26)}))

    assert working_days_between(hours, first, after) == days


@given(hours=anyones_hours(), first=st.dates(date(2026, 1, 1), date(2028, 1, 1)), days=st.integers(-10, 400))
def test_they_are_always_as_many_as_a_walk_finds(hours: Hours, first: date, days: int) -> None:
    walked = sum(works_on(hours, first + timedelta(days=n)) for n in range(days))

    assert working_days_between(hours, first, first + timedelta(days=days)) == walked
