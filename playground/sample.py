"""The sample programme: a dozen people whom anyone can be, or people of one's own from a file."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from playground.model import Conversation
from playground.people import Person


class Role(StrEnum):
    """What somebody is in the sample programme. Whoever is nobody's mentor or mentee is a peer."""

    COORDINATOR = "coordinator"
    BACKUP = "backup"
    MENTOR = "mentor"
    MENTEE = "mentee"
    PEER = "peer"


class PeopleWrong(Exception):
    """The file of people cannot be used; the message is a sentence with the line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Somebody:
    """`mentors` are the names of this person's mentors: a pairing with each of them, or one with all for a `team`."""

    name: str
    zone: str
    role: Role
    language: str = "en-GB"
    mentors: tuple[str, ...] = ()
    team: bool = False
    focus: str = ""
    rhythm: str = "monthly"
    email: str = field(default="")

    @property
    def address(self) -> str:
        return self.email or f"{_plain(self.name)}@example.org"


PROGRAMME: Final = "Mentors 2026"
GROUP: Final = "first-years"
"""The channel in which the sample peers talk to one another, and have their rounds."""

ROTATION: Final = "coffees"
"""The channel of those who meet somebody new every two weeks: the peers, and the mentors but one."""

PEOPLE: Final = (
    Somebody(name="Maria Santos", zone="Europe/Lisbon", role=Role.COORDINATOR),
    Somebody(name="Tom Okafor", zone="Europe/Lisbon", role=Role.BACKUP),
    Somebody(name="Ana Pereira", zone="Europe/Lisbon", role=Role.MENTOR),
    Somebody(name="Chiara Rossi", zone="Europe/Paris", role=Role.MENTOR),
    Somebody(name="Kiran Rao", zone="Asia/Kolkata", role=Role.MENTOR, mentors=("Chiara Rossi",), focus="leadership"),
    Somebody(
        name="Ben Clarke",
        zone="America/Edmonton",
        role=Role.MENTEE,
        language="en-CA",
        mentors=("Ana Pereira",),
        focus="career",
        rhythm="fortnightly",
    ),
    Somebody(
        name="Hélène Dubois",
        zone="Europe/Paris",
        role=Role.MENTEE,
        language="fr-FR",
        mentors=("Ana Pereira", "Chiara Rossi"),
        team=True,
        focus="research",
    ),
    Somebody(
        name="Priya Nair",
        zone="Asia/Kolkata",
        role=Role.MENTEE,
        mentors=("Kiran Rao",),
        focus="writing",
        rhythm="weekly",
    ),
    Somebody(
        name="Sam Tremblay",
        zone="America/Edmonton",
        role=Role.MENTEE,
        language="en-CA",
        mentors=("Chiara Rossi",),
        focus="grants",
        rhythm="fortnightly",
    ),
    Somebody(name="Luc Martin", zone="Europe/Paris", role=Role.PEER, language="fr-FR"),
    Somebody(name="Noor Haddad", zone="Europe/Lisbon", role=Role.PEER),
    Somebody(name="Grace Kim", zone="America/Edmonton", role=Role.PEER, language="en-CA"),
)


class Stage(Protocol):
    """The part of the stand-in that people walk onto."""

    people: dict[str, Person]

    def add_person(
        self,
        name: str,
        *,
        email: str | None = None,
        tz: str = "Europe/London",
        locale: str = "en-GB",
        title: str = "",
        joins: bool = True,
    ) -> Person: ...

    def add_channel(
        self, name: str, people: Sequence[Person], *, private: bool = False, with_bot: bool = True
    ) -> Conversation: ...


def add_people(slack: Stage, people: Sequence[Somebody] = PEOPLE) -> tuple[str, str]:
    """Puts them into the workspace, the peers also into a channel. Gives the ids of the coordinator and the backup."""
    there = {
        each.name: slack.add_person(
            each.name,
            email=each.address,
            tz=each.zone,
            locale=each.language,
            title=each.role.capitalize(),
            joins=False,
        )
        for each in people
    }
    peers = [there[each.name] for each in people if each.role is Role.PEER]
    if peers:
        slack.add_channel(GROUP, [*peers, there[_only(people, Role.COORDINATOR).name]])
    rotating = [there[each.name] for each in rotating_of(people)]
    if rotating:
        slack.add_channel(ROTATION, [*rotating, there[_only(people, Role.COORDINATOR).name]])
    return there[_only(people, Role.COORDINATOR).name].id, there[_only(people, Role.BACKUP).name].id


def rotating_of(people: Sequence[Somebody]) -> tuple[Somebody, ...]:
    """Who is in the rotation: the peers, and the mentors but the first; nobody where they are too few for it."""
    mentors = [each for each in people if each.role is Role.MENTOR]
    found = (*(each for each in people if each.role is Role.PEER), *mentors[1:])
    return found if len(found) > 2 else ()


def pairs_of(people: Sequence[Somebody] = PEOPLE) -> bytes:
    """Their pairings, in the columns that `rapport import` takes."""
    address = {each.name: each.address for each in people}
    file = io.StringIO()
    written = csv.writer(file)
    written.writerow(("mentor", "mentee", "focus", "rhythm"))
    for each in people:
        groups = [each.mentors] if each.team and each.mentors else [(mentor,) for mentor in each.mentors]
        for mentors in groups:
            written.writerow((";".join(address[name] for name in mentors), each.address, each.focus, each.rhythm))
    return file.getvalue().encode()


def read_people(raw: bytes) -> tuple[Somebody, ...]:
    """People of one's own: name, zone, and optionally role, language, mentors (";"), team, focus, rhythm, email.

    Raises PeopleWrong.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PeopleWrong("The file of people is not UTF-8. Save it as CSV UTF-8 and try again.") from None
    rows = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    if missing := {"name", "zone"} - set(rows.fieldnames or ()):
        raise PeopleWrong(f"The first line of the file of people needs the column {' and '.join(sorted(missing))}.")
    people = tuple(_somebody(row, line) for line, row in enumerate(rows, start=2))
    for wrong in _wrong(people):
        raise PeopleWrong(wrong)
    return people


def _somebody(row: Mapping[str, str | None], line: int) -> Somebody:
    given = {name: (value or "").strip() for name, value in row.items() if name and isinstance(value, str)}
    try:
        ZoneInfo(given["zone"])
    except (KeyError, ValueError, OSError):
        raise PeopleWrong(
            f"Line {line}: {given['zone'] or 'nothing'} is no time zone; write one as Europe/Lisbon."
        ) from None
    mentors = tuple(name.strip() for name in given.get("mentors", "").split(";") if name.strip())
    role = given.get("role", "").lower() or (Role.MENTEE if mentors else Role.PEER)
    if role not in set(Role):
        raise PeopleWrong(f"Line {line}: {role} is no role; there are {', '.join(Role)}.")
    if not given["name"]:
        raise PeopleWrong(f"Line {line}: somebody has no name.")
    return Somebody(
        name=given["name"],
        zone=given["zone"],
        role=Role(role),
        language=given.get("language") or "en-GB",
        mentors=mentors,
        team=given.get("team", "").lower() in ("yes", "true", "1", "x"),
        focus=given.get("focus", ""),
        rhythm=given.get("rhythm") or "monthly",
        email=given.get("email", ""),
    )


def _wrong(people: Sequence[Somebody]) -> Iterator[str]:
    names = [each.name for each in people]
    yield from (f"{name} stands there twice; give them different names." for name in names if names.count(name) > 1)
    for role in (Role.COORDINATOR, Role.BACKUP):
        if sum(each.role is role for each in people) != 1:
            yield f"One person needs the role {role}; the bot tells them what needs attention."
    for each in people:
        yield from (f"{each.name}'s mentor {name} is not in the file." for name in each.mentors if name not in names)


def _only(people: Sequence[Somebody], role: Role) -> Somebody:
    return next(each for each in people if each.role is role)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return ".".join("".join(c if c.isalnum() else " " for c in letters).split()) or "somebody"
