"""What people say in rounds, sealed: answers in the thread, words for whoever leads, promises."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update

from bot.domain.ids import GroupId, MemberId, PromiseId, RoundId
from bot.domain.rounds import Heard, PromiseState
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Promise, RoundEntry, table_of

ENTRY, PROMISE = table_of(RoundEntry), table_of(Promise)


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundEntryRecord:
    """One piece of what a member said, without its words."""

    id: UUID
    round_id: RoundId
    member_id: MemberId
    heard: Heard
    reader_id: MemberId | None
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseRecord:
    """A promise with its words, for the group that heard it."""

    id: PromiseId
    round_id: RoundId
    member_id: MemberId
    state: PromiseState
    words: str
    at: datetime


_OWN = tuple(ENTRY.c[name] for name in RoundEntryRecord.__dataclass_fields__)


def write(
    session: Session,
    turn: Turn,
    round: RoundId,
    author: MemberId,
    words: str,
    *,
    heard: Heard,
    reader: MemberId | None = None,
    source: tuple[str, str] | None = None,
) -> UUID | None:
    """None when these words were kept before: what was typed has one place in Slack."""
    id = turn.new_id()
    made = session.insert_once(
        RoundEntry,
        {
            "workspace_id": session.workspace,
            "id": id,
            "round_id": round,
            "member_id": author,
            "reader_id": reader,
            "heard": heard,
            "sealed": session.seal(words, table="round_entry", row=id, column="sealed"),
            "conversation": source[0] if source else None,
            "stamp": source[1] if source else None,
            "at": turn.now,
        },
    )
    return id if made else None


def typed_at(session: Session, conversation: str, stamp: str) -> RoundEntryRecord | None:
    """What was kept of a message in a thread."""
    row = session.execute(
        select(*_OWN).where(
            ENTRY.c.workspace_id == session.workspace,
            ENTRY.c.conversation == conversation,
            ENTRY.c.stamp == stamp,
        )
    ).first()
    return None if row is None else RoundEntryRecord(**row._mapping)


def rewrite(session: Session, entry: UUID, words: str) -> None:
    sealed = session.seal(words, table="round_entry", row=entry, column="sealed")
    session.change(ENTRY, entry, {"sealed": sealed})


def erase(session: Session, entry: UUID) -> None:
    session.execute(delete(PROMISE).where(PROMISE.c.workspace_id == session.workspace, PROMISE.c.entry_id == entry))
    session.execute(delete(ENTRY).where(ENTRY.c.workspace_id == session.workspace, ENTRY.c.id == entry))


def of_author(session: Session, round: RoundId, author: MemberId) -> list[RoundEntryRecord]:
    rows = session.execute(
        select(*_OWN)
        .where(ENTRY.c.workspace_id == session.workspace, ENTRY.c.round_id == round, ENTRY.c.member_id == author)
        .order_by(ENTRY.c.at, ENTRY.c.id)
    )
    return [RoundEntryRecord(**row._mapping) for row in rows]


def said_to_all(session: Session, round: RoundId, authors: Collection[MemberId]) -> list[tuple[MemberId, str]]:
    """What these people said to the group in a round, oldest first."""
    return _opened(
        session,
        ENTRY.c.round_id == round,
        ENTRY.c.heard == Heard.GROUP,
        ENTRY.c.member_id.in_(list(authors)),
    )


def said_to(session: Session, round: RoundId, reader: MemberId) -> list[tuple[MemberId, str]]:
    """What was said in a round for this reader alone, oldest first."""
    return _opened(session, ENTRY.c.round_id == round, ENTRY.c.heard == Heard.FACILITATOR, ENTRY.c.reader_id == reader)


def _opened(session: Session, *those: Any) -> list[tuple[MemberId, str]]:
    rows = session.execute(
        select(ENTRY.c.id, ENTRY.c.member_id, ENTRY.c.sealed)
        .where(ENTRY.c.workspace_id == session.workspace, *those)
        .order_by(ENTRY.c.at, ENTRY.c.id)
    )
    return [
        (MemberId(row.member_id), session.open(row.sealed, table="round_entry", row=row.id, column="sealed"))
        for row in rows
    ]


def promise(
    session: Session, turn: Turn, group: GroupId, round: RoundId, author: MemberId, words: str, *, entry: UUID | None
) -> None:
    id = turn.new_id()
    session.insert(
        PROMISE,
        {
            "workspace_id": session.workspace,
            "id": id,
            "round_id": round,
            "group_id": group,
            "member_id": author,
            "entry_id": entry,
            "sealed": session.seal(words, table="promise", row=id, column="sealed"),
            "state": PromiseState.MADE,
            "at": turn.now,
        },
    )


def take_back_promise(session: Session, entry: UUID) -> None:
    """The promise of a reply that is none any more."""
    session.execute(delete(PROMISE).where(PROMISE.c.workspace_id == session.workspace, PROMISE.c.entry_id == entry))


def promises(session: Session, rounds: Collection[RoundId]) -> list[PromiseRecord]:
    """The promises of these rounds, oldest first."""
    names = ("id", "round_id", "member_id", "state", "at", "sealed")
    rows = session.execute(
        select(*(PROMISE.c[name] for name in names))
        .where(PROMISE.c.workspace_id == session.workspace, PROMISE.c.round_id.in_(list(rounds)))
        .order_by(PROMISE.c.at, PROMISE.c.id)
    )
    return [
        PromiseRecord(
            id=PromiseId(row.id),
            round_id=RoundId(row.round_id),
            member_id=MemberId(row.member_id),
            state=row.state,
            words=session.open(row.sealed, table="promise", row=row.id, column="sealed"),
            at=row.at,
        )
        for row in rows
    ]


def settle(session: Session, turn: Turn, promise: PromiseId, author: MemberId, state: PromiseState) -> None:
    """What became of it, as whoever made it says."""
    session.execute(
        update(PROMISE)
        .where(PROMISE.c.workspace_id == session.workspace, PROMISE.c.id == promise, PROMISE.c.member_id == author)
        .values(state=state, settled_at=turn.now)
    )
