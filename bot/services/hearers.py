"""Who hears of a case, in their order, and what follows when one of them goes or comes back."""

from bot.domain.case import CaseState, Rule
from bot.domain.ids import CaseId, MemberId
from bot.domain.turn import Turn
from storage import case as cases
from storage import concern as concerns
from storage import coordinator as coordinators
from storage.case import CaseRecord
from storage.member import MemberRecord
from storage.session import Session


def of_case(session: Session, case: CaseRecord) -> list[MemberRecord]:
    """Who may hear of a case, in their order: of a concern its chosen readers, else who answers for the pairing."""
    if case.rule is Rule.CONCERN:
        concern = concerns.of_case(session, case.id)
        return concerns.readers(session, concern.id) if concern is not None else []
    return coordinators.of_pairings(session, [case.pairing_id])[case.pairing_id]


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


def heard(session: Session, turn: Turn, member: MemberId, case: CaseId) -> None:
    """Word of it has reached a hearer, whose time to take it begins now."""
    found = cases.locked(session, case)
    if found is None or found.state is not CaseState.OPEN:
        return
    if [each.id for each in of_case(session, found)][: found.told][-1:] == [member]:
        cases.change(session, case, stepped_at=turn.now, next_look_at=turn.now)
