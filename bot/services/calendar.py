"""Countries and their days: whose holidays a member keeps, when people there work, and a member's hours."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Final

from bot.domain.calendar import WEEK, Hours
from storage.groups import GroupRecord
from storage.member import MemberRecord

MONDAY_TO_FRIDAY: Final = "01234"
PARTS: Final = {
    "AU": {
        "Australia/Adelaide": "SA",
        "Australia/Brisbane": "QLD",
        "Australia/Darwin": "NT",
        "Australia/Hobart": "TAS",
        "Australia/Melbourne": "VIC",
        "Australia/Perth": "WA",
        "Australia/Sydney": "NSW",
    },
    "CA": {
        "America/Edmonton": "AB",
        "America/Halifax": "NS",
        "America/Regina": "SK",
        "America/St_Johns": "NL",
        "America/Toronto": "ON",
        "America/Vancouver": "BC",
        "America/Winnipeg": "MB",
    },
    "GB": {"Europe/London": "ENG"},
}
"""Where holidays are a province's: the whole country has no Thanksgiving in Canada and no Easter Monday in Britain.

Each zone with the part of the country in which most of its people live.
"""

OFFICE_OPENS: Final = time(9)
OFFICE_CLOSES: Final = time(17)
LAST_HOUR: Final = 23

OFFSETS: Final = frozenset({"CET", "EET", "EST", "HST", "MET", "MST", "WET"})
"""Zones that name an offset. tzdata links each of them to some city, whose country says nothing of the person."""


def hours_of(member: MemberRecord, now: datetime) -> Hours:
    """With the public holidays of last year, this one and the next."""
    return _hours(
        member.zone,
        member.country,
        member.days,
        member.opens,
        member.closes,
        member.ask_weekday,
        member.ask_at,
        now.year,
    )


def hours_of_group(group: GroupRecord, now: datetime) -> Hours:
    """A group's own calendar: office hours that hold the hour of its rounds."""
    return _hours(
        group.zone,
        group.country,
        group.days,
        min(OFFICE_OPENS, group.opens_at),
        max(OFFICE_CLOSES, _an_hour_after(group.opens_at)),
        int(group.days[0]),
        group.opens_at,
        now.year,
    )


def _an_hour_after(at: time) -> time:
    return at.replace(hour=at.hour + 1) if at.hour < LAST_HOUR else time(LAST_HOUR, 59, 59)


@lru_cache(maxsize=1024)
def country_of(zone: str) -> str:
    """The ISO 3166 code of the country a zone lies in, '' for a zone that lies in none."""
    places = _countries()
    if zone in OFFSETS:
        return ""
    return places.get(zone) or places.get(_renamed().get(zone, ""), "")


@lru_cache(maxsize=1024)
def working_days(country: str, day: date) -> str:
    """The weekdays on which people of a country work in the week from `day` on; '01234' is Monday to Friday."""
    import holidays

    try:
        theirs = holidays.country_holidays(country, years=day.year)
    except NotImplementedError:
        return MONDAY_TO_FRIDAY
    week = (day + timedelta(days=n) for n in range(WEEK))
    return "".join(sorted(str(each.weekday()) for each in week if not theirs.is_weekend(each)))


@lru_cache(maxsize=4096)
def _hours(
    zone: str, country: str, days: str, opens: time, closes: time, ask_weekday: int, ask_at: time, year: int
) -> Hours:
    return Hours(
        zone=zone,
        days=frozenset(int(day) for day in days),
        opens=opens,
        closes=closes,
        ask_weekday=ask_weekday,
        ask_at=ask_at,
        holidays=_holidays_around(country, PARTS.get(country, {}).get(_renamed().get(zone, zone), ""), year),
    )


@lru_cache(maxsize=512)
def _holidays_around(country: str, part: str, year: int) -> frozenset[date]:
    return _holidays(country, part, year - 1) | _holidays(country, part, year) | _holidays(country, part, year + 1)


@lru_cache(maxsize=1024)
def _holidays(country: str, part: str, year: int) -> frozenset[date]:
    """The library is slow to import, and slow to make a country's first year: 0.1 s."""
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, subdiv=part or None, years=year))
    except NotImplementedError:
        return frozenset()


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Each zone's country, by the table of tzdata: code, place, zone, comment."""
    rows = (line.split("\t") for line in _lines("zone.tab") if not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@lru_cache(maxsize=1)
def _renamed() -> dict[str, str]:
    """Old names of zones with today's, the links of tzdata: Asia/Calcutta is Asia/Kolkata."""
    rows = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    return {row[2]: row[1] for row in rows}


def _lines(file: str) -> list[str]:
    return files("tzdata").joinpath("zoneinfo", file).read_text("utf-8").splitlines()
