"""Claiming: what is still true of notices becomes one message on its way."""

from datetime import timedelta
from typing import Final

from bot.domain.ids import CaseId
from bot.domain.notice import ABOUT_HELP, NOTICES, Ear, Fate, NoticeKind
from bot.domain.sayings import Address, Outgoing, Reader, Saying, Untrue
from bot.domain.turn import Turn
from bot.services import sayings
from bot.services.case_life import close_unheard
from storage import groups
from storage import message as messages
from storage import pairing as pairings
from storage.message import NoticeRecord
from storage.session import Session

LEASE: Final = timedelta(seconds=60)
"""How long a message may be on its way before it is nobody's."""


def true_saying(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | None:
    """What a notice says; what is no longer true is dropped."""
    saying = sayings.first_time(session, turn, notice)
    if isinstance(saying, Untrue):
        drop(session, turn, notice, saying.why)
        return None
    return saying


def drop(session: Session, turn: Turn, notice: NoticeRecord, why: str) -> None:
    """It stays unsaid, and the rules look at what it was about."""
    messages.drop(session, notice.id, why)
    if notice.kind is NoticeKind.CASE:
        close_unheard(session, turn, CaseId(notice.about))
    if notice.pairing_id is not None and notice.kind not in ABOUT_HELP:
        pairings.look_at(session, {notice.pairing_id: turn.now})
    if notice.group_id is not None:
        groups.look_at(session, {notice.group_id: turn.now})


def claim(
    session: Session,
    turn: Turn,
    said: list[NoticeRecord],
    values: tuple[Saying, ...],
    address: Address,
    reader: Reader,
) -> Outgoing:
    message = messages.claim(
        session,
        turn,
        said,
        lease_until=turn.now + LEASE,
        unasked=any(NOTICES[each.kind].unasked for each in said),
        repeats=max(each.nth if _counts_repeats(each) else 0 for each in said),
    )
    return Outgoing(workspace=session.workspace, message=message, address=address, reader=reader, sayings=values)


def _counts_repeats(notice: NoticeRecord) -> bool:
    about = NOTICES[notice.kind]
    return about.fate is Fate.REPEAT or about.ear is Ear.GROUP
