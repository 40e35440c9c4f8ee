"""What a message says, as values: what is read from today's facts just before it is sent or painted again."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.calendar import Hours
from bot.domain.case import CaseState, Rule
from bot.domain.checkin import About, Audience, Goal, Meeting, Outcome
from bot.domain.group_sayings import GroupSaying, RoundSaying
from bot.domain.ids import CaseId, CheckinId, EntryId, MemberId, NoticeId, PairingId, PromptId
from bot.domain.member import Consent
from bot.domain.persons import Mention as Mention
from bot.domain.persons import Named as Named
from bot.domain.persons import Reader as Reader
from bot.domain.rhythm import Rhythm
from bot.domain.rotation_sayings import RotationSaying


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstWord:
    """Before anything else: why the bot writes, what it keeps, who sees it.

    `peers` is for whoever has no pairing, and takes part in a peer group or a rotation.
    """

    notice: NoticeId
    name: str
    programme: str
    coordinators: tuple[str, ...]
    hours: Hours
    consent: Consent
    peers: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Introduction:
    """In the group DM. `slots` are hours that all share; `planned_by` who said that a first meeting is planned."""

    notice: NoticeId
    pairing: PairingId
    programme: str
    coordinator: str
    mentors: tuple[Named, ...]
    mentee: Named
    focus: str
    sites: str
    rhythm: Rhythm
    slots: tuple[datetime, ...]
    zones: tuple[str, ...]
    planned_by: tuple[str, ...]
    over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstMeeting:
    """Seven days on: have you found a time? `meeting` is this person's own answer; `settled`: a partner said yes."""

    notice: NoticeId
    pairing: PairingId
    partners: tuple[str, ...]
    meeting: Meeting | None
    settled: bool
    over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A piece of the reader's own text as a receipt shows it: never the words, only where they may be read.

    `nth` tells apart several texts that were typed in Slack. `may_have_read` were shown it before it was taken back.
    """

    about: About
    audience: Audience
    readers: tuple[str, ...]
    nth: int = 0
    may_have_read: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """One row of a check-in: the question, or the receipt of this person's own answer.

    `since` is the day of the last meeting question, `closes_on` the last day for an answer. `nth` is 0 for the prompt
    and counts reminders from 1. `asks_again_on` is set by *Later*. `partner_paused_until` is all that is shown of
    a partner's pause. `overtaken` says that a later message asks the same or soon will: of what an outage held back,
    only the last is said.
    """

    notice: NoticeId
    prompt: PromptId
    pairing: PairingId
    programme: str
    partners: tuple[str, ...]
    coordinator: str
    nth: int
    since: date
    closes_on: date | None
    closed: bool
    over: bool
    outcome: Outcome | None
    usefulness: int | None
    goal: Goal | None
    kept: tuple[Kept, ...]
    answered: bool
    skipped: bool
    asks_again_on: date | None
    partner_paused_until: date | None
    overtaken: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedAgain:
    """The row of a question that a later message asks too: that one has the buttons, and shows what comes of it.

    It is the same whatever is answered, so that nothing needs to follow.
    """

    notice: NoticeId
    partners: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Words that a partner shared."""

    about: About
    question: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What a partner shared with the reader of one check-in; no lines are left when it was taken back."""

    notice: NoticeId
    checkin: CheckinId
    author: str
    day: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One pairing that typed words may be about."""

    pairing: PairingId
    partners: tuple[str, ...]


class Unkept(StrEnum):
    """Why words, or a reaction, were not kept. SEVERAL: a message that asks about more than one pairing."""

    NOT_KEPT = "not_kept"
    TOO_LONG = "too_long"
    EDIT_TOO_LONG = "edit_too_long"
    SEVERAL = "several"


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """The answer to words typed in Slack. While `partners` is empty the bot asks which of `choices` is meant.

    `readers` are the ids of partners who may read it, `shown` of those who were shown it, then or now. `shown_on` is
    the day on which readers can be expected to.
    `unkept` says that nothing is kept, after *Not an answer* or because nothing could be.
    """

    notice: NoticeId
    entry: EntryId | None
    unkept: Unkept | None
    choices: tuple[Choice, ...]
    partners: tuple[Named, ...]
    coordinator: str
    audience: Audience
    readers: tuple[MemberId, ...]
    shown_on: date | None
    prompt: PromptId | None
    outcome: Outcome | None
    shown: tuple[MemberId, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Astray:
    """The answer to words meant for somebody to whom the bot passes none: a coordinator who wrote, or who has a case.

    `reader` is whom they did not reach, none where nobody is meant. `entry` is none once the words are forgotten.
    """

    notice: NoticeId
    entry: EntryId | None
    reader: Mention | None
    outside_contact: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Deleted:
    """A person deleted a message whose words were kept: forget them too? `entry` is none once they are forgotten.

    `asks` is false once the person said to keep them.
    """

    notice: NoticeId
    entry: EntryId | None
    partners: tuple[str, ...]
    asks: bool


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
class Ended:
    """To the partner: the pairing is over; the same words whatever the reason."""

    notice: NoticeId
    partners: tuple[str, ...]
    coordinator: str


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


Saying = (
    FirstWord
    | Introduction
    | FirstMeeting
    | Prompt
    | AskedAgain
    | Words
    | Typed
    | Astray
    | Deleted
    | PrivateLine
    | Withdrawn
    | Ended
    | LongPause
    | CaseCard
    | ConcernStands
    | Care
    | Welcome
    | GroupSaying
    | RoundSaying
    | RotationSaying
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Untrue:
    """A notice that must not be said any more, and why."""

    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """To whom a message goes: one person, or the people of a group DM. `conversation` is set once it is known.

    `room` is a private channel to be preferred while nobody but `room_for` and the bot is in it; of a message that
    stands already, where it does unless that is a DM.
    """

    people: tuple[str, ...]
    conversation: str
    thread: str = ""
    group: bool = False
    room: str = ""
    room_for: frozenset[str] = frozenset()

    @property
    def is_channel(self) -> bool:
        """A conversation of several that is known already, and does not come and go with its people."""
        return self.group and bool(self.conversation)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a message stands, and what it says there, for comparing only: empty when nobody knows."""

    conversation: str
    stamp: str
    shows: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outgoing:
    """One message, ready to be put into words. `key` is found again in its metadata when its fate is unknown."""

    workspace: int
    message: UUID
    address: Address
    reader: Reader
    sayings: tuple[Saying, ...]
