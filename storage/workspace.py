"""Workspaces: which ones this installation serves, and which replica delivers for each."""

from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update

from bot.domain.workspace import WorkspaceState
from storage.moments import Moment
from storage.session import Session
from storage.tables import Workspace, table_of

WORKSPACE = table_of(Workspace)


def register(session: Session, *, enterprise: str, team: str, name: str, bot_person: str) -> int:
    """Our number for a workspace, new or known. A workspace that had stopped is served again."""
    found = session.execute(
        select(WORKSPACE.c.id).where(WORKSPACE.c.enterprise_id == enterprise, WORKSPACE.c.team_id == team)
    ).scalar()
    values = {"name": name, "bot_person": bot_person, "state": WorkspaceState.ACTIVE, "stopped_why": ""}
    if found is not None:
        session.execute(update(WORKSPACE).where(WORKSPACE.c.id == found).values(**values))
        return int(found)
    number = int(session.execute(select(func.coalesce(func.max(WORKSPACE.c.id), 0))).scalar_one()) + 1
    row = {"id": number, "enterprise_id": enterprise, "team_id": team, "leased_by": "", **values}
    if not session.insert_once(Workspace, row):
        return register(session, enterprise=enterprise, team=team, name=name, bot_person=bot_person)
    return number


_SERVED = select(WORKSPACE.c.id).where(WORKSPACE.c.state == WorkspaceState.ACTIVE).exists()
_ACTIVE = select(WORKSPACE.c.id).where(WORKSPACE.c.state == WorkspaceState.ACTIVE).order_by(WORKSPACE.c.id)


def active(session: Session) -> list[int]:
    return [row.id for row in session.execute(_ACTIVE)]


def while_served(moment: Moment) -> Moment:
    """It counts only while a workspace is served; nothing else would ever make it less due."""
    return moment.where(_SERVED)


def stop(session: Session, why: str) -> None:
    """Nothing more is said in this workspace until it is registered again."""
    session.execute(
        update(WORKSPACE)
        .where(WORKSPACE.c.id == session.workspace)
        .values(state=WorkspaceState.STOPPED, stopped_why=why)
    )


_LEASE = (
    update(WORKSPACE)
    .where(
        WORKSPACE.c.id == bindparam("workspace"),
        WORKSPACE.c.state == WorkspaceState.ACTIVE,
        or_(
            WORKSPACE.c.leased_by == "",
            WORKSPACE.c.leased_by == bindparam("replica"),
            WORKSPACE.c.leased_until <= bindparam("now"),
        ),
    )
    .values(leased_by=bindparam("replica"), leased_until=bindparam("until"))
)


def lease(session: Session, replica: str, *, now: datetime, until: datetime) -> bool:
    """Whether this replica may deliver for the session's workspace until then."""
    here = {"workspace": session.workspace, "replica": replica, "now": now, "until": until}
    taken = session.execute(_LEASE, here)
    return taken.rowcount == 1


def release(session: Session, replica: str) -> None:
    """Gives the lease back, so that another replica need not wait for its end."""
    session.execute(
        update(WORKSPACE)
        .where(WORKSPACE.c.id == session.workspace, WORKSPACE.c.leased_by == replica)
        .values(leased_by="", leased_until=None)
    )
