"""What the rules of rounds look at: one group as it stands, read after its lock."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.calendar import Hours
from bot.domain.case import Rule
from bot.domain.facts import PauseFacts
from bot.domain.groups import Facilitation, GroupState
from bot.domain.ids import ClimbId, GroupId, MemberId, RoundId
from bot.domain.rhythm import RhythmRow
from bot.domain.rounds import RoundState


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonFacts:
    """Somebody who has joined. `turned_at` is when they last led a round, `pauses` are those of all that is theirs."""

    member: MemberId
    hours: Hours
    reachable: bool
    joined_at: datetime
    turned_at: datetime | None
    pauses: tuple[PauseFacts, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SeatOfRound:
    """Somebody of whom a round asked something. `heard`: they were there, or said something."""

    member: MemberId
    heard: bool
    nudged: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundFacts:
    """The latest round. `coming`: its opening is on its way; `guided` and `nudged` say what was done already."""

    id: RoundId
    period: int
    day: date
    state: RoundState
    opens_at: datetime
    closes_at: datetime | None
    coming: bool
    guided: bool
    nudged: bool
    facilitator: MemberId | None
    seats: tuple[SeatOfRound, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PastRound:
    """A round that was opened and has closed."""

    period: int
    closed_at: datetime
    led: bool
    seats: tuple[SeatOfRound, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupClimb:
    """What is on its way to a coordinator about a member, or was. `case_at` is when it reaches them."""

    id: ClimbId
    rule: Rule
    member: MemberId
    started_at: datetime
    case_at: datetime
    case_open: bool
    ended_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupFacts:
    """`leads` is whoever always leads the rounds, where one does who can be reached, `leading` whoever leads the latest
    one, in the group or not. `past` are the latest closed rounds, oldest first.
    """

    id: GroupId
    state: GroupState
    hours: Hours
    facilitation: Facilitation
    leads: MemberId | None
    closes_after: int
    rhythms: tuple[RhythmRow, ...]
    pauses: tuple[PauseFacts, ...]
    people: tuple[PersonFacts, ...]
    round: RoundFacts | None
    leading: PersonFacts | None = None
    past: tuple[PastRound, ...] = ()
    climbs: tuple[GroupClimb, ...] = ()

    def person(self, member: MemberId | None) -> PersonFacts | None:
        return next((each for each in self.people if each.member == member), None)
