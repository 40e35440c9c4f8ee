"""Groups and rotations as one person has them, among what is theirs."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.groups import GroupState
from bot.domain.ids import GroupId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind


@dataclass(frozen=True, kw_only=True, slots=True)
class MyGathering:
    """One in which somebody is, is asked into, or was set aside.

    Of a peer group: who `leads` the round that is open or to come, the last day of one that is open, whether they were
    `heard` in it, and the `promises` of theirs of which nobody said what became. Of a rotation: whom they meet now, and
    the round to come that can be skipped, or is `skipped`.
    """

    kind: ProgrammeKind
    group: GroupId
    name: str
    place: MembershipState
    state: GroupState
    next_at: datetime | None
    paused_until: date | None
    leads: str = ""
    i_lead: bool = False
    open_until: date | None = None
    heard: bool = False
    promises: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    round: RoundId | None = None
    skipped: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class RunGathering:
    """One that somebody runs: so many `joined`, `cases` wait for the reader. `nobody_leads` the round to come."""

    kind: ProgrammeKind
    name: str
    state: GroupState
    joined: int
    next_at: datetime | None
    paused_until: date | None
    leads: str = ""
    nobody_leads: bool = False
    cases: int = 0
