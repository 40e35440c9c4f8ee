"""A rotation every other Monday at ten, from 12 October, as the rules see it: before a round, and in one."""

from datetime import date
from typing import Any
from uuid import UUID

from bot.domain.ids import EncounterId, GroupId, MemberId, RoundId
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.rotation import Past, Shape
from bot.domain.rotation_facts import EncounterFacts, PartFacts, RotationFacts, RotationRound, TakerFacts
from bot.domain.rounds import RoundState
from tests.builders import ANA, BEN, hours, utc

ROUND = RoundId(UUID(int=70))
NEXT = RoundId(UUID(int=71))
DAN = MemberId(UUID(int=4))
TOGETHER = EncounterId(UUID(int=80))
OPENS = "2026-10-12 10:00"  # a Monday
CLOSES = "2026-10-23 09:00"  # the Friday before the next one opens
INTRODUCED = utc("2026-10-12 10:05")


def taker(member: MemberId, **more: Any) -> TakerFacts:
    return TakerFacts(**{"member": member, "chair": member.int - 1, "hours": hours(), **more})


def facts(*takers: TakerFacts, **more: Any) -> RotationFacts:
    """Fortnightly on Mondays at ten from 12 October; the first round is planned."""
    planned = RotationRound(id=ROUND, period=1, state=RoundState.SCHEDULED, opens_at=utc(OPENS), closes_at=None)
    values: dict[str, Any] = {
        "id": GroupId(UUID(int=60)),
        "hours": hours(weekday=0),
        "pauses": (),
        "rhythms": (RhythmRow(from_period=1, rhythm=Rhythm.FORTNIGHTLY, anchor=date(2026, 10, 12)),),
        "shape": Shape.PAIRS,
        "takers": takers or (taker(ANA), taker(BEN)),
        "last": planned,
        "planned": planned,
        "going": None,
        "parts": {},
        "said": {},
        "encounters": {},
        "past": Past(number=1, chairs=4),
    }
    return RotationFacts(**{**values, **more})


def opened(*takers: TakerFacts, parts: dict[MemberId, PartFacts] | None = None, **more: Any) -> RotationFacts:
    """Ana and Ben were introduced as the round opened."""
    open_round = RotationRound(
        id=ROUND, period=1, state=RoundState.OPEN, opens_at=utc(OPENS), closes_at=utc(more.pop("closes", CLOSES))
    )
    met = EncounterFacts(members=(ANA, BEN), introduced_at=INTRODUCED)
    mine = {each: PartFacts(encounter=TOGETHER) for each in (ANA, BEN)} | (parts or {})
    planned = RotationRound(
        id=NEXT, period=2, state=RoundState.SCHEDULED, opens_at=utc("2026-10-26 10:00"), closes_at=None
    )
    values = {"last": planned, "planned": planned, "going": open_round, "said": mine, "encounters": {TOGETHER: met}}
    return facts(*takers, **{**values, **more})


def held(state: RoundState) -> RotationRound:
    """The first round, as it is now."""
    return RotationRound(id=ROUND, period=1, state=state, opens_at=utc(OPENS), closes_at=None)


def part(**more: Any) -> PartFacts:
    return PartFacts(encounter=TOGETHER, **more)
