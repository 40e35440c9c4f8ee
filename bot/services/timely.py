"""What may be said to somebody now: in their hours, unasked once a day, and not while they pause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from uuid import UUID

from bot.domain.calendar import (
    Hours,
    at_their_hour,
    is_working,
    local_day,
    next_working_moment,
    resolve,
    working_day_from,
)
from bot.domain.ids import GroupId, MemberId
from bot.domain.notice import NOTICES, NoticeKind
from bot.domain.pause import after_pauses
from bot.domain.turn import Turn
from bot.services.calendar import hours_of
from storage import message as messages
from storage.facts import Paused
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.said import said_since
from storage.session import Session

SINGLY_AT_MOST: Final = 3
"""New cases a day that come one by one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Among:
    """Whom what is due is for: people, and groups with their channels. When people were last spoken to unasked and
    how they pause is known of those to whom something unasked is due.
    """

    known: Mapping[MemberId, MemberRecord]
    places: Mapping[GroupId, GroupRecord]
    last_unasked: Mapping[MemberId, datetime]
    pauses: Mapping[UUID, Sequence[Paused]]


def timely(
    session: Session, turn: Turn, member: MemberRecord, theirs: list[NoticeRecord], among: Among
) -> list[NoticeRecord]:
    """What may be said to a member in one message now; the rest is moved to when it may, or given up."""
    if not member.reachable:
        messages.give_up(session, [each.id for each in theirs], "unreachable")
        return []
    return _now(session, turn, member, theirs, among)


def _now(
    session: Session, turn: Turn, member: MemberRecord, theirs: list[NoticeRecord], among: Among
) -> list[NoticeRecord]:
    answers = [each for each in theirs if _answers(each) or _breaks_hours(each)]
    if answers:
        return answers[:1]
    hours = hours_of(member, turn.now)
    if not is_working(hours, turn.now):
        messages.retime(session, [each.id for each in theirs], next_working_moment(hours, turn.now))
        return []
    asked_for = [each for each in theirs if not NOTICES[each.kind].unasked]
    if asked_for:
        return _folded(session, turn, member, asked_for)
    if member.greeted_at is None:
        messages.retime(
            session, [each.id for each in theirs], next_working_moment(hours, turn.now + timedelta(hours=1))
        )
        return []
    running = _without_paused(session, turn, hours, theirs, among.pauses.get(member.id, ()))
    today = local_day(hours, turn.now)
    last = among.last_unasked.get(member.id)
    if running and last is not None and local_day(hours, last) >= today:
        tomorrow = at_their_hour(hours, working_day_from(hours, today + timedelta(days=1)))
        messages.retime(session, [each.id for each in running], tomorrow)
        return []
    return running


def _answers(notice: NoticeRecord) -> bool:
    """To what the person has just done; that nobody is left to hear their concern comes by itself, in their hours."""
    return NOTICES[notice.kind].any_hour and not (notice.kind is NoticeKind.CONCERN_STANDS and notice.nth)


def _breaks_hours(notice: NoticeRecord) -> bool:
    """A concern whose author said *now*."""
    return notice.kind is NoticeKind.CONCERN and notice.nth > 0


def _folded(session: Session, turn: Turn, member: MemberRecord, theirs: list[NoticeRecord]) -> list[NoticeRecord]:
    """The most urgent one alone; but more than three new cases in a day come as one list."""
    first = theirs[0]
    alike = [each for each in theirs if each.kind is first.kind]
    if not NOTICES[first.kind].folds or len(alike) == 1:
        return [first]
    morning = resolve(member.zone, datetime.combine(local_day(hours_of(member, turn.now), turn.now), time()))
    today = said_since(session, member.id, first.kind, morning)
    return alike if today + len(alike) > SINGLY_AT_MOST else [first]


def _without_paused(
    session: Session, turn: Turn, hours: Hours, theirs: list[NoticeRecord], pauses: Sequence[Paused]
) -> list[NoticeRecord]:
    running = []
    for notice in theirs:
        until = after_pauses(hours, [pause for where, pause in pauses if where in (None, notice.pairing_id)], turn.now)
        if until > turn.now:
            messages.retime(session, [notice.id], until)
        else:
            running.append(notice)
    return running
