"""What people and coordinators have behind them: pairings that ended, help that was asked for, cases resolved."""

from datetime import datetime, timedelta
from typing import Any, Final

from benchmarks.population import SIDES, without_checks
from benchmarks.rows import WORKSPACE, Kind, Number, fill, id_of, numbered, uuid
from bot.domain.case import CaseState, Rule, Urgency
from bot.domain.ids import CaseId
from bot.domain.pairing import EndReason, PairingState
from bot.domain.rhythm import Rhythm
from storage.session import Database, Session
from storage.tables import Case, Concern, ConcernReader, Pairing, Seat, table_of

CARD: Final = CaseId(uuid(Kind.CASE, 0))
"""The one case that waits: of the first pairing, in which nobody answers."""


def leave_behind(database: Database, *, now: datetime, weeks: int) -> None:
    """For every week one case of the programme; for every twelve a pairing of the first two people that ended, and
    help that the first had asked for in it.
    """
    pairings, cases = weeks // 12 + 1, weeks + 1
    with database.write(WORKSPACE) as session:
        without_checks(session)
        _pairings(session, pairings, now)
        fill(session, Case, cases, lambda n: {**_case(session, now, n), **_of_silence(session, n % pairings)})
        first = {"state": CaseState.OPEN, "resolved_at": None, "pairing_id": uuid(Kind.PAIRING, 0)}
        session.change(table_of(Case), CARD, first)
        _concerns(session, pairings, now, first=cases)


def _pairings(session: Session, count: int, now: datetime) -> None:
    fill(
        session,
        Pairing,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAST_PAIRING, n),
            "programme_id": uuid(Kind.PROGRAMME, 0),
            "natural_key": numbered(session, "past ", n),
            "state": PairingState.ENDED,
            "rule": Rhythm.MONTHLY,
            "focus": "",
            "site": "",
            "created_at": now - timedelta(days=80),
            "introduced_at": now - timedelta(days=70),
            "ended_at": now,
            "end_reason": EndReason.NOT_FOR_ME,
            "conversation": "",
            "trouble": "",
        },
    )
    for side in range(len(SIDES)):
        _seats(session, count, side)


def _seats(session: Session, count: int, side: int) -> None:
    person, _, role = SIDES[side]
    fill(
        session,
        Seat,
        count,
        lambda n: {
            "id": id_of(session, Kind.PAST_SEAT, n + side * count),
            "pairing_id": id_of(session, Kind.PAST_PAIRING, n),
            "member_id": uuid(person, 0),
            "role": role,
        },
    )


def _of_silence(session: Session, pairing: Number) -> dict[str, Any]:
    return {"rule": Rule.SILENT_BOTH, "pairing_id": id_of(session, Kind.PAST_PAIRING, pairing)}


def _case(session: Session, now: datetime, n: Number) -> dict[str, Any]:
    return {
        "id": id_of(session, Kind.CASE, n),
        "natural_key": numbered(session, "case ", n),
        "code": numbered(session, "C", n),
        "programme_id": uuid(Kind.PROGRAMME, 0),
        "state": CaseState.RESOLVED,
        "opening": 1,
        "told": 1,
        "climbing": True,
        "exhausted": False,
        "since": now - timedelta(days=60),
        "checkins": 2,
        "opened_at": now,
        "stepped_at": now,
        "resolved_at": now,
    }


def _concerns(session: Session, count: int, now: datetime, *, first: int) -> None:
    fill(
        session,
        Case,
        count,
        lambda n: {
            **_case(session, now, n + first),
            "rule": Rule.CONCERN,
            "pairing_id": id_of(session, Kind.PAST_PAIRING, n),
        },
    )
    fill(
        session,
        Concern,
        count,
        lambda n: {
            "id": id_of(session, Kind.CONCERN, n),
            "case_id": id_of(session, Kind.CASE, n + first),
            "member_id": uuid(Kind.MENTOR, 0),
            "pairing_id": id_of(session, Kind.PAST_PAIRING, n),
            "urgency": Urgency.SOON,
            "sealed": "",
            "at": now,
        },
    )
    fill(
        session,
        ConcernReader,
        count,
        lambda n: {
            "id": id_of(session, Kind.CONCERN, n),
            "member_id": uuid(Kind.COORDINATOR, 0),
            "rank": 0,
        },
    )
