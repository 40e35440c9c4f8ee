"""Who is in a group: invited, joined, left, set aside."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from bot.domain.groups import GroupState
from bot.domain.ids import GroupId, MemberId
from bot.domain.membership import MembershipState
from bot.domain.turn import Turn
from storage import member as members
from storage.member import MEMBER, MemberRecord
from storage.session import Session
from storage.tables import Group, Membership, table_of

MEMBERSHIP, GROUP = table_of(Membership), table_of(Group)


@dataclass(frozen=True, kw_only=True, slots=True)
class MembershipRecord:
    """One person's place in one group, with the person."""

    id: UUID
    group_id: GroupId
    state: MembershipState
    named: bool
    volunteers: bool
    joined_at: datetime
    turned_at: datetime | None
    member: MemberRecord


_OWN = ("id", "group_id", "state", "named", "volunteers", "joined_at", "turned_at")
_WITH_MEMBERS = (
    select(*(MEMBERSHIP.c[name].label(f"own_{name}") for name in _OWN), *members.COLUMNS)
    .join(MEMBER, (MEMBER.c.workspace_id == MEMBERSHIP.c.workspace_id) & (MEMBER.c.id == MEMBERSHIP.c.member_id))
    .where(MEMBERSHIP.c.workspace_id == bindparam("workspace"))
)
_OF_GROUPS = _WITH_MEMBERS.where(MEMBERSHIP.c.group_id.in_(bindparam("groups", expanding=True))).order_by(
    MEMBERSHIP.c.group_id, MEMBERSHIP.c.joined_at, MEMBERSHIP.c.id
)
_ONE = _WITH_MEMBERS.where(
    MEMBERSHIP.c.group_id == bindparam("group"), MEMBERSHIP.c.member_id == bindparam("of_member")
)


def of_groups(session: Session, groups: Collection[GroupId]) -> dict[GroupId, list[MembershipRecord]]:
    """Everybody who ever had a place there, in the order in which they joined."""
    found: dict[GroupId, list[MembershipRecord]] = {group: [] for group in groups}
    for row in session.execute(_OF_GROUPS, {"workspace": session.workspace, "groups": list(groups)}):
        found[GroupId(row.own_group_id)].append(_record(row))
    return found


_JOINED = (
    MEMBERSHIP.c.workspace_id == bindparam("workspace"),
    MEMBERSHIP.c.group_id == bindparam("group"),
    MEMBERSHIP.c.state == MembershipState.JOINED,
)
_ROSTERS = _WITH_MEMBERS.where(
    MEMBERSHIP.c.group_id.in_(bindparam("groups", expanding=True)), MEMBERSHIP.c.state == MembershipState.JOINED
).order_by(MEMBERSHIP.c.group_id, MEMBERSHIP.c.joined_at, MEMBERSHIP.c.id)
_HOW_MANY = select(func.count()).where(*_JOINED)
_NAMES = (
    select(MEMBER.c.name)
    .join(MEMBERSHIP, (MEMBER.c.workspace_id == MEMBERSHIP.c.workspace_id) & (MEMBER.c.id == MEMBERSHIP.c.member_id))
    .where(*_JOINED)
    .order_by(MEMBERSHIP.c.joined_at, MEMBERSHIP.c.id)
)


def joined(session: Session, group: GroupId) -> list[MembershipRecord]:
    """The roster, in the order in which they joined."""
    return rosters(session, [group])[group]


def rosters(session: Session, groups: Collection[GroupId]) -> dict[GroupId, list[MembershipRecord]]:
    """Without all who were there before them, of whom there are more as years go by."""
    found: dict[GroupId, list[MembershipRecord]] = {group: [] for group in groups}
    for row in session.execute(_ROSTERS, {"workspace": session.workspace, "groups": list(groups)}):
        found[GroupId(row.own_group_id)].append(_record(row))
    return found


def how_many(session: Session, group: GroupId) -> int:
    """Who joined, as a number."""
    return session.execute(_HOW_MANY, {"workspace": session.workspace, "group": group}).scalar_one()


def names(session: Session, group: GroupId) -> tuple[str, ...]:
    """Of who joined, in the order in which they did."""
    return tuple(row.name for row in session.execute(_NAMES, {"workspace": session.workspace, "group": group}))


_OF_MEMBERS = _WITH_MEMBERS.where(
    MEMBERSHIP.c.group_id == bindparam("group"), MEMBERSHIP.c.member_id.in_(bindparam("members", expanding=True))
)


def of_members(session: Session, group: GroupId, members: Collection[MemberId]) -> list[MembershipRecord]:
    """The places of these people in one group."""
    here = {"workspace": session.workspace, "group": group}
    rows = session.execute(_OF_MEMBERS, {**here, "members": list(members)})
    return [_record(row) for row in rows]


def by_id(session: Session, membership: UUID) -> MembershipRecord | None:
    row = session.execute(_WITH_MEMBERS.where(MEMBERSHIP.c.id == membership), {"workspace": session.workspace}).first()
    return None if row is None else _record(row)


def one(session: Session, group: GroupId, member: MemberId) -> MembershipRecord | None:
    row = session.execute(_ONE, {"workspace": session.workspace, "group": group, "of_member": member}).first()
    return None if row is None else _record(row)


def groups_of(session: Session, member: MemberId, *states: MembershipState) -> list[GroupId]:
    """The groups that have not ended in which a member's place is in one of these states."""
    rows = session.execute(
        select(GROUP.c.id)
        .join(MEMBERSHIP, (MEMBERSHIP.c.workspace_id == GROUP.c.workspace_id) & (MEMBERSHIP.c.group_id == GROUP.c.id))
        .where(
            GROUP.c.workspace_id == session.workspace,
            GROUP.c.state != GroupState.ENDED,
            MEMBERSHIP.c.member_id == member,
            MEMBERSHIP.c.state.in_(states),
        )
        .order_by(GROUP.c.id)
    )
    return [GroupId(row.id) for row in rows]


def add(session: Session, turn: Turn, group: GroupId, member: MemberId, state: MembershipState) -> UUID | None:
    """None when they have a place there already."""
    id = turn.new_id()
    made = session.insert_once(
        Membership,
        {
            "workspace_id": session.workspace,
            "id": id,
            "group_id": group,
            "member_id": member,
            "state": state,
            "named": False,
            "volunteers": False,
            "joined_at": turn.now,
        },
    )
    return id if made else None


def change(session: Session, membership: UUID, **values: Any) -> None:
    session.change(MEMBERSHIP, membership, values)


def _record(row: Any) -> MembershipRecord:
    own = {name: getattr(row, f"own_{name}") for name in _OWN}
    return MembershipRecord(**own, member=members.record(row))
