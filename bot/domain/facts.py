"""What the rules look at: one pairing as it stands, read after its lock."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.calendar import Hours
from bot.domain.case import Rule
from bot.domain.checkin import CheckinState, Meeting
from bot.domain.ids import CheckinId, ClimbId, EntryId, MemberId, PairingId, PromptId, SeatId
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, Role
from bot.domain.policy import DEFAULT, Policy
from bot.domain.rhythm import Rhythm, RhythmRow


@dataclass(frozen=True, kw_only=True, slots=True)
class PauseFacts:
    """Clocks stand still from `from_day` until `until_day`, which is a day of work again."""

    from_day: date
    until_day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class SeatFacts:
    id: SeatId
    member: MemberId
    role: Role
    hours: Hours
    consent: Consent
    greeted_at: datetime | None
    reachable: bool = True
    meeting: Meeting | None = None
    meeting_asked_at: datetime | None = None
    pauses: tuple[PauseFacts, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptFacts:
    """`asked` counts how often the prompt was queued; `waiting` says whether one is still on its way."""

    id: PromptId
    seat: SeatId
    ask_at: datetime
    asked: int
    waiting: bool
    delivered_at: datetime | None
    reminders: int
    snoozed_until: datetime | None
    skipped: bool
    answered: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckinFacts:
    id: CheckinId
    period: int
    day: date
    state: CheckinState
    closes_at: datetime | None
    prompts: tuple[PromptFacts, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PastCheckin:
    """A check-in that asked somebody and has closed. `answered`: somebody answered, late answers included."""

    period: int
    opened_at: datetime
    closed_at: datetime
    answered: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Outage:
    """A stretch in which the bot was not there, so that nobody could answer."""

    start: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ClimbFacts:
    """A climb up the ladder that has not ended. `case_at` is when it reaches the coordinator, if it holds till then."""

    id: ClimbId
    rule: Rule
    case_at: datetime
    case_open: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldWords:
    """One reader's leave to read one entry, which nobody has told them of yet."""

    entry: EntryId
    checkin: CheckinId
    author: MemberId
    reader: MemberId
    written_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PairingFacts:
    """`policy` has the programme's own numbers, `grid` is its first day, from which all of its rhythms are counted.

    `began_at` is when the clocks of a pairing began that was never introduced; `past` its latest closed check-ins;
    `resolved` when a case of each rule was last resolved. `checkin` is the latest one.
    """

    id: PairingId
    state: PairingState
    rhythm: Rhythm
    grid: date | None
    introduce_on: date | None
    introducing_at: datetime | None
    introduced_at: datetime | None
    met_at: datetime | None
    rhythms: tuple[RhythmRow, ...]
    seats: tuple[SeatFacts, ...]
    checkin: CheckinFacts | None
    held: tuple[HeldWords, ...] = ()
    began_at: datetime | None = None
    past: tuple[PastCheckin, ...] = ()
    outages: tuple[Outage, ...] = ()
    climbs: tuple[ClimbFacts, ...] = ()
    resolved: tuple[tuple[Rule, datetime], ...] = ()
    policy: Policy = DEFAULT

    def seat(self, seat: SeatId) -> SeatFacts:
        for each in self.seats:
            if each.id.int == seat.int:  # a UUID's own == costs five times as much
                return each
        raise LookupError(seat)

    def seat_of(self, member: MemberId) -> SeatFacts:
        return next(each for each in self.seats if each.member == member)
