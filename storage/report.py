"""What happened in a programme over a span of time, counted by the database."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, and_, bindparam, case, cast, distinct, extract, func, or_, select

from bot.domain.checkin import Outcome
from bot.domain.ids import MemberId, ProgrammeId
from bot.domain.notice import NoticeKind, NoticeState
from bot.domain.pairing import PairingState
from storage.pairing import PAIRING, SEAT
from storage.session import Session
from storage.tables import Checkin, Notice, Participant, Prompt, Update, table_of
from storage.tables.saying import UNDELIVERABLE
from storage.urls import Dialect

CHECKIN, PROMPT, UPDATE = table_of(Checkin), table_of(Prompt), table_of(Update)
NOTICE, PARTICIPANT = table_of(Notice), table_of(Participant)


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Moments from `start` until before `end`, as `reader` may count them: their own pairings are left out."""

    programme: ProgrammeId
    reader: MemberId
    start: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Checkins:
    """Check-ins that opened in a span. `prompts` are people who were asked, or who answered before they were."""

    checkins: int
    met: int
    prompts: int
    answered: int


_HERE: Final[ColumnElement[bool]] = and_(
    PAIRING.c.workspace_id == bindparam("workspace"), PAIRING.c.programme_id == bindparam("programme")
)
_NOT_THEIRS: Final[ColumnElement[bool]] = PAIRING.c.id.not_in(bindparam("theirs", expanding=True))
_ASKED = or_(PROMPT.c.delivered_at.is_not(None), UPDATE.c.id.is_not(None))


def _of_programme(pairing: ColumnElement[Any]) -> ColumnElement[bool]:
    """Asked of each row that lies in the span, of which there are few: the programme has everything since it began."""
    return select(PAIRING.c.id).where(_HERE, _NOT_THEIRS, PAIRING.c.id == pairing).exists()


_OPENED: Final[ColumnElement[bool]] = and_(
    CHECKIN.c.workspace_id == bindparam("workspace"),
    CHECKIN.c.opened_at >= bindparam("start"),
    CHECKIN.c.opened_at < bindparam("end"),
    _of_programme(CHECKIN.c.pairing_id),
)
_THEIRS = select(SEAT.c.pairing_id).where(
    SEAT.c.workspace_id == bindparam("workspace"), SEAT.c.member_id == bindparam("reader")
)
_STATES = select(PAIRING.c.state, func.count().label("n")).where(_HERE).group_by(PAIRING.c.state)
_ANSWERS = CHECKIN.join(
    PROMPT, (PROMPT.c.workspace_id == CHECKIN.c.workspace_id) & (PROMPT.c.checkin_id == CHECKIN.c.id)
).outerjoin(UPDATE, (UPDATE.c.workspace_id == PROMPT.c.workspace_id) & (UPDATE.c.prompt_id == PROMPT.c.id))
_CHECKINS = (
    select(
        func.count(distinct(CHECKIN.c.id)).label("checkins"),
        func.count(distinct(case((UPDATE.c.outcome == Outcome.MET, CHECKIN.c.id)))).label("met"),
        func.coalesce(func.sum(case((_ASKED, 1), else_=0)), 0).label("prompts"),
        func.count(UPDATE.c.id).label("answered"),
    )
    .select_from(_ANSWERS)
    .where(_OPENED)
)
_SECONDS: Final[dict[Dialect, ColumnElement[Any]]] = {
    "sqlite": (func.julianday(UPDATE.c.answered_at) - func.julianday(PROMPT.c.delivered_at)) * 86_400,
    "postgresql": extract("epoch", UPDATE.c.answered_at - PROMPT.c.delivered_at),
}
"""Subtracted by the database, which is ten times as fast as reading both moments."""

_WAITS = {
    dialect: select(cast(func.round(seconds), Integer))
    .select_from(_ANSWERS)
    .where(_OPENED, UPDATE.c.answered_at >= PROMPT.c.delivered_at)
    for dialect, seconds in _SECONDS.items()
}
_REMINDERS = (
    select(func.count().label("sent"), func.count(distinct(NOTICE.c.subject_id)).label("reminded"))
    .select_from(
        _ANSWERS.join(NOTICE, (NOTICE.c.workspace_id == PROMPT.c.workspace_id) & (NOTICE.c.subject_id == PROMPT.c.id))
    )
    .where(_OPENED, NOTICE.c.kind == NoticeKind.REMINDER, NOTICE.c.state == NoticeState.SENT)
)
_TAKES_PART = (
    select(PARTICIPANT.c.id)
    .where(
        PARTICIPANT.c.workspace_id == bindparam("workspace"),
        PARTICIPANT.c.programme_id == bindparam("programme"),
        PARTICIPANT.c.member_id == NOTICE.c.member_id,
    )
    .exists()
)
_REFUSED = (
    select(func.count())
    .select_from(NOTICE)
    .where(
        NOTICE.c.workspace_id == bindparam("workspace"),
        UNDELIVERABLE,
        NOTICE.c.not_before >= bindparam("start"),
        NOTICE.c.not_before < bindparam("end"),
        or_(_of_programme(NOTICE.c.pairing_id), NOTICE.c.pairing_id.is_(None) & _TAKES_PART),
    )
)


def states(session: Session, programme: ProgrammeId) -> dict[PairingState, int]:
    """How many pairings of the programme are in each state now."""
    rows = session.execute(_STATES, {"workspace": session.workspace, "programme": programme})
    return {row.state: row.n for row in rows}


def checkins(session: Session, span: Span) -> Checkins:
    row = session.execute(_CHECKINS, _values(session, span)).one()
    return Checkins(**{name: int(number) for name, number in row._mapping.items()})


def waits(session: Session, span: Span) -> list[timedelta]:
    """From the delivery of each prompt to its answer, to the second. Answers before it are left out."""
    return [timedelta(seconds=row[0]) for row in session.execute(_WAITS[session.dialect], _values(session, span))]


def reminders(session: Session, span: Span) -> tuple[int, int]:
    """How many were sent about the check-ins that opened in the span, and about how many of their prompts."""
    row = session.execute(_REMINDERS, _values(session, span)).one()
    return row.sent, row.reminded


def undeliverable(session: Session, span: Span) -> int:
    """Notices due in the span that could not be delivered, first words to participants among them."""
    return session.execute(_REFUSED, _values(session, span)).scalar_one()


def _values(session: Session, span: Span) -> dict[str, Any]:
    return {
        "workspace": session.workspace,
        "programme": span.programme,
        "theirs": list(session.execute(_THEIRS, {"workspace": session.workspace, "reader": span.reader}).scalars()),
        "start": span.start,
        "end": span.end,
    }
