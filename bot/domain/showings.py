"""What the bot shows in answer to a command or in a form, as values."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.calendar import Hours
from bot.domain.case_sayings import ConcernStands
from bot.domain.case_showings import CaseRow
from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.gatherings import MyGathering, RunGathering
from bot.domain.ids import EntryId, MemberId, PairingId, PromptId
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, Role
from bot.domain.report_showings import Report
from bot.domain.rhythm import Rhythm
from bot.domain.sayings import Named, Reader
from bot.domain.typed_sayings import Choice


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
