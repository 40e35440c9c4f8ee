"""What coordinators saw or changed, on the record."""

from uuid import UUID

from sqlalchemy import select

from bot.domain.ids import MemberId
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Audit, table_of

AUDIT = table_of(Audit)


def record(session: Session, turn: Turn, *, member: MemberId, act: str, subject: str, subject_id: UUID | None) -> None:
    session.insert(
        AUDIT,
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "member_id": member,
            "act": act,
            "subject": subject,
            "subject_id": subject_id,
            "at": turn.now,
            "cause": turn.cause,
        },
    )


def has(session: Session, member: MemberId, act: str, subject_id: UUID) -> bool:
    """Whether a member is on record as having done that."""
    done = select(AUDIT.c.id).where(
        AUDIT.c.workspace_id == session.workspace,
        AUDIT.c.member_id == member,
        AUDIT.c.act == act,
        AUDIT.c.subject_id == subject_id,
    )
    return session.execute(done.limit(1)).first() is not None
