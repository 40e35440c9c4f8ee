"""Surfaces: messages that show changing state, and which of them lag behind it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Select,
    Update,
    bindparam,
    delete,
    func,
    select,
    update,
)

from bot.domain.ids import MessageId
from bot.domain.notice import NoticeState
from bot.domain.surface import SurfaceKind
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Notice, Surface, table_of
from storage.tables.saying import LAGGING

SURFACE, NOTICE = table_of(Surface), table_of(Notice)


def wanting(subjects: BindParameter[Any] | Select[Any] | CompoundSelect[Any]) -> Update:
    """A statement that lets the messages about these subjects lag: it binds `workspace` and `now`."""
    about = (
        select(SURFACE.c.id)
        .where(
            SURFACE.c.workspace_id == bindparam("workspace"),
            SURFACE.c.kind == SurfaceKind.MESSAGE,
            SURFACE.c.subject_id.in_(
                select(NOTICE.c.message_id).where(
                    NOTICE.c.workspace_id == bindparam("workspace"),
                    NOTICE.c.subject_id.in_(subjects),
                    NOTICE.c.state == NoticeState.SENT,
                )
            ),
        )
        .order_by(SURFACE.c.id)
        .with_for_update()  # several pairings can stand in one message: their surfaces are locked in one order
    )
    return (
        update(SURFACE)
        .where(SURFACE.c.workspace_id == bindparam("workspace"), SURFACE.c.id.in_(about))
        .values(wanted=SURFACE.c.wanted + 1, due_at=bindparam("now"))
    )


_WANT = wanting(bindparam("subjects", expanding=True))


@dataclass(frozen=True, kw_only=True, slots=True)
class Lagging:
    id: UUID
    message: MessageId
    wanted: int
    mark: str


def want(session: Session, turn: Turn, subjects: Collection[UUID]) -> None:
    """The messages about these subjects show what is no longer so."""
    if subjects:
        here = {"workspace": session.workspace, "subjects": list(subjects), "now": turn.now}
        session.execute(_WANT, here)


def add(session: Session, turn: Turn, message: MessageId, shows: str) -> None:
    """A message that was just sent shows today's facts: `shows` is what it says, empty when nobody knows."""
    session.insert_once(
        Surface,
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "kind": SurfaceKind.MESSAGE,
            "subject_id": message,
            "wanted": 0,
            "shown": 0,
            "due_at": turn.now,
            "mark": session.mark(shows) if shows else "",
        },
    )


_LAGGING = (
    select(SURFACE.c.id, SURFACE.c.subject_id, SURFACE.c.wanted, SURFACE.c.mark)
    .where(SURFACE.c.workspace_id == bindparam("workspace"), LAGGING, SURFACE.c.due_at <= bindparam("now"))
    .order_by(SURFACE.c.due_at, SURFACE.c.id)
    .limit(bindparam("limit"))
)


def lagging(session: Session, now: datetime, limit: int) -> list[Lagging]:
    rows = session.execute(_LAGGING, {"workspace": session.workspace, "now": now, "limit": limit})
    return [Lagging(id=row.id, message=MessageId(row.subject_id), wanted=row.wanted, mark=row.mark) for row in rows]


def looks(session: Session, surface: Lagging, shows: str) -> bool:
    """Whether it is known to look like this already."""
    return surface.mark == session.mark(shows)


def begin(session: Session, surface: Lagging, shows: str) -> bool:
    """Whether it is to be painted: not when it looks as it should already, whatever has come and gone meanwhile.

    Until the painting has ended, nobody knows what stands there.
    """
    if looks(session, surface, shows):
        shown(session, surface.id, surface.wanted)
        return False
    if surface.mark:
        _set(session, surface.id, mark="")
    return True


def painted(session: Session, surface: Lagging, shows: str) -> None:
    """What stands there now is what was wanted then; the last state wins."""
    _set(session, surface.id, mark=session.mark(shows))
    shown(session, surface.id, surface.wanted)


_SHOWN = (
    update(SURFACE)
    .where(
        SURFACE.c.workspace_id == bindparam("workspace"),
        SURFACE.c.id == bindparam("surface"),
        SURFACE.c.shown < bindparam("then"),
    )
    .values(shown=bindparam("then"))
)


def shown(session: Session, surface: UUID, wanted: int) -> None:
    session.execute(_SHOWN, {"workspace": session.workspace, "surface": surface, "then": wanted})


_LEAVE = delete(SURFACE).where(SURFACE.c.workspace_id == bindparam("workspace"), SURFACE.c.id == bindparam("surface"))


def leave(session: Session, surface: Lagging) -> None:
    """It stays as it is, whatever comes."""
    session.execute(_LEAVE, {"workspace": session.workspace, "surface": surface.id})


def later(session: Session, surface: UUID, at: datetime) -> None:
    _set(session, surface, due_at=at)


def _set(session: Session, surface: UUID, **values: Any) -> None:
    session.change(SURFACE, surface, values)


NEXT_DUE: Final = select(func.min(SURFACE.c.due_at)).where(LAGGING)
