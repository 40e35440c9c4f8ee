"""People who joined a group elsewhere than in its room, on their way into it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select, update

from bot.domain.ids import GroupId, MemberId
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Arrival, table_of

ARRIVAL = table_of(Arrival)


@dataclass(frozen=True, kw_only=True, slots=True)
class ArrivalRecord:
    id: UUID
    group_id: GroupId
    member_id: MemberId
    tries: int
    why: str
    next_look_at: datetime | None


_ARRIVALS = select(*(ARRIVAL.c[name] for name in ArrivalRecord.__dataclass_fields__))


def expect(session: Session, turn: Turn, group: GroupId, member: MemberId) -> None:
    """Somebody was asked who is not in the room: they are brought there once they join."""
    session.insert_once(
        Arrival,
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "group_id": group,
            "member_id": member,
            "tries": 0,
            "why": "",
            "next_look_at": None,
        },
    )


def joined(session: Session, turn: Turn, group: GroupId, member: MemberId) -> None:
    """They are brought there now, if they were expected."""
    session.execute(
        update(ARRIVAL)
        .where(ARRIVAL.c.workspace_id == session.workspace, ARRIVAL.c.group_id == group, ARRIVAL.c.member_id == member)
        .values(next_look_at=turn.now, tries=0, why="")
    )


def due(session: Session, now: datetime, limit: int) -> list[ArrivalRecord]:
    rows = session.execute(
        _ARRIVALS.where(ARRIVAL.c.workspace_id == session.workspace, ARRIVAL.c.next_look_at <= now)
        .order_by(ARRIVAL.c.next_look_at, ARRIVAL.c.id)
        .limit(limit)
    )
    return [ArrivalRecord(**row._mapping) for row in rows]


def find(session: Session, arrival: UUID) -> ArrivalRecord | None:
    row = session.execute(_ARRIVALS.where(ARRIVAL.c.workspace_id == session.workspace, ARRIVAL.c.id == arrival)).first()
    return None if row is None else ArrivalRecord(**row._mapping)


def change(session: Session, arrival: UUID, **values: Any) -> None:
    session.change(ARRIVAL, arrival, values)


NEXT_LOOK: Final = select(func.min(ARRIVAL.c.next_look_at)).where(ARRIVAL.c.next_look_at.is_not(None))
