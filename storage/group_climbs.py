"""Climbs of groups: what is on its way to a coordinator about one of their members."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update

from bot.domain.case import Rule
from bot.domain.ids import ClimbId, GroupId, MemberId
from bot.domain.round_facts import GroupClimb
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Climb, table_of

CLIMB = table_of(Climb)


def start(session: Session, turn: Turn, group: GroupId, member: MemberId, *, rule: Rule, case_at: datetime) -> ClimbId:
    id = ClimbId(turn.new_id())
    session.insert(
        CLIMB,
        {
            "workspace_id": session.workspace,
            "id": id,
            "pairing_id": None,
            "group_id": group,
            "member_id": member,
            "rule": rule.value,
            "ladder": [{"rung": "case", "at": case_at.isoformat()}],
            "rung": 0,
            "started_at": turn.now,
            "rung_at": case_at,
        },
    )
    return id


def of_groups(session: Session, groups: Collection[GroupId]) -> dict[GroupId, list[GroupClimb]]:
    """All climbs of these groups, those that have ended too: a silence is counted anew after one."""
    found: dict[GroupId, list[GroupClimb]] = defaultdict(list)
    names = ("id", "group_id", "member_id", "rule", "rung", "rung_at", "started_at", "ended_at")
    rows = session.execute(
        select(*(CLIMB.c[name] for name in names))
        .where(CLIMB.c.workspace_id == session.workspace, CLIMB.c.group_id.in_(list(groups)))
        .order_by(CLIMB.c.id)
    )
    for row in rows:
        found[GroupId(row.group_id)].append(
            GroupClimb(
                id=ClimbId(row.id),
                rule=Rule(row.rule),
                member=MemberId(row.member_id),
                started_at=row.started_at,
                case_at=row.rung_at,
                case_open=row.rung > 0,
                ended_at=row.ended_at,
            )
        )
    return found


def end(session: Session, group: GroupId, member: MemberId, rule: Rule, now: datetime) -> bool:
    """Whether there was one to end."""
    ended = session.execute(
        update(CLIMB)
        .where(
            CLIMB.c.workspace_id == session.workspace,
            CLIMB.c.group_id == group,
            CLIMB.c.member_id == member,
            CLIMB.c.rule == rule.value,
            CLIMB.c.ended_at.is_(None),
        )
        .values(ended_at=now)
    )
    return ended.rowcount > 0


def end_all(session: Session, group: GroupId, now: datetime) -> None:
    session.execute(
        update(CLIMB)
        .where(CLIMB.c.workspace_id == session.workspace, CLIMB.c.group_id == group, CLIMB.c.ended_at.is_(None))
        .values(ended_at=now)
    )
