"""Rounds of groups, who was asked in them, and who leads them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from bot.domain.ids import GroupId, MemberId, RoundId
from bot.domain.rounds import RoundState
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Group, HandOver, Round, RoundSeat, table_of

GROUP, ROUND, SEAT, HAND_OVER = table_of(Group), table_of(Round), table_of(RoundSeat), table_of(HandOver)
PAST = (RoundState.CLOSED, RoundState.SKIPPED)


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundRecord:
    """A round as stored, its questions open, one a line."""

    id: RoundId
    group_id: GroupId
    period: int
    day: date
    state: RoundState
    opens_at: datetime
    closes_at: datetime | None
    opening_at: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None
    guided_at: datetime | None
    nudged_at: datetime | None
    digest_at: datetime | None
    questions: str
    why: str
    facilitator_id: MemberId | None
    conversation: str
    stamp: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundSeatRecord:
    """What a round asked of somebody, and when they were there or said something."""

    id: UUID
    round_id: RoundId
    member_id: MemberId
    here_at: datetime | None
    said_at: datetime | None
    nudged_at: datetime | None

    @property
    def heard(self) -> bool:
        """They were there, or said something, to whomever."""
        return self.here_at is not None or self.said_at is not None


_ROUNDS = select(*(ROUND.c[name] for name in RoundRecord.__dataclass_fields__))
_HERE = ROUND.c.workspace_id == bindparam("workspace")
_BY_ID = _ROUNDS.where(_HERE, ROUND.c.id == bindparam("round"))
_AT = _ROUNDS.where(_HERE, ROUND.c.conversation == bindparam("conversation"), ROUND.c.stamp == bindparam("stamp"))
_SEATS = (
    select(*(SEAT.c[name] for name in RoundSeatRecord.__dataclass_fields__))
    .where(SEAT.c.workspace_id == bindparam("workspace"), SEAT.c.round_id.in_(bindparam("rounds", expanding=True)))
    .order_by(SEAT.c.round_id, SEAT.c.id)
)


def by_id(session: Session, round: RoundId) -> RoundRecord | None:
    row = session.execute(_BY_ID, {"workspace": session.workspace, "round": round}).first()
    return None if row is None else _record(session, row)


def at(session: Session, conversation: str, stamp: str) -> RoundRecord | None:
    """The round whose thread begins there."""
    here = {"workspace": session.workspace, "conversation": conversation, "stamp": stamp}
    row = session.execute(_AT, here).first()
    return None if row is None else _record(session, row)


_OF_GROUP = (_HERE, ROUND.c.group_id == bindparam("group"), ROUND.c.state.in_(bindparam("states", expanding=True)))
_PAST = _ROUNDS.where(*_OF_GROUP).order_by(ROUND.c.period.desc()).limit(bindparam("most"))
_HOW_MANY = select(func.count()).select_from(ROUND).where(*_OF_GROUP)


def past(session: Session, group: GroupId, most: int) -> list[RoundRecord]:
    """The last `most` rounds of a group that are over, the last one first."""
    here = {"workspace": session.workspace, "group": group, "states": PAST, "most": most}
    return [_record(session, row) for row in session.execute(_PAST, here)]


def how_many(session: Session, group: GroupId, *states: RoundState) -> int:
    """Rounds of a group that are in one of these states, as a number."""
    here = {"workspace": session.workspace, "group": group, "states": states}
    return session.execute(_HOW_MANY, here).scalar_one()


def closed_before(session: Session, round: RoundRecord) -> RoundRecord | None:
    """The round of the same group that closed last before this one."""
    row = session.execute(
        _ROUNDS.where(
            ROUND.c.workspace_id == session.workspace,
            ROUND.c.group_id == round.group_id,
            ROUND.c.period < round.period,
            ROUND.c.state == RoundState.CLOSED,
        )
        .order_by(ROUND.c.period.desc())
        .limit(1)
    ).first()
    return None if row is None else _record(session, row)


_BACK = ROUND.alias()
_NEWEST = (
    select(
        GROUP.c.id.label("group_id"),
        select(_BACK.c.period)
        .where(_BACK.c.workspace_id == GROUP.c.workspace_id, _BACK.c.group_id == GROUP.c.id)
        .order_by(_BACK.c.period.desc())
        .limit(1)
        .correlate(GROUP)
        .scalar_subquery()
        .label("period"),
    )
    .where(GROUP.c.workspace_id == bindparam("workspace"), GROUP.c.id.in_(bindparam("groups", expanding=True)))
    .cte()
    .prefix_with("MATERIALIZED", dialect="postgresql")
)
"""By the index of a group's rounds from the newest one back, however many years there are."""
_LATEST = (
    _ROUNDS.join(
        _NEWEST,
        (_NEWEST.c.group_id == ROUND.c.group_id)
        # PostgreSQL takes what lies between two bounds for few rows, and what has one only for a third of all.
        & ROUND.c.period.between(_NEWEST.c.period - bindparam("before"), _NEWEST.c.period),
    )
    .where(_HERE)
    .order_by(ROUND.c.group_id, ROUND.c.period)
)


def latest(session: Session, groups: Collection[GroupId], most: int) -> dict[GroupId, list[RoundRecord]]:
    """The last `most` rounds of each of these groups, the first one first."""
    rows = session.execute(_LATEST, {"workspace": session.workspace, "groups": list(groups), "before": most - 1})
    found: dict[GroupId, list[RoundRecord]] = {group: [] for group in groups}
    for row in rows:
        found[GroupId(row.group_id)].append(_record(session, row))
    return found


def schedule(
    session: Session,
    turn: Turn,
    group: GroupId,
    *,
    period: int,
    day: date,
    opens_at: datetime,
    facilitator: MemberId | None,
) -> RoundId | None:
    """None when the period has its round."""
    round = RoundId(turn.new_id())
    made = session.insert_once(
        Round,
        {
            "workspace_id": session.workspace,
            "id": round,
            "group_id": group,
            "period": period,
            "day": day,
            "state": RoundState.SCHEDULED,
            "opens_at": opens_at,
            "facilitator_id": facilitator,
            "questions": "",
            "why": "",
            "conversation": "",
            "stamp": "",
        },
    )
    return round if made else None


def change(session: Session, round: RoundId, **values: Any) -> None:
    """Sets columns of one round; its questions are sealed."""
    if "questions" in values:
        values["questions"] = session.seal_words(values["questions"], table="round", row=round, column="questions")
    session.change(ROUND, round, values)


def seat(session: Session, turn: Turn, round: RoundId, group: GroupId, members: Collection[MemberId]) -> None:
    """Of these people the round asks something; whoever has a seat keeps it."""
    for member in members:
        session.insert_once(
            RoundSeat,
            {
                "workspace_id": session.workspace,
                "id": turn.new_id(),
                "round_id": round,
                "group_id": group,
                "member_id": member,
            },
        )


def seats(session: Session, rounds: Collection[RoundId]) -> dict[RoundId, list[RoundSeatRecord]]:
    found: dict[RoundId, list[RoundSeatRecord]] = {round: [] for round in rounds}
    for row in session.execute(_SEATS, {"workspace": session.workspace, "rounds": list(rounds)}):
        found[RoundId(row.round_id)].append(RoundSeatRecord(**row._mapping))
    return found


def change_seat(session: Session, round: RoundId, member: MemberId, **values: Any) -> None:
    session.execute(
        update(SEAT)
        .where(SEAT.c.workspace_id == session.workspace, SEAT.c.round_id == round, SEAT.c.member_id == member)
        .values(**values)
    )


def hand_over(session: Session, turn: Turn, round: RoundId, to: MemberId | None, *, by: MemberId | None) -> None:
    """Who leads the round from now on, and that on record."""
    session.change(ROUND, round, {"facilitator_id": to})
    values = {"round_id": round, "member_id": to, "by": by, "at": turn.now}
    session.insert(HAND_OVER, {"workspace_id": session.workspace, "id": turn.new_id(), **values})


def handed_on_by(session: Session, round: RoundId) -> set[MemberId]:
    """Who has given the lead of a round to somebody else."""
    rows = session.execute(
        select(HAND_OVER.c.by).where(
            HAND_OVER.c.workspace_id == session.workspace,
            HAND_OVER.c.round_id == round,
            HAND_OVER.c.by.is_not(None),
            HAND_OVER.c.by != HAND_OVER.c.member_id,
        )
    )
    return {MemberId(row.by) for row in rows}


def _record(session: Session, row: Any) -> RoundRecord:
    values = dict(row._mapping)
    values["questions"] = session.open_words(values["questions"], table="round", row=row.id, column="questions")
    return RoundRecord(**values)
