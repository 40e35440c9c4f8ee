"""Steps: every move of every life, kept for whoever asks later how something came to be as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bot.domain.ids import MemberId
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Step, table_of

STEP = table_of(Step)


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """One thing went from one state to another. `by` is the member who did it; none is the clock or the operator."""

    subject: str
    subject_id: UUID
    from_state: StrEnum
    step: StrEnum
    to_state: StrEnum
    by: MemberId | None


def record(
    session: Session,
    turn: Turn,
    *,
    subject: str,
    subject_id: UUID,
    from_state: StrEnum,
    step: StrEnum,
    to_state: StrEnum,
    by: MemberId | None,
) -> None:
    move = Move(subject=subject, subject_id=subject_id, from_state=from_state, step=step, to_state=to_state, by=by)
    record_all(session, turn, [move])


def record_all(session: Session, turn: Turn, moves: Iterable[Move]) -> None:
    rows = [
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "subject": move.subject,
            "subject_id": move.subject_id,
            "from_state": move.from_state.value,
            "step": move.step.value,
            "to_state": move.to_state.value,
            "at": turn.now,
            "by": move.by,
            "cause": turn.cause,
        }
        for move in moves
    ]
    if rows:
        session.insert(STEP, rows)
