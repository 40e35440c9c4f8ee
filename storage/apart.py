"""Wishes not to be put together with somebody: private to whoever has them."""

from collections.abc import Collection

from sqlalchemy import bindparam, delete, select

from bot.domain.ids import MemberId
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Apart, table_of

APART = table_of(Apart)


def wish(session: Session, turn: Turn, member: MemberId, other: MemberId) -> None:
    session.insert_once(
        Apart,
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "member_id": member,
            "other_id": other,
            "wished_at": turn.now,
        },
    )


def take_back(session: Session, member: MemberId, other: MemberId) -> None:
    session.execute(
        delete(APART).where(
            APART.c.workspace_id == session.workspace, APART.c.member_id == member, APART.c.other_id == other
        )
    )


_AMONG = select(APART.c.member_id, APART.c.other_id).where(
    APART.c.workspace_id == bindparam("workspace"), APART.c.member_id.in_(bindparam("members", expanding=True))
)


def among(session: Session, members: Collection[MemberId]) -> frozenset[frozenset[MemberId]]:
    """The pairs of these members of whom at least one wishes it."""
    rows = session.execute(_AMONG, {"workspace": session.workspace, "members": list(members)})
    return frozenset(frozenset((MemberId(row.member_id), MemberId(row.other_id))) for row in rows)
