"""Sixty people in eight zones: who they are, when they work, what they are like."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

import holidays

OPENS, CLOSES = time(9), time(17)
START: Final = datetime(2026, 9, 7, 6, tzinfo=UTC)


class Character(StrEnum):
    """`SILENT` falls silent after three weeks; `MISFIT` says *Not for me* to a pairing, `REFUSER` to all of it."""

    KEEN = "keen"
    SLOW = "slow"
    SILENT = "silent"
    MISFIT = "misfit"
    REFUSER = "refuser"
    RESTING = "resting"
    LEAVER = "leaver"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where people work, and the country and part of it whose public holidays they keep."""

    zone: str
    country: str
    part: str = ""
    weekend: frozenset[int] = frozenset({5, 6})


PLACES: Final = (
    Place(zone="Europe/Lisbon", country="PT"),
    Place(zone="Europe/London", country="GB", part="ENG"),
    Place(zone="Europe/Berlin", country="DE"),
    Place(zone="America/New_York", country="US"),
    Place(zone="America/Edmonton", country="CA", part="AB"),
    Place(zone="Asia/Kolkata", country="IN"),
    Place(zone="Asia/Riyadh", country="SA", weekend=frozenset({4, 5})),
    Place(zone="Australia/Sydney", country="AU", part="NSW"),
)
COORDINATORS: Final = ("Maria 0", "Tom 1")
RHYTHMS: Final = ("weekly", "fortnightly", "monthly", "monthly", "quarterly")
CHARACTERS: Final = (
    Character.KEEN,
    Character.SLOW,
    Character.SILENT,
    Character.KEEN,
    Character.RESTING,
    Character.SLOW,
    Character.MISFIT,
    Character.KEEN,
    Character.SILENT,
    Character.SLOW,
    Character.KEEN,
    Character.RESTING,
)
PAIRS: Final = 29


@dataclass(frozen=True, kw_only=True)
class Citizen:
    name: str
    place: Place
    character: Character

    def works_at(self, moment: datetime) -> bool:
        local = moment.astimezone(ZoneInfo(self.place.zone))
        return self.works_on(local.date()) and OPENS <= local.time() < CLOSES

    def works_on(self, day: date) -> bool:
        return day.weekday() not in self.place.weekend and day not in _days_off(self.place, day.year)

    def today(self, moment: datetime) -> date:
        return moment.astimezone(ZoneInfo(self.place.zone)).date()


@dataclass(frozen=True, kw_only=True)
class Pair:
    mentors: tuple[str, ...]
    mentee: str
    rhythm: str

    @property
    def people(self) -> tuple[str, ...]:
        return (*self.mentors, self.mentee)


def citizens() -> Mapping[str, Citizen]:
    """The two who run it, then a mentor and a mentee a pair; neighbours in the list live two zones apart."""
    everybody = [
        *(Citizen(name=name, place=PLACES[0], character=Character.KEEN) for name in COORDINATORS),
        *(_citizen("Ana", n, shift=0) for n in range(PAIRS)),
        *(_citizen("Ben", n, shift=n % 3) for n in range(PAIRS)),
    ]
    return {each.name: each for each in everybody}


def pairs() -> list[Pair]:
    """Each of a kind, some mentors with two mentees, two teams, and a coordinator who is a mentor herself."""
    several = {4: ("Ana 4", "Ana 5"), 17: ("Ana 17", "Ana 2")}
    plain = [
        Pair(mentors=several.get(n, (f"Ana {n}",)), mentee=f"Ben {n}", rhythm=RHYTHMS[n % len(RHYTHMS)])
        for n in range(PAIRS)
    ]
    second = [Pair(mentors=(f"Ana {n}",), mentee=f"Ben {n + 1}", rhythm=RHYTHMS[n % 3]) for n in (0, 8, 16)]
    return [*plain, *second, Pair(mentors=("Maria 0",), mentee="Ben 10", rhythm="fortnightly")]


def _citizen(first: str, n: int, *, shift: int) -> Citizen:
    character = CHARACTERS[(n + len(first) * shift) % len(CHARACTERS)]
    special = {("Ben", 12): Character.REFUSER, ("Ben", 20): Character.LEAVER, ("Ana", 23): Character.LEAVER}
    return Citizen(
        name=f"{first} {n}",
        place=PLACES[(n + 2 * shift) % len(PLACES)],
        character=special.get((first, n), character),
    )


@cache
def _days_off(place: Place, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(place.country, subdiv=place.part or None, years=year))
