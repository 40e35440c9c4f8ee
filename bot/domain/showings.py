"""What the bot shows in answer to a command or in a form, as values."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.calendar import Hours
from bot.domain.case import CaseState, Rule, Urgency
from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.gatherings import MyGathering, RunGathering
from bot.domain.ids import CaseId, EntryId, GroupId, MemberId, PairingId, PromptId
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, Role
from bot.domain.rhythm import Rhythm
from bot.domain.rotation_showings import RotationNumbers
from bot.domain.sayings import CaseCard, Choice, ConcernStands, Named, Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class MyPairing:
    """One of a member's pairings. `next_on` is when they are asked next, `open_prompt` what waits for them now."""

    pairing: PairingId
    partners: tuple[str, ...]
    role: Role
    focus: str
    state: PairingState
    rhythm: Rhythm | None
    next_on: datetime | None
    open_prompt: PromptId | None
    closes_on: date | None
    paused_until: date | None
    partner_paused_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """`/rapport`: what is mine, what is next. `coordinates` names the programmes this person runs.

    `away_until` is when somebody who paused all that is theirs is back.
    """

    reader: Reader
    consent: Consent
    pairings: tuple[MyPairing, ...]
    coordinates: tuple[str, ...]
    hours: Hours | None
    gatherings: tuple[MyGathering, ...] = ()
    away_until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Help:
    reader: Reader
    coordinator: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class UnknownCommand:
    reader: Reader
    word: str
    nearest: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FormField:
    """One text of the update form with what the person wrote there before, and who may read it.

    `entry` is none while nothing is written. `nth` tells apart several texts that were typed in Slack.
    """

    about: About
    text: str
    audience: Audience
    entry: EntryId | None = None
    nth: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class UpdateForm:
    """The short modal. `question` is the id of the programme's question of this period, '' if there is none.

    `readers` are the mentors a team's mentee has ticked; with one partner nobody is asked.
    """

    reader: Reader
    prompt: PromptId
    partners: tuple[Named, ...]
    coordinator: str
    outcome: Outcome | None
    goal: Goal | None
    question: str
    fields: tuple[FormField, ...]
    readers: tuple[MemberId, ...]
    closed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AudienceForm:
    """[Change who sees this]: the same answer, of which only the readers of its texts can be changed."""

    reader: Reader
    answer: UpdateForm


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """After the form: what was kept and who may read it. `readers` are the partners with whom something is shared.

    `may_have_read` are partners who had been shown what was taken from them now.
    """

    reader: Reader
    partners: tuple[str, ...]
    readers: tuple[str, ...]
    coordinator: str
    outcome: Outcome | None
    shared: int
    to_coordinator: int
    private: int
    late: bool
    may_have_read: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PauseForm:
    """`chosen` is the pairing the person came from, none for all. `coordinates`: a pause of all is leave too."""

    reader: Reader
    pairings: tuple[Choice, ...]
    chosen: PairingId | None
    until: date
    earliest: date
    latest: date
    coordinates: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PauseAsks:
    """`/rapport pause 2 weeks` of somebody with several pairings: this one, or all?"""

    reader: Reader
    until: date
    pairings: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paused:
    """`partners` is empty when all that is theirs is paused, `paired` false for somebody without pairings.

    A coordinator whose everything is paused is `away`; `covers` hear of cases meanwhile.
    """

    reader: Reader
    partners: tuple[str, ...]
    until: date
    paired: bool = True
    away: bool = False
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Resumed:
    """`was_paused` is false when there was nothing to resume."""

    reader: Reader
    was_paused: bool
    next_on: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursForm:
    reader: Reader
    hours: Hours


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursSaved:
    """`paired`: the weekday plays a part, since there are check-ins."""

    reader: Reader
    hours: Hours
    paired: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class EndForm:
    """*Not for me*, pressed in an introduction: what will happen, before it does."""

    reader: Reader
    pairing: PairingId
    partners: tuple[str, ...]
    coordinator: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EndedForMe:
    reader: Reader
    partners: tuple[str, ...]
    coordinator: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Paired:
    """`/rapport pair`: the mentees now paired with the mentor, and those who were already."""

    reader: Reader
    programme: str
    mentor: str
    made: tuple[str, ...]
    there_already: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PickCheckin:
    """`/rapport checkin` of somebody with several pairings."""

    reader: Reader
    pairings: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """The state of a programme over a span of days, both ends included.

    `prompts` is how often somebody was asked, the denominator of `answered` and of `reminded`; `checkins` is that of
    `met`. `reminders` were sent to those `reminded`. A median is none without answers. `undeliverable` counts notices
    that could not be delivered. `rotations` are those of a rotation, which has no pairings and no check-ins.

    `groups` have not ended; of the `rounds` that closed, `asked` is how often they asked somebody, `heard` how often
    that was answered.
    """

    reader: Reader
    programme: str
    first: date
    last: date
    pairings: tuple[tuple[PairingState, int], ...]
    checkins: int
    prompts: int
    answered: int
    met: int
    median_hours: float | None
    reminders: int
    reminded: int
    undeliverable: int
    groups: int = 0
    rounds: int = 0
    asked: int = 0
    heard: int = 0
    promised: int = 0
    kept: int = 0
    rotations: RotationNumbers | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LineRead:
    """Words for the coordinator, in the modal behind [Read]; opening it was recorded."""

    reader: Reader
    entry: EntryId
    author: str
    about: About
    question: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LineForm:
    """[Message Ben], of somebody who wrote words for the coordinator alone."""

    reader: Reader
    entry: EntryId
    author: str


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Duties:
    """`/rapport` of somebody who runs programmes and sits in no pairing: what waits, and how the programmes stand.

    `run` are their groups and rotations, of which so many `more` are not shown.
    """

    reader: Reader
    cases: tuple[CaseRow, ...]
    reports: tuple[Report, ...]
    hours: Hours
    run: tuple[RunGathering, ...] = ()
    more: int = 0
    gatherings: tuple[MyGathering, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """A member's pairings and, for a coordinator, the queue and numbers. `stands` are the person's own concerns.

    `can_ask` for help: there is a pairing, perhaps one that has ended, that a concern could be about. `run` are the
    groups and rotations of a coordinator, of which so many `more` are not shown.
    """

    overview: Overview
    stands: tuple[ConcernStands, ...]
    cases: tuple[CaseRow, ...]
    reports: tuple[Report, ...]
    can_ask: bool
    outside_contact: str
    run: tuple[RunGathering, ...] = ()
    more: int = 0


class Refusal(StrEnum):
    """Why something was not done, when the person asked for something that cannot be. Each has a sentence."""

    NOT_A_MEMBER = "not_a_member"
    NOT_A_COORDINATOR = "not_a_coordinator"
    NOT_YOURS = "not_yours"
    NO_PAIRING = "no_pairing"
    NO_PAIRING_OF_OWN = "no_pairing_of_own"
    NOTHING_TO_ANSWER = "nothing_to_answer"
    PAIRING_OVER = "pairing_over"
    SPAN_UNCLEAR = "span_unclear"
    SPAN_PAST = "span_past"
    SPAN_TOO_LONG = "span_too_long"
    PERIOD_UNCLEAR = "period_unclear"
    PERIOD_BACKWARDS = "period_backwards"
    PAIR_WHOM = "pair_whom"
    PAIR_SELF = "pair_self"
    PAIR_NOT_A_PERSON = "pair_not_a_person"
    PAIR_GONE = "pair_gone"
    PAIR_OUTSIDE = "pair_outside"
    PAIR_REFUSED = "pair_refused"
    WHICH_PROGRAMME = "which_programme"
    TEXT_TOO_LONG = "text_too_long"
    HOURS_IMPOSSIBLE = "hours_impossible"
    ALREADY_SHOWN = "already_shown"
    EXTERNAL = "external"
    STALE = "stale"
    WHICH_MENTORS = "which_mentors"
    CASE_UNKNOWN = "case_unknown"
    CASE_TAKEN = "case_taken"
    CASE_OVER = "case_over"
    NOBODY_TO_WRITE_TO = "nobody_to_write_to"
    NOBODY_CAN_READ = "nobody_can_read"
    NOTHING_WRITTEN = "nothing_written"
    NO_GROUP_HERE = "no_group_here"
    WHICH_GROUP = "which_group"
    GROUP_IN_CHANNEL = "group_in_channel"
    GROUP_OF_WHOM = "group_of_whom"
    GROUP_OVER = "group_over"
    GROUP_THERE = "group_there"
    GROUP_FULL = "group_full"
    GROUP_BY_INVITATION = "group_by_invitation"
    NOT_IN_GROUP = "not_in_group"
    SCOPES_MISSING = "scopes_missing"
    NOT_IN_CHANNEL = "not_in_channel"
    CHANNEL_ARCHIVED = "channel_archived"
    CHANNEL_SHARED = "channel_shared"
    NAME_TAKEN = "name_taken"
    GROUP_NAME = "group_name"
    GROUP_QUESTIONS = "group_questions"
    GROUP_SIZE = "group_size"
    GROUP_LED_BY_WHOM = "group_led_by_whom"
    WELL_BEING_IN_PUBLIC = "well_being_in_public"
    ZONE_UNKNOWN = "zone_unknown"
    ROUND_TOO_SOON = "round_too_soon"
    ROUND_CLOSED = "round_closed"
    ROUND_LED = "round_led"
    NOBODY_ELSE_LEADS = "nobody_else_leads"
    NOTHING_TO_SKIP = "nothing_to_skip"
    NO_ROUNDS_YET = "no_rounds_yet"
    NO_ROTATION_HERE = "no_rotation_here"
    WHICH_ROTATION = "which_rotation"
    ROTATION_IN_CHANNEL = "rotation_in_channel"
    ROTATION_OVER = "rotation_over"
    NOT_IN_ROTATION = "not_in_rotation"
    ROUND_BEGUN = "round_begun"
    NO_ROUND_TO_SKIP = "no_round_to_skip"
    MEETING_OVER = "meeting_over"
    FORMATION_OF_WHOM = "formation_of_whom"
    FORMATION_OF_FEW = "formation_of_few"
    FORMATION_OF_MANY = "formation_of_many"
    FORMATION_UNSEEN = "formation_unseen"
    FORMATION_SCOPES = "formation_scopes"
    FORMATION_OVER = "formation_over"
    FORMATION_FULL = "formation_full"
    FORMATION_APART = "formation_apart"
    FORMATION_TOO_FEW = "formation_too_few"
    FORMATION_EMPTY = "formation_empty"


class Refused(Exception):
    """What a person asked for cannot be done. `words` are what the sentence quotes: a name, a date, a programme."""

    def __init__(self, refusal: Refusal, *words: str, field: str = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.words = words
        self.field = field
