"""A pairing's check-ins in numbers, as a case shows them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.domain.checkin import Outcome
from bot.domain.ids import PairingId
from storage.checkin import CHECKIN, PROMPT, UPDATE
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeCounts:
    """One check-in in numbers: how many were asked and answered, and whether anybody said that they met."""

    opened_at: datetime
    asked: int
    answered: int
    met: bool


_ANSWERED = (
    select(UPDATE.c.id)
    .join(PROMPT, (PROMPT.c.workspace_id == UPDATE.c.workspace_id) & (PROMPT.c.id == UPDATE.c.prompt_id))
    .where(PROMPT.c.workspace_id == CHECKIN.c.workspace_id, PROMPT.c.checkin_id == CHECKIN.c.id)
    .correlate(CHECKIN)
    .exists()
)
_LAST = (
    select(CHECKIN.c.id, CHECKIN.c.period, CHECKIN.c.opened_at)
    .where(
        CHECKIN.c.workspace_id == bindparam("workspace"),
        CHECKIN.c.pairing_id == bindparam("pairing"),
        CHECKIN.c.opened_at.is_not(None),
        CHECKIN.c.closed_at.is_not(None) | _ANSWERED,
    )
    .order_by(CHECKIN.c.period.desc())
    .limit(bindparam("limit"))
    .subquery()
)
"""By their index from the newest one back: those before are not looked at, however many years there are."""

_OUTCOMES = (
    select(
        _LAST.c.opened_at,
        func.count(func.coalesce(PROMPT.c.delivered_at, UPDATE.c.answered_at)).label("asked"),
        func.count(UPDATE.c.id).label("answered"),
        func.count(UPDATE.c.id).filter(UPDATE.c.outcome == Outcome.MET).label("met"),
    )
    .join(PROMPT, (PROMPT.c.workspace_id == bindparam("workspace")) & (PROMPT.c.checkin_id == _LAST.c.id))
    .outerjoin(UPDATE, (UPDATE.c.workspace_id == PROMPT.c.workspace_id) & (UPDATE.c.prompt_id == PROMPT.c.id))
    .group_by(_LAST.c.period, _LAST.c.opened_at)
    .order_by(_LAST.c.period)
)


def outcomes(session: Session, pairing: PairingId, limit: int) -> list[OutcomeCounts]:
    """A pairing's last check-ins that asked somebody, oldest first; one that is open counts once it is answered."""
    rows = session.execute(_OUTCOMES, {"workspace": session.workspace, "pairing": pairing, "limit": limit})
    return [
        OutcomeCounts(opened_at=row.opened_at, asked=row.asked, answered=row.answered, met=row.met > 0) for row in rows
    ]
