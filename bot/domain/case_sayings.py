"""What is said to coordinators, and of what they take care of: private lines, cases, concerns."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.case import CaseState, Rule
from bot.domain.ids import CaseId, EntryId, MemberId, NoticeId
from bot.domain.persons import Mention


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivateLine:
    """To the coordinator: somebody wrote words for them alone. `waiting` is false once they were taken back."""

    notice: NoticeId
    entry: EntryId
    programme: str
    waiting: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawn:
    """To the coordinator: somebody said *Not for me*. `introduced` tells whether the partner knew of the pairing."""

    notice: NoticeId
    who: str
    partners: tuple[str, ...]
    programme: str
    introduced: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LongPause:
    """To the coordinator: more than eight weeks of pause in a year; `back` when it came to less after all."""

    notice: NoticeId
    who: str
    partners: tuple[str, ...]
    days: int
    back: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Happened:
    """One check-in as evidence: dates and outcomes, never words."""

    asked_on: date
    answered: int
    asked: int
    met: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseCard:
    """A case as its hearers see it now. Of a private one no names are shown: they are read behind [Read].

    `since` is the day from which its rule counts, `unanswered` the check-ins in a row that stayed silent, `gone` who
    cannot be reached. `climbing` is false once a meeting or an answer came. `before` names who heard first and did
    not take it. `folded` cards stand in a list and show one line.

    `group` names the peer group that it is about, and `who` the one of its members, if it is about one; rounds are its
    evidence then. `owner` and `owner_id` are who has it or had it last; `anothers` says that it is not the reader who
    has it now, and `stepped_on` when its owner last did something with it. `over` is a pairing that has ended,
    `never_met_since` and `silent_since` are the other light in which a silence shows. `writable`: somebody can be
    written to.
    """

    notice: NoticeId | None
    case: CaseId
    code: str
    programme: str
    rule: Rule
    state: CaseState
    owner: str
    owner_id: MemberId | None
    anothers: bool
    stepped_on: date
    over: bool
    never_met_since: date | None
    silent_since: date | None
    writable: bool
    mentors: tuple[str, ...]
    mentee: str
    gone: tuple[str, ...]
    since: date
    unanswered: int
    opened_on: date
    snoozed_until: date | None
    climbing: bool
    happened: tuple[Happened, ...]
    private: bool
    urgent: bool
    before: tuple[str, ...]
    folded: bool = False
    group: str = ""
    who: str = ""


class Standing(StrEnum):
    """Where a concern stands, as its author sees it.

    AGAIN: somebody had it and let it rest, and is told anew. PASSED_ON: it was not taken in time. PASSED_OVER: who came
    first cannot be reached.
    """

    SENT = "sent"
    READ = "read"
    TAKEN = "taken"
    RESOLVED = "resolved"
    AGAIN = "again"
    PASSED_ON = "passed_on"
    PASSED_OVER = "passed_over"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernStands:
    """To whoever asked for help: where it stands, and whom else they can turn to.

    `readers` may read it, in the order in which they hear of it; `reader` is whose turn it is or who took it.
    `expected_on` is the day by which they should have taken it, `others` who else could be asked to read it.
    """

    notice: NoticeId | None
    standing: Standing
    readers: tuple[str, ...]
    reader: str
    expected_on: date | None
    others: tuple[str, ...]
    outside_contact: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Care:
    """Words of a coordinator to a member about their pairing."""

    notice: NoticeId
    sender: Mention
    programme: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Welcome:
    """To whoever runs a programme: what comes to them, and what they can do. `first` is the coordinator.

    `other` is the backup, or to the backup the coordinator; '' where there is none.
    """

    notice: NoticeId
    programme: str
    first: bool
    other: str
