"""Pauses: the stretches in which a person's clocks stand still."""

from datetime import date

from sqlalchemy import ColumnElement, delete, update

from bot.domain.ids import MemberId, PairingId
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Pause, table_of

PAUSE = table_of(Pause)


def add(
    session: Session, turn: Turn, member: MemberId, pairing: PairingId | None, from_day: date, until_day: date
) -> None:
    session.insert(
        PAUSE,
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "member_id": member,
            "pairing_id": pairing,
            "from_day": from_day,
            "until_day": until_day,
        },
    )


def end(session: Session, member: MemberId, pairing: PairingId | None, today: date) -> bool:
    """Ends today whatever pause of the same reach still runs; one that began today leaves no trace."""
    same = PAUSE.c.pairing_id.is_(None) if pairing is None else PAUSE.c.pairing_id == pairing
    return _end(session, member, today, same)


def end_all(session: Session, member: MemberId, today: date) -> bool:
    """Whether there was a pause to end."""
    return _end(session, member, today)


def _end(session: Session, member: MemberId, today: date, *more: ColumnElement[bool]) -> bool:
    mine: list[ColumnElement[bool]] = [
        PAUSE.c.workspace_id == session.workspace,
        PAUSE.c.member_id == member,
        PAUSE.c.until_day > today,
        *more,
    ]
    gone = session.execute(delete(PAUSE).where(*mine, PAUSE.c.from_day >= today)).rowcount
    cut = session.execute(update(PAUSE).where(*mine).values(until_day=today)).rowcount
    return gone + cut > 0
