"""Countries, their working weeks and their holidays, as a member's hours take them in."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from timeit import timeit

import pytest

from bot.domain.calendar import Hours
from bot.services.calendar import country_of, hours_of, working_days
from bot.services.members import newcomer_of
from tests.services.office import NOW, person, turn_at

ANA = newcomer_of(person("U0ANA"), turn_at(NOW), zone="UTC")


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Berlin", "DE"),
        ("Europe/Oslo", "NO"),  # keeps Berlin's time, and not its holidays
        ("Asia/Calcutta", "IN"),
        ("Europe/Kiev", "UA"),
        ("America/Los_Angeles", "US"),
        ("US/Pacific", "US"),
        ("America/Montreal", "CA"),
        ("GB", "GB"),
        ("UTC", ""),
        ("Etc/GMT+5", ""),
        ("CET", ""),
        ("Mars/Base", ""),
        ("", ""),
    ],
)
def test_a_zone_lies_in_a_country(zone: str, country: str) -> None:
    assert country_of(zone) == country


@pytest.mark.parametrize(
    ("country", "day", "days"),
    [
        ("DE", date(2026, 11, 23), "01234"),
        ("IL", date(2026, 11, 23), "01236"),
        ("SA", date(2026, 11, 23), "01236"),
        ("IR", date(2026, 11, 23), "012356"),
        ("AE", date(2021, 3, 1), "01236"),
        ("AE", date(2026, 11, 23), "01234"),  # moved its weekend in 2022
        ("", date(2026, 11, 23), "01234"),
        ("XX", date(2026, 11, 23), "01234"),
    ],
)
def test_people_work_when_their_country_does(country: str, day: date, days: str) -> None:
    assert working_days(country, day) == days


def test_hours_hold_the_holidays_of_three_years() -> None:
    hours = hours_of(replace(ANA, opens=time(8), ask_weekday=3), NOW)

    assert hours == Hours(
        zone="Europe/Berlin",
        days=frozenset(range(5)),
        opens=time(8),
        closes=time(17),
        ask_weekday=3,
        ask_at=time(10),
        holidays=hours.holidays,
    )
    assert {date(year, 10, 3) for year in (2025, 2026, 2027)} <= hours.holidays
    assert {day.year for day in hours.holidays} == {2025, 2026, 2027}


def test_holidays_go_on_with_the_years() -> None:
    assert date(2028, 10, 3) in hours_of(ANA, datetime(2027, 1, 1, tzinfo=UTC)).holidays


@pytest.mark.parametrize(
    ("zone", "country", "day"),
    [
        ("America/Edmonton", "CA", date(2026, 10, 12)),
        ("America/Montreal", "CA", date(2026, 10, 12)),
        ("Europe/London", "GB", date(2026, 4, 6)),
        ("Australia/Melbourne", "AU", date(2026, 11, 3)),
    ],
)
def test_holidays_that_a_province_gives_are_kept_there(zone: str, country: str, day: date) -> None:
    assert day in hours_of(replace(ANA, zone=zone, country=country), NOW).holidays


def test_a_country_that_nobody_knows_has_no_holidays() -> None:
    assert hours_of(replace(ANA, country="XX"), NOW).holidays == frozenset()


def test_hours_cost_next_to_nothing_the_second_time() -> None:
    hours_of(ANA, NOW)

    fastest = min(timeit(lambda: hours_of(ANA, NOW), number=1000) for _ in range(20)) / 1000

    assert fastest < 5e-6
