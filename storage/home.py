"""Homes: who has opened theirs, and whose lags behind."""

from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BindParameter, CompoundSelect, Select, Update, bindparam, func, select, union_all, update

from bot.domain.ids import GroupId, MemberId
from bot.domain.membership import MembershipState
from bot.domain.surface import SurfaceKind
from bot.domain.turn import Turn
from storage.member import MEMBER
from storage.session import Session
from storage.tables import Coordinator, Group, Membership, Surface, table_of

SURFACE, COORDINATOR = table_of(Surface), table_of(Coordinator)
GROUP, MEMBERSHIP = table_of(Group), table_of(Membership)

AT_MOST_EVERY: Final = timedelta(minutes=1)

_HOMES = (SURFACE.c.workspace_id == bindparam("workspace"), SURFACE.c.kind == SurfaceKind.HOME)


def _wanting(people: BindParameter[Any] | Select[Any] | CompoundSelect[Any]) -> Update:
    """A statement that lets the Homes of these people lag."""
    theirs = select(SURFACE.c.id).where(*_HOMES, SURFACE.c.subject_id.in_(people)).order_by(SURFACE.c.id)
    return (
        update(SURFACE)
        .where(
            SURFACE.c.workspace_id == bindparam("workspace"),
            # One person's pairings are changed side by side: their Homes are locked in one order.
            SURFACE.c.id.in_(theirs.with_for_update()),
        )
        .values(wanted=SURFACE.c.wanted + 1)
    )


_WANT = _wanting(bindparam("members", expanding=True))
_LAGGING = (
    select(SURFACE.c.id, SURFACE.c.wanted, MEMBER.c.person)
    .join(MEMBER, (MEMBER.c.workspace_id == SURFACE.c.workspace_id) & (MEMBER.c.id == SURFACE.c.subject_id))
    .where(*_HOMES, SURFACE.c.wanted > SURFACE.c.shown, SURFACE.c.due_at <= bindparam("now"))
    .order_by(SURFACE.c.due_at, SURFACE.c.id)
    .limit(bindparam("limit"))
)
_SHOWN = (
    update(SURFACE)
    .where(SURFACE.c.workspace_id == bindparam("workspace"), SURFACE.c.id == bindparam("surface"))
    .values(
        shown=func.coalesce(bindparam("wanted_then"), SURFACE.c.shown),
        due_at=bindparam("again"),
    )
)


_OPENED = (
    update(SURFACE)
    .where(*_HOMES, SURFACE.c.subject_id == bindparam("member"))
    .values(shown=SURFACE.c.wanted, due_at=bindparam("again"))
)


@dataclass(frozen=True, kw_only=True, slots=True)
class LaggingHome:
    id: UUID
    person: str
    wanted: int


def opened(session: Session, turn: Turn, member: MemberId) -> None:
    """From now on this Home is kept right; just now it is shown as it should be."""
    session.insert_once(
        Surface,
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "kind": SurfaceKind.HOME,
            "subject_id": member,
            "wanted": 0,
            "shown": 0,
            "due_at": turn.now,
        },
    )
    here = {"workspace": session.workspace, "member": member, "again": turn.now + AT_MOST_EVERY}
    session.execute(_OPENED, here)


@dataclass(frozen=True, slots=True)
class _Everybody:
    """Of a group or rotation: who is in it and who runs it, or those alone."""

    group: GroupId
    only_runners: bool


def want(session: Session, members: Collection[MemberId]) -> None:
    """What these Homes show has changed; nothing happens for people who never opened theirs."""
    if members:
        session.at_the_end(_want, members)


_RUNNERS = (
    select(COORDINATOR.c.member_id)
    .join(
        GROUP,
        (GROUP.c.workspace_id == COORDINATOR.c.workspace_id) & (GROUP.c.programme_id == COORDINATOR.c.programme_id),
    )
    .where(GROUP.c.workspace_id == bindparam("workspace"), GROUP.c.id.in_(bindparam("run", expanding=True)))
)
_PEOPLE = select(MEMBERSHIP.c.member_id).where(
    MEMBERSHIP.c.workspace_id == bindparam("workspace"),
    MEMBERSHIP.c.group_id.in_(bindparam("groups", expanding=True)),
    MEMBERSHIP.c.state != MembershipState.LEFT,
)
_NAMED = select(MEMBER.c.id).where(
    MEMBER.c.workspace_id == bindparam("workspace"), MEMBER.c.id.in_(bindparam("members", expanding=True))
)
_WANT_ALL = _wanting(union_all(_NAMED, _PEOPLE, _RUNNERS))


def want_of_group(session: Session, group: GroupId) -> None:
    """The Homes of everybody who is in a group or rotation, and of whoever runs it."""
    session.at_the_end(_want, [_Everybody(group, only_runners=False)])


def want_of_runners(session: Session, group: GroupId) -> None:
    session.at_the_end(_want, [_Everybody(group, only_runners=True)])


def _want(session: Session, whose: Set[MemberId | _Everybody]) -> None:
    """One statement: Homes are locked in one order, whoever's they are."""
    of_groups = [each for each in whose if isinstance(each, _Everybody)]
    members = [each for each in whose if not isinstance(each, _Everybody)]
    if not of_groups:
        session.execute(_WANT, {"workspace": session.workspace, "members": members})
        return
    here = {
        "workspace": session.workspace,
        "members": members,
        "groups": [each.group for each in of_groups if not each.only_runners],
        "run": [each.group for each in of_groups],
    }
    session.execute(_WANT_ALL, here)


def lagging(session: Session, now: datetime, limit: int) -> list[LaggingHome]:
    """Homes that show what is no longer so and were not shown within the last minute."""
    rows = session.execute(_LAGGING, {"workspace": session.workspace, "now": now, "limit": limit})
    return [LaggingHome(id=row.id, person=row.person, wanted=row.wanted) for row in rows]


def shown(session: Session, home: UUID, wanted: int | None, now: datetime) -> None:
    """Shown as wanted then, or (none) not to be shown just now; again in a minute at the earliest."""
    here = {"workspace": session.workspace, "surface": home, "wanted_then": wanted, "again": now + AT_MOST_EVERY}
    session.execute(_SHOWN, here)
