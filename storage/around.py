"""Everybody around pairings in one query: who sits in each, and who answers for it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Integer, literal_column, null, select, union_all

from bot.domain.ids import PairingId
from storage import member as members
from storage.coordinator import COORDINATOR, HEARS
from storage.member import MemberRecord
from storage.pairing import PAIRING, SEATED, Sitting, sitting
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """`hearers` are the coordinator, then the backup; nobody who sits in the pairing."""

    seated: list[Sitting] = field(default_factory=list)
    hearers: list[MemberRecord] = field(default_factory=list)


_SEATS_FIRST: Final = literal_column("-1", Integer)
_EVERYBODY = union_all(
    SEATED.add_columns(_SEATS_FIRST.label("rank")),
    HEARS.with_only_columns(
        null(),
        PAIRING.c.id,
        *(null() for _ in ("role", "meeting", "meeting_asked_at")),
        *members.COLUMNS,
        COORDINATOR.c.rank,
    ),
).subquery()
_AROUND = select(_EVERYBODY).order_by(_EVERYBODY.c.pairing_id, _EVERYBODY.c.rank, _EVERYBODY.c.seat)


def around(session: Session, pairings: Collection[PairingId]) -> dict[PairingId, Around]:
    """Of every pairing that there is among these."""
    found: dict[PairingId, Around] = {pairing: Around() for pairing in pairings}
    for row in session.execute(_AROUND, {"workspace": session.workspace, "pairings": list(pairings)}):
        if row.seat is not None:
            found[row.pairing_id].seated.append(sitting(row))
        else:
            found[row.pairing_id].hearers.append(members.record(row))
    return found
