"""Words as their readers may read them: what a partner shared, and what is for the coordinator alone."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from bot.domain.checkin import About, Audience
from bot.domain.ids import EntryId, MemberId, NoticeId, PairingId
from storage.coordinator import COORDINATOR
from storage.entry import ENTRY, READER, UPDATE, opened
from storage.member import MEMBER
from storage.pairing import PAIRING, SEAT
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedLine:
    author: MemberId
    about: About
    question: str
    text: str


_SHARED = (
    select(ENTRY.c.id, ENTRY.c.member_id, ENTRY.c.about, ENTRY.c.question, ENTRY.c.sealed)
    .join(READER, (READER.c.workspace_id == ENTRY.c.workspace_id) & (READER.c.id == ENTRY.c.id))
    .where(
        ENTRY.c.workspace_id == bindparam("workspace"),
        ENTRY.c.audience == Audience.PARTNER,
        READER.c.member_id == bindparam("reader"),
        READER.c.notice_id == bindparam("notice"),
    )
    .order_by(ENTRY.c.id)
)


def shared_with(session: Session, reader: MemberId, notice: NoticeId) -> list[SharedLine]:
    """The words that a notice tells its reader of, as far as their authors let them be read today."""
    rows = session.execute(_SHARED, {"workspace": session.workspace, "reader": reader, "notice": notice})
    return [
        SharedLine(
            author=MemberId(row.member_id),
            about=row.about,
            question=row.question,
            text=opened(session, row.id, row.sealed),
        )
        for row in rows
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class CoordinatorLine:
    author_id: MemberId
    pairing_id: PairingId
    author: str
    about: About
    question: str
    text: str


_FOR_COORDINATOR = (
    select(
        MEMBER.c.name.label("author"),
        *(ENTRY.c[name] for name in ("member_id", "about", "question", "sealed")),
        UPDATE.c.pairing_id,
    )
    .join(UPDATE, (UPDATE.c.workspace_id == ENTRY.c.workspace_id) & (UPDATE.c.id == ENTRY.c.update_id))
    .join(PAIRING, (PAIRING.c.workspace_id == ENTRY.c.workspace_id) & (PAIRING.c.id == UPDATE.c.pairing_id))
    .join(MEMBER, (MEMBER.c.workspace_id == ENTRY.c.workspace_id) & (MEMBER.c.id == ENTRY.c.member_id))
    .join(
        COORDINATOR,
        (COORDINATOR.c.workspace_id == ENTRY.c.workspace_id)
        & (COORDINATOR.c.programme_id == PAIRING.c.programme_id)
        & (COORDINATOR.c.member_id == bindparam("reader")),
    )
    .where(
        ENTRY.c.workspace_id == bindparam("workspace"),
        ENTRY.c.id == bindparam("entry"),
        ENTRY.c.audience == Audience.COORDINATOR,
        ~select(SEAT.c.id)
        .where(
            SEAT.c.workspace_id == ENTRY.c.workspace_id,
            SEAT.c.pairing_id == PAIRING.c.id,
            SEAT.c.member_id == bindparam("reader"),
        )
        .exists(),
    )
)


def for_coordinator(session: Session, reader: MemberId, entry: EntryId) -> CoordinatorLine | None:
    """Words whose audience is the coordinator, for one who runs the programme and does not sit in the pairing."""
    here = {"workspace": session.workspace, "reader": reader, "entry": entry}
    row = session.execute(_FOR_COORDINATOR, here).first()
    if row is None:
        return None
    return CoordinatorLine(
        author_id=MemberId(row.member_id),
        pairing_id=PairingId(row.pairing_id),
        author=row.author,
        about=row.about,
        question=row.question,
        text=opened(session, entry, row.sealed),
    )
