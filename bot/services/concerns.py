"""Asking for help with a relationship: who it is about, who reads it, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from bot.domain.calendar import add_working_days, is_working, local_day
from bot.domain.case import TAKE_WITHIN, CaseState, Rule, Urgency
from bot.domain.case_sayings import ConcernStands, Standing
from bot.domain.case_showings import ConcernForm, ConcernRead, ConcernSent
from bot.domain.ids import CaseId, ConcernId, MemberId, PairingId, PromptId
from bot.domain.notice import NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.sayings import Named
from bot.domain.turn import Caller, Turn
from bot.domain.typed_sayings import Choice
from bot.services import cases as cases_of
from bot.services import hearers, seats
from bot.services.calendar import hours_of
from bot.services.checkin import LONGEST, shown
from storage import audit, heard
from storage import case as cases
from storage import concern as concerns
from storage import coordinator as coordinators
from storage import home as homes
from storage import member as members
from storage import notice as notices
from storage import pairing as pairings
from storage import programme as programmes
from storage import surface as surfaces
from storage.case import CaseRecord
from storage.concern import ConcernRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session

WAITS: Final = frozenset({Standing.SENT, Standing.READ, Standing.AGAIN, Standing.PASSED_ON, Standing.PASSED_OVER})
"""In which somebody is expected to take it by a day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernGiven:
    """The form as it came. `readers` are those ticked, `form` is what Slack calls this one opening of it."""

    form: str
    pairing: PairingId
    readers: tuple[MemberId, ...]
    urgency: Urgency
    text: str


def form(session: Session, caller: Caller, turn: Turn, pairing: PairingId | None) -> ConcernForm:
    """Raises Refused for somebody without a pairing."""
    member = seats.me(session, caller)
    views = seats.views(session, member.id, pairings.of_member(session, member.id, pairings.KNOWN))
    if not views:
        raise seats.no_pairing(session, member.id)
    partners = {partner.id for view in views for partner in view.partners}
    readers: dict[MemberId, Named] = {}
    for view in views:
        readers |= {each.id: each.named for each in view.coordinators if each.id not in partners}
    return ConcernForm(
        reader=member.reader,
        pairings=tuple(Choice(pairing=view.pairing, partners=view.names) for view in views),
        chosen=pairing or (views[0].pairing if len(views) == 1 else None),
        readers=tuple(readers.values()),
        outside_contact=_outside(session, [view.pairing for view in views]),
    )


def form_from_prompt(session: Session, caller: Caller, turn: Turn, prompt: PromptId) -> ConcernForm:
    """The same from a prompt's menu: its pairing is chosen."""
    return form(session, caller, turn, shown(session, caller, prompt).pairing_id)


def ask_for_help(session: Session, caller: Caller, turn: Turn, given: ConcernGiven) -> ConcernSent:
    """Keeps the words sealed and brings them to the chosen readers, one after the other. Raises Refused.

    A form that is sent again because its answer was lost is the same request for help.
    """
    member = seats.me(session, caller)
    if not given.text.strip():
        raise Refused(Refusal.NOTHING_WRITTEN, field="concern")
    if len(given.text) > LONGEST:
        raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST), field="concern")
    pairings.lock(session, [given.pairing])
    view = seats.view(session, member.id, given.pairing)
    readers = [each for each in view.coordinators if each.id in given.readers]
    if not readers:
        raise Refused(Refusal.NOBODY_CAN_READ, field="readers")
    if heard.form_once(session, given.form, repr(given), turn.now):
        _keep(session, turn, member, given, about=[partner.id for partner in view.partners], readers=readers)
    first = hearers.present(session, turn, readers)
    return ConcernSent(
        reader=member.reader,
        readers=tuple(each.name for each in readers),
        first=first[0].name if first else "",
        at_once=bool(first) and (given.urgency is Urgency.NOW or is_working(hours_of(first[0], turn.now), turn.now)),
        outside_contact=_outside(session, [given.pairing]),
    )


def _keep(
    session: Session,
    turn: Turn,
    member: MemberRecord,
    given: ConcernGiven,
    *,
    about: list[MemberId],
    readers: list[MemberRecord],
) -> None:
    concern = ConcernId(turn.new_id())
    case = cases_of.open_case(
        session, turn, key=f"concern:{concern}", pairing=given.pairing, rule=Rule.CONCERN, since=turn.now
    )
    concerns.write(
        session,
        turn,
        id=concern,
        case=case,
        author=member.id,
        pairing=given.pairing,
        about=about,
        readers=[each.id for each in readers],
        urgency=given.urgency,
        text=given.text.strip(),
    )
    _acknowledge(session, turn, member, concern, given.pairing)


def read(session: Session, caller: Caller, turn: Turn, case: CaseId) -> ConcernRead:
    """[Read], for a chosen reader; recorded, and the author sees that it was read. Raises Refused for others."""
    reader, found = cases_of.hearing(session, caller, case)
    concern = concerns.of_case(session, case)
    words = None if concern is None else concerns.words(session, concern.id, reader.id)
    if concern is None or words is None:
        raise Refused(Refusal.CASE_UNKNOWN)
    concerns.was_read(session, concern.id, turn.now)
    audit.record(session, turn, member=reader.id, act="read", subject="concern", subject_id=concern.id)
    surfaces.want(session, turn, [concern.id])
    homes.want(session, [concern.member_id])
    named = members.by_ids(session, [concern.member_id, *concerns.about(session, concern.id)])
    author = named.pop(concern.member_id)
    return ConcernRead(
        reader=reader.reader,
        case=case,
        code=found.code,
        author=author.name,
        about=tuple(each.name for each in named.values()),
        programme=programmes.name_of(session, found.programme_id),
        urgency=concern.urgency,
        on=local_day(hours_of(reader, turn.now), concern.at),
        text=words,
    )


def stands(session: Session, turn: Turn, concern: ConcernRecord) -> ConcernStands:
    """Where a concern stands, for its author."""
    case = cases.by_id(session, concern.case_id)
    assert case is not None
    theirs = hearers.of_case(session, case)
    present = hearers.present(session, turn, theirs)
    turn_of = _whose_turn(case, theirs)
    waited_for = any(each in present for each in theirs[: case.told - 1])
    standing = _standing(case, waited_for=waited_for, read=concern.read_at is not None)
    expected = None
    if turn_of is not None and standing in WAITS:
        hours = hours_of(turn_of, turn.now)
        expected = add_working_days(hours, local_day(hours, case.stepped_at), TAKE_WITHIN[Rule.CONCERN])
    return ConcernStands(
        notice=None,
        standing=standing,
        readers=tuple(each.name for each in theirs),
        reader=turn_of.name if turn_of else "",
        expected_on=expected,
        others=tuple(each.name for each in _others(session, turn, concern, theirs)),
        outside_contact=outside_contact_in(session, concern),
    )


def mine(session: Session, turn: Turn, author: MemberId) -> tuple[ConcernStands, ...]:
    """The author's concerns that are not resolved."""
    return tuple(stands(session, turn, each) for each in concerns.waiting_of(session, author))


def whose_turn(session: Session, concern: ConcernRecord) -> MemberRecord | None:
    """Who has it, or is to see to it next; none if nobody can read it any more."""
    case = cases.by_id(session, concern.case_id)
    assert case is not None
    return _whose_turn(case, hearers.of_case(session, case))


def outside_contact(session: Session, member: MemberId) -> str:
    """Whom a member can turn to outside of their programmes; '' if nobody is named."""
    return _outside(session, pairings.of_member(session, member, pairings.LIVING | pairings.KNOWN))


def outside_contact_in(session: Session, concern: ConcernRecord) -> str:
    return _outside(session, [concern.pairing_id])


def by_id(session: Session, author: MemberId, concern: UUID) -> ConcernRecord | None:
    return concerns.one_of_author(session, author, concern)


def _whose_turn(case: CaseRecord, readers: Sequence[MemberRecord]) -> MemberRecord | None:
    """Readers in their order: whoever had a concern that is open again comes first, but has it no more."""
    owner = next((each for each in readers if each.id == case.owner_id and case.state is not CaseState.OPEN), None)
    return owner or (readers[max(0, min(case.told, len(readers)) - 1)] if readers else None)


def _standing(case: CaseRecord, *, waited_for: bool, read: bool) -> Standing:
    """`waited_for` says that somebody before whoever has their turn was there and let it lie."""
    if case.state is CaseState.RESOLVED:
        return Standing.RESOLVED
    if case.state in (CaseState.TAKEN, CaseState.SNOOZED):
        return Standing.TAKEN
    if case.exhausted:
        return Standing.NOBODY
    if case.told > 1:
        return Standing.PASSED_ON if waited_for else Standing.PASSED_OVER
    if case.owner_id is not None:
        return Standing.AGAIN
    return Standing.READ if read else Standing.SENT


def _others(
    session: Session, turn: Turn, concern: ConcernRecord, asked: Sequence[MemberRecord]
) -> Sequence[MemberRecord]:
    """Who else could be chosen to read it."""
    could = coordinators.of_pairings(session, [concern.pairing_id])[concern.pairing_id]
    chosen = {each.id for each in asked}
    return hearers.present(session, turn, [each for each in could if each.id not in chosen])


def _acknowledge(session: Session, turn: Turn, author: MemberRecord, concern: ConcernId, pairing: PairingId) -> None:
    homes.want(session, [author.id])
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.CONCERN_STANDS,
                key=f"concern-stands:{concern}:sent",
                member=author.id,
                pairing=pairing,
                subject=concern,
                not_before=turn.now,
            )
        ],
    )


def _outside(session: Session, ids: list[PairingId]) -> str:
    """The outside contacts of the programmes concerned."""
    found = dict.fromkeys(programmes.outside_contact(session, each) for each in programmes.of_pairings(session, ids))
    return "\n".join(contact for contact in found if contact)
