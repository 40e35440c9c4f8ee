"""How much somebody works between two moments, or between two days: counted, not walked."""

from bisect import bisect_left
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from bot.domain.calendar import DAY, WEEK, Hours, local_day, stretch, works_on, zone


def working_time_between(hours: Hours, start: datetime, end: datetime) -> timedelta:
    """Working time in start..end, exact also where the clock changes in it; nothing if `end` is not later.

    Costs a few microseconds whatever the span: whole days are counted, not walked.
    """
    first, last = local_day(hours, start), local_day(hours, end)
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if end <= start:
        return timedelta()
    if first == last:
        return _worked(hours, first, start, end)
    return (
        _worked(hours, first, start, end)
        + _worked_on_whole_days(hours, first + DAY, last - DAY)
        + _worked(hours, last, start, end)
    )


def working_days_between(hours: Hours, first: date, after: date) -> int:
    """Working days from `first` until the day before `after`, whatever the span in the same time; none if it is over.

    Weekdays are counted from the first Monday of the calendar.
    """
    if after <= first:
        return 0
    week, days_off = _week(hours.days), _days_off(hours.days, hours.holidays)
    start, end = first.toordinal() - 1, after.toordinal() - 1
    weekdays = (end // WEEK - start // WEEK) * week[WEEK] + week[end % WEEK] - week[start % WEEK]
    return weekdays - (bisect_left(days_off, after) - bisect_left(days_off, first))


def _worked(hours: Hours, day: date, start: datetime, end: datetime) -> timedelta:
    if not works_on(hours, day):
        return timedelta()
    opens, closes = stretch(hours, day)
    return max(min(closes, end) - max(opens, start), timedelta())


def _worked_on_whole_days(hours: Hours, first: date, last: date) -> timedelta:
    if last < first:
        return timedelta()
    usual = datetime.combine(first, hours.closes) - datetime.combine(first, hours.opens)
    total = usual * working_days_between(hours, first, last + DAY)
    for year in range(first.year, last.year + 1):
        for day in _clock_changes(hours.zone, year):
            if first <= day <= last and works_on(hours, day):
                opens, closes = stretch(hours, day)
                total += max(closes - opens, timedelta()) - usual
    return total


@lru_cache
def _week(days: frozenset[int]) -> tuple[int, ...]:
    """How many of these weekdays come before each day of a week, and in all of it."""
    return tuple(sum(day in days for day in range(before)) for before in range(WEEK + 1))


@lru_cache(maxsize=4096)
def _days_off(days: frozenset[int], holidays: frozenset[date]) -> tuple[date, ...]:
    """The holidays that would be working days, in order."""
    return tuple(sorted(day for day in holidays if day.weekday() in days))


@lru_cache(maxsize=4096)
def _clock_changes(zone_name: str, year: int) -> tuple[date, ...]:
    """The days of a year at whose end the zone's offset is not what it was at their beginning."""
    there = zone(zone_name)
    midnight = datetime(year, 1, 1, tzinfo=there)
    changes = []
    while midnight.year == year:
        tomorrow = midnight + DAY
        if midnight.utcoffset() != tomorrow.utcoffset():
            changes.append(midnight.date())
        midnight = tomorrow
    return tuple(changes)
