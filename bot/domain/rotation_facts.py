"""What the rules of rotations look at, and what a look may ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.calendar import Hours
from bot.domain.checkin import Meeting
from bot.domain.facts import PauseFacts
from bot.domain.ids import EncounterId, GroupId, MemberId, RoundId
from bot.domain.rhythm import RhythmRow
from bot.domain.rotation import Past, Person, Shape
from bot.domain.rounds import RoundState


@dataclass(frozen=True, kw_only=True, slots=True)
class TakerFacts:
    """Somebody who joined. `ready`: they can be written to, and want it.

    `silent` are the rounds in a row in which they were asked whether they met, and nobody of those they were to meet
    said so, nor they themselves anything; rounds that they skipped or were left out of count neither way.
    `site` is empty where it is not known.
    """

    member: MemberId
    chair: int
    hours: Hours
    site: str = ""
    ready: bool = True
    pauses: tuple[PauseFacts, ...] = ()
    silent: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class PartFacts:
    """Somebody's part in one round. `over`: the draw left them over; `told` of it."""

    encounter: EncounterId | None = None
    over: bool = False
    told: bool = False
    warned: bool = False
    skipped: bool = False
    stay_asked: bool = False
    stays: bool = False
    nudged: bool = False
    asked: bool = False
    answer: Meeting | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EncounterFacts:
    """`members` are those of them who can still meet: not whoever left, is gone, or said that it is not for them.

    `announced`: their introduction was queued, or it needs none.
    """

    members: tuple[MemberId, ...]
    introduced_at: datetime | None
    announced: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationRound:
    id: RoundId
    period: int
    state: RoundState
    opens_at: datetime
    closes_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationFacts:
    """One rotation as it stands. `hours` is its own calendar, `last` the latest round of any state.

    `planned` is a round to come, with what people said of it in `parts`; `going` one that is open, with `said` and
    `encounters`. `past` and how long somebody is silent are read only while none is open.
    """

    id: GroupId
    hours: Hours
    pauses: tuple[PauseFacts, ...]
    rhythms: tuple[RhythmRow, ...]
    shape: Shape
    takers: tuple[TakerFacts, ...]
    last: RotationRound | None
    planned: RotationRound | None
    going: RotationRound | None
    parts: Mapping[MemberId, PartFacts]
    said: Mapping[MemberId, PartFacts]
    encounters: Mapping[EncounterId, EncounterFacts]
    past: Past | None

    def part(self, member: MemberId) -> PartFacts:
        """In the round to come."""
        return self.parts.get(member, PartFacts())

    def saying(self, member: MemberId) -> PartFacts:
        """In the round that is open."""
        return self.said.get(member, PartFacts())


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanRound:
    period: int
    day: date
    opens_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class SkipRound:
    """`why` is "missed" after an outage, "nobody" where nobody takes part."""

    round: RoundId
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Warn:
    """Tomorrow a new round begins: *Skip this time*?"""

    round: RoundId
    member: MemberId
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class AskToStay:
    """After silent rounds, in place of the warning: do you want to stay?"""

    round: RoundId
    member: MemberId
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenRound:
    """These people meet each other: who whom is to be drawn."""

    round: RoundId
    people: tuple[Person, ...]
    closes_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Introduce:
    round: RoundId
    encounter: EncounterId
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class TellLeftOver:
    """The draw had nobody for them."""

    round: RoundId
    member: MemberId


@dataclass(frozen=True, kw_only=True, slots=True)
class SetAside:
    """They were asked whether to stay, and did not say so before the round opened."""

    round: RoundId
    member: MemberId


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudge:
    """Have you found a time?"""

    round: RoundId
    member: MemberId
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhetherMet:
    round: RoundId
    member: MemberId
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaveOut:
    """Nobody is left whom they could meet."""

    round: RoundId
    member: MemberId


@dataclass(frozen=True, kw_only=True, slots=True)
class CloseRound:
    round: RoundId


Asking = Warn | AskToStay | Nudge | AskWhetherMet
Opened = Introduce | TellLeftOver | SetAside
"""What follows from the opening of a round, however much later."""

RotationChange = PlanRound | SkipRound | OpenRound | Opened | Asking | LeaveOut | CloseRound
