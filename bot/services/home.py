"""Home: what is mine and what comes next; for a coordinator the queue and the numbers."""

from bot.domain.showings import Duties, Home, Overview
from bot.domain.turn import Caller, Turn
from bot.services import concerns, gatherings, overview, queue, report, seats
from bot.services.calendar import hours_of
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
    cases = queue.rows(session, turn, member)
    run, more = gatherings.run_by(session, turn, member, cases)
    return Home(
        overview=shown,
        stands=concerns.mine(session, turn, member.id),
        cases=cases,
        reports=report.lately(session, caller, turn),
        can_ask=bool(pairings.of_member(session, member.id, pairings.KNOWN)),
        outside_contact=concerns.outside_contact(session, member.id),
        run=run,
        more=more,
    )


def mine(session: Session, caller: Caller, turn: Turn) -> Overview | Duties:
    """`/rapport`: what is one's own, or of a coordinator without any pairing what there is to do."""
    shown = overview.overview(session, caller, turn)
    member = seats.known(session, caller)
    if member is None or shown.pairings or not shown.coordinates:
        return shown
    cases = queue.rows(session, turn, member)
    run, more = gatherings.run_by(session, turn, member, cases)
    return Duties(
        reader=member.reader,
        cases=cases,
        reports=report.lately(session, caller, turn),
        hours=hours_of(member, turn.now),
        run=run,
        more=more,
        gatherings=shown.gatherings,
    )


def opened(session: Session, caller: Caller, turn: Turn) -> None:
    """Home is kept right only for people who have opened it."""
    member = seats.known(session, caller)
    if member is not None:
        homes.opened(session, turn, member.id)
