"""When a person's clocks stand still."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from bot.domain.calendar import Hours, at_their_hour, local_day, next_working_moment, working_day_from
from bot.domain.facts import PauseFacts


def paused_until(pauses: Iterable[PauseFacts], day: date) -> date | None:
    """The first day after `day` on which the clocks run again; none if they run on `day`."""
    until = None
    for pause in sorted(pauses, key=lambda each: each.from_day):
        at = until or day
        if pause.from_day <= at < pause.until_day:
            until = pause.until_day
    return until


def after_pauses(hours: Hours, pauses: Collection[PauseFacts], at: datetime) -> datetime:
    """`at`, or the person's hour on the first working day after the pause that holds it, which no pause holds."""
    while (until := paused_until(pauses, local_day(hours, at))) is not None:
        at = at_their_hour(hours, working_day_from(hours, until))
    return at


def from_now_on(hours: Hours, pauses: Collection[PauseFacts], at: datetime, now: datetime) -> datetime:
    """`at`, or, if that has passed unused, the person's next working moment outside of their pauses."""
    return at if at >= now else after_pauses(hours, pauses, next_working_moment(hours, now))


def paused_in_year(pauses: Iterable[PauseFacts], day: date) -> timedelta:
    """Days paused, or promised to be, in the year that ends with the last of these pauses; overlaps count once."""
    days: set[date] = set()
    for pause in pauses:
        length = (pause.until_day - pause.from_day).days
        days.update(pause.from_day + timedelta(days=n) for n in range(length))
    last = max(days, default=day)
    return timedelta(days=sum(last - timedelta(days=365) < each for each in days))
