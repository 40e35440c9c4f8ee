"""Groups in channels: what they are, where they live, when they meet."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, Final

from sqlalchemy import bindparam, func, select, update

from bot.domain.groups import Facilitation, GroupState, Joining, Room, Topic, Whereabouts
from bot.domain.ids import GroupId, MemberId, ProgrammeId
from bot.domain.programme import ProgrammeKind
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Group, GroupPause, GroupRhythm, Membership, table_of

GROUP, RHYTHM, PAUSE, MEMBERSHIP = table_of(Group), table_of(GroupRhythm), table_of(GroupPause), table_of(Membership)
SEALED = ("purpose", "questions")
LIVING = (GroupState.RUNNING, GroupState.ADRIFT)
"""Named, so that an index leads to them past all that have ended."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupRecord:
    """A group as stored, its own words open. `days` are its working days, '01234' being Monday to Friday."""

    id: GroupId
    programme_id: ProgrammeId
    kind: ProgrammeKind
    name: str
    purpose: str
    questions: str
    topic: Topic
    state: GroupState
    whereabouts: Whereabouts
    lost: int
    room: Room
    conversation: str
    channel_name: str
    readers: int
    language: str
    zone: str
    country: str
    days: str
    opens_at: time
    closes_after: int
    facilitation: Facilitation
    facilitator_id: MemberId | None
    joining: Joining
    size: int
    started_by: MemberId
    created_at: datetime

    @property
    def over(self) -> bool:
        return self.state is GroupState.ENDED


_GROUPS = select(*(GROUP.c[name] for name in GroupRecord.__dataclass_fields__))
_HERE = GROUP.c.workspace_id == bindparam("workspace")
_BY_IDS = _GROUPS.where(_HERE, GROUP.c.id.in_(bindparam("groups", expanding=True))).order_by(GROUP.c.id)
_IN = _GROUPS.where(
    _HERE, GROUP.c.conversation == bindparam("conversation"), GROUP.c.state != GroupState.ENDED
).order_by(GROUP.c.created_at, GROUP.c.id)


def by_ids(session: Session, groups: Collection[GroupId]) -> dict[GroupId, GroupRecord]:
    if not groups:
        return {}
    rows = session.execute(_BY_IDS, {"workspace": session.workspace, "groups": list(groups)})
    return {GroupId(row.id): _record(session, row) for row in rows}


def by_id(session: Session, group: GroupId) -> GroupRecord:
    """Raises KeyError for one that is not of this workspace."""
    return by_ids(session, [group])[group]


def find(session: Session, group: GroupId) -> GroupRecord | None:
    return by_ids(session, [group]).get(group)


def living_in(session: Session, conversation: str) -> list[GroupRecord]:
    """The groups of a channel that have not ended: at most one of each kind."""
    rows = session.execute(_IN, {"workspace": session.workspace, "conversation": conversation})
    return [_record(session, row) for row in rows]


def living_of(session: Session, programmes: Collection[ProgrammeId]) -> list[GroupRecord]:
    """The groups of these programmes that have not ended, by name."""
    rows = session.execute(
        _GROUPS.where(
            GROUP.c.workspace_id == session.workspace,
            GROUP.c.programme_id.in_(list(programmes)),
            GROUP.c.state.in_(LIVING),
        ).order_by(GROUP.c.name, GROUP.c.id)
    )
    return [_record(session, row) for row in rows]


def of_programme(session: Session, programme: ProgrammeId) -> list[GroupRecord]:
    """All that there ever were, oldest first."""
    rows = session.execute(
        _GROUPS.where(GROUP.c.workspace_id == session.workspace, GROUP.c.programme_id == programme).order_by(
            GROUP.c.created_at, GROUP.c.id
        )
    )
    return [_record(session, row) for row in rows]


_LOCK = (
    select(GROUP.c.id)
    .where(GROUP.c.workspace_id == bindparam("workspace"), GROUP.c.id.in_(bindparam("groups", expanding=True)))
    .order_by(GROUP.c.id)
)


def lock(session: Session, groups: Collection[GroupId]) -> None:
    """Groups come after pairings and cases before notices, by ascending id."""
    if groups:
        session.execute(session.for_update(_LOCK), {"workspace": session.workspace, "groups": list(groups)})


def add(session: Session, turn: Turn, group: GroupId, **values: Any) -> bool:
    """A running group. False when the channel has one of its kind, or its natural key is there."""
    sealed = {name: session.seal_words(values.pop(name), table="group", row=group, column=name) for name in SEALED}
    return session.insert_once(
        Group,
        {
            "workspace_id": session.workspace,
            "id": group,
            "natural_key": str(group),
            "state": GroupState.RUNNING,
            "whereabouts": Whereabouts.THERE,
            "lost": 0,
            "conversation": "",
            "channel_name": "",
            "readers": 0,
            "facilitator_id": None,
            "policy": {},
            "created_at": turn.now,
            "next_look_at": turn.now,
            "trouble": "",
            **sealed,
            **values,
        },
    )


def change(session: Session, group: GroupId, **values: Any) -> None:
    """Sets columns of one group; its own words are sealed."""
    sealed = {
        name: session.seal_words(values[name], table="group", row=group, column=name)
        for name in SEALED
        if name in values
    }
    session.change(GROUP, group, {**values, **sealed})


_DUE = (
    select(GROUP.c.workspace_id, GROUP.c.id)
    .where(GROUP.c.next_look_at <= bindparam("now"), GROUP.c.kind == bindparam("of_kind"))
    .order_by(GROUP.c.next_look_at, GROUP.c.id)
    .limit(bindparam("limit"))
)
NEXT_LOOK: Final = {
    kind: select(func.min(GROUP.c.next_look_at)).where(GROUP.c.next_look_at.is_not(None), GROUP.c.kind == kind)
    for kind in (ProgrammeKind.PEER_GROUP, ProgrammeKind.ROTATION)
}


def due(session: Session, kind: ProgrammeKind, now: datetime, limit: int) -> list[tuple[int, GroupId]]:
    """Claims groups of a kind to look at, oldest first, in all workspaces."""
    here = {"now": now, "limit": limit, "of_kind": kind}
    rows = session.execute(session.for_update(_DUE, skip_locked=True), here)
    return [(row.workspace_id, GroupId(row.id)) for row in rows]


def hold(session: Session, group: GroupId, until: datetime) -> None:
    """Nobody else looks at a group until then, unless something happens to it. Needs its lock."""
    session.change(GROUP, group, {"next_look_at": until})


_HELD = select(GROUP.c.state, GROUP.c.next_look_at).where(
    GROUP.c.workspace_id == bindparam("workspace"), GROUP.c.id == bindparam("group")
)


def held(session: Session, group: GroupId) -> tuple[GroupState, datetime | None]:
    """How a group stands, under its lock from now on, and when it is to be looked at."""
    here = {"workspace": session.workspace, "group": group}
    row = session.execute(session.for_update(_HELD), here).one()
    return GroupState(row.state), row.next_look_at


_LOOK_AT = (
    update(GROUP)
    .where(GROUP.c.workspace_id == bindparam("workspace"), GROUP.c.id == bindparam("group"))
    .values(next_look_at=bindparam("at"), trouble="")
)


def look_at(session: Session, when: dict[GroupId, datetime | None]) -> None:
    """When the rules look next at these groups."""
    if when:
        here = {"workspace": session.workspace}
        session.execute(_LOOK_AT, [{**here, "group": group, "at": at} for group, at in sorted(when.items())])


def look_at_all_of(session: Session, member: MemberId, now: datetime) -> None:
    """Facts of a member have changed: their groups are locked, and looked at at once."""
    theirs = (
        select(GROUP.c.id)
        .join(
            MEMBERSHIP,
            (MEMBERSHIP.c.workspace_id == GROUP.c.workspace_id) & (MEMBERSHIP.c.group_id == GROUP.c.id),
        )
        .where(
            GROUP.c.workspace_id == session.workspace,
            MEMBERSHIP.c.member_id == member,
            GROUP.c.state != GroupState.ENDED,
        )
        .order_by(GROUP.c.id)
    )
    ids = [GroupId(row.id) for row in session.execute(theirs)]
    lock(session, ids)
    look_at(session, dict.fromkeys(ids, now))


def set_aside(session: Session, group: GroupId, *, until: datetime, trouble: str) -> None:
    session.change(GROUP, group, {"next_look_at": until, "trouble": trouble})


def _record(session: Session, row: Any) -> GroupRecord:
    values = dict(row._mapping)
    for name in SEALED:
        values[name] = session.open_words(values[name], table="group", row=row.id, column=name)
    return GroupRecord(**values)
