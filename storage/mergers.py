"""Groups whose people were asked whether they would go on with another group."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bot.domain.ids import GroupId, MemberId
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Merger, table_of

MERGER = table_of(Merger)


@dataclass(frozen=True, kw_only=True, slots=True)
class MergerRecord:
    id: UUID
    group_id: GroupId
    into_id: GroupId
    by: MemberId
    at: datetime
    undone_at: datetime | None


_MERGERS = select(*(MERGER.c[name] for name in MergerRecord.__dataclass_fields__))


def add(session: Session, turn: Turn, group: GroupId, *, into: GroupId, by: MemberId) -> UUID:
    id = turn.new_id()
    values = {"group_id": group, "into_id": into, "by": by, "at": turn.now, "undone_at": None}
    session.insert(MERGER, {"workspace_id": session.workspace, "id": id, **values})
    return id


def find(session: Session, merger: UUID) -> MergerRecord | None:
    row = session.execute(_MERGERS.where(MERGER.c.workspace_id == session.workspace, MERGER.c.id == merger)).first()
    return None if row is None else _record(row)


def into(session: Session, group: GroupId) -> list[MergerRecord]:
    """Those into a group that stand, oldest first."""
    rows = session.execute(
        _MERGERS.where(
            MERGER.c.workspace_id == session.workspace, MERGER.c.into_id == group, MERGER.c.undone_at.is_(None)
        ).order_by(MERGER.c.id)
    )
    return [_record(row) for row in rows]


def of_group(session: Session, group: GroupId) -> MergerRecord | None:
    """The newest one of a group's people that stands."""
    rows = session.execute(
        _MERGERS.where(
            MERGER.c.workspace_id == session.workspace, MERGER.c.group_id == group, MERGER.c.undone_at.is_(None)
        ).order_by(MERGER.c.id.desc())
    )
    row = rows.first()
    return None if row is None else _record(row)


def undo(session: Session, turn: Turn, merger: UUID) -> None:
    session.change(MERGER, merger, {"undone_at": turn.now})


def _record(row: Any) -> MergerRecord:
    return MergerRecord(**row._mapping)
