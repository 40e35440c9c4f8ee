"""The periods of a pairing: which day each one falls on, and when a person is asked about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from dateutil.relativedelta import relativedelta

from bot.domain.calendar import Hours, at_their_hour, working_day_from


class Rhythm(StrEnum):
    """How often a pair meets."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"


DAYS: Final = {Rhythm.WEEKLY: 7, Rhythm.FORTNIGHTLY: 14}
MONTHS: Final = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.HALF_YEARLY: 6}
LENGTH: Final = {
    Rhythm.WEEKLY: timedelta(days=7),
    Rhythm.FORTNIGHTLY: timedelta(days=14),
    Rhythm.MONTHLY: timedelta(days=30),
    Rhythm.QUARTERLY: timedelta(days=91),
    Rhythm.HALF_YEARLY: timedelta(days=182),
}


class NoSuchPeriod(Exception):
    """No rhythm covers this period."""

    def __init__(self, period: int) -> None:
        super().__init__(period)
        self.period = period


@dataclass(frozen=True, kw_only=True, slots=True)
class RhythmRow:
    """A rhythm from a period on. A change adds a row, and the period number goes on.

    The days strictly increase as long as an anchor is not before the nominal day of the period before its row.
    """

    from_period: int
    rhythm: Rhythm
    anchor: date


def nominal_day(rhythm: Rhythm, anchor: date, n: int) -> date:
    """`anchor` and n rhythms, n of any sign. Months are counted from the anchor: 31 January, 28 February, 31 March."""
    if rhythm in DAYS:
        return anchor + timedelta(days=DAYS[rhythm] * n)
    return anchor + relativedelta(months=MONTHS[rhythm] * n)


def length(rhythm: Rhythm) -> timedelta:
    """The rhythm as the rules measure it, the same in every month."""
    return LENGTH[rhythm]


def grid_day(rhythm: Rhythm, anchor: date, near: date) -> date:
    """The nominal day nearest to `near`, before or after the anchor; of two as near, the earlier."""
    if rhythm in DAYS:
        n = (near - anchor).days // DAYS[rhythm]
    else:
        n = ((near.year - anchor.year) * 12 + near.month - anchor.month) // MONTHS[rhythm]
    days = (nominal_day(rhythm, anchor, k) for k in (n - 1, n, n + 1))
    return min(days, key=lambda day: (abs(day - near), day))


def period_day(rows: Sequence[RhythmRow], period: int) -> date:
    """The nominal day of a period: its row's first period falls one rhythm after the anchor. Raises NoSuchPeriod."""
    row = max((row for row in rows if row.from_period <= period), key=lambda row: row.from_period, default=None)
    if row is None:
        raise NoSuchPeriod(period)
    return nominal_day(row.rhythm, row.anchor, period - row.from_period + 1)


def ask_day(hours: Hours, nominal: date) -> date:
    """The person's asking weekday on or after the nominal day; if they do not work then, their next working day."""
    wait = (hours.ask_weekday - nominal.weekday()) % 7
    return working_day_from(hours, nominal + timedelta(days=wait))


def ask_moment(hours: Hours, nominal: date) -> datetime:
    return at_their_hour(hours, ask_day(hours, nominal))
