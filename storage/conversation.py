"""What somebody's words in their conversation with the bot follow: the message above them, or that of their thread."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from bot.domain.ids import MemberId
from bot.domain.notice import NO_CHECKIN, NoticeState
from storage.message import NoticeRecord
from storage.session import Session
from storage.tables import Message, Notice, table_of

MESSAGE, NOTICE = table_of(Message), table_of(Notice)
PERHAPS_THERE = (NoticeState.SENT, NoticeState.SENDING, NoticeState.UNKNOWN)

_NOTICES = select(*(NOTICE.c[name] for name in NoticeRecord.__dataclass_fields__))
_SAID = _NOTICES.join(
    MESSAGE, (MESSAGE.c.workspace_id == NOTICE.c.workspace_id) & (MESSAGE.c.id == NOTICE.c.message_id)
).where(MESSAGE.c.workspace_id == bindparam("workspace"))
_AT = _SAID.where(MESSAGE.c.conversation == bindparam("conversation"), MESSAGE.c.stamp == bindparam("stamp"))
_ABOVE = (
    _SAID.where(
        MESSAGE.c.member_id == bindparam("member"),
        MESSAGE.c.state.in_(PERHAPS_THERE),
        MESSAGE.c.thread == "",
        (MESSAGE.c.stamp < bindparam("stamp")) | (MESSAGE.c.stamp == ""),
    )
    .order_by(func.coalesce(MESSAGE.c.sent_at, MESSAGE.c.claimed_at).desc(), MESSAGE.c.id.desc())
    .limit(1)
)
_ANSWER = _NOTICES.where(NOTICE.c.workspace_id == bindparam("workspace"), NOTICE.c.key == bindparam("key"))
_LAST_WITHOUT = (
    _SAID.where(
        MESSAGE.c.member_id == bindparam("member"),
        NOTICE.c.kind.in_(NO_CHECKIN),
        NOTICE.c.not_before <= bindparam("by"),
    )
    .order_by(NOTICE.c.not_before.desc(), NOTICE.c.id.desc())
    .limit(1)
)


def at(session: Session, conversation: str, stamp: str) -> NoticeRecord | None:
    """What the bot says at a place; of a message that says several things, one of them."""
    here = {"workspace": session.workspace, "conversation": conversation, "stamp": stamp}
    return _first(session, _AT.limit(1), here)


def above(session: Session, member: MemberId, stamp: str) -> NoticeRecord | None:
    """What the bot last said to a member before a moment of Slack's, outside of threads; perhaps on its way still."""
    return _first(session, _ABOVE, {"workspace": session.workspace, "member": member, "stamp": stamp})


def answer_to(session: Session, key: str) -> NoticeRecord | None:
    """The notice of a key: how words were answered."""
    return _first(session, _ANSWER, {"workspace": session.workspace, "key": key})


def last_without_checkin(session: Session, member: MemberId, by: datetime) -> NoticeRecord | None:
    """The last that a member was told by then under which no words belong to a check-in."""
    return _first(session, _LAST_WITHOUT, {"workspace": session.workspace, "member": member, "by": by})


def _first(session: Session, statement: Select[Any], here: dict[str, Any]) -> NoticeRecord | None:
    row = session.execute(statement, here).first()
    return None if row is None else NoticeRecord(**row._mapping)
