"""Which rows of a roster can be brought in, by what the directory and the bot know of the people they name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.calendar import zone
from bot.domain.member import Consent
from bot.domain.roster import Roster
from bot.domain.roster_problems import Problem, RowFault
from bot.domain.roster_row import Row
from bot.ports import Person
from bot.services import members
from storage.member import MemberRecord

People = Mapping[str, Person | None]
"""By their addresses; nobody is an address that the directory does not know."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """A row whose people are real."""

    row: Row
    mentors: tuple[Person, ...]
    mentee: Person

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.mentee, *self.mentors)


def sorted_out(
    roster: Roster, people: People, known: Mapping[str, MemberRecord], now: datetime
) -> tuple[list[Pair], list[Problem]]:
    """The rows that can be brought in, and everything that is wrong with the file and with the others."""
    pairs = []
    problems = list(roster.problems)
    for row in roster.rows:
        found = _pair(row, people, known)
        if isinstance(found, Pair) and _is_to_come(found, now):
            problems.append(Problem(line=row.line, fault=RowFault.FUTURE, word=str(row.started)))
        elif isinstance(found, Pair):
            pairs.append(found)
        else:
            problems.extend(found)
    return pairs, problems


def _pair(row: Row, people: People, known: Mapping[str, MemberRecord]) -> Pair | list[Problem]:
    seated: dict[str, Person] = {}
    problems = []
    for address in (row.mentee, *row.mentors):
        person = people.get(address)
        fault = RowFault.NOBODY if person is None else fault_of(person, known)
        if person is None or fault is not None:
            problems.append(Problem(line=row.line, fault=fault or RowFault.NOBODY, word=address))
        elif person.id in seated:
            problems.append(Problem(line=row.line, fault=RowFault.SAME_PERSON, word=address))
        else:
            seated[person.id] = person
    if problems:
        return problems
    mentee, *mentors = seated.values()
    return Pair(row=row, mentors=tuple(mentors), mentee=mentee)


def _is_to_come(pair: Pair, now: datetime) -> bool:
    """By the mentee's own calendar, in which their check-ins are counted."""
    started, mentee = pair.row.started, pair.mentee
    return started is not None and members.has_zone(mentee) and started > now.astimezone(zone(mentee.zone)).date()


def fault_of(person: Person, known: Mapping[str, MemberRecord]) -> RowFault | None:
    if person.bot:
        return RowFault.BOT
    if person.gone:
        return RowFault.GONE
    if person.outside:
        return RowFault.OUTSIDE
    if person.id in known and known[person.id].consent is Consent.REFUSED:
        return RowFault.REFUSED
    return None


def guessed_zones(pairs: Iterable[Pair], known: Mapping[str, MemberRecord]) -> Iterator[Problem]:
    said = set(known)
    for pair in pairs:
        for person in pair.people:
            if person.id not in said and not members.has_zone(person):
                yield Problem(line=pair.row.line, fault=RowFault.ZONE_UNKNOWN, word=person.name)
            said.add(person.id)
