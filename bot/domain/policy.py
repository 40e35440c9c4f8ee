"""The numbers of the rules, with the programme's own where it set them."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """Working days are counted on each person's own calendar.

    `lead` is how long before its hour a prompt is queued, so that all of one person's rows meet in one message.
    """

    reminders_after: tuple[int, ...] = (1, 3)
    open_days: int = 7
    first_meeting_after: timedelta = timedelta(days=7)
    lead: timedelta = timedelta(hours=2)
    later_days: int = 2
    long_pause: timedelta = field(default=timedelta(weeks=8))


DEFAULT: Final = Policy()
