"""What the bot owes to people, judged from what they saw alone; days and hours are written out here once more."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from tests.journeys.diary import How, Line

OPENS, CLOSES = time(9), time(17)
WEEKEND: Final = 5
DAYS_OFF: Final = {
    "Europe/Lisbon": {date(2026, 10, 5), date(2026, 12, 1), date(2026, 12, 8)},
    "America/Edmonton": {date(2026, 10, 12), date(2026, 11, 11)},
    "Asia/Kolkata": {date(2026, 10, 2), date(2026, 10, 20), date(2026, 11, 24)},
    "Asia/Tokyo": {date(2026, 10, 12), date(2026, 11, 3), date(2026, 11, 23)},
}
"""Public holidays on weekdays, from 28 September to 8 December 2026."""

AT_ONCE: Final = timedelta(seconds=10)
"""How long after somebody did something a message is still the answer to it."""

NOT_COUNTED: Final = ("I am Rapport", "You get this as a coordinator", "has come to an end")
"""The first word, coordinators' notices and the end of a pairing; introductions are known by their place."""

REMINDER: Final = re.compile(r"(?:A gentle reminder|My last reminder for this check-in): have you (.*?) since (.*?)\?")
ANSWERED: Final = re.compile(r"\+ (?:With .*: \*|Your words are saved)")
FRESH: Final = "Time for your check-in."


def is_working(line: Line) -> bool:
    """Whether its reader works at that moment."""
    local = line.local
    day_off = local.weekday() >= WEEKEND or local.date() in DAYS_OFF[line.zone]
    return not day_off and OPENS <= local.time() < CLOSES


def arrivals(lines: Sequence[Line]) -> list[Line]:
    """Messages that came without their reader having done anything."""
    deeds: dict[str, list[datetime]] = defaultdict(list)
    for line in lines:
        if line.how is How.DOES:
            deeds[line.reader].append(line.at)
    return [
        line
        for line in lines
        if line.how is How.READS and not any(deed <= line.at <= deed + AT_ONCE for deed in deeds[line.reader])
    ]


def unasked(lines: Sequence[Line]) -> list[Line]:
    """Those of which a person gets one on a working day."""
    return [
        line for line in arrivals(lines) if not line.group and not any(phrase in line.words for phrase in NOT_COUNTED)
    ]


def at_a_bad_time(lines: Iterable[Line]) -> list[str]:
    return [str(line).split("\n", 1)[0] for line in lines if not is_working(line)]


def second_on_a_day(lines: Iterable[Line]) -> list[str]:
    """Messages that came on a day on which their reader had had one already."""
    seen: set[tuple[str, date]] = set()
    second = []
    for line in lines:
        day = (line.reader, line.local.date())
        second.extend([str(line)] if day in seen else [])
        seen.add(day)
    return second


def reminders(lines: Iterable[Line]) -> dict[tuple[str, str, str], int]:
    """How often each person was reminded of each question."""
    found: dict[tuple[str, str, str], int] = defaultdict(int)
    for line in lines:
        if line.how is How.READS:
            for whom, since in REMINDER.findall(line.words):
                found[line.reader, whom, since] += 1
    return dict(found)


def reminded_of_what_was_answered(lines: Iterable[Line]) -> list[str]:
    """Reminders of people with one pairing, after their answer and before the next question."""
    answered: dict[str, bool] = defaultdict(bool)
    wrong = []
    for line in lines:
        if line.how is How.READS_ANEW and ANSWERED.search(line.words):
            answered[line.reader] = True
        elif line.how is How.READS and FRESH in line.words:
            answered[line.reader] = False
        elif line.how is How.READS and REMINDER.search(line.words) and answered[line.reader]:
            wrong.append(str(line))
    return wrong
