"""When people work, on their own clocks: zones, hours, openings, days, and an hour that all share."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.calendar import (
    Hours,
    HoursImpossible,
    NeverWorks,
    UnknownZone,
    add_working_days,
    at_their_hour,
    is_working,
    local,
    local_day,
    next_opening,
    next_working_moment,
    next_working_morning,
    resolve,
    shared_hour,
    working_day_from,
    zone,
)
from tests.builders import hours, utc
from tests.domain.clocks import BERLIN, ZONES, anyones_hours, local_times, moments

SUNDAY_TO_THURSDAY: Final = frozenset({6, 0, 1, 2, 3})


@pytest.mark.parametrize(
    "name", ["", "Europe", "../x", "/etc/passwd", "Nowhere/Else", "a\0b", "zone.tab", "x" * 5000, " Europe/Berlin"]
)
def test_a_name_that_is_no_zone_is_told_as_such(name: str) -> None:
    with pytest.raises(UnknownZone) as told:
        zone(name)

    assert told.value.name == name


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (lambda: replace(BERLIN, opens=time(17)), "closes"),
        (lambda: replace(BERLIN, opens=time(22), closes=time(6)), "closes"),
        (lambda: replace(BERLIN, days=frozenset({7})), "days"),
        (lambda: replace(BERLIN, ask_weekday=7), "ask_weekday"),
    ],
)
def test_impossible_hours_are_refused(wrong: Callable[[], Hours], field: str) -> None:
    with pytest.raises(HoursImpossible) as told:
        wrong()

    assert told.value.field == field


def test_hours_in_no_known_zone_are_refused() -> None:
    with pytest.raises(UnknownZone):
        hours("Europe")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        local(BERLIN, datetime.fromisoformat("2026-03-02T09:00"))


@pytest.mark.parametrize(
    ("name", "naive", "expected"),
    [
        ("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59"),
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30"),  # a gap: 03:30
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),  # twice: the first
        ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45"),  # half an hour's gap: 02:45
        ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45"),
        ("America/St_Johns", "2026-03-08T02:30", "2026-03-08T06:00"),
        ("Asia/Kolkata", "2026-02-28T09:00", "2026-02-28T03:30"),
        ("Asia/Beirut", "2026-03-29T00:00", "2026-03-28T22:00"),  # the gap is at midnight: 01:00
        ("Pacific/Apia", "2011-12-30T09:00", "2011-12-30T19:00"),  # a day that never was: the 31st
        ("Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T01:30"),  # back for Ramadan
    ],
)
def test_a_local_time_that_is_missing_or_comes_twice_has_one_answer(name: str, naive: str, expected: str) -> None:
    assert resolve(name, datetime.fromisoformat(naive)) == utc(expected)


@given(moment=moments, name=st.sampled_from(ZONES))
def test_a_moment_always_survives_the_way_to_a_local_clock_and_back(moment: datetime, name: str) -> None:
    there = moment.astimezone(zone(name))
    assume(there.fold == 0)

    assert resolve(name, there.replace(tzinfo=None)) == moment


@given(naive=local_times, name=st.sampled_from(ZONES))
def test_a_local_time_is_never_moved_back(naive: datetime, name: str) -> None:
    shown = resolve(name, naive).astimezone(zone(name)).replace(tzinfo=None)

    assert naive <= shown <= naive + timedelta(hours=1)


@pytest.mark.parametrize(
    ("hours", "at", "expected"),
    [
        (BERLIN, "2026-03-02T08:00", "2026-03-02T08:00"),  # Monday, on the stroke of nine
        (BERLIN, "2026-03-02T07:59:59", "2026-03-02T08:00"),
        (BERLIN, "2026-03-02T16:00", "2026-03-03T08:00"),  # at five the day is over
        (BERLIN, "2026-03-27T18:00", "2026-03-30T07:00"),  # over the weekend in which the clocks go forward
        (BERLIN, "2026-10-23T18:00", "2026-10-26T08:00"),  # and back
        (replace(BERLIN, holidays=frozenset({date(2027, 1, 1)})), "2026-12-31T17:00", "2027-01-04T08:00"),
        (BERLIN, "2028-02-28T17:00", "2028-02-29T08:00"),
        (hours("Asia/Kolkata"), "2026-03-02T00:00", "2026-03-02T03:30"),
        (hours("Asia/Riyadh", days=SUNDAY_TO_THURSDAY), "2026-03-05T18:00", "2026-03-08T06:00"),
        (hours("Africa/Cairo", days=SUNDAY_TO_THURSDAY), "2026-04-23T16:00", "2026-04-26T06:00"),  # forward on Friday
        (hours("Australia/Lord_Howe"), "2026-10-02T07:00", "2026-10-04T22:00"),  # forward by half an hour
        (hours("Pacific/Apia"), "2011-12-30T05:00", "2012-01-01T19:00"),  # Thursday evening; there is no Friday
        (hours("Pacific/Kiritimati"), "2026-03-01T19:00", "2026-03-01T19:00"),  # there it is Monday already
    ],
)
def test_work_goes_on_at_the_next_opening(hours: Hours, at: str, expected: str) -> None:
    assert next_working_moment(hours, utc(at)) == utc(expected)


@given(hours=anyones_hours(), at=moments)
def test_the_next_working_moment_is_always_working_and_never_before(hours: Hours, at: datetime) -> None:
    found = next_working_moment(hours, at)

    assert found >= at
    assert is_working(hours, found)
    assert (found == at) == is_working(hours, at)


@given(hours=anyones_hours(), at=moments)
def test_the_next_working_morning_is_always_on_a_later_day(hours: Hours, at: datetime) -> None:
    found = next_working_morning(hours, at)

    assert local_day(hours, found) > local_day(hours, at)
    assert is_working(hours, found)
    assert not is_working(hours, found - timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-03-02T07:00", "2026-03-02T08:00"),
        ("2026-03-02T08:00", "2026-03-03T08:00"),
        ("2026-03-02T12:00", "2026-03-03T08:00"),
        ("2026-03-27T08:00", "2026-03-30T07:00"),
    ],
)
def test_a_day_of_work_that_has_not_begun_is_the_next_one(at: str, expected: str) -> None:
    assert next_opening(BERLIN, utc(at)) == utc(expected)


@pytest.mark.parametrize(
    ("hours", "at", "expected"),
    [
        (BERLIN, "2026-03-02T07:00", "2026-03-03T08:00"),  # before nine the morning is still tomorrow's
        (BERLIN, "2026-03-27T12:00", "2026-03-30T07:00"),
        (hours("America/New_York"), "2026-03-03T02:00", "2026-03-03T14:00"),  # Monday evening there
    ],
)
def test_the_next_working_morning_follows_the_persons_own_day(hours: Hours, at: str, expected: str) -> None:
    assert next_working_morning(hours, utc(at)) == utc(expected)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-03-06", 0, "2026-03-06"),
        ("2026-03-07", 0, "2026-03-09"),  # Saturday
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-07", 1, "2026-03-09"),
        ("2026-03-06", 7, "2026-03-17"),
        ("2026-03-09", -1, "2026-03-06"),
        ("2026-03-08", -1, "2026-03-06"),
        ("2026-12-24", 1, "2026-12-28"),  # the 25th is a holiday
        ("2026-12-28", -1, "2026-12-24"),
        ("2028-02-28", 1, "2028-02-29"),
    ],
)
def test_working_days_are_counted_over_weekends_and_holidays(day: str, n: int, expected: str) -> None:
    hours = replace(BERLIN, holidays=frozenset({date(2026, 12, 25)}))

    assert add_working_days(hours, date.fromisoformat(day), n) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "search",
    [
        lambda hours: working_day_from(hours, date(2026, 3, 2)),
        lambda hours: add_working_days(hours, date(2026, 3, 2), -1),
        lambda hours: next_working_moment(hours, utc("2026-03-02T09:00")),
    ],
)
@pytest.mark.parametrize(
    "hours",
    [
        replace(BERLIN, days=frozenset()),
        replace(BERLIN, holidays=frozenset(date(2026, 3, 2) + timedelta(days=n) for n in range(-100, 100))),
    ],
)
def test_a_search_for_work_where_there_is_none_ends(hours: Hours, search: Callable[[Hours], object]) -> None:
    with pytest.raises(NeverWorks):
        search(hours)


def test_a_moment_outside_is_known_even_to_those_who_never_work() -> None:
    assert not is_working(replace(BERLIN, days=frozenset()), utc("2026-03-02T09:00"))


@pytest.mark.parametrize(
    ("ask_at", "expected"),
    [
        (time(10), "2026-03-02T09:00"),
        (time(16, 30), "2026-03-02T15:30"),
        (time(7), "2026-03-02T08:00"),  # before the opening: at the opening
        (time(17), "2026-03-02T15:00"),  # from the close on: an hour before it
        (time(23), "2026-03-02T15:00"),
    ],
)
def test_nobody_is_asked_outside_their_hours(ask_at: time, expected: str) -> None:
    assert at_their_hour(replace(BERLIN, ask_at=ask_at), date(2026, 3, 2)) == utc(expected)


@given(hours=anyones_hours(), at=moments)
def test_the_asking_hour_of_a_working_day_is_always_working(hours: Hours, at: datetime) -> None:
    day = local_day(hours, next_working_moment(hours, at))

    assert is_working(hours, at_their_hour(hours, day))


@pytest.mark.parametrize(
    ("everyone", "after", "expected"),
    [
        ([BERLIN], "2026-03-02T09:00", "2026-03-03T08:00"),
        ([BERLIN, hours("America/New_York")], "2026-03-02T09:00", "2026-03-03T14:00"),
        ([BERLIN, hours("America/New_York")], "2026-03-09T09:00", "2026-03-10T13:00"),  # only they have changed
        ([BERLIN, hours("Asia/Kolkata")], "2026-03-02T09:00", "2026-03-03T08:00"),
        ([hours("Asia/Kolkata")], "2026-03-02T09:00", "2026-03-03T03:30"),  # nine for them is half past in UTC
        ([hours("Asia/Kathmandu")], "2026-03-02T09:00", "2026-03-03T03:15"),
        ([BERLIN, hours("America/Los_Angeles")], "2026-03-02T09:00", None),
        ([BERLIN, hours("Asia/Riyadh", days=SUNDAY_TO_THURSDAY)], "2026-03-05T09:00", "2026-03-09T08:00"),
        ([replace(BERLIN, opens=time(9, 10))], "2026-03-02T09:00", "2026-03-03T09:00"),
        ([replace(BERLIN, closes=time(10))], "2026-03-02T09:00", "2026-03-03T08:00"),
        ([replace(BERLIN, closes=time(9, 59))], "2026-03-02T09:00", None),  # never a whole hour
        ([BERLIN, replace(BERLIN, closes=time(9, 30))], "2026-03-02T09:00", None),
    ],
)
def test_a_shared_hour_is_the_first_one_whole_for_everyone(
    everyone: list[Hours], after: str, expected: str | None
) -> None:
    assert shared_hour(everyone, utc(after)) == (expected and utc(expected))


def test_a_shared_hour_is_sought_on_the_first_persons_five_working_days() -> None:
    friday = replace(BERLIN, days=frozenset({4}))

    assert shared_hour([BERLIN, friday], utc("2026-03-06T09:00")) == utc("2026-03-13T08:00")
    assert shared_hour([BERLIN, friday], utc("2026-03-06T09:00"), working_days=4) is None


@given(everyone=st.lists(anyones_hours(), min_size=1, max_size=3), after=moments)
def test_a_shared_hour_is_always_work_for_everyone_to_its_end(everyone: list[Hours], after: datetime) -> None:
    found = shared_hour(everyone, after)
    assume(found is not None)
    assert found is not None

    quarters = [found + timedelta(minutes=n) for n in (0, 15, 30, 45, 59)]
    assert found > after
    assert all(is_working(hours, moment) for hours in everyone for moment in quarters)
