"""What a report is asked for, and the arithmetic that the database does not do."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final

from bot.domain.refusals import Refusal, Refused
from bot.domain.spans import PeriodBackwards, PeriodUnclear, period

HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A programme by its name and a span of days, both ends included."""

    programme: str
    first: date
    last: date


def read(text: str, programmes: Sequence[str], today: date) -> Asked:
    """A programme's name, which may be left out where there is one only, then a period.

    Raises Refused: WHICH_PROGRAMME, PERIOD_UNCLEAR, PERIOD_BACKWARDS.
    """
    programme, rest = _programme(text, programmes)
    try:
        first, last = period(rest, today)
    except PeriodUnclear:
        raise Refused(Refusal.PERIOD_UNCLEAR, rest) from None
    except PeriodBackwards:
        raise Refused(Refusal.PERIOD_BACKWARDS, rest) from None
    return Asked(programme=programme, first=first, last=last)


def median_hours(waits: Collection[timedelta]) -> float | None:
    return median(wait / HOUR for wait in waits) if waits else None


def _programme(text: str, programmes: Sequence[str]) -> tuple[str, str]:
    """The name at the front and what follows it. A longer name wins: "Mentors 2026" over "Mentors" and its 2026."""
    for name in sorted(programmes, key=len, reverse=True):
        spelt = r"\s+".join(map(re.escape, name.split()))
        found = re.match(rf"\s*[\"“«]?\s*{spelt}\s*[\"”»]?(?=$|[\s,:])[\s,:]*", text, re.IGNORECASE)
        if found:
            return name, text[found.end() :].strip()
    if len(programmes) != 1:
        raise Refused(Refusal.WHICH_PROGRAMME, *programmes)
    return programmes[0], text.strip()
