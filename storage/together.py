"""What people of a list have to do with each other: together before, better not again, of which sites."""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from bot.domain.ids import MemberId
from bot.domain.membership import MembershipState
from bot.domain.pairing import EndReason, PairingState
from bot.domain.programme import ProgrammeKind
from storage import apart
from storage.session import Session
from storage.tables import Group, Membership, Pairing, RotationSeat, Seat, table_of

PAIRING, SEAT = table_of(Pairing), table_of(Seat)
GROUP, MEMBERSHIP, ROTATION_SEAT = table_of(Group), table_of(Membership), table_of(RotationSeat)

Pair = frozenset[MemberId]


def never(session: Session, members: Collection[MemberId]) -> frozenset[Pair]:
    """Those of whom one wishes not to be with the other, or whose pairing somebody declined or ended as not a fit."""
    unwanted = select(SEAT.c.pairing_id, SEAT.c.member_id).join(
        PAIRING, (PAIRING.c.workspace_id == SEAT.c.workspace_id) & (PAIRING.c.id == SEAT.c.pairing_id)
    )
    rows = session.execute(
        unwanted.where(
            SEAT.c.workspace_id == session.workspace,
            SEAT.c.member_id.in_(list(members)),
            or_(PAIRING.c.state == PairingState.DECLINED, PAIRING.c.end_reason == EndReason.NOT_A_FIT),
        )
    )
    return frozenset(_pairs(rows)) | apart.among(session, members)


def before(session: Session, members: Collection[MemberId]) -> dict[Pair, int]:
    """In how many pairings, peer groups and introductions of rotations each two of them were together."""
    of_peers = select(GROUP.c.id).where(
        GROUP.c.workspace_id == session.workspace, GROUP.c.kind == ProgrammeKind.PEER_GROUP
    )
    in_groups = (MEMBERSHIP.c.state != MembershipState.INVITED) & MEMBERSHIP.c.group_id.in_(of_peers)
    counts: Counter[Pair] = Counter()
    for where, who, more in (
        (SEAT.c.pairing_id, SEAT.c.member_id, SEAT.c.pairing_id.is_not(None)),
        (MEMBERSHIP.c.group_id, MEMBERSHIP.c.member_id, in_groups),
        (ROTATION_SEAT.c.encounter_id, ROTATION_SEAT.c.member_id, ROTATION_SEAT.c.encounter_id.is_not(None)),
    ):
        here = who.table.c.workspace_id == session.workspace
        counts.update(_pairs(session.execute(select(where, who).where(here, who.in_(list(members)), more))))
    return dict(counts)


def sites(session: Session, members: Collection[MemberId]) -> dict[MemberId, str]:
    """The site of each that a list named for their newest pairing."""
    rows = session.execute(
        select(SEAT.c.member_id, PAIRING.c.id, PAIRING.c.site)
        .join(PAIRING, (PAIRING.c.workspace_id == SEAT.c.workspace_id) & (PAIRING.c.id == SEAT.c.pairing_id))
        .where(SEAT.c.workspace_id == session.workspace, SEAT.c.member_id.in_(list(members)), PAIRING.c.site != "")
        .order_by(PAIRING.c.id)
    )
    return {
        MemberId(row.member_id): session.open_words(row.site, table="pairing", row=row.id, column="site")
        for row in rows
    }


def _pairs(rows: Iterable[Any]) -> Iterable[Pair]:
    together: dict[UUID, list[MemberId]] = {}
    for where, who in rows:
        together.setdefault(where, []).append(MemberId(who))
    for people in together.values():
        yield from (frozenset(pair) for pair in combinations(sorted(set(people)), 2))
