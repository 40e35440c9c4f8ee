"""Programmes: made once by name, and locked while pairings are made in them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from bot.domain.ids import MemberId, PairingId, ProgrammeId
from bot.domain.programme import CoordinatorRole, ProgrammeKind
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Coordinator, Pairing, Programme, table_of

PROGRAMME, COORDINATOR, PAIRING = table_of(Programme), table_of(Coordinator), table_of(Pairing)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeRecord:
    id: ProgrammeId
    name: str
    rhythm: Rhythm


_BY_NAME = select(PROGRAMME.c.id, PROGRAMME.c.name, PROGRAMME.c.rhythm).where(
    PROGRAMME.c.workspace_id == bindparam("workspace"), PROGRAMME.c.name == bindparam("name")
)


def open(session: Session, turn: Turn, name: str, *, room: str = "") -> tuple[ProgrammeRecord, bool]:
    """The programme of that name under its lock, and whether it was made just now, with working defaults.

    Whoever makes pairings in a programme holds this lock, which comes before those of pairings.
    """
    new = _new(session, turn, ProgrammeId(turn.new_id()), name, ProgrammeKind.MENTORING, Rhythm.MONTHLY)
    made = session.insert_once(Programme, {**new, "room": room})
    found = session.execute(session.for_update(_BY_NAME), {"workspace": session.workspace, "name": name}).one()
    return ProgrammeRecord(**found._mapping), made


def start(session: Session, turn: Turn, name: str, kind: ProgrammeKind, rhythm: Rhythm) -> ProgrammeId | None:
    """A new programme; none when there is one of that name."""
    programme = ProgrammeId(turn.new_id())
    made = session.insert_once(Programme, _new(session, turn, programme, name, kind, rhythm))
    return programme if made else None


def _new(
    session: Session, turn: Turn, programme: ProgrammeId, name: str, kind: ProgrammeKind, rhythm: Rhythm
) -> dict[str, object]:
    """With working defaults."""
    return {
        "workspace_id": session.workspace,
        "id": programme,
        "name": name,
        "kind": kind,
        "rhythm": rhythm,
        "anchor": None,
        "outside_contact": "",
        "room": "",
        "policy": {},
        "retention_months": 24,
        "created_at": turn.now,
    }


def add_coordinators(
    session: Session, turn: Turn, programme: ProgrammeId, *, coordinator: MemberId, backup: MemberId
) -> None:
    ranked = ((coordinator, CoordinatorRole.COORDINATOR), (backup, CoordinatorRole.BACKUP))
    rows = [
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "programme_id": programme,
            "member_id": member,
            "role": role,
            "rank": rank,
        }
        for rank, (member, role) in enumerate(ranked)
    ]
    session.insert(COORDINATOR, rows)


_NAME = select(PROGRAMME.c.name).where(
    PROGRAMME.c.workspace_id == bindparam("workspace"), PROGRAMME.c.id == bindparam("programme")
)


def name_of(session: Session, programme: ProgrammeId) -> str:
    return str(session.execute(_NAME, {"workspace": session.workspace, "programme": programme}).scalar_one())


_OF_PAIRINGS = (
    select(PAIRING.c.programme_id)
    .where(PAIRING.c.workspace_id == bindparam("workspace"), PAIRING.c.id.in_(bindparam("pairings", expanding=True)))
    .order_by(PAIRING.c.id)
)


def of_pairings(session: Session, pairings: Collection[PairingId]) -> list[ProgrammeId]:
    """The programmes of these pairings, each once, that of the oldest pairing first."""
    rows = session.execute(_OF_PAIRINGS, {"workspace": session.workspace, "pairings": list(pairings)})
    return list(dict.fromkeys(ProgrammeId(row.programme_id) for row in rows))


_OUTSIDE = select(PROGRAMME.c.outside_contact).where(
    PROGRAMME.c.workspace_id == bindparam("workspace"), PROGRAMME.c.id == bindparam("programme")
)


def outside_contact(session: Session, programme: ProgrammeId) -> str:
    """Whom people can turn to outside the programme; '' while none is named."""
    kept = session.execute(_OUTSIDE, {"workspace": session.workspace, "programme": programme}).scalar_one()
    return session.open_words(kept, table="programme", row=programme, column="outside_contact")


def set_outside_contact(session: Session, programme: ProgrammeId, contact: str) -> None:
    sealed = session.seal_words(contact, table="programme", row=programme, column="outside_contact")
    session.execute(
        update(PROGRAMME)
        .where(PROGRAMME.c.workspace_id == session.workspace, PROGRAMME.c.id == programme)
        .values(outside_contact=sealed)
    )


def room(session: Session, programme: ProgrammeId) -> str:
    """The private channel of the programme's coordinators; '' while there is none."""
    statement = select(PROGRAMME.c.room).where(
        PROGRAMME.c.workspace_id == session.workspace, PROGRAMME.c.id == programme
    )
    return str(session.execute(statement).scalar_one())


def is_there(session: Session, name: str) -> bool:
    """Whether there is a programme of that name, of any kind."""
    return session.execute(_BY_NAME, {"workspace": session.workspace, "name": name}).first() is not None
