"""A check-in's steps through its life, each written down: opened, closed, or skipped unasked."""

from bot.domain.checkin import LIFE, Answered, CheckinState, CheckinStep
from bot.domain.facts import CheckinFacts
from bot.domain.ids import CheckinId, MemberId
from bot.domain.life import after
from bot.domain.turn import Turn
from storage import checkin as checkins
from storage import step as steps
from storage.session import Session


def open_checkin(session: Session, turn: Turn, checkin: CheckinId, *, by: MemberId | None) -> None:
    """The first prompt delivered, or the first early answer, opens it; later ones change nothing."""
    if checkins.open(session, checkin, turn.now):
        _record(session, turn, checkin, CheckinState.SCHEDULED, CheckinStep.OPEN, by)


def close_checkin(session: Session, turn: Turn, checkin: CheckinFacts, answered: Answered) -> None:
    """One that asked nobody, since all were paused or gone, was skipped."""
    step = CheckinStep.SKIP if checkin.state is CheckinState.SCHEDULED else CheckinStep.CLOSE
    checkins.close(session, checkin.id, after(LIFE, checkin.state, step), answered, turn.now)
    _record(session, turn, checkin.id, checkin.state, step, None)


def _record(
    session: Session, turn: Turn, checkin: CheckinId, state: CheckinState, step: CheckinStep, by: MemberId | None
) -> None:
    steps.record(
        session,
        turn,
        subject="checkin",
        subject_id=checkin,
        from_state=state,
        step=step,
        to_state=after(LIFE, state, step),
        by=by,
    )
