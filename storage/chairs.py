"""Chairs: the numbers by which a rotation draws, one for each of its people."""

from sqlalchemy import bindparam, case, func, select, update

from bot.domain.ids import GroupId, MemberId
from bot.domain.membership import MembershipState
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Chair, Membership, table_of

CHAIR, MEMBERSHIP = table_of(Chair), table_of(Membership)

_CHAIRS = (
    select(CHAIR.c.member_id, CHAIR.c.number)
    .where(
        CHAIR.c.workspace_id == bindparam("workspace"),
        CHAIR.c.group_id == bindparam("group"),
        CHAIR.c.number.is_not(None),
    )
    .order_by(CHAIR.c.number)
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


def numbers(session: Session, group: GroupId) -> dict[MemberId, int]:
    """Everybody who has a number, those among them who have left."""
    rows = session.execute(_CHAIRS, _here(session, group))
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
