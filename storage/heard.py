"""Events of Slack's that were acted on, so that a second delivery changes nothing."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete

from storage.session import Session
from storage.tables import Heard, table_of

HEARD = table_of(Heard)
KEPT: Final = timedelta(days=7)


def once(session: Session, event: str, now: datetime) -> bool:
    """False when this event was acted on before."""
    return session.insert_once(Heard, {"workspace_id": session.workspace, "event": event, "at": now})


def forget(session: Session, now: datetime) -> int:
    """Slack delivers an event again for minutes, not for a week. Across workspaces."""
    return session.execute(delete(HEARD).where(HEARD.c.at < now - KEPT)).rowcount
