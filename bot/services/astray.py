"""Words meant for a person, to whom the bot passes none on: kept for their author, and part of no check-in."""

from typing import Final

from bot.domain.ids import EntryId
from bot.domain.notice import NO_CHECKIN, NoticeKind
from bot.domain.turn import Turn
from bot.domain.typed_sayings import Astray
from bot.services import concerns
from storage import conversation, entry, member, reading
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.session import Session

ASTRAY: Final = 3
"""The number of a notice that answers such words."""


def is_astray(session: Session, author: MemberRecord, *, where: str, stamp: str, thread: str) -> bool:
    """Whether words stand under what a coordinator wrote or what concerns a case, or under the answer to such words."""
    if thread:
        above = conversation.at(session, where, thread) or conversation.answer_to(session, answer_key(where, thread))
    else:
        above = conversation.above(session, author.id, stamp)
    return above is not None and (above.kind in NO_CHECKIN or _answers_astray(above))


def answer_key(where: str, stamp: str) -> str:
    """The key of the answer to the words at a place."""
    return f"typed:{where}:{stamp}"


def load(session: Session, turn: Turn, notice: NoticeRecord) -> Astray:
    kept = entry.one_of_author(session, notice.hearer, EntryId(notice.subject_id)) if notice.subject_id else None
    meant, outside_contact = _meant(session, notice)
    return Astray(
        notice=notice.id,
        entry=kept.id if kept else None,
        reader=meant.mention if meant else None,
        outside_contact=outside_contact,
    )


def _answers_astray(above: NoticeRecord) -> bool:
    return above.kind is NoticeKind.TYPED and above.nth == ASTRAY


def _meant(session: Session, notice: NoticeRecord) -> tuple[MemberRecord | None, str]:
    """For whom the words were, and whom else one can turn to."""
    above = _above(session, notice)
    if above is None:
        return None, ""
    if above.kind is NoticeKind.CARE:
        lines = reading.shared_with(session, notice.hearer, above.id)
        return (member.by_id(session, lines[0].author) if lines else None), ""
    concern = concerns.by_id(session, notice.hearer, above.about) if above.kind is NoticeKind.CONCERN_STANDS else None
    if concern is None:
        return None, ""
    return concerns.whose_turn(session, concern), concerns.outside_contact_in(session, concern)


def _above(session: Session, notice: NoticeRecord) -> NoticeRecord | None:
    if notice.thread:
        root = conversation.at(session, member.by_id(session, notice.hearer).dm, notice.thread)
        if root is not None and root.kind in NO_CHECKIN:
            return root
    return conversation.last_without_checkin(session, notice.hearer, notice.not_before)
