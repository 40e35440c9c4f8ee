"""How long people worked between two moments, also where the clock changes in between."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Hours, is_working, local_day, next_working_moment, zone
from bot.domain.working_time import working_time_between
from tests.builders import utc
from tests.domain.clocks import BERLIN, anyones_hours, moments


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-03-02T00:00", "2026-03-03T00:00", 8),
        ("2026-03-02T10:00", "2026-03-02T12:00", 2),
        ("2026-03-02T12:00", "2026-03-02T10:00", 0),
        ("2026-03-06T15:00", "2026-03-09T09:00", 2),  # one hour on Friday, one on Monday
        ("2026-03-01T00:00", "2026-04-01T00:00", 22 * 8),
        ("2026-12-23T23:00", "2027-01-04T23:00", 7 * 8),  # without the 25th
    ],
)
def test_working_time_counts_working_hours_only(start: str, end: str, expected: int) -> None:
    hours = replace(BERLIN, holidays=frozenset({date(2026, 12, 25), date(2026, 12, 26)}))

    assert working_time_between(hours, utc(start), utc(end)) == timedelta(hours=expected)


def test_a_night_in_which_the_clock_jumps_is_an_hour_shorter() -> None:
    night = replace(BERLIN, days=frozenset(range(7)), opens=time(1), closes=time(5))

    spring = working_time_between(night, utc("2026-03-27T12:00"), utc("2026-03-31T12:00"))
    autumn = working_time_between(night, utc("2026-10-23T12:00"), utc("2026-10-27T12:00"))

    assert (spring, autumn) == (timedelta(hours=4 * 4 - 1), timedelta(hours=4 * 4 + 1))


def test_working_time_does_not_depend_on_the_zone_the_moments_are_given_in() -> None:
    night = replace(BERLIN, days=frozenset(range(7)), opens=time(1), closes=time(5))
    start, end = (utc(text).astimezone(zone("Europe/Berlin")) for text in ("2026-03-29T00:30", "2026-03-29T02:00"))

    assert working_time_between(night, start, end) == timedelta(hours=1.5)  # their clock: 01:30 to 04:00


@given(hours=anyones_hours(), moment=moments, days=st.integers(0, 20))
def test_working_time_is_always_what_a_walk_over_openings_finds(hours: Hours, moment: datetime, days: int) -> None:
    end = moment + timedelta(days=days)
    walked = timedelta()
    at = next_working_moment(hours, moment)
    while at < end:
        closing = min(end, _end_of_work(hours, at))
        walked += closing - at
        at = next_working_moment(hours, closing)

    assert working_time_between(hours, moment, end) == walked


def _end_of_work(hours: Hours, at: datetime) -> datetime:
    """To the minute, which is all that these hours are made of."""
    day = local_day(hours, at)
    low, high = at.replace(second=0, microsecond=0), at + timedelta(hours=26)
    while high - low > timedelta(minutes=1):
        middle = (low + (high - low) / 2).replace(second=0, microsecond=0)
        still = is_working(hours, middle) and local_day(hours, middle) == day
        low, high = (middle, high) if still else (low, middle)
    return high.replace(second=0, microsecond=0)
