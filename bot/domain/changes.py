"""What a look at a pairing may ask for. Each is saved by bot/services/look.py and nowhere else."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.case import Rule
from bot.domain.checkin import Answered
from bot.domain.ids import CheckinId, ClimbId, EntryId, MemberId, PromptId, SeatId
from bot.domain.pairing import PairingStep
from bot.domain.rhythm import RhythmRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Greet:
    """Say the first word to a member who has not heard it."""

    member: MemberId
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Introduce:
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Keep:
    """Give the pairing its rhythm."""

    row: RhythmRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Take:
    """A step of the pairing's life."""

    step: PairingStep


@dataclass(frozen=True, kw_only=True, slots=True)
class AskOfFirstMeeting:
    seat: SeatId
    member: MemberId
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Schedule:
    """A check-in for a period, with whom to ask and when."""

    period: int
    day: date
    asks: tuple[tuple[SeatId, MemberId, datetime], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    prompt: PromptId
    member: MemberId
    nth: int
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Remind:
    prompt: PromptId
    member: MemberId
    nth: int
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class SetClose:
    checkin: CheckinId
    closes_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Close:
    checkin: CheckinId
    answered: Answered


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """Tell a reader of words that their partner shared."""

    checkin: CheckinId
    reader: MemberId
    entries: tuple[EntryId, ...]
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class StartClimb:
    """A rule fires: the way up the ladder begins."""

    rule: Rule
    case_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenCase:
    """The climb reaches the coordinator."""

    climb: ClimbId
    rule: Rule
    since: datetime
    checkins: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EndClimb:
    """A meeting or an answer ended it; an open case is told."""

    climb: ClimbId
    rule: Rule


Change = (
    Greet
    | Introduce
    | Keep
    | Take
    | AskOfFirstMeeting
    | Schedule
    | Ask
    | Remind
    | SetClose
    | Close
    | Release
    | StartClimb
    | OpenCase
    | EndClimb
)
