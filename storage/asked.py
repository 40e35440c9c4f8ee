"""What people were asked last, in each pairing: from its newest check-in back, however many years there are."""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select

from bot.domain.ids import MemberId, PairingId, PromptId
from storage.checkin import CHECKIN, PROMPTS, RUNNING, PromptRecord
from storage.pairing import SEAT
from storage.session import Session
from storage.tables import Checkin, Prompt, table_of

PROMPT = table_of(Prompt)
_NEWEST, _THEIRS = table_of(Checkin).alias(), table_of(Prompt).alias()


def _newest_first(pairing: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """The check-ins of a pairing, by their index."""
    return (
        select(_NEWEST.c.id)
        .where(_NEWEST.c.workspace_id == bindparam("workspace"), _NEWEST.c.pairing_id == pairing)
        .order_by(_NEWEST.c.period.desc())
    )


def _newest(pairing: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """There is a running one only while it is the newest."""
    return _newest_first(pairing).limit(1)


_SEAT = select(SEAT.c.id).where(
    SEAT.c.workspace_id == bindparam("workspace"),
    SEAT.c.pairing_id == bindparam("pairing"),
    SEAT.c.member_id == bindparam("member"),
)
_LAST = (
    _newest_first(bindparam("pairing"))
    .join(
        _THEIRS,
        (_THEIRS.c.workspace_id == _NEWEST.c.workspace_id)
        & (_THEIRS.c.checkin_id == _NEWEST.c.id)
        # Not by the member, of whom there is an index too: all that they were ever asked.
        & (_THEIRS.c.seat_id == _SEAT.scalar_subquery()),
    )
    .with_only_columns(_THEIRS.c.id)
    .limit(1)
)
_LATEST = PROMPTS.where(PROMPT.c.id == _LAST.scalar_subquery())
_RUNNING = (
    PROMPTS.join(SEAT, (SEAT.c.workspace_id == PROMPT.c.workspace_id) & (SEAT.c.id == PROMPT.c.seat_id))
    .where(
        SEAT.c.workspace_id == bindparam("workspace"),
        SEAT.c.member_id == bindparam("member"),
        PROMPT.c.checkin_id == _newest(SEAT.c.pairing_id).correlate(SEAT).scalar_subquery(),
        CHECKIN.c.state.in_(RUNNING),
    )
    .order_by(PROMPT.c.id)
)
_SHOWN = (
    select(PROMPT.c.id)
    .join(CHECKIN, (CHECKIN.c.workspace_id == PROMPT.c.workspace_id) & (CHECKIN.c.id == PROMPT.c.checkin_id))
    .where(
        PROMPT.c.workspace_id == bindparam("workspace"),
        PROMPT.c.checkin_id == _newest(bindparam("pairing")).scalar_subquery(),
        CHECKIN.c.state.in_(RUNNING),
    )
)


def latest_of(session: Session, member: MemberId, pairing: PairingId) -> PromptRecord | None:
    """A member's prompt of a pairing's last check-in that asked them."""
    here = {"workspace": session.workspace, "member": member, "pairing": pairing}
    row = session.execute(_LATEST, here).first()
    return None if row is None else PromptRecord(**row._mapping)


def running_of(session: Session, member: MemberId) -> list[PromptRecord]:
    """A member's prompts of check-ins that are scheduled or open, in the order in which they were made."""
    rows = session.execute(_RUNNING, {"workspace": session.workspace, "member": member})
    return [PromptRecord(**row._mapping) for row in rows]


def running_in(session: Session, pairing: PairingId) -> list[PromptId]:
    """The prompts of a pairing's running check-in: what shows them must be painted again."""
    rows = session.execute(_SHOWN, {"workspace": session.workspace, "pairing": pairing})
    return [PromptId(row.id) for row in rows]


_OF_THE_LAST = (
    select(PROMPT.c.id)
    .where(
        PROMPT.c.workspace_id == bindparam("workspace"),
        PROMPT.c.checkin_id.in_(_newest_first(bindparam("pairing")).limit(bindparam("checkins"))),
    )
    .order_by(PROMPT.c.id)
)


def last_in(session: Session, pairing: PairingId, checkins: int) -> list[PromptId]:
    """The prompts of a pairing's last so many check-ins, whatever has become of them."""
    rows = session.execute(_OF_THE_LAST, {"workspace": session.workspace, "pairing": pairing, "checkins": checkins})
    return [PromptId(row.id) for row in rows]
