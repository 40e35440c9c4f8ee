"""When a person works: days, hours, holidays and zones.

Moments go in aware and come out in UTC; days are the person's own. A working day is one unbroken stretch of time,
from the moment the local clock first shows `opens` to the moment it first shows `closes`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Final
from zoneinfo import ZoneInfo

DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)
QUARTER_HOUR: Final = timedelta(minutes=15)
WEEK: Final = 7
SEARCH: Final = 60
"""Days without a working day after which the hours are taken to be wrong."""


class UnknownZone(Exception):
    """No such IANA zone."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class HoursImpossible(Exception):
    """Hours that close before they open, or a weekday outside 0 to 6."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class NeverWorks(Exception):
    """Nobody with these hours works within `SEARCH` days of `day`."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """One person's working time, on their own clock. Raises UnknownZone, HoursImpossible."""

    zone: str
    days: frozenset[int]
    opens: time
    closes: time
    ask_weekday: int
    ask_at: time
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        zone(self.zone)
        if not self.days <= frozenset(range(WEEK)):
            raise HoursImpossible("days")
        if self.opens >= self.closes:
            raise HoursImpossible("closes")
        if not 0 <= self.ask_weekday < WEEK:
            raise HoursImpossible("ask_weekday")


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo:
    """The zone of that name; whatever zoneinfo makes of a wrong one becomes UnknownZone."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as wrong:
        raise UnknownZone(name) from wrong


def local(hours: Hours, at: datetime) -> datetime:
    """`at` on the person's clock. A naive `at` would mean the machine's zone, so it is a ValueError."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return at.astimezone(zone(hours.zone))


def local_day(hours: Hours, at: datetime) -> date:
    return local(hours, at).date()


def resolve(zone_name: str, naive: datetime) -> datetime:
    """A local time as UTC: one inside a gap moves forward by the gap, one that comes twice is the first.

    This is what fold=0 means (https://peps.python.org/pep-0495/).
    """
    return naive.replace(tzinfo=zone(zone_name), fold=0).astimezone(UTC)


def works_on(hours: Hours, day: date) -> bool:
    return day.weekday() in hours.days and day not in hours.holidays


def is_working(hours: Hours, at: datetime) -> bool:
    day = local_day(hours, at)
    if not works_on(hours, day):
        return False
    start, end = stretch(hours, day)
    return start <= at.astimezone(UTC) < end


def next_working_moment(hours: Hours, at: datetime) -> datetime:
    """`at` itself if the person is working, else the next opening. Raises NeverWorks."""
    at_utc = at.astimezone(UTC)
    stretches = _stretches_from(hours, local_day(hours, at))
    return next(max(start, at_utc) for start, end in stretches if at_utc < end)


def next_working_morning(hours: Hours, at: datetime) -> datetime:
    """The opening of the first working day after the local day of `at`. Raises NeverWorks."""
    start, _ = next(_stretches_from(hours, local_day(hours, at) + DAY))
    return start


def next_opening(hours: Hours, at: datetime) -> datetime:
    """When the person's next working day begins, be it later on the day of `at`. Raises NeverWorks."""
    return next(start for start, _ in _stretches_from(hours, local_day(hours, at)) if start > at)


def working_day_from(hours: Hours, day: date) -> date:
    """`day`, or the next working day. Raises NeverWorks."""
    return _working_day(hours, day, DAY)


@lru_cache(maxsize=16384)
def add_working_days(hours: Hours, day: date, n: int) -> date:
    """The n-th working day after `day`, or before it if n is negative; for 0 as `working_day_from`."""
    if n == 0:
        return working_day_from(hours, day)
    step = DAY if n > 0 else -DAY
    for _ in range(abs(n)):
        day = _working_day(hours, day + step, step)
    return day


def last_day_before(hours: Hours, at: datetime) -> date:
    """The last day on which the person works, if only for a while, before `at`."""
    day = local_day(hours, at)
    if works_on(hours, day) and stretch(hours, day)[0] < at:
        return day
    return add_working_days(hours, day, -1)


def at_their_hour(hours: Hours, day: date) -> datetime:
    """The person's asking hour on `day`, kept in working time: at the opening, or an hour before the close."""
    start, end = stretch(hours, day)
    asked = resolve(hours.zone, datetime.combine(day, hours.ask_at))
    if asked >= end:
        asked = end - HOUR
    return max(start, asked)


def shared_hour(all_hours: Sequence[Hours], after: datetime, *, working_days: int = 5) -> datetime | None:
    """The first hour, from the next working morning of the first person on, in which everyone works.

    It begins on the hour by at least one of their clocks, so in Kolkata it may begin at half past. The search ends
    with the first person's `working_days`-th day.
    """
    first = all_hours[0]
    for start, end in islice(_stretches_from(first, local_day(first, after) + DAY), working_days):
        for moment in _quarter_hours(start, end - HOUR):
            if _is_on_the_hour(all_hours, moment) and _all_work_for_an_hour(all_hours, moment):
                return moment
    return None


def stretch(hours: Hours, day: date) -> tuple[datetime, datetime]:
    """The working stretch of a day, empty (end <= start) if the clock jumps over all of it."""
    return _stretch_of(hours.zone, hours.opens, hours.closes, day)


@lru_cache(maxsize=16384)
def _stretch_of(zone_name: str, opens: time, closes: time, day: date) -> tuple[datetime, datetime]:
    """A clock that jumps to midnight ends the day there."""
    start = resolve(zone_name, datetime.combine(day, opens))
    end = resolve(zone_name, datetime.combine(day, closes))
    midnight = resolve(zone_name, datetime.combine(day + DAY, time()))
    return start, min(end, midnight)


def _stretches_from(hours: Hours, day: date) -> Iterator[tuple[datetime, datetime]]:
    while True:
        day = working_day_from(hours, day)
        start, end = stretch(hours, day)
        if start < end:
            yield start, end
        day += DAY


def _working_day(hours: Hours, day: date, step: timedelta) -> date:
    started = day
    for _ in range(SEARCH + 1):
        if works_on(hours, day):
            return day
        day += step
    raise NeverWorks(started)


def _quarter_hours(start: datetime, end: datetime) -> Iterator[datetime]:
    """The quarters of an hour that start..end touches: every zone of today is some of them away from UTC."""
    moment = start.replace(minute=start.minute // 15 * 15, second=0, microsecond=0)
    while moment <= end:
        yield moment
        moment += QUARTER_HOUR


def _is_on_the_hour(all_hours: Sequence[Hours], moment: datetime) -> bool:
    return any(local(hours, moment).minute == 0 for hours in all_hours)


def _all_work_for_an_hour(all_hours: Sequence[Hours], moment: datetime) -> bool:
    return all(is_working(hours, moment) and moment + HOUR <= _closing(hours, moment) for hours in all_hours)


def _closing(hours: Hours, at: datetime) -> datetime:
    _, end = stretch(hours, local_day(hours, at))
    return end
