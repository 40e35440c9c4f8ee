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
    """A programme by its name, '' where it is not said, and a span of days, both ends included."""

    programme: str
    first: date
    last: date


def read(text: str, programmes: Sequence[str], today: date, *, here: Collection[str] = ()) -> Asked:
    """A programme's name, then a period. The name may be left out where there is one only, or only one of those that
    are run is `here`, where it was typed.

    Raises Refused: WHICH_PROGRAMME, PERIOD_UNCLEAR, PERIOD_BACKWARDS.
    """
    programme, rest = _programme(text, programmes, here)
    try:
        first, last = period(rest, today)
    except PeriodUnclear:
        if not programme:
            raise Refused(Refusal.WHICH_PROGRAMME, *programmes) from None
        raise Refused(Refusal.PERIOD_UNCLEAR, rest) from None
    except PeriodBackwards:
        raise Refused(Refusal.PERIOD_BACKWARDS, rest) from None
    return Asked(programme=programme, first=first, last=last)


def median_hours(waits: Collection[timedelta]) -> float | None:
    return median(wait / HOUR for wait in waits) if waits else None


def _programme(text: str, programmes: Sequence[str], here: Collection[str]) -> tuple[str, str]:
    """The name at the front and what follows it. A longer name wins: "Mentors 2026" over "Mentors" and its 2026."""
    for name in sorted(programmes, key=len, reverse=True):
        spelt = r"\s+".join(map(re.escape, name.split()))
        found = re.match(rf"\s*[\"“«]?\s*{spelt}\s*[\"”»]?(?=$|[\s,:])[\s,:]*", text, re.IGNORECASE)
        if found:
            return name, text[found.end() :].strip()
    meant = programmes if len(programmes) == 1 else [each for each in programmes if each in here]
    return meant[0] if len(meant) == 1 else "", text.strip()
