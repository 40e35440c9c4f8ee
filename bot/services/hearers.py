"""Who hears of a case, in their order, and what follows when one of them goes or comes back."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from bot.domain.calendar import local_day
from bot.domain.case import CaseState, Rule
from bot.domain.facts import PauseFacts
from bot.domain.ids import CaseId, GroupId, MemberId, ProgrammeId
from bot.domain.pause import paused_until
from bot.domain.turn import Turn
from bot.services.calendar import hours_of
from storage import case as cases
from storage import concern as concerns
from storage import coordinator as coordinators
from storage import facts as facts_of
from storage import membership
from storage import surface as surfaces
from storage.case import CaseRecord
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.session import Session


def of_case(session: Session, case: CaseRecord) -> list[MemberRecord]:
    """Who may hear of a case, in their order: of a concern its chosen readers, else who answers for the pairing.

    Of a case that is open again, whoever had it comes first.
    """
    theirs = _theirs(session, case)
    if case.state is CaseState.OPEN and case.owner_id is not None:
        return sorted(theirs, key=lambda each: each.id != case.owner_id)
    return theirs


def present(session: Session, turn: Turn, people: Collection[MemberRecord]) -> list[MemberRecord]:
    """Those who can be reached and are not away; if all are away, those who can be reached."""
    reachable = [each for each in people if each.reachable]
    pauses = facts_of.pauses_of(session, [each.id for each in reachable])
    here = [each for each in reachable if not _away(each, pauses[each.id], turn.now)]
    return here or reachable


def _theirs(session: Session, case: CaseRecord) -> list[MemberRecord]:
    if case.rule is Rule.CONCERN:
        concern = concerns.of_case(session, case.id)
        return concerns.readers(session, concern.id) if concern is not None else []
    if case.group_id is not None:
        return of_group(session, case.programme_id, case.group_id)
    return coordinators.of_pairings(session, [case.within])[case.within]


def of_group(session: Session, programme: ProgrammeId, group: GroupId) -> list[MemberRecord]:
    """Whoever is in a group is never its coordinator."""
    inside = {each.member.id for each in membership.joined(session, group)}
    return [each for each in coordinators.of_programme(session, programme) if each.id not in inside]


def _away(member: MemberRecord, pauses: Sequence[tuple[UUID | None, PauseFacts]], now: datetime) -> bool:
    """A pause of all that is theirs is one of what they coordinate too."""
    everything = [pause for where, pause in pauses if where is None]
    return paused_until(everything, local_day(hours_of(member, now), now)) is not None


def changed(session: Session, turn: Turn, member: MemberId) -> None:
    """They can be reached no more, or again: whose turn it is in their cases is asked at once.

    A case that nobody was left to hear of goes to whoever came back.
    """
    for case in cases.locked_of(session, member):
        theirs = of_case(session, case)
        place = next((n for n, each in enumerate(theirs) if each.id == member), None)
        if place is None:
            continue
        back = case.exhausted and case.state is CaseState.OPEN and theirs[place].reachable
        anew: dict[str, object] = {"exhausted": False, "told": place} if back else {}
        cases.change(session, case.id, next_look_at=turn.now, **anew)


@contextmanager
def recount(session: Session, turn: Turn, group: GroupRecord, member: MemberId) -> Iterator[None]:
    """Around somebody's entering or leaving a group. Needs its lock.

    Whoever runs its programme hears nothing of it while they are in it: a case of theirs goes to the next one, and
    their cards say nothing any more.
    """
    waiting = _locked_in(session, group) if member in _runs(session, group) else []
    told = {case.id: {each.id for each in of_case(session, case)[: case.told]} for case in waiting}
    yield
    for case in waiting:
        theirs = [each.id for each in of_case(session, case)]
        known = told[case.id] | {member}
        if case.exhausted and case.state is CaseState.OPEN and member in theirs:
            anew: dict[str, object] = {"told": theirs.index(member), "exhausted": False}
        else:
            anew = {"told": len(list(takewhile(known.__contains__, theirs)))}
        cases.change(session, case.id, next_look_at=turn.now, **anew)
    surfaces.want(session, turn, list(told))


def _runs(session: Session, group: GroupRecord) -> set[MemberId]:
    return {each.id for each in coordinators.of_programme(session, group.programme_id)}


def _locked_in(session: Session, group: GroupRecord) -> list[CaseRecord]:
    found = [cases.locked(session, each.id) for each in cases.waiting_of_group(session, group.id)]
    return [case for case in found if case is not None]


def heard(session: Session, turn: Turn, member: MemberId, case: CaseId) -> None:
    """Word of it has reached a hearer, whose time to take it begins now."""
    found = cases.locked(session, case)
    if found is None or found.state is not CaseState.OPEN:
        return
    if [each.id for each in of_case(session, found)][: found.told][-1:] == [member]:
        cases.change(session, case, stepped_at=turn.now, next_look_at=turn.now)
