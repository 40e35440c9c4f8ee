"""When the bot was there, and when it was not."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select, update

from bot.domain.facts import Outage
from storage.session import Session
from storage.tables import Uptime, table_of

UPTIME = table_of(Uptime)

LOOKED_BACK: Final = 200
"""Stretches of service that are looked back on; a restart a day makes half a year of them."""

SHORTEST: Final = timedelta(hours=1)
"""An absence shorter than this kept nobody from answering."""

_LATEST = (
    select(UPTIME.c.began_at, UPTIME.c.seen_at)
    .where(UPTIME.c.workspace_id == bindparam("workspace"))
    .order_by(UPTIME.c.seen_at.desc())
    .limit(LOOKED_BACK)
)


def alive(session: Session, *, id: UUID, began: datetime, now: datetime) -> None:
    """Stretches this process's time of service up to now."""
    session.insert_once(Uptime, {"workspace_id": session.workspace, "id": id, "began_at": began, "seen_at": now})
    session.execute(
        update(UPTIME).where(UPTIME.c.workspace_id == session.workspace, UPTIME.c.id == id).values(seen_at=now)
    )


def outages(session: Session) -> tuple[Outage, ...]:
    """The stretches between the first known service and the last in which no replica was there."""
    rows = session.execute(_LATEST, {"workspace": session.workspace}).all()
    found = []
    covered: datetime | None = None
    for row in sorted(rows, key=lambda each: each.began_at):
        if covered is not None and row.began_at - covered > SHORTEST:
            found.append(Outage(start=covered, end=row.began_at))
        covered = max(covered or row.seen_at, row.seen_at)
    return tuple(found)
