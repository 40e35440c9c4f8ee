"""The days of a pairing's periods."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Hours, is_working, local_day, works_on
from bot.domain.rhythm import (
    NoSuchPeriod,
    Rhythm,
    RhythmRow,
    ask_day,
    ask_moment,
    grid_day,
    length,
    nominal_day,
    period_day,
)
from tests.domain.clocks import BERLIN

rhythms = st.sampled_from(Rhythm)
days = st.dates(date(2015, 1, 1), date(2037, 12, 31))


@st.composite
def changing_rhythms(draw: st.DrawFn) -> list[RhythmRow]:
    """Rows as a pairing makes them: each anchor on or a little after the period before."""
    rows = [RhythmRow(from_period=1, rhythm=draw(rhythms), anchor=draw(days))]
    for _ in range(draw(st.integers(0, 3))):
        last = rows[-1].from_period + draw(st.integers(0, 6))
        anchor = period_day(rows, last) + timedelta(days=draw(st.integers(0, 10)))
        rows.append(RhythmRow(from_period=last + 1, rhythm=draw(rhythms), anchor=anchor))
    return draw(st.permutations(rows))


@pytest.mark.parametrize(
    ("rhythm", "anchor", "n", "expected"),
    [
        (Rhythm.WEEKLY, "2026-12-28", 1, "2027-01-04"),
        (Rhythm.FORTNIGHTLY, "2028-02-22", 1, "2028-03-07"),  # over 29 February
        (Rhythm.FORTNIGHTLY, "2026-03-10", -1, "2026-02-24"),
        (Rhythm.MONTHLY, "2026-01-31", 1, "2026-02-28"),
        (Rhythm.MONTHLY, "2028-01-31", 1, "2028-02-29"),
        (Rhythm.MONTHLY, "2026-01-31", 2, "2026-03-31"),  # counted from the anchor, not from February
        (Rhythm.MONTHLY, "2026-01-31", -2, "2025-11-30"),
        (Rhythm.MONTHLY, "2026-06-15", 0, "2026-06-15"),
        (Rhythm.QUARTERLY, "2026-11-30", 1, "2027-02-28"),
        (Rhythm.HALF_YEARLY, "2027-08-31", 1, "2028-02-29"),
        (Rhythm.HALF_YEARLY, "2028-02-29", 2, "2029-02-28"),
        (Rhythm.HALF_YEARLY, "2028-02-29", 8, "2032-02-29"),
    ],
)
def test_a_nominal_day_is_so_many_rhythms_from_the_anchor(rhythm: Rhythm, anchor: str, n: int, expected: str) -> None:
    assert nominal_day(rhythm, date.fromisoformat(anchor), n) == date.fromisoformat(expected)


def test_the_rules_measure_every_rhythm_in_whole_days() -> None:
    assert {rhythm: length(rhythm).days for rhythm in Rhythm} == {
        Rhythm.WEEKLY: 7,
        Rhythm.FORTNIGHTLY: 14,
        Rhythm.MONTHLY: 30,
        Rhythm.QUARTERLY: 91,
        Rhythm.HALF_YEARLY: 182,
    }


@pytest.mark.parametrize(
    ("rhythm", "anchor", "near", "expected"),
    [
        (Rhythm.WEEKLY, "2026-03-03", "2026-03-03", "2026-03-03"),
        (Rhythm.WEEKLY, "2026-03-03", "2026-03-06", "2026-03-03"),
        (Rhythm.WEEKLY, "2026-03-03", "2026-03-07", "2026-03-10"),
        (Rhythm.FORTNIGHTLY, "2026-03-03", "2026-03-10", "2026-03-03"),  # as near as the 17th: the earlier
        (Rhythm.FORTNIGHTLY, "2026-03-03", "2026-02-10", "2026-02-03"),
        (Rhythm.MONTHLY, "2026-01-31", "2026-02-15", "2026-02-28"),
        (Rhythm.MONTHLY, "2026-01-31", "2026-02-13", "2026-01-31"),
        (Rhythm.QUARTERLY, "2026-02-28", "2025-12-30", "2025-11-28"),
        (Rhythm.HALF_YEARLY, "2026-03-31", "2027-01-15", "2027-03-31"),
    ],
)
def test_a_pairing_joins_the_nearest_day_of_its_programme(
    rhythm: Rhythm, anchor: str, near: str, expected: str
) -> None:
    assert grid_day(rhythm, date.fromisoformat(anchor), date.fromisoformat(near)) == date.fromisoformat(expected)


@given(rhythm=rhythms, anchor=days, near=days)
def test_no_day_of_the_grid_is_ever_nearer(rhythm: Rhythm, anchor: date, near: date) -> None:
    grid = [nominal_day(rhythm, anchor, n) for n in range(-1250, 1250)]

    assert grid_day(rhythm, anchor, near) == min(grid, key=lambda day: (abs(day - near), day))


def test_a_change_of_rhythm_goes_on_with_the_number() -> None:
    rows = [
        RhythmRow(from_period=1, rhythm=Rhythm.MONTHLY, anchor=date(2026, 1, 31)),
        RhythmRow(from_period=3, rhythm=Rhythm.WEEKLY, anchor=date(2026, 4, 1)),
    ]

    found = [period_day(rows, period) for period in range(1, 6)]

    assert found == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 8), date(2026, 4, 15), date(2026, 4, 22)]


@pytest.mark.parametrize("period", [0, -1])
def test_there_is_no_period_before_the_first(period: int) -> None:
    rows = [RhythmRow(from_period=1, rhythm=Rhythm.MONTHLY, anchor=date(2026, 1, 31))]

    with pytest.raises(NoSuchPeriod) as told:
        period_day(rows, period)

    assert told.value.period == period


def test_a_pairing_without_a_rhythm_has_no_period() -> None:
    with pytest.raises(NoSuchPeriod):
        period_day([], 1)


@given(rows=changing_rhythms())
def test_a_period_is_always_later_than_the_one_before(rows: list[RhythmRow]) -> None:
    last = max(row.from_period for row in rows)

    found = [period_day(rows, period) for period in range(1, last + 15)]

    assert all(day < following for day, following in pairwise(found))


@pytest.mark.parametrize(
    ("hours", "nominal", "expected"),
    [
        (BERLIN, "2026-03-03", "2026-03-03"),  # Tuesday, the day they like
        (BERLIN, "2026-03-04", "2026-03-10"),
        (BERLIN, "2026-03-02", "2026-03-03"),
        (replace(BERLIN, ask_weekday=5), "2026-03-04", "2026-03-09"),  # Saturday is moved to Monday
        (replace(BERLIN, holidays=frozenset({date(2026, 12, 29)})), "2026-12-25", "2026-12-30"),
        (replace(BERLIN, days=frozenset({6, 0, 1, 2, 3}), ask_weekday=4), "2026-03-03", "2026-03-08"),
        (BERLIN, "2028-02-23", "2028-02-29"),
        (BERLIN, "2026-12-30", "2027-01-05"),
    ],
)
def test_a_person_is_asked_on_their_weekday_or_the_working_day_after(hours: Hours, nominal: str, expected: str) -> None:
    assert ask_day(hours, date.fromisoformat(nominal)) == date.fromisoformat(expected)


@given(
    nominal=days,
    working=st.frozensets(st.integers(0, 6), min_size=1),
    weekday=st.integers(0, 6),
    away=st.frozensets(st.integers(0, 20), max_size=10),
)
def test_a_person_is_never_asked_before_the_day_nor_on_a_free_one(
    nominal: date, working: frozenset[int], weekday: int, away: frozenset[int]
) -> None:
    holidays = frozenset(nominal + timedelta(days=n) for n in away)
    hours = replace(BERLIN, days=working, ask_weekday=weekday, holidays=holidays)

    asked = ask_day(hours, nominal)
    moment = ask_moment(hours, nominal)

    assert asked >= nominal
    assert works_on(hours, asked)
    assert local_day(hours, moment) == asked
    assert is_working(hours, moment)


@pytest.mark.parametrize(
    ("nominal", "expected"),
    [
        ("2026-03-24", datetime(2026, 3, 24, 9, tzinfo=UTC)),
        ("2026-03-25", datetime(2026, 3, 31, 8, tzinfo=UTC)),  # ten o'clock, in summer by now
        ("2026-10-21", datetime(2026, 10, 27, 9, tzinfo=UTC)),
    ],
)
def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change(nominal: str, expected: datetime) -> None:
    assert ask_moment(BERLIN, date.fromisoformat(nominal)) == expected
