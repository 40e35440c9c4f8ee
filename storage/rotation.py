"""Rotations: who was brought together in which round, what became of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from bot.domain.checkin import Meeting
from bot.domain.ids import EncounterId, GroupId, MemberId, RoundId
from bot.domain.rotation import LeftOut, Shape
from bot.domain.rotation_past import PastPart
from bot.domain.rounds import RoundState
from bot.domain.turn import Turn
from storage import rounds
from storage.session import Session
from storage.tables import Encounter, Rotation, RotationSeat, Round, table_of

ROTATION, ENCOUNTER = table_of(Rotation), table_of(Encounter)
SEAT, ROUND = table_of(RotationSeat), table_of(Round)


@dataclass(frozen=True, kw_only=True, slots=True)
class PartRecord:
    """One person's part in one round, as stored."""

    id: UUID
    round_id: RoundId
    group_id: GroupId
    member_id: MemberId
    encounter_id: EncounterId | None
    left_out: LeftOut | None
    warned_at: datetime | None
    skipped_at: datetime | None
    stay_asked_at: datetime | None
    stays_at: datetime | None
    nudged_at: datetime | None
    asked_at: datetime | None
    answer: Meeting | None
    answered_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class EncounterRecord:
    """Two or three people of a round. `members` are all who were drawn, wherever they are now."""

    id: EncounterId
    round_id: RoundId
    group_id: GroupId
    introduced_at: datetime | None
    conversation: str
    members: tuple[MemberId, ...]


_PARTS = select(*(SEAT.c[name] for name in PartRecord.__dataclass_fields__)).where(
    SEAT.c.workspace_id == bindparam("workspace")
)
_OF_ROUND = _PARTS.where(SEAT.c.round_id == bindparam("round")).order_by(SEAT.c.id)
_ONE = _PARTS.where(SEAT.c.round_id == bindparam("round"), SEAT.c.member_id == bindparam("of_member"))
_OF_MEMBERS = _PARTS.where(
    SEAT.c.round_id == bindparam("round"), SEAT.c.member_id.in_(bindparam("members", expanding=True))
)
_BY_ID = _PARTS.where(SEAT.c.id == bindparam("part"))
_OF_ENCOUNTER = _PARTS.where(SEAT.c.encounter_id == bindparam("encounter"))
_PAST = (
    select(
        ROUND.c.period,
        SEAT.c.member_id.label("member"),
        SEAT.c.encounter_id.label("encounter"),
        SEAT.c.left_out,
        SEAT.c.asked_at.is_not(None).label("asked"),
        SEAT.c.stay_asked_at.is_not(None).label("stay_asked"),
        SEAT.c.answer,
    )
    .join(ROUND, (ROUND.c.workspace_id == SEAT.c.workspace_id) & (ROUND.c.id == SEAT.c.round_id))
    .where(
        SEAT.c.workspace_id == bindparam("workspace"),
        SEAT.c.group_id == bindparam("group"),
        ROUND.c.state.in_((RoundState.OPEN, RoundState.CLOSED)),
    )
    .order_by(ROUND.c.period, SEAT.c.id)
)
_OWN = tuple(name for name in EncounterRecord.__dataclass_fields__ if name != "members")
_ENCOUNTERS = (
    select(*(ENCOUNTER.c[name] for name in _OWN), SEAT.c.member_id)
    .join(SEAT, (SEAT.c.workspace_id == ENCOUNTER.c.workspace_id) & (SEAT.c.encounter_id == ENCOUNTER.c.id))
    .where(ENCOUNTER.c.workspace_id == bindparam("workspace"))
    .order_by(ENCOUNTER.c.id, SEAT.c.member_id)
)
_ENCOUNTERS_OF = _ENCOUNTERS.where(ENCOUNTER.c.round_id == bindparam("round"))
_ENCOUNTER = _ENCOUNTERS.where(ENCOUNTER.c.id == bindparam("encounter"))
_SHAPE = select(ROTATION.c.shape).where(
    ROTATION.c.workspace_id == bindparam("workspace"), ROTATION.c.group_id == bindparam("group")
)


def add(session: Session, turn: Turn, group: GroupId, shape: Shape) -> None:
    values = {"workspace_id": session.workspace, "id": turn.new_id(), "group_id": group, "shape": shape}
    session.insert(ROTATION, values)


def shape_of(session: Session, group: GroupId) -> Shape:
    return Shape(session.execute(_SHAPE, _here(session, group)).scalar_one())


def change(session: Session, group: GroupId, shape: Shape) -> None:
    mine = (ROTATION.c.workspace_id == session.workspace, ROTATION.c.group_id == group)
    session.execute(update(ROTATION).where(*mine).values(shape=shape))


def _here(session: Session, group: GroupId) -> dict[str, object]:
    return {"workspace": session.workspace, "group": group}


def parts(session: Session, round: RoundId) -> dict[MemberId, PartRecord]:
    rows = session.execute(_OF_ROUND, {"workspace": session.workspace, "round": round})
    return {MemberId(row.member_id): PartRecord(**row._mapping) for row in rows}


def part(session: Session, round: RoundId, member: MemberId) -> PartRecord | None:
    here = {"workspace": session.workspace, "round": round, "of_member": member}
    row = session.execute(_ONE, here).first()
    return None if row is None else PartRecord(**row._mapping)


def parts_of_members(session: Session, round: RoundId, members: Collection[MemberId]) -> dict[MemberId, PartRecord]:
    """Of these people, as far as they have a part in the round."""
    here = {"workspace": session.workspace, "round": round}
    rows = session.execute(_OF_MEMBERS, {**here, "members": list(members)})
    return {MemberId(row.member_id): PartRecord(**row._mapping) for row in rows}


def part_by_id(session: Session, id: UUID) -> PartRecord | None:
    row = session.execute(_BY_ID, {"workspace": session.workspace, "part": id}).first()
    return None if row is None else PartRecord(**row._mapping)


def parts_of(session: Session, encounter: EncounterId) -> dict[MemberId, PartRecord]:
    """What those of one encounter said and did."""
    rows = session.execute(_OF_ENCOUNTER, {"workspace": session.workspace, "encounter": encounter})
    return {MemberId(row.member_id): PartRecord(**row._mapping) for row in rows}


def change_parts(
    session: Session, turn: Turn, round: RoundId, group: GroupId, values: Mapping[MemberId, Mapping[str, Any]]
) -> None:
    """Sets columns of people's parts in a round; who has none yet is given one. All must name the same columns."""
    if not values:
        return
    there = _have_parts(session, round, values)
    rows = [
        {"workspace_id": session.workspace, "id": turn.new_id(), "round_id": round, "group_id": group}
        | {"member_id": member, **columns}
        for member, columns in values.items()
        if member not in there
    ]
    if rows:
        session.insert(SEAT, rows)
    changed = [{"of_member": member, **columns} for member, columns in values.items() if member in there]
    if changed:
        session.execute(
            update(SEAT).where(
                SEAT.c.workspace_id == session.workspace,
                SEAT.c.round_id == round,
                SEAT.c.member_id == bindparam("of_member"),
            ),
            changed,
        )


def _have_parts(session: Session, round: RoundId, members: Collection[MemberId]) -> set[MemberId]:
    found = select(SEAT.c.member_id).where(
        SEAT.c.workspace_id == session.workspace, SEAT.c.round_id == round, SEAT.c.member_id.in_(list(members))
    )
    return {MemberId(row.member_id) for row in session.execute(found)}


def past(session: Session, group: GroupId) -> list[PastPart]:
    """Everybody's parts in all rounds that were opened, the first one first."""
    rows = session.execute(_PAST, {"workspace": session.workspace, "group": group})
    return [PastPart(**row._mapping) for row in rows]


def bring_together(
    session: Session, turn: Turn, round: RoundId, group: GroupId, groups: Sequence[Sequence[MemberId]]
) -> list[EncounterId]:
    """One encounter for each of these groups of people, who have a part in the round from now on."""
    made = [EncounterId(turn.new_id()) for _ in groups]
    if made:
        here = {"workspace_id": session.workspace, "round_id": round, "group_id": group, "conversation": ""}
        session.insert(ENCOUNTER, [{"id": each, **here} for each in made])
    whose = {member: {"encounter_id": id} for id, people in zip(made, groups, strict=True) for member in people}
    change_parts(session, turn, round, group, whose)
    return made


def encounters(session: Session, round: RoundId) -> dict[EncounterId, EncounterRecord]:
    rows = session.execute(_ENCOUNTERS_OF, {"workspace": session.workspace, "round": round})
    return _gathered(rows)


def encounter(session: Session, id: EncounterId) -> EncounterRecord | None:
    rows = session.execute(_ENCOUNTER, {"workspace": session.workspace, "encounter": id})
    return _gathered(rows).get(id)


def change_encounter(session: Session, id: EncounterId, **values: Any) -> None:
    session.change(ENCOUNTER, id, values)


def _gathered(rows: Iterable[Any]) -> dict[EncounterId, EncounterRecord]:
    people: dict[EncounterId, list[MemberId]] = defaultdict(list)
    own: dict[EncounterId, dict[str, Any]] = {}
    for row in rows:
        id = EncounterId(row.id)
        own[id] = {name: getattr(row, name) for name in _OWN}
        people[id].append(MemberId(row.member_id))
    return {id: EncounterRecord(**values, members=tuple(people[id])) for id, values in own.items()}


def current(session: Session, group: GroupId, member: MemberId | None = None) -> list[UUID]:
    """What messages about the rounds that are not over are about: people's parts in them, or one's, and encounters."""
    latest = rounds.latest(session, [group], 2)[group]
    going = [each.id for each in latest if each.state in (RoundState.SCHEDULED, RoundState.OPEN)]
    statement = select(SEAT.c.id, SEAT.c.encounter_id).where(
        SEAT.c.workspace_id == session.workspace, SEAT.c.round_id.in_(going)
    )
    if member is not None:
        statement = statement.where(SEAT.c.member_id == member)
    rows = session.execute(statement).all()
    return [*(row.id for row in rows), *{row.encounter_id for row in rows if row.encounter_id is not None}]
