"""Events and forms that were acted on, so that a second time changes nothing."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, delete

from storage.session import Session
from storage.tables import Heard, table_of

HEARD = table_of(Heard)
KEPT: Final = timedelta(days=7)


_FORGET = delete(HEARD).where(HEARD.c.at < bindparam("until"))


def once(session: Session, event: str, now: datetime) -> bool:
    """False when this event was acted on before."""
    return session.insert_once(Heard, {"workspace_id": session.workspace, "event": event, "at": now})


def form_once(session: Session, form: str, given: str, now: datetime) -> bool:
    """False when this form came before with the same in it: whoever sent it saw no answer, and pressed again."""
    return once(session, f"form:{session.mark(f'{form} {given}')}", now)


def forget(session: Session, now: datetime) -> int:
    """Slack delivers an event again for minutes, not for a week; nor is a form open for one. Across workspaces."""
    return session.execute(_FORGET, {"until": now - KEPT}).rowcount
