"""Messages: what was claimed to be said, what stands in Slack, and what nobody knows the fate of."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from bot.domain.ids import GroupId, MemberId, MessageId, NoticeId, PairingId
from bot.domain.notice import FOR_WHOEVER_COMES, NoticeKind, NoticeState
from bot.domain.sayings import Place
from bot.domain.turn import Turn
from storage.session import Row, Session
from storage.tables import Message, Notice, table_of
from storage.tables.saying import IN_FLIGHT, UNDELIVERABLE, WAITING

MESSAGE, NOTICE = table_of(Message), table_of(Notice)


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticeRecord:
    id: NoticeId
    kind: NoticeKind
    member_id: MemberId | None
    pairing_id: PairingId | None
    group_id: GroupId | None
    subject_id: UUID | None
    nth: int
    thread: str
    not_before: datetime
    attempts: int

    @property
    def hearer(self) -> MemberId:
        """Of a notice that is said to one person."""
        assert self.member_id is not None
        return self.member_id

    @property
    def within(self) -> PairingId:
        """Of a notice about one pairing."""
        assert self.pairing_id is not None
        return self.pairing_id

    @property
    def gathering(self) -> GroupId:
        """Of a notice about one group."""
        assert self.group_id is not None
        return self.group_id

    @property
    def about(self) -> UUID:
        """Of a notice about one thing."""
        assert self.subject_id is not None
        return self.subject_id


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageRecord:
    id: MessageId
    member_id: MemberId | None
    pairing_id: PairingId | None
    group_id: GroupId | None
    state: NoticeState
    conversation: str
    stamp: str
    thread: str
    claimed_at: datetime
    repeats: int


_FOR_WHOEVER = (NOTICE.c.nth == FOR_WHOEVER_COMES) & NOTICE.c.kind.in_((NoticeKind.LINE, NoticeKind.WITHDRAWN))
_NOTICES = select(*(NOTICE.c[name] for name in NoticeRecord.__dataclass_fields__))
_DUE = (
    _NOTICES.where(
        NOTICE.c.workspace_id == bindparam("workspace"),
        WAITING,
        NOTICE.c.not_before <= bindparam("now"),
    )
    .order_by(NOTICE.c.urgency, NOTICE.c.not_before, NOTICE.c.id)
    .limit(bindparam("limit"))
)
_MESSAGES = select(*(MESSAGE.c[name] for name in MessageRecord.__dataclass_fields__))
_BY_ID = _MESSAGES.where(MESSAGE.c.workspace_id == bindparam("workspace"), MESSAGE.c.id == bindparam("message"))
_BY_IDS = _MESSAGES.where(
    MESSAGE.c.workspace_id == bindparam("workspace"), MESSAGE.c.id.in_(bindparam("messages", expanding=True))
)
_LAPSED = _MESSAGES.where(
    MESSAGE.c.workspace_id == bindparam("workspace"), IN_FLIGHT, MESSAGE.c.lease_until <= bindparam("now")
)

_ON_THEIR_WAY = select(MESSAGE.c.member_id, MESSAGE.c.pairing_id, MESSAGE.c.group_id).where(
    MESSAGE.c.workspace_id == bindparam("workspace"), IN_FLIGHT, MESSAGE.c.lease_until.is_not(None)
)


def due(session: Session, now: datetime, limit: int) -> list[NoticeRecord]:
    """What may be said now, most urgent first. Claims the rows."""
    statement = session.for_update(_DUE, skip_locked=True)
    rows = session.execute(statement, {"workspace": session.workspace, "now": now, "limit": limit})
    return [NoticeRecord(**row._mapping) for row in rows]


def waiting(session: Session, now: datetime, limit: int) -> list[NoticeRecord]:
    """As `due`, claiming nothing: whose locks must be held first."""
    rows = session.execute(_DUE, {"workspace": session.workspace, "now": now, "limit": limit})
    return [NoticeRecord(**row._mapping) for row in rows]


def in_flight(session: Session) -> set[UUID]:
    """To whom, to which pairing's group DM and to which group's channel a message is on its way."""
    rows = session.execute(_ON_THEIR_WAY, {"workspace": session.workspace}).all()
    return {recipient for row in rows for recipient in row if recipient is not None}


@dataclass(frozen=True, kw_only=True, slots=True)
class ToSend:
    """A message for these notices. `repeats` counts how often they were perhaps said before."""

    id: MessageId
    notices: Sequence[NoticeRecord]
    unasked: bool
    repeats: int


def claim(session: Session, turn: Turn, messages: Sequence[ToSend], *, lease_until: datetime) -> None:
    """They are on their way until their lease ends."""
    session.insert(MESSAGE, [_row(session, turn, each, lease_until) for each in messages])
    on_their_way = {
        notice.id: {"state": NoticeState.SENDING, "message_id": each.id} for each in messages for notice in each.notices
    }
    session.change_each(NOTICE, on_their_way)


def _row(session: Session, turn: Turn, message: ToSend, lease_until: datetime) -> Row:
    first = message.notices[0]
    return {
        "workspace_id": session.workspace,
        "id": message.id,
        "member_id": first.member_id,
        "pairing_id": first.pairing_id if first.member_id is None else None,
        "group_id": first.group_id if first.member_id is None else None,
        "state": NoticeState.SENDING,
        "unasked": message.unasked,
        "conversation": "",
        "stamp": "",
        "thread": first.thread,
        "lease_until": lease_until,
        "claimed_at": turn.now,
        "repeats": message.repeats,
    }


def drop(session: Session, notice: NoticeId, why: str) -> None:
    _set_notices(session, [notice], state=NoticeState.DROPPED, why=why)


def give_up(session: Session, notices: Collection[NoticeId], why: str) -> None:
    """It can never be said; kept for the coordinator's attention."""
    _set_notices(session, notices, state=NoticeState.UNDELIVERABLE, why=why)


def revive(
    session: Session, member: MemberId, heard_of: Collection[PairingId], *, since: datetime, at: datetime
) -> None:
    """What could not be said to somebody, and was due since then, may be said now if it is still true.

    So may what found no coordinator of the pairings that they hear of.
    """
    session.execute(
        update(NOTICE)
        .where(
            NOTICE.c.workspace_id == session.workspace,
            (NOTICE.c.member_id == member) | (_FOR_WHOEVER & NOTICE.c.pairing_id.in_(list(heard_of))),
            UNDELIVERABLE,
            NOTICE.c.not_before >= since,
        )
        .values(member_id=member, state=NoticeState.QUEUED, not_before=at, why="", attempts=0, message_id=None)
    )


def retime(session: Session, notices: Collection[NoticeId], at: datetime) -> None:
    _set_notices(session, notices, not_before=at)


def sent(session: Session, places: Mapping[MessageId, Place], now: datetime) -> None:
    session.change_each(
        MESSAGE,
        {
            message: {
                "state": NoticeState.SENT,
                "conversation": place.conversation,
                "stamp": place.stamp,
                "sent_at": now,
                "lease_until": None,
            }
            for message, place in places.items()
        },
    )
    session.execute(_SAID, {"workspace": session.workspace, "messages": list(places)})


def back(session: Session, message: MessageId, *, at: datetime, why: str) -> None:
    """Not taken: its notices are due again at `at`, perhaps in another message."""
    _back(session, message, at=at, why=why)


def repeat(session: Session, message: MessageId, *, at: datetime, why: str) -> None:
    """Perhaps said: its notices are due once more, and remember it in their number."""
    _back(session, message, at=at, why=why, nth=1)


def _back(session: Session, message: MessageId, *, at: datetime, why: str, **values: Any) -> None:
    _set_message(session, message, state=NoticeState.FAILED, lease_until=None)
    taken_off = {"state": NoticeState.FAILED, "not_before": at, "why": why, "message_id": None, **values}
    session.execute(_TRIED_ONCE_MORE, {"workspace": session.workspace, "message": message, **taken_off})


def refused(session: Session, message: MessageId, why: str) -> None:
    _set_message(session, message, state=NoticeState.UNDELIVERABLE, lease_until=None)
    _set_notices_of(session, message, state=NoticeState.UNDELIVERABLE, why=why)


def unknown(session: Session, message: MessageId, *, look_at: datetime) -> None:
    """Nobody knows whether it arrived; not to be looked for before `look_at`."""
    _set_message(session, message, state=NoticeState.UNKNOWN, lease_until=look_at)
    _set_notices_of(session, message, state=NoticeState.UNKNOWN)


def lapsed(session: Session, now: datetime) -> list[MessageRecord]:
    """Messages whose lease has ended: still on their way, or to be looked for now."""
    rows = session.execute(session.for_update(_LAPSED, skip_locked=True), {"workspace": session.workspace, "now": now})
    return [MessageRecord(**row._mapping) for row in rows]


def by_id(session: Session, message: MessageId) -> MessageRecord:
    here = {"workspace": session.workspace, "message": message}
    return MessageRecord(**session.execute(_BY_ID, here).one()._mapping)


def by_ids(session: Session, ids: Collection[MessageId]) -> dict[MessageId, MessageRecord]:
    rows = session.execute(_BY_IDS, {"workspace": session.workspace, "messages": list(ids)})
    return {MessageId(row.id): MessageRecord(**row._mapping) for row in rows}


def notices_of(session: Session, message: MessageId) -> list[NoticeRecord]:
    """What one message carries, in the order in which it says it."""
    return carried(session, [message]).get(message, [])


_CARRIED = (
    _NOTICES.add_columns(NOTICE.c.message_id)
    .where(
        NOTICE.c.workspace_id == bindparam("workspace"), NOTICE.c.message_id.in_(bindparam("messages", expanding=True))
    )
    .order_by(NOTICE.c.urgency, NOTICE.c.not_before, NOTICE.c.id)
)


def carried(session: Session, ids: Collection[MessageId]) -> dict[MessageId, list[NoticeRecord]]:
    """What each of these messages carries, in the order in which it says it."""
    found: dict[MessageId, list[NoticeRecord]] = defaultdict(list)
    for row in session.execute(_CARRIED, {"workspace": session.workspace, "messages": list(ids)}):
        values = dict(row._mapping)
        found[MessageId(values.pop("message_id"))].append(NoticeRecord(**values))
    return dict(found)


_CARRIED_BY = update(NOTICE).where(
    NOTICE.c.workspace_id == bindparam("workspace"), NOTICE.c.message_id == bindparam("message")
)
_SAID = (
    update(NOTICE)
    .where(
        NOTICE.c.workspace_id == bindparam("workspace"),
        NOTICE.c.message_id.in_(bindparam("messages", expanding=True)),
    )
    .values(state=NoticeState.SENT)
)
"""Which columns they set follows from the values that they are given."""
_TRIED_ONCE_MORE = _CARRIED_BY.values(attempts=NOTICE.c.attempts + 1)

NEXT_LAPSE: Final = select(func.min(MESSAGE.c.lease_until)).where(IN_FLIGHT)


def _set_notices(session: Session, notices: Collection[NoticeId], **values: Any) -> None:
    session.change_each(NOTICE, dict.fromkeys(notices, values))


def _set_notices_of(session: Session, message: MessageId, **values: Any) -> None:
    session.execute(_CARRIED_BY, {"workspace": session.workspace, "message": message, **values})


def _set_message(session: Session, message: MessageId, **values: Any) -> None:
    session.change(MESSAGE, message, values)
