"""Ends and periods, as people type them."""

import contextlib
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.spans import (
    PeriodBackwards,
    PeriodUnclear,
    SpanPast,
    SpanTooLong,
    SpanUnclear,
    period,
    until,
)

SUNDAY = date(2026, 11, 22)

days = st.dates(date(2015, 1, 1), date(2037, 12, 31))
WORDS = """
    2 3 29 31 366 0 2026 2026-12-03 next last until jusqu'au le a un month mois days jours feb mars mon lundi
    quarter trimestre dernier demain .. to au 2w 1er
"""
words = st.sampled_from(WORDS.split())
texts = st.one_of(st.text(), st.lists(words, max_size=5).map(" ".join))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 weeks", "2026-12-06"),
        ("for 2 weeks", "2026-12-06"),
        ("2w", "2026-12-06"),
        ("10 days", "2026-12-02"),
        ("2026-12-03.", "2026-12-03"),
        ("a month", "2026-12-22"),
        ("three months", "2027-02-22"),
        ("a fortnight", "2026-12-06"),
        ("1 year", "2027-11-22"),
        ("366 days", "2027-11-23"),
        ("until 3 December", "2026-12-03"),
        ("  Until  the 3rd of December. ", "2026-12-03"),
        ("December 3rd, 2026", "2026-12-03"),
        ("3 Dec 2026", "2026-12-03"),
        ("Dec. 3", "2026-12-03"),
        ("2026-12-03", "2026-12-03"),
        ("till 2026-12-3", "2026-12-03"),
        ("3 February", "2027-02-03"),  # without a year the next one
        ("until January", "2027-01-01"),
        ("tomorrow", "2026-11-23"),
        ("next monday", "2026-11-23"),
        ("Sunday", "2026-11-29"),  # today is one: the next
        ("until fri", "2026-11-27"),
        ("next week", "2026-11-23"),
        ("next month", "2026-12-01"),
        ("2 semaines", "2026-12-06"),
        ("deux semaines", "2026-12-06"),
        ("pendant quinze jours", "2026-12-07"),
        ("un mois", "2026-12-22"),
        ("jusqu'au 3 décembre", "2026-12-03"),
        ("jusqu’au 1er janvier 2027", "2027-01-01"),
        ("JUSQU'AU 3 DECEMBRE", "2026-12-03"),
        ("jusqu'à lundi prochain", "2026-11-23"),
        ("le 15 août", "2027-08-15"),
        ("7 sept", "2027-09-07"),
        ("demain", "2026-11-23"),
        ("la semaine prochaine", "2026-11-23"),
        ("d'ici le mois prochain", "2026-12-01"),
    ],
)
def test_an_end_is_the_first_day_after_the_pause(text: str, expected: str) -> None:
    assert until(text, SUNDAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("a month", "2026-01-31", "2026-02-28"),
        ("a month", "2028-01-31", "2028-02-29"),
        ("a year", "2028-02-29", "2029-02-28"),
        ("29 February", "2027-12-01", "2028-02-29"),
        ("2 days", "2026-12-31", "2027-01-02"),
        ("next month", "2026-12-31", "2027-01-01"),
        ("1 week", "2026-03-27", "2026-04-03"),
        ("monday", "2026-11-23", "2026-11-30"),
        ("next week", "2026-11-23", "2026-11-30"),
        ("mai", "2026-05-02", "2027-05-01"),
    ],
)
def test_an_end_is_counted_over_leap_days_and_year_ends(text: str, today: str, expected: str) -> None:
    assert until(text, date.fromisoformat(today)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "and",
        "week",
        "-3 days",
        "2.5 weeks",
        "31 February",
        "0 December",
        "2026-02-30",
        "2026-13-01",
        "03/12/2026",  # March or December
        "jui",  # June or July in French
        "we",
        "mar",  # Tuesday in French, or March
        "2 weeks 3 days",
        "9999999999 days",
    ],
)
def test_an_end_that_could_be_none_or_two_is_asked_again(text: str) -> None:
    with pytest.raises(SpanUnclear) as told:
        until(text, SUNDAY)

    assert told.value.text == text


@pytest.mark.parametrize(
    ("text", "day"),
    [("today", SUNDAY), ("0 days", SUNDAY), ("22 November", SUNDAY), ("2020-02-29", date(2020, 2, 29))],
)
def test_an_end_that_is_over_is_told_with_its_day(text: str, day: date) -> None:
    with pytest.raises(SpanPast) as told:
        until(text, SUNDAY)

    assert told.value.day == day


@pytest.mark.parametrize("text", ["367 days", "2 years", "13 months", "999999999 years", "29 February", "2028-01-01"])
def test_an_end_beyond_a_year_is_told_with_the_limit(text: str) -> None:
    with pytest.raises(SpanTooLong) as told:
        until(text, SUNDAY)

    assert told.value.limit == 366


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("", "2026-10-24", "2026-11-22"),
        ("last 30 days", "2026-10-24", "2026-11-22"),
        ("30 derniers jours", "2026-10-24", "2026-11-22"),
        ("les 30 derniers jours", "2026-10-24", "2026-11-22"),
        ("last 2 weeks", "2026-11-09", "2026-11-22"),
        ("the last two weeks", "2026-11-09", "2026-11-22"),
        ("2 dernières semaines", "2026-11-09", "2026-11-22"),
        ("last 3 months", "2026-08-23", "2026-11-22"),
        ("last 1 day", "2026-11-22", "2026-11-22"),
        ("this week", "2026-11-16", "2026-11-22"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("ce mois", "2026-11-01", "2026-11-30"),
        ("le mois dernier", "2026-10-01", "2026-10-31"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("this quarter", "2026-10-01", "2026-12-31"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("trimestre", "2026-10-01", "2026-12-31"),
        ("trimestre dernier", "2026-07-01", "2026-09-30"),
        ("dernier trimestre", "2026-07-01", "2026-09-30"),
        ("l'année dernière", "2025-01-01", "2025-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-01-01..2026-03-31", "2026-01-01", "2026-03-31"),
        ("2026-01-01…2026-03-31", "2026-01-01", "2026-03-31"),
        ("2026-01-01 – 2026-03-31", "2026-01-01", "2026-03-31"),
        ("2026-01-01 - 2026-03-31", "2026-01-01", "2026-03-31"),
        ("2026-01-01 to 2026-03-31", "2026-01-01", "2026-03-31"),
        ("from 1 Jan 2026 to 31 March 2026", "2026-01-01", "2026-03-31"),
        ("du 1er janvier 2026 au 31 mars 2026", "2026-01-01", "2026-03-31"),
        ("2026-03-31..2026-03-31", "2026-03-31", "2026-03-31"),
    ],
)
def test_a_period_has_its_first_and_its_last_day_in_it(text: str, start: str, end: str) -> None:
    assert period(text, SUNDAY) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "today", "start", "end"),
    [
        ("last month", "2028-03-31", "2028-02-01", "2028-02-29"),
        ("last month", "2027-01-15", "2026-12-01", "2026-12-31"),
        ("last quarter", "2027-02-01", "2026-10-01", "2026-12-31"),
        ("last week", "2027-01-04", "2026-12-28", "2027-01-03"),
        ("last 1 month", "2026-03-31", "2026-03-01", "2026-03-31"),
        ("last 30 days", "2028-03-01", "2028-02-01", "2028-03-01"),
    ],
)
def test_a_period_reaches_back_over_leap_days_and_year_ends(text: str, today: str, start: str, end: str) -> None:
    found = period(text, date.fromisoformat(today))

    assert found == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    [
        "lately",
        "last 0 days",
        "last 999999 years",
        "fortnight",
        "today",
        "0026",
        "2026-02-30..2026-03-31",
        "2026-01-01..",
        "jan 2026 to mar 2026",  # to the first of March or to its end
        "1 jan to 31 mar",
    ],
)
def test_a_period_that_is_none_is_asked_again(text: str) -> None:
    with pytest.raises(PeriodUnclear) as told:
        period(text, SUNDAY)

    assert told.value.text == text


def test_a_period_that_runs_backwards_is_told_with_its_ends() -> None:
    with pytest.raises(PeriodBackwards) as told:
        period("2026-03-31..2026-01-01", SUNDAY)

    assert (told.value.start, told.value.end) == (date(2026, 3, 31), date(2026, 1, 1))


@given(text=texts, today=days)
def test_a_pause_always_ends_after_today_and_within_a_year(text: str, today: date) -> None:
    with contextlib.suppress(SpanUnclear, SpanPast, SpanTooLong):
        assert today < until(text, today) <= today + timedelta(days=366)


@given(text=texts, today=days)
def test_a_period_never_ends_before_it_starts(text: str, today: date) -> None:
    with contextlib.suppress(PeriodUnclear, PeriodBackwards):
        start, end = period(text, today)
        assert start <= end


@pytest.mark.parametrize(("read", "unclear"), [(until, SpanUnclear), (period, PeriodUnclear)])
def test_what_a_person_typed_is_in_no_error_text_that_a_log_could_show(
    read: Callable[[str, date], object], unclear: type[Exception]
) -> None:
    with pytest.raises(unclear) as told:
        read("until Ana is well again", SUNDAY)

    assert "Ana" not in repr(told.value)
