"""Rotations: chairs, who was brought together in which round, what became of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, case, func, select, update

from bot.domain.checkin import Meeting
from bot.domain.ids import EncounterId, GroupId, MemberId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.rotation import LeftOut, Shape
from bot.domain.rotation_past import PastPart
from bot.domain.rounds import RoundState
from bot.domain.turn import Turn
from storage import rounds
from storage.session import Session
from storage.tables import Chair, Encounter, Membership, Rotation, RotationSeat, Round, table_of

ROTATION, CHAIR, ENCOUNTER = table_of(Rotation), table_of(Chair), table_of(Encounter)
SEAT, ROUND, MEMBERSHIP = table_of(RotationSeat), table_of(Round), table_of(Membership)


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
_TAKEN = select(CHAIR.c.number).where(
    CHAIR.c.workspace_id == bindparam("workspace"), CHAIR.c.group_id == bindparam("group"), CHAIR.c.number.is_not(None)
)
_AT_HOME = (
    select(MEMBERSHIP.c.id)
    .where(
        MEMBERSHIP.c.workspace_id == CHAIR.c.workspace_id,
        MEMBERSHIP.c.group_id == CHAIR.c.group_id,
        MEMBERSHIP.c.member_id == CHAIR.c.member_id,
        MEMBERSHIP.c.state == MembershipState.JOINED,
    )
    .exists()
)
_FREE = select(
    func.min(case((~_AT_HOME, CHAIR.c.number))).label("free"), func.coalesce(func.max(CHAIR.c.number), -1)
).where(
    CHAIR.c.workspace_id == bindparam("workspace"), CHAIR.c.group_id == bindparam("group"), CHAIR.c.number.is_not(None)
)
_OWN = tuple(name for name in EncounterRecord.__dataclass_fields__ if name != "members")
_ENCOUNTERS = (
    select(*(ENCOUNTER.c[name] for name in _OWN), SEAT.c.member_id)
    .join(SEAT, (SEAT.c.workspace_id == ENCOUNTER.c.workspace_id) & (SEAT.c.encounter_id == ENCOUNTER.c.id))
    .where(ENCOUNTER.c.workspace_id == bindparam("workspace"))
    .order_by(ENCOUNTER.c.id, SEAT.c.member_id)
)


def add(session: Session, turn: Turn, group: GroupId, shape: Shape) -> None:
    values = {"workspace_id": session.workspace, "id": turn.new_id(), "group_id": group, "shape": shape}
    session.insert(ROTATION, values)


def shape_of(session: Session, group: GroupId) -> Shape:
    found = select(ROTATION.c.shape).where(ROTATION.c.workspace_id == session.workspace, ROTATION.c.group_id == group)
    return Shape(session.execute(found).scalar_one())


def change(session: Session, group: GroupId, shape: Shape) -> None:
    mine = (ROTATION.c.workspace_id == session.workspace, ROTATION.c.group_id == group)
    session.execute(update(ROTATION).where(*mine).values(shape=shape))


def chairs(session: Session, group: GroupId) -> dict[MemberId, int]:
    """Everybody who has a number, those among them who have left."""
    rows = session.execute(
        select(CHAIR.c.member_id, CHAIR.c.number)
        .where(CHAIR.c.workspace_id == session.workspace, CHAIR.c.group_id == group, CHAIR.c.number.is_not(None))
        .order_by(CHAIR.c.number)
    )
    return {MemberId(row.member_id): row.number for row in rows}


def sit(session: Session, turn: Turn, group: GroupId, member: MemberId) -> None:
    """A chair for whoever has joined: their own, if nobody took it, else the lowest whose owner is away, else a new.

    Needs the group's lock.
    """
    mine = (CHAIR.c.workspace_id == session.workspace, CHAIR.c.group_id == group)
    if session.execute(_TAKEN.where(CHAIR.c.member_id == member), _here(session, group)).first() is not None:
        return
    free, highest = session.execute(_FREE, _here(session, group)).one()
    number = highest + 1 if free is None else free
    session.execute(update(CHAIR).where(*mine, CHAIR.c.number == number).values(number=None))
    values = {"workspace_id": session.workspace, "id": turn.new_id(), "group_id": group, "member_id": member}
    if not session.insert_once(Chair, {**values, "number": number}):
        session.execute(update(CHAIR).where(*mine, CHAIR.c.member_id == member).values(number=number))


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
    theirs = _PARTS.where(SEAT.c.round_id == round, SEAT.c.member_id.in_(list(members)))
    rows = session.execute(theirs, {"workspace": session.workspace})
    return {MemberId(row.member_id): PartRecord(**row._mapping) for row in rows}


def part_by_id(session: Session, id: UUID) -> PartRecord | None:
    row = session.execute(_PARTS.where(SEAT.c.id == id), {"workspace": session.workspace}).first()
    return None if row is None else PartRecord(**row._mapping)


def parts_of(session: Session, encounter: EncounterId) -> dict[MemberId, PartRecord]:
    """What those of one encounter said and did."""
    rows = session.execute(_PARTS.where(SEAT.c.encounter_id == encounter), {"workspace": session.workspace})
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
    rows = session.execute(_ENCOUNTERS.where(ENCOUNTER.c.round_id == round), {"workspace": session.workspace})
    return _gathered(rows)


def encounter(session: Session, id: EncounterId) -> EncounterRecord | None:
    rows = session.execute(_ENCOUNTERS.where(ENCOUNTER.c.id == id), {"workspace": session.workspace})
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
