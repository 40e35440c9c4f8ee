"""What was said: to whom, when, and what stands where."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, select, union_all

from bot.domain.ids import MemberId, NoticeId, PromptId
from bot.domain.notice import NoticeKind, NoticeState
from storage.message import MESSAGE, NOTICE, NoticeRecord
from storage.session import Session
from storage.tables import Group, Member, table_of

GROUP, MEMBER = table_of(Group), table_of(Member)

_SENT_LAST = (
    select(MESSAGE.c.sent_at)
    .where(
        MESSAGE.c.workspace_id == MEMBER.c.workspace_id,
        MESSAGE.c.member_id == MEMBER.c.id,
        MESSAGE.c.unasked,
        MESSAGE.c.state == NoticeState.SENT,
        MESSAGE.c.sent_at.is_not(None),
    )
    .order_by(MESSAGE.c.sent_at.desc())
    .limit(1)
    .correlate(MEMBER)
    .scalar_subquery()
)
"""By the index of their messages from the newest one back, however many years there are."""
_LAST_UNASKED = select(MEMBER.c.id, _SENT_LAST.label("at")).where(
    MEMBER.c.workspace_id == bindparam("workspace"), MEMBER.c.id.in_(bindparam("members", expanding=True))
)


def last_unasked(session: Session, members: Collection[MemberId]) -> Mapping[MemberId, datetime]:
    """When each member last had an unasked message; to whom one is on its way, nothing else is said meanwhile."""
    rows = session.execute(_LAST_UNASKED, {"workspace": session.workspace, "members": list(members)})
    return {MemberId(row.id): row.at for row in rows if row.at is not None}


_SPOKE_LAST = (
    select(func.coalesce(MESSAGE.c.sent_at, MESSAGE.c.claimed_at))
    .where(
        MESSAGE.c.workspace_id == GROUP.c.workspace_id,
        MESSAGE.c.group_id == GROUP.c.id,
        MESSAGE.c.unasked,
        MESSAGE.c.state.in_((NoticeState.SENT, NoticeState.SENDING, NoticeState.UNKNOWN)),
    )
    .order_by(MESSAGE.c.claimed_at.desc())
    .limit(1)
    .correlate(GROUP)
    .scalar_subquery()
)
"""By the index of a group's messages from the newest one back."""
_LAST_UNASKED_IN = select(func.max(_SPOKE_LAST)).where(
    GROUP.c.workspace_id == bindparam("workspace"), GROUP.c.conversation == bindparam("conversation")
)


def last_unasked_in(session: Session, conversation: str) -> datetime | None:
    """When the bot last spoke unasked in a channel, whichever group it was about; one on its way counts."""
    if not conversation:
        return None
    here = {"workspace": session.workspace, "conversation": conversation}
    return session.execute(_LAST_UNASKED_IN, here).scalar()


def prompts_in(session: Session, conversation: str, stamp: str) -> list[PromptId]:
    """The prompts that the message at this place asks or reminds of."""
    rows = session.execute(
        select(NOTICE.c.subject_id)
        .join(MESSAGE, (MESSAGE.c.workspace_id == NOTICE.c.workspace_id) & (MESSAGE.c.id == NOTICE.c.message_id))
        .where(
            MESSAGE.c.workspace_id == session.workspace,
            MESSAGE.c.conversation == conversation,
            MESSAGE.c.stamp == stamp,
            NOTICE.c.kind.in_((NoticeKind.PROMPT, NoticeKind.REMINDER)),
        )
        .order_by(NOTICE.c.id)
    )
    return [PromptId(row.subject_id) for row in rows]


_LAST_REMINDER = (
    select(NOTICE.c.subject_id, func.max(NOTICE.c.nth).label("nth"))
    .where(
        NOTICE.c.workspace_id == bindparam("workspace"),
        NOTICE.c.subject_id.in_(bindparam("subjects", expanding=True)),
        NOTICE.c.kind == NoticeKind.REMINDER,
        NOTICE.c.state == NoticeState.SENT,
    )
    .group_by(NOTICE.c.subject_id)
)


def said_again(session: Session, notices: Collection[NoticeRecord]) -> set[NoticeId]:
    """Those of prompts and reminders after which a later reminder of the same prompt stands in Slack."""
    subjects = list({each.about for each in notices})
    rows = session.execute(_LAST_REMINDER, {"workspace": session.workspace, "subjects": subjects})
    last = {row.subject_id: row.nth for row in rows}
    return {each.id for each in notices if last.get(each.about, each.nth) > each.nth}


_THEIRS = select(MESSAGE.c.id).where(
    MESSAGE.c.workspace_id == bindparam("workspace"),
    MESSAGE.c.member_id == bindparam("member"),
    MESSAGE.c.claimed_at >= bindparam("since"),
)
_SINCE = union_all(
    _THEIRS.where(MESSAGE.c.sent_at >= bindparam("since")), _THEIRS.where(MESSAGE.c.sent_at.is_(None))
).subquery()
"""Apart, since there is an index of when they were sent: nothing was before it was claimed."""
_SAID_SINCE = (
    select(func.count())
    .select_from(_SINCE)
    .join(NOTICE, (NOTICE.c.workspace_id == bindparam("workspace")) & (NOTICE.c.message_id == _SINCE.c.id))
    .where(NOTICE.c.kind == bindparam("of_kind"))
)


def said_since(session: Session, member: MemberId, kind: NoticeKind, since: datetime) -> int:
    """How many notices of a kind a member has been sent since then."""
    here = {"workspace": session.workspace, "member": member, "of_kind": kind, "since": since}
    return session.execute(_SAID_SINCE, here).scalar_one()
