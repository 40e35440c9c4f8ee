"""The beginning of a pairing answered: a first meeting planned or not yet, or *Not for me*."""

from bot.domain.calendar import next_working_moment
from bot.domain.checkin import Meeting
from bot.domain.ids import PairingId
from bot.domain.notice import NoticeKind
from bot.domain.pairing import OVER, EndReason, PairingState
from bot.domain.refusals import Refusal, Refused
from bot.domain.showings import EndedForMe, EndForm
from bot.domain.turn import Caller, Turn
from bot.services import seats
from bot.services.calendar import hours_of
from bot.services.greeting import part
from bot.services.seats import View
from storage import notice as notices
from storage import pairing as pairings
from storage import surface as surfaces
from storage.notice import ToSay
from storage.session import Session


def say_of_meeting(session: Session, caller: Caller, turn: Turn, pairing: PairingId, meeting: Meeting) -> None:
    """What a person says of the first meeting; the other side is not asked once it is settled."""
    view = _living(session, caller, pairing)
    pairings.change_seat(session, view.mine.seat, meeting=meeting, meeting_at=turn.now)
    if meeting is Meeting.MET:
        pairings.met(session, pairing, turn.now)
    surfaces.want(session, turn, [pairing])
    pairings.look_at(session, {pairing: turn.now})


def end_form(session: Session, caller: Caller, turn: Turn, pairing: PairingId) -> EndForm:
    """What *Not for me* will do, before it does it."""
    view = _view(session, caller, pairing)
    return EndForm(reader=view.mine.member.reader, pairing=pairing, partners=view.names, coordinator=view.coordinator)


def end(session: Session, caller: Caller, turn: Turn, pairing: PairingId) -> EndedForMe:
    """Ends a pairing without blame: the coordinator hears who, the partner only that it is over."""
    view = _living(session, caller, pairing)
    known = pairings.by_id(session, pairing).state is not PairingState.ACCEPTED
    part(session, turn, pairing, view.mine.member.id, EndReason.NOT_A_FIT)
    if known:
        notices.queue(
            session,
            turn,
            [
                ToSay(
                    kind=NoticeKind.ENDED,
                    key=f"ended:{pairing}:{partner.id}",
                    member=partner.id,
                    pairing=pairing,
                    subject=pairing,
                    not_before=next_working_moment(hours_of(partner, turn.now), turn.now),
                )
                for partner in view.partners
            ],
        )
    return EndedForMe(reader=view.mine.member.reader, partners=view.names, coordinator=view.coordinator)


def _living(session: Session, caller: Caller, pairing: PairingId) -> View:
    """The caller's pairing, under its lock. Raises Refused when it is not theirs or over."""
    pairings.lock(session, [pairing])
    return _view(session, caller, pairing)


def _view(session: Session, caller: Caller, pairing: PairingId) -> View:
    view = seats.view(session, seats.me(session, caller).id, pairing)
    if pairings.by_id(session, pairing).state in OVER:
        raise Refused(Refusal.PAIRING_OVER, *view.names)
    return view
