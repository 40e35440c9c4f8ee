"""Entries: pieces of people's text, sealed, each with its audience. Whoever asks, the audience is in the query."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Exists, Row, RowMapping, bindparam, delete, insert, select, update

from bot.domain.checkin import About, Audience
from bot.domain.ids import CheckinId, EntryId, MemberId, NoticeId, PairingId
from bot.domain.notice import NoticeState
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Entry, EntryReader, Notice, Prompt, Update, table_of

ENTRY, READER, UPDATE, PROMPT = table_of(Entry), table_of(EntryReader), table_of(Update), table_of(Prompt)
NOTICE = table_of(Notice)
OWN_COLUMNS = ("id", "update_id", "member_id", "about", "question", "audience", "at")


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryRecord:
    """One entry without its words. `shown` are readers, of today or before, who were shown it."""

    id: EntryId
    update_id: UUID | None
    member_id: MemberId
    about: About
    question: str
    audience: Audience
    at: datetime
    readers: tuple[MemberId, ...]
    shown: tuple[MemberId, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """What somebody wrote, before it is an entry. `readers` are for words shared with the partner only."""

    about: About
    words: str
    audience: Audience
    readers: tuple[MemberId, ...]
    question: str


_INSERT, _INSERT_READER = insert(ENTRY), insert(READER)


def write(
    session: Session,
    turn: Turn,
    *,
    author: MemberId,
    update_id: UUID | None,
    about: About,
    text: str,
    audience: Audience,
    readers: Collection[MemberId],
    question: str = "",
    source: tuple[str, str] | None = None,
) -> EntryId | None:
    """None when the message (conversation, stamp) it comes from has made an entry before."""
    given = Text(about=about, words=text, audience=audience, readers=tuple(readers), question=question)
    entry = _record_of(turn, author, update_id, given)
    conversation, stamp = source or (None, None)
    row = {**_row_of(session, entry, text), "conversation": conversation, "stamp": stamp}
    if not session.insert_once(Entry, row):
        return None
    _let_read(session, entry.id, entry.readers)
    return entry.id


def write_all(
    session: Session, turn: Turn, *, author: MemberId, update_id: UUID | None, texts: Sequence[Text]
) -> list[EntryRecord]:
    """As `write`, of several that come from no message."""
    made = [_record_of(turn, author, update_id, text) for text in texts]
    if made:
        rows = [_row_of(session, entry, text.words) for entry, text in zip(made, texts, strict=True)]
        session.execute(_INSERT, rows)
    readers = [
        {"workspace_id": session.workspace, "id": entry.id, "member_id": reader}
        for entry in made
        for reader in entry.readers
    ]
    if readers:
        session.execute(_INSERT_READER, readers)
    return made


def rewrite(session: Session, entry: EntryId, text: str) -> None:
    sealed = session.seal(text, table="entry", row=entry, column="sealed")
    _change(session, entry, sealed=sealed)


def show_to(session: Session, entry: EntryId, audience: Audience, readers: Collection[MemberId]) -> None:
    """Sets who may read an entry. A reader who stays keeps what they were shown.

    While nobody but its author or the coordinator may read it, those who were shown it before are still remembered.
    """
    _change(session, entry, audience=audience)
    leaving = (READER.c.workspace_id == session.workspace, READER.c.id == entry)
    if audience is Audience.PARTNER:
        session.execute(delete(READER).where(*leaving, READER.c.member_id.not_in(list(readers))))
        _let_read(session, entry, readers)
    else:
        session.execute(delete(READER).where(*leaving, ~_was_shown()))


def of_source(session: Session, author: MemberId, conversation: str, stamp: str) -> EntryId | None:
    """The entry that one of the author's own messages in Slack has made."""
    found = session.execute(
        select(ENTRY.c.id).where(
            ENTRY.c.workspace_id == session.workspace,
            ENTRY.c.member_id == author,
            ENTRY.c.conversation == conversation,
            ENTRY.c.stamp == stamp,
        )
    ).scalar()
    return None if found is None else EntryId(found)


def has_source(session: Session, entry: EntryId) -> bool:
    """Whether it still follows a message in Slack."""
    return (
        session.execute(
            select(ENTRY.c.stamp).where(ENTRY.c.workspace_id == session.workspace, ENTRY.c.id == entry)
        ).scalar()
        is not None
    )


def leave_source(session: Session, entry: EntryId) -> None:
    """From now on it no longer follows the message that it came from."""
    _change(session, entry, conversation=None, stamp=None)


def belong_to(session: Session, entry: EntryId, update_id: UUID | None) -> None:
    _change(session, entry, update_id=update_id)


def erase(session: Session, entry: EntryId) -> None:
    session.execute(delete(READER).where(READER.c.workspace_id == session.workspace, READER.c.id == entry))
    session.execute(delete(ENTRY).where(ENTRY.c.workspace_id == session.workspace, ENTRY.c.id == entry))


def _was_shown() -> Exists:
    """Whether the notice that tells a reader of an entry was really said."""
    return (
        select(NOTICE.c.id)
        .where(
            NOTICE.c.workspace_id == READER.c.workspace_id,
            NOTICE.c.id == READER.c.notice_id,
            NOTICE.c.state == NoticeState.SENT,
        )
        .exists()
    )


_MINE = (
    select(
        *(ENTRY.c[name] for name in (*OWN_COLUMNS, "sealed")),
        READER.c.member_id.label("reader"),
        _was_shown().label("shown"),
    )
    .outerjoin(READER, (READER.c.workspace_id == ENTRY.c.workspace_id) & (READER.c.id == ENTRY.c.id))
    .where(ENTRY.c.workspace_id == bindparam("workspace"), ENTRY.c.member_id == bindparam("author"))
    .order_by(ENTRY.c.id)
)
_OF_UPDATE = _MINE.where(ENTRY.c.update_id == bindparam("answer"))
_ONE = _MINE.where(ENTRY.c.id == bindparam("entry"))


def of_author(session: Session, author: MemberId, update_id: UUID) -> list[EntryRecord]:
    """What one person wrote in one update."""
    rows = session.execute(_OF_UPDATE, {"workspace": session.workspace, "author": author, "answer": update_id}).all()
    return _records(rows)


def one_of_author(session: Session, author: MemberId, entry: EntryId) -> EntryRecord | None:
    rows = session.execute(_ONE, {"workspace": session.workspace, "author": author, "entry": entry}).all()
    return _records(rows)[0] if rows else None


def own_texts(session: Session, author: MemberId, update_id: UUID) -> dict[EntryId, str]:
    """The words of one person's update, for that person."""
    rows = session.execute(_OF_UPDATE, {"workspace": session.workspace, "author": author, "answer": update_id})
    return {EntryId(row.id): opened(session, row.id, row.sealed) for row in rows}


def told_by(session: Session, notice: NoticeId) -> list[EntryId]:
    """The entries that a notice tells its reader of."""
    rows = session.execute(
        select(READER.c.id).where(READER.c.workspace_id == session.workspace, READER.c.notice_id == notice)
    )
    return [EntryId(row.id) for row in rows]


def release(session: Session, entries: Collection[EntryId], reader: MemberId, notice: UUID) -> None:
    """From now on the reader may be told of these entries, by this notice."""
    session.execute(
        update(READER)
        .where(READER.c.workspace_id == session.workspace, READER.c.member_id == reader, READER.c.id.in_(list(entries)))
        .values(notice_id=notice)
    )


_WHERE = (
    select(PROMPT.c.pairing_id, PROMPT.c.checkin_id)
    .join(UPDATE, (UPDATE.c.workspace_id == PROMPT.c.workspace_id) & (UPDATE.c.prompt_id == PROMPT.c.id))
    .join(ENTRY, (ENTRY.c.workspace_id == UPDATE.c.workspace_id) & (ENTRY.c.update_id == UPDATE.c.id))
    .where(ENTRY.c.workspace_id == bindparam("workspace"), ENTRY.c.id == bindparam("entry"))
)


def where_of(session: Session, entry: EntryId) -> tuple[PairingId, CheckinId] | None:
    """The pairing and check-in that an entry belongs to, if it is there and that is chosen."""
    row = session.execute(_WHERE, {"workspace": session.workspace, "entry": entry}).first()
    return None if row is None else (PairingId(row.pairing_id), CheckinId(row.checkin_id))


def opened(session: Session, entry: UUID, sealed: str) -> str:
    return session.open(sealed, table="entry", row=entry, column="sealed")


def _let_read(session: Session, entry: EntryId, readers: Collection[MemberId]) -> None:
    for reader in readers:
        session.insert_once(EntryReader, {"workspace_id": session.workspace, "id": entry, "member_id": reader})


def _record_of(turn: Turn, author: MemberId, update_id: UUID | None, text: Text) -> EntryRecord:
    return EntryRecord(
        id=EntryId(turn.new_id()),
        update_id=update_id,
        member_id=author,
        about=text.about,
        question=text.question,
        audience=text.audience,
        at=turn.now,
        readers=text.readers if text.audience is Audience.PARTNER else (),
        shown=(),
    )


def _row_of(session: Session, entry: EntryRecord, words: str) -> dict[str, Any]:
    return {
        "workspace_id": session.workspace,
        **{name: getattr(entry, name) for name in OWN_COLUMNS},
        "sealed": session.seal(words, table="entry", row=entry.id, column="sealed"),
        "conversation": None,
        "stamp": None,
    }


def _change(session: Session, entry: EntryId, **values: Any) -> None:
    session.execute(
        update(ENTRY).where(ENTRY.c.workspace_id == session.workspace, ENTRY.c.id == entry).values(**values)
    )


def _records(rows: Sequence[Row[*tuple[Any, ...]]]) -> list[EntryRecord]:
    by_entry: dict[UUID, list[RowMapping]] = {}
    for row in rows:
        by_entry.setdefault(row.id, []).append(row._mapping)
    return [
        EntryRecord(
            **{name: parts[0][name] for name in OWN_COLUMNS},
            readers=_readers(parts),
            shown=tuple(part["reader"] for part in parts if part["shown"]),
        )
        for parts in by_entry.values()
    ]


def _readers(parts: Sequence[RowMapping]) -> tuple[MemberId, ...]:
    """Who may read it today."""
    if parts[0]["audience"] is not Audience.PARTNER:
        return ()
    return tuple(part["reader"] for part in parts if part["reader"] is not None)
