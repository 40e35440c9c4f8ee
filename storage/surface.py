"""Surfaces: messages that show changing state, and which of them lag behind it."""

from collections.abc import Collection, Mapping
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


def add(session: Session, turn: Turn, shows: Mapping[MessageId, str]) -> None:
    """Messages that were just sent show today's facts: what each says, empty when nobody knows."""
    session.insert_missing(
        Surface,
        [
            {
                "workspace_id": session.workspace,
                "id": turn.new_id(),
                "kind": SurfaceKind.MESSAGE,
                "subject_id": message,
                "wanted": 0,
                "shown": 0,
                "due_at": turn.now,
                "mark": session.mark(what) if what else "",
            }
            for message, what in shows.items()
        ],
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


def begin(session: Session, surfaces: Collection[Lagging]) -> None:
    """They are to be painted. Until the painting has ended, nobody knows what stands there."""
    session.change_each(SURFACE, {each.id: {"mark": ""} for each in surfaces if each.mark})


_SHOWN = (
    update(SURFACE)
    .where(
        SURFACE.c.workspace_id == bindparam("workspace"),
        SURFACE.c.id == bindparam("surface"),
        SURFACE.c.shown < bindparam("then"),
    )
    .values(shown=bindparam("then"))
)


def painted(session: Session, shows: Mapping[Lagging, str]) -> None:
    """What stands there now is what was wanted then; the last state wins."""
    session.change_each(SURFACE, {each.id: {"mark": session.mark(what)} for each, what in shows.items()})
    shown(session, shows.keys())


def shown(session: Session, surfaces: Collection[Lagging]) -> None:
    """They show what was wanted then."""
    if surfaces:
        here = {"workspace": session.workspace}
        in_order = sorted(surfaces, key=lambda each: each.id)
        session.execute(_SHOWN, [{**here, "surface": each.id, "then": each.wanted} for each in in_order])


_LEAVE = delete(SURFACE).where(
    SURFACE.c.workspace_id == bindparam("workspace"), SURFACE.c.id.in_(bindparam("surfaces", expanding=True))
)


def leave(session: Session, surfaces: Collection[Lagging]) -> None:
    """They stay as they are, whatever comes."""
    if surfaces:
        session.execute(_LEAVE, {"workspace": session.workspace, "surfaces": [each.id for each in surfaces]})


def later(session: Session, surface: UUID, at: datetime) -> None:
    session.change(SURFACE, surface, {"due_at": at})


NEXT_DUE: Final = select(func.min(SURFACE.c.due_at)).where(LAGGING)
