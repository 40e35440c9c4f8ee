"""Who answers for a programme, and for a pairing: never somebody who sits in it."""

from collections.abc import Collection

from sqlalchemy import bindparam, select

from bot.domain.ids import MemberId, PairingId, ProgrammeId
from storage import member as members
from storage.member import MEMBER, MemberRecord
from storage.pairing import PAIRING, PROGRAMME, SEAT
from storage.session import Session
from storage.tables import Coordinator, table_of

COORDINATOR = table_of(Coordinator)

HEARS = (
    select(PAIRING.c.id.label("pairing"), COORDINATOR.c.rank, *members.COLUMNS)
    .join(
        COORDINATOR,
        (COORDINATOR.c.workspace_id == PAIRING.c.workspace_id) & (COORDINATOR.c.programme_id == PAIRING.c.programme_id),
    )
    .join(MEMBER, (MEMBER.c.workspace_id == PAIRING.c.workspace_id) & (MEMBER.c.id == COORDINATOR.c.member_id))
    .where(
        PAIRING.c.workspace_id == bindparam("workspace"),
        ~select(SEAT.c.id)
        .where(
            SEAT.c.workspace_id == PAIRING.c.workspace_id,
            SEAT.c.pairing_id == PAIRING.c.id,
            SEAT.c.member_id == COORDINATOR.c.member_id,
        )
        .exists(),
    )
)
"""Of all pairings of a workspace, but for whoever sits in one themselves."""

_OF_PAIRINGS = HEARS.where(PAIRING.c.id.in_(bindparam("pairings", expanding=True))).order_by(
    PAIRING.c.id, COORDINATOR.c.rank
)
_PROGRAMMES = (
    select(PROGRAMME.c.id, PROGRAMME.c.name)
    .join(
        COORDINATOR,
        (COORDINATOR.c.workspace_id == PROGRAMME.c.workspace_id) & (COORDINATOR.c.programme_id == PROGRAMME.c.id),
    )
    .where(PROGRAMME.c.workspace_id == bindparam("workspace"), COORDINATOR.c.member_id == bindparam("member"))
    .order_by(PROGRAMME.c.name)
)


def of_pairings(session: Session, pairings: Collection[PairingId]) -> dict[PairingId, list[MemberRecord]]:
    """Who hears of each pairing, first the coordinator, then the backup; whoever sits in it is left out."""
    found: dict[PairingId, list[MemberRecord]] = {pairing: [] for pairing in pairings}
    for row in session.execute(_OF_PAIRINGS, {"workspace": session.workspace, "pairings": list(pairings)}):
        found[row.pairing].append(members.record(row))
    return found


def pairings_of(session: Session, member: MemberId) -> list[PairingId]:
    """The pairings that a member hears of: those of their programmes in which they do not sit."""
    rows = session.execute(
        select(PAIRING.c.id)
        .join(
            COORDINATOR,
            (COORDINATOR.c.workspace_id == PAIRING.c.workspace_id)
            & (COORDINATOR.c.programme_id == PAIRING.c.programme_id),
        )
        .where(
            PAIRING.c.workspace_id == session.workspace,
            COORDINATOR.c.member_id == member,
            ~select(SEAT.c.id)
            .where(
                SEAT.c.workspace_id == PAIRING.c.workspace_id,
                SEAT.c.pairing_id == PAIRING.c.id,
                SEAT.c.member_id == member,
            )
            .exists(),
        )
        .order_by(PAIRING.c.id)
    )
    return [PairingId(row.id) for row in rows]


def programmes_of(session: Session, member: MemberId) -> list[tuple[ProgrammeId, str]]:
    """The programmes that a member runs or backs up, with their names."""
    rows = session.execute(_PROGRAMMES, {"workspace": session.workspace, "member": member})
    return [(ProgrammeId(row.id), row.name) for row in rows]


_OF_PROGRAMME = (
    select(*members.COLUMNS)
    .join(
        COORDINATOR,
        (COORDINATOR.c.workspace_id == MEMBER.c.workspace_id) & (COORDINATOR.c.member_id == MEMBER.c.id),
    )
    .where(COORDINATOR.c.workspace_id == bindparam("workspace"), COORDINATOR.c.programme_id == bindparam("programme"))
    .order_by(COORDINATOR.c.rank)
)


def of_programme(session: Session, programme: ProgrammeId) -> list[MemberRecord]:
    rows = session.execute(_OF_PROGRAMME, {"workspace": session.workspace, "programme": programme})
    return [members.record(row) for row in rows]
