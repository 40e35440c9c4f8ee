"""Bringing in a roster: what its rows say of real people becomes pairings, in one transaction."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.domain.roster import Roster
from bot.domain.roster_problems import Problem, RowFault
from bot.domain.turn import Turn
from bot.ports import Person
from bot.services import members, welcome
from bot.services.new_pairings import Wanted, key_of, make
from bot.services.row_checks import Pair, People, fault_of, guessed_zones, sorted_out
from storage import coordinator as coordinators
from storage import importing
from storage import programme as programmes
from storage.member import MemberRecord
from storage.programme import ProgrammeRecord
from storage.session import Session

LONGEST_NAME: Final = 80
A_CHANNEL: Final = re.compile(r"[CG][A-Z0-9]{2,}")


class BadRows(StrEnum):
    """What to do when some rows cannot be brought in."""

    STOP = "stop"
    SKIP = "skip"


class ImportFault(StrEnum):
    """Why nothing can be brought in, whatever the rows say."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    UNREAL_COORDINATOR = "unreal_coordinator"
    SAME_COORDINATOR = "same_coordinator"
    NOT_A_CHANNEL = "not_a_channel"


class ImportRefused(Exception):
    """`why` says what is wrong with a coordinator, `word` is what the sentence quotes: a name or an address."""

    def __init__(self, fault: ImportFault, word: str = "", why: RowFault | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.word = word
        self.why = why


@dataclass(frozen=True, kw_only=True, slots=True)
class Import:
    """What to bring in and where. Rows without a `started` are introduced from `introduce_on` on, or tomorrow."""

    roster: Roster
    people: People
    programme: str
    coordinator: Person
    backup: Person
    room: str = ""
    outside_contact: str = ""
    introduce_on: date | None = None
    bad_rows: BadRows = BadRows.STOP


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """`stopped` says that bad rows kept everything out: nothing was changed."""

    programme: str
    made: int
    there_already: int
    problems: tuple[Problem, ...]
    stopped: bool


def people_of(roster: Roster) -> set[str]:
    """Every address that a row names."""
    return {address for row in roster.rows for address in (*row.mentors, row.mentee)}


def one(people: People, address: str) -> Person:
    """The person of an address that a coordinator was given as. Raises ImportRefused."""
    person = people.get(address)
    if person is None:
        raise ImportRefused(ImportFault.UNREAL_COORDINATOR, address, RowFault.NOBODY)
    return person


def import_pairs(session: Session, turn: Turn, plan: Import) -> Imported:
    """All rows or, with bad ones among them and BadRows.STOP, none. The same file twice changes nothing.

    A file that cannot be read to its end brings in nothing. A new programme gets working defaults; one that is there
    already keeps its coordinators and its room. Raises ImportRefused.
    """
    name = _name(plan.programme)
    if plan.room and not A_CHANNEL.fullmatch(plan.room):
        raise ImportRefused(ImportFault.NOT_A_CHANNEL, plan.room)
    known = importing.known(session, _ids(plan))
    _check_coordinators(plan, known)
    pairs, problems = sorted_out(plan.roster, plan.people, known, turn.now)
    bad = any(not problem.harmless for problem in problems)
    if not plan.roster.readable or (bad and plan.bad_rows is BadRows.STOP):
        return _imported(name, made=0, there=0, problems=problems, stopped=True)
    programme, seated = _programme(session, turn, name, plan, pairs, problems)
    problems.extend(guessed_zones(pairs, known))
    new = _wanted(session, programme, plan, pairs, seated, problems)
    there = importing.states(session, programme.id, new)
    if there and plan.introduce_on is not None:
        problems.append(Problem(line=0, fault=RowFault.OTHER_DAY, word=str(len(there))))
    make(session, turn, programme.id, {key: each for key, each in new.items() if key not in there}, by=None)
    welcome.welcome(session, turn, programme.id)
    return _imported(name, made=len(new) - len(there), there=len(there), problems=problems, stopped=False)


def _name(text: str) -> str:
    name = " ".join(text.replace("\0", " ").split())
    if not name:
        raise ImportRefused(ImportFault.NO_NAME)
    if len(name) > LONGEST_NAME:
        raise ImportRefused(ImportFault.LONG_NAME, str(LONGEST_NAME))
    return name


def _ids(plan: Import) -> set[str]:
    people = (plan.coordinator, plan.backup, *plan.people.values())
    return {person.id for person in people if person is not None}


def _check_coordinators(plan: Import, known: Mapping[str, MemberRecord]) -> None:
    for person in (plan.coordinator, plan.backup):
        fault = fault_of(person, known)
        if fault is not None:
            raise ImportRefused(ImportFault.UNREAL_COORDINATOR, person.name, fault)
    if plan.coordinator.id == plan.backup.id:
        raise ImportRefused(ImportFault.SAME_COORDINATOR, plan.coordinator.name)


def _programme(
    session: Session, turn: Turn, name: str, plan: Import, pairs: Sequence[Pair], problems: list[Problem]
) -> tuple[ProgrammeRecord, dict[str, MemberRecord]]:
    """The programme, and everybody as a member: all at once, since two imports welcome the same people in one order."""
    programme, new = programmes.open(session, turn, name, room=plan.room)
    outside = plan.outside_contact.strip()
    if outside and outside != programmes.outside_contact(session, programme.id):
        programmes.set_outside_contact(session, programme.id, outside)
    people = [each for pair in pairs for each in pair.people]
    run_by = (plan.coordinator, plan.backup)
    seated = members.welcome(session, turn, [*people, *(run_by if new else ())], zone=_zone(plan))
    if new:
        first, second = (seated[each.id].id for each in run_by)
        programmes.add_coordinators(session, turn, programme.id, coordinator=first, backup=second)
    else:
        problems.extend(_others(coordinators.of_programme(session, programme.id), run_by))
        if plan.room and plan.room != programmes.room(session, programme.id):
            problems.append(Problem(line=0, fault=RowFault.OTHER_ROOM))
    return programme, seated


def _others(run_by: Sequence[MemberRecord], named: Sequence[Person]) -> Iterator[Problem]:
    if [each.person for each in run_by] != [each.id for each in named]:
        names = ", ".join(each.name for each in run_by)
        yield Problem(line=0, fault=RowFault.OTHER_COORDINATORS, word=names)


def _zone(plan: Import) -> str:
    """For people whose own zone is not known."""
    return plan.coordinator.zone if members.has_zone(plan.coordinator) else "UTC"


def _wanted(
    session: Session,
    programme: ProgrammeRecord,
    plan: Import,
    pairs: Iterable[Pair],
    seated: Mapping[str, MemberRecord],
    problems: list[Problem],
) -> dict[str, Wanted]:
    """By natural key. One pair can stand in two rows, by id and by e-mail: the first is meant."""
    lines: dict[str, int] = {}
    new: dict[str, Wanted] = {}
    run_by = {each.person for each in coordinators.of_programme(session, programme.id)}
    for pair in pairs:
        row = pair.row
        each = Wanted(
            mentors=tuple(seated[mentor.id].id for mentor in pair.mentors),
            mentee=seated[pair.mentee.id].id,
            focus=row.focus,
            rhythm=row.rhythm or programme.rhythm,
            site=row.site,
            introduce_on=plan.introduce_on if row.started is None else None,
            started_on=row.started,
        )
        key = key_of(session, each)
        if key in new:
            problems.append(Problem(line=row.line, fault=RowFault.DUPLICATE, word=str(lines[key])))
            continue
        if run_by <= {person.id for person in pair.people}:
            problems.append(Problem(line=row.line, fault=RowFault.ONLY_COORDINATORS))
        new[key] = each
        lines[key] = row.line
    return new


def _imported(name: str, *, made: int, there: int, problems: list[Problem], stopped: bool) -> Imported:
    in_order = tuple(sorted(problems, key=lambda problem: problem.line))
    return Imported(programme=name, made=made, there_already=there, problems=in_order, stopped=stopped)
