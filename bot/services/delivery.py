"""From queued notices to messages: what may be said now, to whom, together with what; and what became of it.

Nothing here speaks to anyone: `plan` claims and reads, the courier sends, `fates` records.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from typing import Final
from uuid import UUID

from bot.domain.calendar import (
    is_working,
)
from bot.domain.case_sayings import CaseCard
from bot.domain.ids import NoticeId
from bot.domain.introduction import SPREAD, SPREAD_STEPS
from bot.domain.notice import NOTICES, Ear
from bot.domain.pairing import Role
from bot.domain.sayings import Address, Outgoing, Saying
from bot.domain.turn import Turn
from bot.services import posting, timely
from bot.services.calendar import hours_of
from bot.services.claiming import Claim, claim, true_saying, true_sayings
from bot.services.room import for_cases_of
from bot.services.timely import Among
from storage import facts as facts_of
from storage import groups
from storage import member as members
from storage import message as messages
from storage import pairing as pairings
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.said import last_unasked
from storage.session import Session

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
    due = _claimed(session, turn)
    if not due:
        return Plan(messages=(), held=False)
    busy = messages.in_flight(session)
    among = _among(session, due)
    free = [heard for heard in _by_recipient(due).items() if heard[0] not in busy and only in (None, heard[0])]
    waiting = [theirs for _, theirs in free if not _rests(theirs[0], among, resting)]
    left, planned = iter(waiting), list[Outgoing]()
    while some := list(islice(left, limit - len(planned))):  # of what may be said, not all turns out to be true
        planned += _plan_some(session, turn, some, among)
    return Plan(messages=tuple(planned), held=len(waiting) < len(free))


def _claimed(session: Session, turn: Turn) -> list[NoticeRecord]:
    """What may be said now, under the locks of its pairings and groups.

    What was queued since, for another pairing or group, is left to the next plan: its lock would come out of order.
    """
    seen = messages.waiting(session, turn.now, AT_ONCE)
    if not seen:
        return []
    locked = {each.pairing_id for each in seen if each.pairing_id}
    locked_too = {each.group_id for each in seen if each.group_id}
    pairings.lock(session, sorted(locked))
    groups.lock(session, sorted(locked_too))
    return [
        each
        for each in messages.due(session, turn.now, AT_ONCE)
        if each.pairing_id in (None, *locked) and each.group_id in (None, *locked_too)
    ]


def _among(session: Session, due: Sequence[NoticeRecord]) -> Among:
    members_of = {each.member_id for each in due if each.member_id}
    unasked = [each.hearer for each in due if each.member_id and NOTICES[each.kind].unasked]
    return Among(
        known=members.by_ids(session, members_of) if members_of else {},
        places=groups.by_ids(session, {each.gathering for each in due if _is_for_a_channel(each)}),
        last_unasked=last_unasked(session, set(unasked)) if unasked else {},
        pauses=facts_of.pauses_of(session, set(unasked)) if unasked else {},
    )


def recipients(session: Session, turn: Turn) -> list[UUID]:
    """For whom something may be due, in their order: people, pairings, groups, introductions of a rotation."""
    return [each for each in _by_recipient(messages.due(session, turn.now, AT_ONCE)) if each is not None]


def put_off(session: Session, turn: Turn, recipient: UUID) -> None:
    """What cannot be planned holds nobody else up: it is tried again when it may have been mended."""
    theirs = _by_recipient(messages.due(session, turn.now, AT_ONCE)).get(recipient, [])
    messages.retime(session, [each.id for each in theirs], turn.now + MENDED)


def _plan_some(session: Session, turn: Turn, some: list[list[NoticeRecord]], among: Among) -> list[Outgoing]:
    planned = _plan_for_people(session, turn, [each for each in some if each[0].member_id is not None], among)
    for theirs in some:
        if theirs[0].member_id is None:
            # Each claimed at once: what was just said in a channel counts for what comes next there.
            found = _plan_for_several(session, turn, theirs, among)
            planned += claim(session, turn, [found] if found is not None else [])
    return planned


def _plan_for_people(session: Session, turn: Turn, some: list[list[NoticeRecord]], among: Among) -> list[Outgoing]:
    """What they hear is read, and claimed, for all of them together."""
    people = [among.known[each[0].hearer] for each in some]
    heard = [(who, timely.timely(session, turn, who, each, among)) for who, each in zip(people, some, strict=True)]
    true = true_sayings(session, turn, [notice for _, theirs in heard for notice in theirs])
    said = [(who, [each for each in theirs if each.id in true]) for who, theirs in heard]
    return claim(session, turn, [_claim_for(session, who, theirs, true) for who, theirs in said if theirs])


def _plan_for_several(session: Session, turn: Turn, theirs: list[NoticeRecord], among: Among) -> Claim | None:
    notice = theirs[0]
    if NOTICES[notice.kind].ear is Ear.ENCOUNTER:
        return posting.plan_encounter(session, turn, notice)
    if notice.group_id is not None:
        return posting.plan(session, turn, among.places[notice.group_id], theirs)
    return _plan_group(session, turn, theirs)


def _is_for_a_channel(notice: NoticeRecord) -> bool:
    return NOTICES[notice.kind].ear is Ear.GROUP


def _recipient(notice: NoticeRecord) -> UUID | None:
    if NOTICES[notice.kind].ear is Ear.ENCOUNTER:
        return notice.subject_id
    return notice.member_id or notice.group_id or notice.pairing_id


def _rests(notice: NoticeRecord, among: Among, resting: Collection[str]) -> bool:
    """Whether the platform wants a pause there."""
    if notice.member_id is not None:
        member = among.known[notice.member_id]
        return member.dm in resting or member.person in resting
    return _is_for_a_channel(notice) and among.places[notice.gathering].conversation in resting


def _by_recipient(due: Sequence[NoticeRecord]) -> dict[UUID | None, list[NoticeRecord]]:
    """What is due, by where it is heard; whoever has the most urgent notice comes first."""
    heard: dict[UUID | None, list[NoticeRecord]] = {}
    for notice in due:
        heard.setdefault(_recipient(notice), []).append(notice)
    return heard


def _plan_group(session: Session, turn: Turn, theirs: list[NoticeRecord]) -> Claim | None:
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
    return Claim(
        said=[notice],
        values=(saying,),
        address=Address(people=tuple(each.member.person for each in seated), conversation="", group=True),
        reader=posting.group_reader([each.member for each in seated]),
    )


def _claim_for(
    session: Session, member: MemberRecord, said: list[NoticeRecord], true: Mapping[NoticeId, Saying]
) -> Claim:
    values = tuple(true[each.id] for each in said)
    return Claim(
        said=said,
        values=values if len(values) == 1 else tuple(as_line(value) for value in values),
        address=_address(session, member, said, values),
        reader=member.reader,
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
