"""Claiming: what is still true of notices becomes one message on its way."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.ids import CaseId, MessageId, NoticeId
from bot.domain.notice import ABOUT_HELP, NOTICES, Ear, Fate, NoticeKind
from bot.domain.sayings import Address, Outgoing, Reader, Saying, Untrue
from bot.domain.turn import Turn
from bot.services import sayings
from bot.services.case_life import close_unheard
from storage import groups
from storage import message as messages
from storage import pairing as pairings
from storage.message import NoticeRecord, ToSend
from storage.session import Session

LEASE: Final = timedelta(seconds=60)
"""How long a message may be on its way before it is nobody's."""


def true_sayings(session: Session, turn: Turn, notices: Collection[NoticeRecord]) -> dict[NoticeId, Saying]:
    """What notices say; those that are no longer true are dropped, and missing here."""
    loaded = sayings.load(session, turn, notices)
    said: dict[NoticeId, Saying] = {}
    for notice in notices:
        saying = sayings.first_time(loaded[notice.id])
        if isinstance(saying, Untrue):
            drop(session, turn, notice, saying.why)
        else:
            said[notice.id] = saying
    return said


def true_saying(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | None:
    """What one notice says, if it is still true."""
    return true_sayings(session, turn, [notice]).get(notice.id)


def drop(session: Session, turn: Turn, notice: NoticeRecord, why: str) -> None:
    """It stays unsaid, and the rules look at what it was about."""
    messages.drop(session, notice.id, why)
    if notice.kind is NoticeKind.CASE:
        close_unheard(session, turn, CaseId(notice.about))
    if notice.pairing_id is not None and notice.kind not in ABOUT_HELP:
        pairings.look_at(session, {notice.pairing_id: turn.now})
    if notice.group_id is not None:
        groups.look_at(session, {notice.group_id: turn.now})


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """What notices say together, to whom and where."""

    said: Sequence[NoticeRecord]
    values: tuple[Saying, ...]
    address: Address
    reader: Reader


def claim(session: Session, turn: Turn, claims: Sequence[Claim]) -> list[Outgoing]:
    """Their messages are on their way."""
    if not claims:
        return []
    to_send = [_to_send(turn, each.said) for each in claims]
    messages.claim(session, turn, to_send, lease_until=turn.now + LEASE)
    return [
        Outgoing(
            workspace=session.workspace,
            message=message.id,
            address=each.address,
            reader=each.reader,
            sayings=each.values,
        )
        for message, each in zip(to_send, claims, strict=True)
    ]


def _to_send(turn: Turn, said: Sequence[NoticeRecord]) -> ToSend:
    return ToSend(
        id=MessageId(turn.new_id()),
        notices=said,
        unasked=any(NOTICES[each.kind].unasked for each in said),
        repeats=max(each.nth if _counts_repeats(each) else 0 for each in said),
    )


def _counts_repeats(notice: NoticeRecord) -> bool:
    about = NOTICES[notice.kind]
    return about.fate is Fate.REPEAT or about.ear is Ear.GROUP
