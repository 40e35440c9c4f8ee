"""Rotations in numbers, counted by the database."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, distinct, func, select

from bot.domain.checkin import Meeting
from bot.domain.groups import GroupState
from bot.domain.ids import GroupId, ProgrammeId
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from bot.domain.rotation_showings import RotationNumbers
from bot.domain.rounds import RoundState
from storage.session import Session
from storage.tables import Group, Membership, RotationSeat, Round, table_of

GROUP, MEMBERSHIP, SEAT, ROUND = table_of(Group), table_of(Membership), table_of(RotationSeat), table_of(Round)

_HELD = ROUND.c.state.in_((RoundState.OPEN, RoundState.CLOSED))
_MINE = and_(
    ROUND.c.workspace_id == bindparam("workspace"),
    ROUND.c.group_id.in_(bindparam("groups", expanding=True)),
    ROUND.c.opens_at >= bindparam("start"),
    ROUND.c.opens_at < bindparam("end"),
)
_ROUNDS = select(func.count().label("rounds")).where(_MINE, _HELD)
_WITH_SEATS = ROUND.join(SEAT, (SEAT.c.workspace_id == ROUND.c.workspace_id) & (SEAT.c.round_id == ROUND.c.id))
_EACH = (
    select(
        SEAT.c.encounter_id,
        func.max(case((SEAT.c.answer == Meeting.MET, 1), else_=0)).label("met"),
    )
    .select_from(_WITH_SEATS)
    .where(_MINE, _HELD, SEAT.c.encounter_id.is_not(None))
    .group_by(SEAT.c.encounter_id)
    .subquery()
)
_MEETINGS = select(
    func.count().label("meetings"),
    func.coalesce(func.sum(_EACH.c.met), 0).label("met"),
).select_from(_EACH)
_SAID = (
    select(
        func.count(SEAT.c.asked_at).label("asked"),
        func.count(case((SEAT.c.asked_at.is_not(None), SEAT.c.answer))).label("answered"),
        func.count(SEAT.c.skipped_at).label("skipped"),
        func.count(SEAT.c.left_out).label("left_out"),
    )
    .select_from(_WITH_SEATS)
    .where(_MINE, _HELD)
)
_ASIDE = select(func.count(distinct(MEMBERSHIP.c.member_id))).where(
    MEMBERSHIP.c.workspace_id == bindparam("workspace"),
    MEMBERSHIP.c.group_id.in_(bindparam("groups", expanding=True)),
    MEMBERSHIP.c.state == MembershipState.SET_ASIDE,
)


def rotations_of(session: Session, programme: ProgrammeId) -> list[GroupId]:
    """Its rotations, those that have ended among them."""
    rows = session.execute(
        select(GROUP.c.id)
        .where(
            GROUP.c.workspace_id == session.workspace,
            GROUP.c.programme_id == programme,
            GROUP.c.state.in_(GroupState),  # named all, so that an index leads to their kind
            GROUP.c.kind == ProgrammeKind.ROTATION,
        )
        .order_by(GROUP.c.id)
    )
    return [GroupId(row.id) for row in rows]


def numbers(session: Session, groups: Collection[GroupId], *, start: datetime, end: datetime) -> RotationNumbers:
    """Of the rounds that were to open in the span, its end left out."""
    here: dict[str, Any] = {"workspace": session.workspace, "groups": list(groups), "start": start, "end": end}
    meetings = session.execute(_MEETINGS, here).one()
    said = session.execute(_SAID, here).one()
    return RotationNumbers(
        rounds=session.execute(_ROUNDS, here).scalar_one(),
        meetings=meetings.meetings,
        met=int(meetings.met),
        asked=said.asked,
        answered=said.answered,
        skipped=said.skipped,
        left_out=said.left_out,
        set_aside=session.execute(_ASIDE, here).scalar_one(),
    )
