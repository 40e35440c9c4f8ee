"""What coordinators see of cases and requests for help, and what whoever asks for help sees."""

from dataclasses import dataclass
from datetime import date

from bot.domain.case import CaseState, Rule, Urgency
from bot.domain.case_sayings import CaseCard
from bot.domain.ids import CaseId, GroupId, PairingId
from bot.domain.sayings import Named, Reader
from bot.domain.typed_sayings import Choice


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRow:
    """One line of the queue. A private case shows no names. `group` is the peer group that it is about, if any."""

    case: CaseId
    code: str
    rule: Rule
    programme: str
    group: GroupId | None
    people: tuple[str, ...]
    state: CaseState
    owner: str
    opened_on: date
    private: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseList:
    """`/rapport cases`: what waits, oldest first."""

    reader: Reader
    cases: tuple[CaseRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseShown:
    """`/rapport case CODE`."""

    reader: Reader
    card: CaseCard


@dataclass(frozen=True, kw_only=True, slots=True)
class CareForm:
    """[Message them]: to whom, and a draft to edit. Of a private case only its author can be written to."""

    reader: Reader
    case: CaseId
    code: str
    rule: Rule
    people: tuple[Named, ...]
    private: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CareSent:
    reader: Reader
    people: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernForm:
    """Who it is about (a partner, by pairing), who should read it, how urgent. `chosen` is where the person came from.

    `readers` are those who could read it, by pairing, with their names; whoever it is about is never among them.
    """

    reader: Reader
    pairings: tuple[Choice, ...]
    chosen: PairingId | None
    readers: tuple[Named, ...]
    outside_contact: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernSent:
    """`first` hears of it first, `at_once` or when their working day begins; '' when nobody can be reached."""

    reader: Reader
    readers: tuple[str, ...]
    first: str
    at_once: bool
    outside_contact: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernRead:
    """Behind [Read], for a chosen reader; opening it was recorded."""

    reader: Reader
    case: CaseId
    code: str
    author: str
    about: tuple[str, ...]
    programme: str
    urgency: Urgency
    on: date
    text: str
