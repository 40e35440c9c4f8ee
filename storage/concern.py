"""Concerns: sealed words about a relationship, who may read them, and for whom they do not exist."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select, update

from bot.domain.case import CaseState, Urgency
from bot.domain.ids import CaseId, ConcernId, MemberId, PairingId
from bot.domain.turn import Turn
from storage import member as members
from storage.member import MEMBER, MemberRecord
from storage.session import Session
from storage.tables import Case, Concern, ConcernAbout, ConcernReader, table_of

CONCERN, READER, ABOUT = table_of(Concern), table_of(ConcernReader), table_of(ConcernAbout)
CASE = table_of(Case)


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernRecord:
    """A concern without its words."""

    id: ConcernId
    case_id: CaseId
    member_id: MemberId
    pairing_id: PairingId
    urgency: Urgency
    at: datetime
    read_at: datetime | None


_CONCERNS = select(*(CONCERN.c[name] for name in ConcernRecord.__dataclass_fields__)).where(
    CONCERN.c.workspace_id == bindparam("workspace")
)
_OF_CASE = _CONCERNS.where(CONCERN.c.case_id == bindparam("case"))
_OF_AUTHOR = _CONCERNS.where(CONCERN.c.member_id == bindparam("author"))
_ONE_OF_AUTHOR = _OF_AUTHOR.where(CONCERN.c.id == bindparam("concern"))
_WAITING = (
    _OF_AUTHOR.join(CASE, (CASE.c.workspace_id == CONCERN.c.workspace_id) & (CASE.c.id == CONCERN.c.case_id))
    .where(CASE.c.state != CaseState.RESOLVED)
    .order_by(CONCERN.c.id)
)
_READERS = (
    select(*members.COLUMNS)
    .join(READER, (READER.c.workspace_id == MEMBER.c.workspace_id) & (READER.c.member_id == MEMBER.c.id))
    .where(READER.c.workspace_id == bindparam("workspace"), READER.c.id == bindparam("concern"))
    .order_by(READER.c.rank)
)
_WORDS = (
    select(CONCERN.c.sealed)
    .join(READER, (READER.c.workspace_id == CONCERN.c.workspace_id) & (READER.c.id == CONCERN.c.id))
    .where(
        CONCERN.c.workspace_id == bindparam("workspace"),
        CONCERN.c.id == bindparam("concern"),
        READER.c.member_id == bindparam("reader"),
    )
)


def write(
    session: Session,
    turn: Turn,
    *,
    id: ConcernId,
    case: CaseId,
    author: MemberId,
    pairing: PairingId,
    about: Sequence[MemberId],
    readers: Sequence[MemberId],
    urgency: Urgency,
    text: str,
) -> None:
    here = {"workspace_id": session.workspace, "id": id}
    sealed = session.seal(text, table="concern", row=id, column="sealed")
    session.insert(
        CONCERN,
        {
            **here,
            "case_id": case,
            "member_id": author,
            "pairing_id": pairing,
            "urgency": urgency,
            "sealed": sealed,
            "at": turn.now,
        },
    )
    session.insert(ABOUT, [{**here, "member_id": member} for member in about])
    session.insert(READER, [{**here, "member_id": member, "rank": rank} for rank, member in enumerate(readers)])


def of_case(session: Session, case: CaseId) -> ConcernRecord | None:
    row = session.execute(_OF_CASE, {"workspace": session.workspace, "case": case}).first()
    return None if row is None else ConcernRecord(**row._mapping)


def waiting_of(session: Session, author: MemberId) -> list[ConcernRecord]:
    """Those of an author that are not resolved, oldest first."""
    rows = session.execute(_WAITING, {"workspace": session.workspace, "author": author})
    return [ConcernRecord(**row._mapping) for row in rows]


def one_of_author(session: Session, author: MemberId, concern: UUID) -> ConcernRecord | None:
    here = {"workspace": session.workspace, "author": author, "concern": concern}
    row = session.execute(_ONE_OF_AUTHOR, here).first()
    return None if row is None else ConcernRecord(**row._mapping)


def readers(session: Session, concern: ConcernId) -> list[MemberRecord]:
    """Who may read it, in the order in which they hear of it."""
    rows = session.execute(_READERS, {"workspace": session.workspace, "concern": concern})
    return [members.record(row) for row in rows]


def about(session: Session, concern: ConcernId) -> list[MemberId]:
    rows = session.execute(
        select(ABOUT.c.member_id).where(ABOUT.c.workspace_id == session.workspace, ABOUT.c.id == concern)
    )
    return [MemberId(row.member_id) for row in rows]


def words(session: Session, concern: ConcernId, reader: MemberId) -> str | None:
    """The words, for one of its readers; None for anybody else."""
    here = {"workspace": session.workspace, "concern": concern, "reader": reader}
    sealed = session.execute(_WORDS, here).scalar()
    return None if sealed is None else session.open(sealed, table="concern", row=concern, column="sealed")


def was_read(session: Session, concern: ConcernId, now: datetime) -> None:
    """Remembers the first reading."""
    session.execute(
        update(CONCERN)
        .where(CONCERN.c.workspace_id == session.workspace, CONCERN.c.id == concern, CONCERN.c.read_at.is_(None))
        .values(read_at=now)
    )
