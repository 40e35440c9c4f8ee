"""What stands behind a question: whose programme asks it, and since when it asks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.domain.ids import PromptId
from storage.pairing import PAIRING, PROGRAMME
from storage.session import Session
from storage.tables import Checkin, Prompt, Update, table_of

CHECKIN, PROMPT, UPDATE = table_of(Checkin), table_of(Prompt), table_of(Update)


@dataclass(frozen=True, kw_only=True, slots=True)
class Behind:
    """`since` is when the same person was asked about an earlier check-in of the pairing, or answered it before that,
    else the introduction.
    """

    programme: str
    since: datetime


_EARLIER, _EARLIER_CHECKIN = PROMPT.alias(), CHECKIN.alias()
_ASKED_BEFORE = (
    select(func.coalesce(_EARLIER.c.delivered_at, UPDATE.c.answered_at))
    .select_from(_EARLIER_CHECKIN)
    .join(
        _EARLIER,
        (_EARLIER.c.workspace_id == _EARLIER_CHECKIN.c.workspace_id)
        & (_EARLIER.c.checkin_id == _EARLIER_CHECKIN.c.id)
        & (_EARLIER.c.seat_id == PROMPT.c.seat_id),
    )
    .outerjoin(UPDATE, (UPDATE.c.workspace_id == _EARLIER.c.workspace_id) & (UPDATE.c.prompt_id == _EARLIER.c.id))
    .where(
        _EARLIER_CHECKIN.c.workspace_id == PROMPT.c.workspace_id,
        _EARLIER_CHECKIN.c.pairing_id == PROMPT.c.pairing_id,
        _EARLIER_CHECKIN.c.period < CHECKIN.c.period,
        _EARLIER.c.delivered_at.is_not(None) | UPDATE.c.answered_at.is_not(None),
    )
    .order_by(_EARLIER_CHECKIN.c.period.desc())
    .limit(1)
    .correlate(PROMPT, CHECKIN)
    .scalar_subquery()
)
"""By the index of the pairing's check-ins from the newest one back, however many years there are."""
_BEHIND = (
    select(
        PROMPT.c.id,
        PROGRAMME.c.name.label("programme"),
        func.coalesce(_ASKED_BEFORE, PAIRING.c.introduced_at, PAIRING.c.created_at).label("since"),
    )
    .join(CHECKIN, (CHECKIN.c.workspace_id == PROMPT.c.workspace_id) & (CHECKIN.c.id == PROMPT.c.checkin_id))
    .join(PAIRING, (PAIRING.c.workspace_id == PROMPT.c.workspace_id) & (PAIRING.c.id == PROMPT.c.pairing_id))
    .join(PROGRAMME, (PROGRAMME.c.workspace_id == PAIRING.c.workspace_id) & (PROGRAMME.c.id == PAIRING.c.programme_id))
    .where(PROMPT.c.workspace_id == bindparam("workspace"), PROMPT.c.id.in_(bindparam("prompts", expanding=True)))
)


def behind(session: Session, prompts: Collection[PromptId]) -> Mapping[PromptId, Behind]:
    rows = session.execute(_BEHIND, {"workspace": session.workspace, "prompts": list(prompts)})
    return {PromptId(row.id): Behind(programme=row.programme, since=row.since) for row in rows}
