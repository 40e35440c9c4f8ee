"""What happened in the groups of a programme over a span of time, counted by the database."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, case, func, or_, select

from bot.domain.membership import MembershipState
from bot.domain.rounds import PromiseState, RoundState
from storage.groups import LIVING
from storage.report import Span
from storage.session import Session
from storage.tables import Group, Membership, Promise, Round, RoundSeat, table_of

GROUP, MEMBERSHIP = table_of(Group), table_of(Membership)
ROUND, SEAT, PROMISE = table_of(Round), table_of(RoundSeat), table_of(Promise)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rounds:
    """Rounds that closed in a span, of how many people they asked and heard, and what was promised and kept."""

    rounds: int
    asked: int
    heard: int
    promised: int
    kept: int


_HERE: Final[ColumnElement[bool]] = and_(
    GROUP.c.workspace_id == bindparam("workspace"), GROUP.c.programme_id == bindparam("programme")
)
_THEIRS = select(MEMBERSHIP.c.group_id).where(
    MEMBERSHIP.c.workspace_id == bindparam("workspace"),
    MEMBERSHIP.c.member_id == bindparam("reader"),
    MEMBERSHIP.c.state == MembershipState.JOINED,
)
_CLOSED = and_(
    ROUND.c.workspace_id == bindparam("workspace"),
    ROUND.c.state == RoundState.CLOSED,
    ROUND.c.closed_at >= bindparam("start"),
    ROUND.c.closed_at < bindparam("end"),
    # Asked of each round that closed in the span: a group has all since it began.
    select(GROUP.c.id).where(_HERE, GROUP.c.id == ROUND.c.group_id, GROUP.c.id.not_in(_THEIRS)).exists(),
)
_ANSWERED = or_(SEAT.c.here_at.is_not(None), SEAT.c.said_at.is_not(None))

_LIVING = select(func.count()).select_from(GROUP).where(_HERE, GROUP.c.state.in_(LIVING))
_COUNT = select(func.count()).select_from(ROUND).where(_CLOSED)
_SEATS = (
    select(func.count(), func.coalesce(func.sum(case((_ANSWERED, 1), else_=0)), 0))
    .select_from(ROUND.join(SEAT, (SEAT.c.workspace_id == ROUND.c.workspace_id) & (SEAT.c.round_id == ROUND.c.id)))
    .where(_CLOSED)
)
_PROMISES = (
    select(func.count(), func.coalesce(func.sum(case((PROMISE.c.state == PromiseState.KEPT, 1), else_=0)), 0))
    .select_from(
        ROUND.join(PROMISE, (PROMISE.c.workspace_id == ROUND.c.workspace_id) & (PROMISE.c.round_id == ROUND.c.id))
    )
    .where(_CLOSED)
)


def living(session: Session, span: Span) -> int:
    """How many groups of the programme have not ended."""
    return int(session.execute(_LIVING, _values(session, span)).scalar_one())


def rounds(session: Session, span: Span) -> Rounds:
    """Of groups that the reader is not in."""
    values = _values(session, span)
    asked, heard = session.execute(_SEATS, values).one()
    promised, kept = session.execute(_PROMISES, values).one()
    return Rounds(
        rounds=int(session.execute(_COUNT, values).scalar_one()),
        asked=int(asked),
        heard=int(heard),
        promised=int(promised),
        kept=int(kept),
    )


def _values(session: Session, span: Span) -> dict[str, Any]:
    return {
        "workspace": session.workspace,
        "programme": span.programme,
        "reader": span.reader,
        "start": span.start,
        "end": span.end,
    }
