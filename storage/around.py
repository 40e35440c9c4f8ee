"""Everybody around pairings in one query: who sits in each, and who answers for it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    bindparam,
    literal_column,
    null,
    select,
    union_all,
)

from bot.domain.ids import PairingId
from storage import member as members
from storage.coordinator import COORDINATOR, HEARS
from storage.member import MemberRecord
from storage.pairing import PAIRING, SEAT, SEATED, Sitting, sitting
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """`hearers` are the coordinator, then the backup; nobody who sits in the pairing."""

    seated: list[Sitting] = field(default_factory=list)
    hearers: list[MemberRecord] = field(default_factory=list)


_SEATS_FIRST: Final = literal_column("-1", Integer)


def _everybody(seats_of: ColumnElement[bool], pairing_is: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """The same pairings, by the seat's column and by the pairing's own."""
    both = union_all(
        SEATED.where(seats_of).add_columns(_SEATS_FIRST.label("rank")),
        HEARS.where(pairing_is).with_only_columns(
            null(),
            PAIRING.c.id,
            *(null() for _ in ("role", "meeting", "meeting_asked_at")),
            *members.COLUMNS,
            COORDINATOR.c.rank,
        ),
    ).subquery()
    return select(both).order_by(both.c.pairing_id, both.c.rank, both.c.seat)


_ONE: Final = _everybody(SEAT.c.pairing_id == bindparam("pairing"), PAIRING.c.id == bindparam("pairing"))
_SEVERAL: Final = _everybody(
    SEAT.c.pairing_id.in_(bindparam("pairings", expanding=True)),
    PAIRING.c.id.in_(bindparam("pairings", expanding=True)),
)


def around(session: Session, pairings: Collection[PairingId]) -> dict[PairingId, Around]:
    """Of every pairing that there is among these."""
    here = {"workspace": session.workspace}
    match list(pairings):
        case []:
            return {}
        case [one]:  # a list of values in a statement is put into its text at each call; one value is not
            rows = session.execute(_ONE, {**here, "pairing": one})
        case several:
            rows = session.execute(_SEVERAL, {**here, "pairings": several})
    return _found(rows, pairings)


def _found(rows: Iterable[Row[*tuple[Any, ...]]], pairings: Collection[PairingId]) -> dict[PairingId, Around]:
    found: dict[PairingId, Around] = {pairing: Around() for pairing in pairings}
    for row in rows:
        if row.seat is not None:
            found[row.pairing_id].seated.append(sitting(row))
        else:
            found[row.pairing_id].hearers.append(members.record(row))
    return found
