"""Pairings: the lock that guards everything under one, and the facts that the rules look at."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select, update

from bot.domain.checkin import Meeting
from bot.domain.ids import MemberId, PairingId, ProgrammeId, SeatId
from bot.domain.pairing import PairingState, Role
from bot.domain.rhythm import Rhythm as Rule
from bot.domain.rhythm import RhythmRow
from storage import member as members
from storage.member import MEMBER, MemberRecord
from storage.session import Session
from storage.tables import Pairing, Programme, Rhythm, Seat, table_of

PAIRING, SEAT, RHYTHM, PROGRAMME = table_of(Pairing), table_of(Seat), table_of(Rhythm), table_of(Programme)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sitting:
    """One seat with whoever sits in it."""

    seat: SeatId
    pairing: PairingId
    role: Role
    member: MemberRecord
    meeting: Meeting | None
    meeting_asked_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PairingRecord:
    id: PairingId
    programme_id: ProgrammeId
    state: PairingState
    rule: Rule
    focus: str
    site: str
    created_at: datetime
    introducing_at: datetime | None
    introduced_at: datetime | None
    met_at: datetime | None
    conversation: str


_DUE = (
    select(PAIRING.c.workspace_id, PAIRING.c.id)
    .where(PAIRING.c.next_look_at <= bindparam("now"))
    .order_by(PAIRING.c.next_look_at, PAIRING.c.id)
    .limit(bindparam("limit"))
)
_LOCK = (
    select(PAIRING.c.id)
    .where(
        PAIRING.c.workspace_id == bindparam("workspace"),
        PAIRING.c.id.in_(bindparam("pairings", expanding=True)),
    )
    .order_by(PAIRING.c.id)
)
NEXT_LOOK: Final = select(func.min(PAIRING.c.next_look_at)).where(PAIRING.c.next_look_at.is_not(None))


def due(session: Session, now: datetime, limit: int) -> dict[int, list[PairingId]]:
    """Claims pairings to look at, oldest first, by workspace; those that another replica holds are left out."""
    found: dict[int, list[PairingId]] = defaultdict(list)
    claim = session.for_update(_DUE, skip_locked=True)
    for workspace, pairing in session.execute(claim, {"now": now, "limit": limit}):
        found[workspace].append(PairingId(pairing))
    return found


def lock(session: Session, pairings: Collection[PairingId]) -> None:
    """Takes the locks of these pairings, in the one order that everybody keeps. SQLite's writer has them already."""
    if session.dialect == "postgresql" and pairings:
        statement = session.for_update(_LOCK)
        session.execute(statement, {"workspace": session.workspace, "pairings": list(pairings)}).all()


_LOOK_AT = (
    update(PAIRING)
    .where(PAIRING.c.workspace_id == bindparam("workspace"), PAIRING.c.id == bindparam("pairing"))
    .values(next_look_at=bindparam("at"))
)


def look_at(session: Session, moments: Mapping[PairingId, datetime | None]) -> None:
    """When to look at each pairing again; none for never."""
    rows = [{"workspace": session.workspace, "pairing": pairing, "at": at} for pairing, at in moments.items()]
    if rows:
        session.execute(_LOOK_AT, rows if len(rows) > 1 else rows[0])


def set_aside(session: Session, pairing: PairingId, *, until: datetime, trouble: str) -> None:
    change(session, pairing, next_look_at=until, trouble=trouble)


def change(session: Session, pairing: PairingId, **values: Any) -> None:
    """Sets columns of one pairing."""
    session.change(PAIRING, pairing, values)


def change_seat(session: Session, seat: SeatId, **values: Any) -> None:
    session.change(SEAT, seat, values)


def add_rhythm(session: Session, *, id: UUID, pairing: PairingId, row: RhythmRow) -> None:
    session.insert(
        RHYTHM,
        {
            "workspace_id": session.workspace,
            "id": id,
            "pairing_id": pairing,
            "from_period": row.from_period,
            "rule": row.rhythm,
            "anchor": row.anchor,
        },
    )


def start_grid(session: Session, pairing: PairingId, anchor: date) -> None:
    """The first rhythm of a programme sets the day from which all its rhythms are counted."""
    mine = select(PAIRING.c.programme_id).where(PAIRING.c.workspace_id == session.workspace, PAIRING.c.id == pairing)
    session.execute(
        update(PROGRAMME)
        .where(
            PROGRAMME.c.workspace_id == session.workspace,
            PROGRAMME.c.id == mine.scalar_subquery(),
            PROGRAMME.c.anchor.is_(None),
        )
        .values(anchor=anchor)
    )


SEATED = (
    select(
        SEAT.c.id.label("seat"),
        *(SEAT.c[name] for name in ("pairing_id", "role", "meeting", "meeting_asked_at")),
        *members.COLUMNS,
    )
    .join(MEMBER, (MEMBER.c.workspace_id == SEAT.c.workspace_id) & (MEMBER.c.id == SEAT.c.member_id))
    .where(SEAT.c.workspace_id == bindparam("workspace"))
)
"""Of all pairings of a workspace."""

_SITTINGS = SEATED.where(SEAT.c.pairing_id.in_(bindparam("pairings", expanding=True))).order_by(
    SEAT.c.pairing_id, SEAT.c.id
)


def sittings(session: Session, pairings: Collection[PairingId]) -> dict[PairingId, list[Sitting]]:
    """Who sits in each pairing."""
    found: dict[PairingId, list[Sitting]] = defaultdict(list)
    rows = session.execute(_SITTINGS, {"workspace": session.workspace, "pairings": list(pairings)})
    for row in rows:
        found[row.pairing_id].append(sitting(row))
    return found


def sitting(row: Row[Any]) -> Sitting:
    """From a row of `SEATED`."""
    return Sitting(
        seat=row.seat,
        pairing=row.pairing_id,
        role=row.role,
        member=members.record(row),
        meeting=row.meeting,
        meeting_asked_at=row.meeting_asked_at,
    )


_OF_MEMBER = (
    select(PAIRING.c.id)
    .join(SEAT, (SEAT.c.workspace_id == PAIRING.c.workspace_id) & (SEAT.c.pairing_id == PAIRING.c.id))
    .where(
        PAIRING.c.workspace_id == bindparam("workspace"),
        SEAT.c.member_id == bindparam("member"),
        PAIRING.c.state.in_(bindparam("states", expanding=True)),
    )
    .order_by(PAIRING.c.id)
)


def of_member(session: Session, member: MemberId, states: Collection[PairingState]) -> list[PairingId]:
    """A member's pairings in any of these states, oldest first."""
    rows = session.execute(_OF_MEMBER, {"workspace": session.workspace, "member": member, "states": list(states)})
    return [PairingId(row.id) for row in rows]


_BY_ID = select(*(PAIRING.c[name] for name in PairingRecord.__dataclass_fields__)).where(
    PAIRING.c.workspace_id == bindparam("workspace"), PAIRING.c.id == bindparam("pairing")
)


def all_of_workspace(session: Session) -> list[PairingId]:
    """Every pairing, in the order in which they were made, whatever has become of it."""
    made = select(PAIRING.c.id).where(PAIRING.c.workspace_id == session.workspace).order_by(PAIRING.c.id)
    return [PairingId(row.id) for row in session.execute(made)]


def by_id(session: Session, pairing: PairingId) -> PairingRecord:
    row = session.execute(_BY_ID, {"workspace": session.workspace, "pairing": pairing}).one()
    words = {
        column: session.open_words(row._mapping[column], table="pairing", row=pairing, column=column)
        for column in ("focus", "site")
    }
    return PairingRecord(**{**row._mapping, **words})


_SITES = (
    select(SEAT.c.member_id, PAIRING.c.id, PAIRING.c.site)
    .join(SEAT, (SEAT.c.workspace_id == PAIRING.c.workspace_id) & (SEAT.c.pairing_id == PAIRING.c.id))
    .where(
        PAIRING.c.workspace_id == bindparam("workspace"),
        SEAT.c.member_id.in_(bindparam("members", expanding=True)),
        PAIRING.c.site != "",
    )
    .order_by(PAIRING.c.id)
)


def sites_of(session: Session, members: Collection[MemberId]) -> dict[MemberId, str]:
    """Where these people are, as their last pairing has it that says so; whoever is in none is not among them."""
    rows = session.execute(_SITES, {"workspace": session.workspace, "members": list(members)})
    last = {MemberId(row.member_id): row for row in rows}
    return {
        member: session.open_words(row.site, table="pairing", row=row.id, column="site") for member, row in last.items()
    }


_PROGRAMME_OF = select(PAIRING.c.programme_id).where(
    PAIRING.c.workspace_id == bindparam("workspace"), PAIRING.c.id == bindparam("pairing")
)


def programme_of(session: Session, pairing: PairingId) -> ProgrammeId:
    here = {"workspace": session.workspace, "pairing": pairing}
    return ProgrammeId(session.execute(_PROGRAMME_OF, here).scalar_one())


_MET = (
    update(PAIRING)
    .where(
        PAIRING.c.workspace_id == bindparam("workspace"),
        PAIRING.c.id == bindparam("pairing"),
        PAIRING.c.met_at.is_(None),
    )
    .values(met_at=bindparam("now"))
)


def met(session: Session, pairing: PairingId, now: datetime) -> None:
    """The first meeting is remembered once."""
    session.execute(_MET, {"workspace": session.workspace, "pairing": pairing, "now": now})


LIVING = frozenset({PairingState.ACCEPTED, PairingState.INTRODUCED, PairingState.ACTIVE, PairingState.PAUSED})


KNOWN = frozenset({PairingState.INTRODUCED, PairingState.ACTIVE, PairingState.PAUSED, PairingState.ENDED})
"""Pairings that their people know of, also after the end: help can be asked for in them."""


def locked_of(session: Session, member: MemberId, states: Collection[PairingState] = LIVING) -> list[PairingId]:
    """A member's pairings in these states under their locks. What ended while a lock was waited for is left out."""
    found = of_member(session, member, states)
    lock(session, found)
    return [pairing for pairing in of_member(session, member, states) if pairing in found]


def look_at_all_of(session: Session, member: MemberId, at: datetime) -> None:
    """A fact of a person changes: the rules look at all of their pairings, whose locks are taken.

    To be called before the member's row is changed: whoever holds a pairing's lock may want the row.
    """
    look_at(session, dict.fromkeys(locked_of(session, member), at))
