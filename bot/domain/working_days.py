"""How many days somebody works between two: counted, not walked."""

from bisect import bisect_left
from datetime import date
from functools import lru_cache

from bot.domain.calendar import WEEK, Hours


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


@lru_cache
def _week(days: frozenset[int]) -> tuple[int, ...]:
    """How many of these weekdays come before each day of a week, and in all of it."""
    return tuple(sum(day in days for day in range(before)) for before in range(WEEK + 1))


@lru_cache(maxsize=4096)
def _days_off(days: frozenset[int], holidays: frozenset[date]) -> tuple[date, ...]:
    """The holidays that would be working days, in order."""
    return tuple(sorted(day for day in holidays if day.weekday() in days))
