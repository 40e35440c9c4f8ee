"""Home: what is mine and what comes next; for a coordinator the queue and the numbers."""

from bot.domain.showings import Home
from bot.domain.turn import Caller, Turn
from bot.services import concerns, overview, queue, report, seats
from storage import coordinator as coordinators
from storage import home as homes
from storage import member as members
from storage import pairing as pairings
from storage.session import Session


def home(session: Session, caller: Caller, turn: Turn) -> Home:
    """Of a stranger it says what Rapport is."""
    member = members.find(session, caller.person)
    shown = overview.overview(session, caller, turn)
    if member is None:
        return Home(overview=shown, stands=(), cases=(), reports=(), can_ask=False, outside_contact="")
    names = [name for _, name in coordinators.programmes_of(session, member.id)]
    return Home(
        overview=shown,
        stands=concerns.mine(session, turn, member.id),
        cases=queue.rows(session, turn, member),
        reports=tuple(report.report(session, caller, turn, text=name) for name in names),
        can_ask=bool(pairings.of_member(session, member.id, pairings.KNOWN)),
        outside_contact=concerns.outside_contact(session, member.id),
    )


def opened(session: Session, caller: Caller, turn: Turn) -> None:
    """Home is kept right only for people who have opened it."""
    member = seats.known(session, caller)
    if member is not None:
        homes.opened(session, turn, member.id)
