"""Working time on people's own clocks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

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
    working_time_between,
    zone,
)

MONDAY_TO_FRIDAY = frozenset(range(5))
SUNDAY_TO_THURSDAY = frozenset({6, 0, 1, 2, 3})
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Beirut",
    "America/Nuuk",
    "UTC",
)
BERLIN = Hours(
    zone="Europe/Berlin",
    days=MONDAY_TO_FRIDAY,
    opens=time(9),
    closes=time(17),
    ask_weekday=1,
    ask_at=time(10),
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def in_zone(name: str, days: frozenset[int] = MONDAY_TO_FRIDAY) -> Hours:
    return replace(BERLIN, zone=name, days=days)


FIRST = datetime.fromisoformat("2015-01-01")
LAST = datetime.fromisoformat("2037-12-31")
CHANGES = (
    "2026-03-08T05:30",  # St John's
    "2026-03-28T22:00",  # Beirut, at midnight
    "2026-03-29T01:00",  # Berlin, and Nuuk to midnight
    "2026-04-04T15:00",  # Lord Howe
    "2026-10-25T01:00",  # Berlin, and Nuuk from midnight
    "2026-10-29T21:00",  # Cairo, to the day before
)
local_times = st.datetimes(FIRST, LAST)
moments = st.one_of(
    st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    st.builds(
        lambda change, off: utc(change) + off,
        st.sampled_from(CHANGES),
        st.timedeltas(timedelta(hours=-30), timedelta(hours=30)),
    ),
)
minutes = st.one_of(st.integers(0, 1439), st.sampled_from([0, 60, 90, 120, 150, 180, 1390, 1410, 1430, 1439]))


@st.composite
def anyones_hours(draw: st.DrawFn) -> Hours:
    opens, closes = sorted(draw(st.lists(minutes, min_size=2, max_size=2, unique=True)))
    ask_at = draw(minutes)
    return Hours(
        zone=draw(st.sampled_from(ZONES)),
        days=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        opens=time(*divmod(opens, 60)),
        closes=time(*divmod(closes, 60)),
        ask_weekday=draw(st.integers(0, 6)),
        ask_at=time(*divmod(ask_at, 60)),
        holidays=draw(st.frozensets(st.dates(date(2015, 1, 1), date(2037, 12, 31)), max_size=3)),
    )


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
        in_zone("Europe")


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
        (in_zone("Asia/Kolkata"), "2026-03-02T00:00", "2026-03-02T03:30"),
        (in_zone("Asia/Riyadh", SUNDAY_TO_THURSDAY), "2026-03-05T18:00", "2026-03-08T06:00"),
        (in_zone("Africa/Cairo", SUNDAY_TO_THURSDAY), "2026-04-23T16:00", "2026-04-26T06:00"),  # forward on Friday
        (in_zone("Australia/Lord_Howe"), "2026-10-02T07:00", "2026-10-04T22:00"),  # forward by half an hour
        (in_zone("Pacific/Apia"), "2011-12-30T05:00", "2012-01-01T19:00"),  # Thursday evening; there is no Friday
        (in_zone("Pacific/Kiritimati"), "2026-03-01T19:00", "2026-03-01T19:00"),  # there it is Monday already
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
        (in_zone("America/New_York"), "2026-03-03T02:00", "2026-03-03T14:00"),  # Monday evening there
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
        ([BERLIN, in_zone("America/New_York")], "2026-03-02T09:00", "2026-03-03T14:00"),
        ([BERLIN, in_zone("America/New_York")], "2026-03-09T09:00", "2026-03-10T13:00"),  # only they have changed
        ([BERLIN, in_zone("Asia/Kolkata")], "2026-03-02T09:00", "2026-03-03T08:00"),
        ([in_zone("Asia/Kolkata")], "2026-03-02T09:00", "2026-03-03T03:30"),  # nine for them is half past in UTC
        ([in_zone("Asia/Kathmandu")], "2026-03-02T09:00", "2026-03-03T03:15"),
        ([BERLIN, in_zone("America/Los_Angeles")], "2026-03-02T09:00", None),
        ([BERLIN, in_zone("Asia/Riyadh", SUNDAY_TO_THURSDAY)], "2026-03-05T09:00", "2026-03-09T08:00"),
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
