"""The coordinator's queue: what waits, oldest first, and one case by its code."""

from bot.domain.calendar import local_day
from bot.domain.case import PRIVATE
from bot.domain.case_showings import CaseList, CaseRow, CaseShown
from bot.domain.ids import CaseId
from bot.domain.pairing import Role
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import group_cases, hearers, seats, told
from bot.services.calendar import hours_of
from storage import case as cases
from storage import coordinator as coordinators
from storage import pairing as pairings
from storage import programme as programmes
from storage.case import CaseRecord
from storage.member import MemberRecord
from storage.session import Session


def waiting(session: Session, caller: Caller, turn: Turn) -> CaseList:
    """Raises Refused for somebody who runs no programme."""
    member = seats.me(session, caller)
    if not coordinators.programmes_of(session, member.id):
        raise Refused(Refusal.NOT_A_COORDINATOR)
    return CaseList(reader=member.reader, cases=rows(session, turn, member))


def rows(session: Session, turn: Turn, member: MemberRecord) -> tuple[CaseRow, ...]:
    """The cases that this member may hear of; those of their own pairings and concerns about them do not exist."""
    mine = [programme for programme, _ in coordinators.programmes_of(session, member.id)]
    found = []
    for case in cases.waiting_in(session, mine) if mine else []:
        theirs = hearers.of_case(session, case)
        if member.id in {each.id for each in theirs}:
            found.append(_row(session, turn, member, case, theirs))
    return tuple(found)


def show(session: Session, caller: Caller, turn: Turn, case: CaseId) -> CaseShown:
    """Raises Refused for whoever may not hear of it."""
    return _shown(session, caller, turn, cases.by_id(session, case))


def show_code(session: Session, caller: Caller, turn: Turn, code: str) -> CaseShown:
    """Raises Refused for a code that is wrong, or of a case that is not for this reader: both in the same words."""
    typed = code.strip().upper()
    return _shown(session, caller, turn, cases.by_code(session, typed), typed[:20])


def _shown(session: Session, caller: Caller, turn: Turn, found: CaseRecord | None, *typed: str) -> CaseShown:
    member = seats.me(session, caller)
    card = told.card(session, turn, member, found) if found is not None else None
    if card is None:
        raise Refused(Refusal.CASE_UNKNOWN, *typed)
    return CaseShown(reader=member.reader, card=card)


def _row(session: Session, turn: Turn, member: MemberRecord, case: CaseRecord, theirs: list[MemberRecord]) -> CaseRow:
    private = case.rule in PRIVATE
    return CaseRow(
        case=case.id,
        code=case.code,
        rule=case.rule,
        programme=programmes.name_of(session, case.programme_id),
        group=case.group_id,
        people=() if private else _people(session, case),
        state=case.state,
        owner=next((each.name for each in theirs if each.id == case.owner_id), ""),
        opened_on=local_day(hours_of(member, turn.now), case.opened_at),
        private=private,
    )


def _people(session: Session, case: CaseRecord) -> tuple[str, ...]:
    if case.group_id is not None:
        return group_cases.title_of(session, case)
    seated = pairings.sittings(session, [case.within])[case.within]
    return tuple(each.member.name for each in sorted(seated, key=lambda each: each.role is Role.MENTEE))
