"""The numbers of the rules, with the programme's own where it set them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final


class OutOfBounds(Exception):
    """A number of a policy that is no number, or outside of what keeps people unpressed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """Working days are counted on each person's own calendar.

    `lead` is how long before its hour a prompt is queued, so that all of one person's rows meet in one message.
    `never_met_*` and `silent_*` are when silence is worth something, `case_after` working days later a case.
    """

    reminders_after: tuple[int, ...] = (1, 3)
    open_days: int = 7
    first_meeting_after: timedelta = timedelta(days=7)
    lead: timedelta = timedelta(hours=2)
    later_days: int = 2
    long_pause: timedelta = field(default=timedelta(weeks=8))
    never_met_after: timedelta = timedelta(days=21)
    never_met_rhythms: float = 1.5
    silent_checkins: int = 2
    silent_for: timedelta = timedelta(days=45)
    case_after: int = 3


DEFAULT: Final = Policy()

BOUNDS: Final[Mapping[str, tuple[float, float]]] = {
    "reminders": (0, 2),
    "open_days": (4, 15),
    "first_meeting_days": (3, 30),
    "never_met_days": (14, 90),
    "never_met_rhythms": (1, 4),
    "silent_checkins": (1, 6),
    "silent_days": (21, 180),
    "case_after": (0, 10),
}
"""What a programme may set, and between which numbers (product: "within bounds"). Never more than two reminders."""


def read(written: Mapping[str, Any]) -> Policy:
    """The policy of a programme that set these of BOUNDS; what it did not set is the default. Raises OutOfBounds."""
    for name, value in written.items():
        if name not in BOUNDS or isinstance(value, bool) or not isinstance(value, (int, float)):
            raise OutOfBounds(name)
        least, most = BOUNDS[name]
        if not least <= value <= most:
            raise OutOfBounds(name)
    whole = {name: int(value) for name, value in written.items()}
    return Policy(
        reminders_after=DEFAULT.reminders_after[: whole.get("reminders", len(DEFAULT.reminders_after))],
        open_days=whole.get("open_days", DEFAULT.open_days),
        first_meeting_after=_days(whole, "first_meeting_days", DEFAULT.first_meeting_after),
        never_met_after=_days(whole, "never_met_days", DEFAULT.never_met_after),
        never_met_rhythms=float(written.get("never_met_rhythms", DEFAULT.never_met_rhythms)),
        silent_checkins=whole.get("silent_checkins", DEFAULT.silent_checkins),
        silent_for=_days(whole, "silent_days", DEFAULT.silent_for),
        case_after=whole.get("case_after", DEFAULT.case_after),
    )


def _days(whole: Mapping[str, int], name: str, default: timedelta) -> timedelta:
    return timedelta(days=whole[name]) if name in whole else default
