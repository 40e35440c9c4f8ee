"""From queued notices to messages: what may be said now, to whom, together with what; and what became of it.

Nothing here speaks to anyone: `plan` claims and reads, the courier sends, `fates` records.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final
from uuid import UUID

from bot.domain.calendar import at_their_hour, is_working, local_day, next_working_moment, resolve, working_day_from
from bot.domain.case_sayings import CaseCard
from bot.domain.ids import GroupId, MemberId
from bot.domain.introduction import SPREAD, SPREAD_STEPS
from bot.domain.notice import NOTICES, Ear, NoticeKind
from bot.domain.pairing import Role
from bot.domain.pause import after_pauses
from bot.domain.sayings import Address, Outgoing, Saying
from bot.domain.turn import Turn
from bot.services import posting
from bot.services.calendar import hours_of
from bot.services.claiming import claim, true_saying
from bot.services.room import for_cases_of
from storage import facts as facts_of
from storage import groups
from storage import member as members
from storage import message as messages
from storage import pairing as pairings
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.said import last_unasked, said_since
from storage.session import Session

SINGLY_AT_MOST: Final = 3
"""New cases a day that come one by one."""

AT_ONCE: Final = 200
"""Notices read in one plan."""


MENDED: Final = timedelta(hours=1)
"""After which something is tried again that cannot be done as it is, which is a fault of ours: it may be put right, or
say something else by then."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Messages claimed; `held` says that some wait only because their recipients rest."""

    messages: tuple[Outgoing, ...]
    held: bool

    def __add__(self, other: "Plan") -> "Plan":
        return Plan(messages=self.messages + other.messages, held=self.held or other.held)


def plan(session: Session, turn: Turn, limit: int, resting: Collection[str] = (), only: UUID | None = None) -> Plan:
    """Claims up to `limit` messages that may be said now and reads what they say.

    What is no longer true is dropped, what comes at a bad hour or second in a day is moved. `resting` are people and
    conversations that were written to so recently that the platform wants a pause. `only` is one of `recipients`.
    """
    locked, locked_too = messages.locks_of_due(session, turn.now, AT_ONCE)
    pairings.lock(session, locked)
    groups.lock(session, locked_too)
    # What was queued since, for another pairing or group, is left to the next plan: its lock would come out of order.
    due = [
        each
        for each in messages.due(session, turn.now, AT_ONCE)
        if each.pairing_id in (None, *locked) and each.group_id in (None, *locked_too)
    ]
    if not due:
        return Plan(messages=(), held=False)
    busy = messages.in_flight(session)
    known = members.by_ids(session, {each.member_id for each in due if each.member_id})
    last = last_unasked(session, list(known))
    planned: list[Outgoing] = []
    held = False
    places = groups.by_ids(session, {each.gathering for each in due if _is_for_a_channel(each)})
    for recipient, theirs in _by_recipient(due).items():
        if only not in (None, recipient):
            continue
        if len(planned) >= limit:
            break
        if recipient in busy:
            continue
        if _rests(theirs[0], known, places, resting):
            held = True
            continue
        outgoing = _plan_one(session, turn, theirs, known, places, last)
        planned.extend([outgoing] if outgoing is not None else [])
    return Plan(messages=tuple(planned), held=held)


def recipients(session: Session, turn: Turn) -> list[UUID]:
    """For whom something may be due, in their order: people, pairings, groups, introductions of a rotation."""
    return [each for each in _by_recipient(messages.due(session, turn.now, AT_ONCE)) if each is not None]


def put_off(session: Session, turn: Turn, recipient: UUID) -> None:
    """What cannot be planned holds nobody else up: it is tried again when it may have been mended."""
    theirs = _by_recipient(messages.due(session, turn.now, AT_ONCE)).get(recipient, [])
    messages.retime(session, [each.id for each in theirs], turn.now + MENDED)


def _plan_one(
    session: Session,
    turn: Turn,
    theirs: list[NoticeRecord],
    known: Mapping[MemberId, MemberRecord],
    places: Mapping[GroupId, GroupRecord],
    last: Mapping[MemberId, datetime],
) -> Outgoing | None:
    notice = theirs[0]
    if notice.member_id is not None:
        return _plan_member(session, turn, known[notice.member_id], theirs, last.get(notice.member_id))
    if NOTICES[notice.kind].ear is Ear.ENCOUNTER:
        return posting.plan_encounter(session, turn, notice)
    if notice.group_id is not None:
        return posting.plan(session, turn, places[notice.group_id], theirs)
    return _plan_group(session, turn, theirs)


def _is_for_a_channel(notice: NoticeRecord) -> bool:
    return NOTICES[notice.kind].ear is Ear.GROUP


def _recipient(notice: NoticeRecord) -> UUID | None:
    if NOTICES[notice.kind].ear is Ear.ENCOUNTER:
        return notice.subject_id
    return notice.member_id or notice.group_id or notice.pairing_id


def _rests(
    notice: NoticeRecord,
    known: Mapping[MemberId, MemberRecord],
    places: Mapping[GroupId, GroupRecord],
    resting: Collection[str],
) -> bool:
    """Whether the platform wants a pause there."""
    if notice.member_id is not None:
        return known[notice.member_id].dm in resting or known[notice.member_id].person in resting
    return _is_for_a_channel(notice) and places[notice.gathering].conversation in resting


def _by_recipient(due: Sequence[NoticeRecord]) -> dict[UUID | None, list[NoticeRecord]]:
    """What is due, by where it is heard; whoever has the most urgent notice comes first."""
    heard: dict[UUID | None, list[NoticeRecord]] = {}
    for notice in due:
        heard.setdefault(_recipient(notice), []).append(notice)
    return heard


def _plan_group(session: Session, turn: Turn, theirs: list[NoticeRecord]) -> Outgoing | None:
    """The introduction, in an hour that was chosen for all. Past that hour, another is chosen."""
    notice = theirs[0]
    assert notice.pairing_id is not None
    seated = pairings.sittings(session, [notice.pairing_id])[notice.pairing_id]
    mentee = next(each.member for each in seated if each.role is Role.MENTEE)
    late = turn.now > notice.not_before + SPREAD * SPREAD_STEPS
    if late or not is_working(hours_of(mentee, turn.now), turn.now):
        messages.drop(session, notice.id, "its hour has passed")
        pairings.change(session, notice.pairing_id, introducing_at=None, next_look_at=turn.now)
        return None
    saying = true_saying(session, turn, notice)
    if saying is None:
        return None
    return claim(
        session,
        turn,
        [notice],
        (saying,),
        Address(people=tuple(each.member.person for each in seated), conversation="", group=True),
        posting.group_reader([each.member for each in seated]),
    )


def _plan_member(
    session: Session, turn: Turn, member: MemberRecord, theirs: list[NoticeRecord], last_unasked: datetime | None
) -> Outgoing | None:
    if not member.reachable:
        messages.give_up(session, [each.id for each in theirs], "unreachable")
        return None
    together = _timely(session, turn, member, theirs, last_unasked)
    said = [(notice, saying) for notice in together if (saying := true_saying(session, turn, notice)) is not None]
    if not said:
        return None
    values = tuple(saying for _, saying in said)
    return claim(
        session,
        turn,
        [notice for notice, _ in said],
        values if len(values) == 1 else tuple(as_line(value) for value in values),
        _address(session, member, [notice for notice, _ in said], values),
        member.reader,
    )


def as_line(value: Saying) -> Saying:
    """A card among several in one message."""
    return replace(value, folded=True) if isinstance(value, CaseCard) else value


def _address(session: Session, member: MemberRecord, said: list[NoticeRecord], values: tuple[Saying, ...]) -> Address:
    """A person's DM; for cases that are not private and that they hear of first, the coordinators' room."""
    to = Address(people=(member.person,), conversation=member.dm, thread=said[0].thread)
    if not all(isinstance(value, CaseCard) and not value.private and not value.before for value in values):
        return to
    room, theirs = for_cases_of(session, said)
    return replace(to, room=room, room_for=theirs)


def _timely(
    session: Session, turn: Turn, member: MemberRecord, theirs: list[NoticeRecord], last_unasked: datetime | None
) -> list[NoticeRecord]:
    """What may be said to a member in one message now; the rest is moved to when it may."""
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
    running = _without_paused(session, turn, member, theirs)
    today = local_day(hours, turn.now)
    if running and last_unasked is not None and local_day(hours, last_unasked) >= today:
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
    session: Session, turn: Turn, member: MemberRecord, theirs: list[NoticeRecord]
) -> list[NoticeRecord]:
    hours = hours_of(member, turn.now)
    pauses = facts_of.pauses_of(session, [member.id])[member.id]
    running = []
    for notice in theirs:
        until = after_pauses(hours, [pause for where, pause in pauses if where in (None, notice.pairing_id)], turn.now)
        if until > turn.now:
            messages.retime(session, [notice.id], until)
        else:
            running.append(notice)
    return running
