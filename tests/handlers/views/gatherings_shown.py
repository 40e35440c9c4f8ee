"""Groups and rotations as one person has them, in every state that looks different."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from bot.domain.gatherings import MyGathering, RunGathering
from bot.domain.groups import GroupState
from bot.domain.ids import GroupId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind

NEXT: Final = datetime(2026, 11, 10, 10, tzinfo=UTC)
DAY: Final = date(2026, 11, 5)
WRITERS: Final = MyGathering(
    kind=ProgrammeKind.PEER_GROUP,
    group=GroupId(UUID(int=90)),
    name="Writers",
    place=MembershipState.JOINED,
    state=GroupState.RUNNING,
    next_at=NEXT,
    paused_until=None,
    leads="Ben",
)
COFFEES: Final = MyGathering(
    kind=ProgrammeKind.ROTATION,
    group=GroupId(UUID(int=91)),
    name="Coffees",
    place=MembershipState.JOINED,
    state=GroupState.RUNNING,
    next_at=NEXT,
    paused_until=None,
    partners=("Cleo", "Dan"),
    round=RoundId(UUID(int=92)),
)
MINE: Final = (
    replace(WRITERS, open_until=DAY, promises=("I will rest.", "I will <@U0ANA> write\nmore.")),
    replace(WRITERS, open_until=DAY, heard=True, i_lead=True),
    replace(WRITERS, leads="", paused_until=DAY),
    replace(WRITERS, state=GroupState.ADRIFT, next_at=None),
    COFFEES,
    replace(COFFEES, partners=(), skipped=True),
    *(
        replace(each, place=place, leads="", partners=(), round=None)
        for each in (WRITERS, COFFEES)
        for place in (MembershipState.INVITED, MembershipState.SET_ASIDE)
    ),
)
MANY: Final = tuple(replace(COFFEES, name=f"Coffees {n} " + 60 * "<&>") for n in range(40))
RUN_WRITERS: Final = RunGathering(
    kind=ProgrammeKind.PEER_GROUP,
    name="Writers",
    state=GroupState.RUNNING,
    joined=6,
    next_at=NEXT,
    paused_until=None,
    leads="Ben",
)
RUN: Final = (
    replace(RUN_WRITERS, state=GroupState.ADRIFT, next_at=None, cases=2),
    replace(RUN_WRITERS, leads="", nobody_leads=True, cases=1),
    replace(RUN_WRITERS, kind=ProgrammeKind.ROTATION, name="Coffees", leads="", joined=1, paused_until=DAY),
    RUN_WRITERS,
)
RUN_MANY: Final = tuple(replace(RUN[0], name=f"Writers {n} " + 60 * "<&>", leads=60 * "&") for n in range(20))
