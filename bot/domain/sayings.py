"""What a message says, as values: what is read from today's facts just before it is sent or painted again."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain.calendar import Hours
from bot.domain.case_sayings import Care, CaseCard, ConcernStands, LongPause, PrivateLine, Welcome, Withdrawn
from bot.domain.checkin import About, Audience, Goal, Meeting, Outcome
from bot.domain.group_sayings import GroupSaying, RoundSaying
from bot.domain.ids import CheckinId, NoticeId, PairingId, PromptId
from bot.domain.member import Consent
from bot.domain.persons import Mention as Mention
from bot.domain.persons import Named as Named
from bot.domain.persons import Reader as Reader
from bot.domain.rhythm import Rhythm
from bot.domain.rotation_sayings import RotationSaying
from bot.domain.typed_sayings import Astray, Deleted, Typed


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
class Ended:
    """To the partner: the pairing is over; the same words whatever the reason."""

    notice: NoticeId
    partners: tuple[str, ...]
    coordinator: str


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
