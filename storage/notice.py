"""Notices on their way: queued once, in the commit of their cause."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from bot.domain.ids import GroupId, MemberId, PairingId
from bot.domain.notice import NOTICES, NoticeKind, NoticeState
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Message, Notice, table_of
from storage.tables.saying import IN_FLIGHT, WAITING

MESSAGE, NOTICE = table_of(Message), table_of(Notice)

_BEHIND = (
    select(MESSAGE.c.id)
    .where(
        MESSAGE.c.workspace_id == NOTICE.c.workspace_id,
        IN_FLIGHT,
        MESSAGE.c.lease_until.is_not(None),
        or_(
            MESSAGE.c.member_id == NOTICE.c.member_id,
            NOTICE.c.member_id.is_(None) & (MESSAGE.c.pairing_id == NOTICE.c.pairing_id),
            NOTICE.c.member_id.is_(None) & (MESSAGE.c.group_id == NOTICE.c.group_id),
        ),
    )
    .exists()
)
"""There is one message in flight for each recipient."""

NEXT_DUE: Final = select(NOTICE.c.not_before).where(WAITING, ~_BEHIND).order_by(NOTICE.c.not_before).limit(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class ToSay:
    """One thing to say. `key` names its episode: queuing it twice is queuing it once.

    A notice for a pairing's group DM, or for a group's channel, has no member.
    """

    kind: NoticeKind
    key: str
    member: MemberId | None
    pairing: PairingId | None
    subject: UUID | None
    not_before: datetime
    nth: int = 0
    thread: str = ""
    group: GroupId | None = None


def queue(session: Session, turn: Turn, notices: Iterable[ToSay]) -> dict[str, UUID]:
    """The ids of those that were not there before, by their keys."""
    made = {}
    for notice in notices:
        id = turn.new_id()
        if session.insert_once(Notice, _values(session, turn, notice, id)):
            made[notice.key] = id
    return made


def queue_all(session: Session, turn: Turn, notices: Iterable[ToSay]) -> None:
    """As `queue`, where nobody needs to know which were there before."""
    session.insert_missing(Notice, [_values(session, turn, each, turn.new_id()) for each in notices])


_COMING = select(NOTICE.c.member_id, NOTICE.c.not_before).where(
    NOTICE.c.workspace_id == bindparam("workspace"),
    NOTICE.c.subject_id == bindparam("subject"),
    NOTICE.c.member_id.is_not(None),
    NOTICE.c.state.in_((NoticeState.QUEUED, NoticeState.SENDING, NoticeState.UNKNOWN)),
)


def coming(session: Session, subject: UUID) -> dict[MemberId, datetime]:
    """To whom word of a subject is on its way that was not refused so far, and when it is due."""
    rows = session.execute(_COMING, {"workspace": session.workspace, "subject": subject})
    return {MemberId(row.member_id): row.not_before for row in rows}


def said(session: Session, subject: UUID, episode: str) -> bool:
    """Whether anything about a subject was said or is being said whose key begins with these words."""
    found = session.execute(
        select(NOTICE.c.id)
        .where(
            NOTICE.c.workspace_id == session.workspace,
            NOTICE.c.subject_id == subject,
            NOTICE.c.key.startswith(episode, autoescape=True),
            NOTICE.c.state.in_((NoticeState.SENDING, NoticeState.SENT, NoticeState.UNKNOWN)),
        )
        .limit(1)
    )
    return found.first() is not None


def _values(session: Session, turn: Turn, notice: ToSay, id: UUID) -> dict[str, object]:
    return {
        "workspace_id": session.workspace,
        "id": id,
        "kind": notice.kind,
        "key": notice.key,
        "member_id": notice.member,
        "pairing_id": notice.pairing,
        "group_id": notice.group,
        "subject_id": notice.subject,
        "nth": notice.nth,
        "thread": notice.thread,
        "urgency": NOTICES[notice.kind].urgency,
        "not_before": notice.not_before,
        "queued_at": turn.now,
        "state": NoticeState.QUEUED,
        "why": "",
        "attempts": 0,
        "cause": turn.cause,
    }
