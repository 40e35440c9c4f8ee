"""Cases and climbs: what was brought to a coordinator, and what is on its way there."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, func, select

from bot.domain.case import CaseState, Rule
from bot.domain.facts import ClimbFacts
from bot.domain.ids import CaseId, ClimbId, GroupId, MemberId, PairingId, ProgrammeId
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import Case, Climb, Coordinator, table_of
from storage.tables.cases import WAITING

CASE, CLIMB, COORDINATOR = table_of(Case), table_of(Climb), table_of(Coordinator)


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRecord:
    id: CaseId
    code: str
    programme_id: ProgrammeId
    pairing_id: PairingId | None
    group_id: GroupId | None
    member_id: MemberId | None
    rule: Rule
    state: CaseState
    opening: int
    told: int
    climbing: bool
    exhausted: bool
    owner_id: MemberId | None
    since: datetime
    checkins: int
    opened_at: datetime
    stepped_at: datetime
    snoozed_until: datetime | None
    resolved_at: datetime | None

    @property
    def within(self) -> PairingId:
        """Of a case of a pairing."""
        assert self.pairing_id is not None
        return self.pairing_id


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a case is about: a pairing, or a group and perhaps one of its members."""

    pairing: PairingId | None = None
    group: GroupId | None = None
    member: MemberId | None = None


_CASES = select(*(CASE.c[name] for name in CaseRecord.__dataclass_fields__))
_BY_ID = _CASES.where(CASE.c.workspace_id == bindparam("workspace"), CASE.c.id == bindparam("case"))
_BY_IDS = _CASES.where(CASE.c.workspace_id == bindparam("workspace"), CASE.c.id.in_(bindparam("cases", expanding=True)))
_BY_CODE = _CASES.where(CASE.c.workspace_id == bindparam("workspace"), CASE.c.code == bindparam("code"))
_BY_KEY = _CASES.where(CASE.c.workspace_id == bindparam("workspace"), CASE.c.natural_key == bindparam("key"))
_OF_PAIRING = _CASES.where(CASE.c.workspace_id == bindparam("workspace"), CASE.c.pairing_id == bindparam("pairing"))
_OF_RULE = _OF_PAIRING.where(CASE.c.rule == bindparam("rule"))
_WAITING_OF = _OF_PAIRING.where(WAITING)
_WAITING_IN = _CASES.where(
    CASE.c.workspace_id == bindparam("workspace"),
    CASE.c.programme_id.in_(bindparam("programmes", expanding=True)),
    WAITING,
).order_by(CASE.c.opened_at, CASE.c.id)
_DUE = (
    select(CASE.c.workspace_id, CASE.c.id)
    .where(CASE.c.next_look_at <= bindparam("now"))
    .order_by(CASE.c.next_look_at, CASE.c.id)
    .limit(bindparam("limit"))
)


def by_id(session: Session, case: CaseId) -> CaseRecord | None:
    row = session.execute(_BY_ID, {"workspace": session.workspace, "case": case}).first()
    return None if row is None else CaseRecord(**row._mapping)


def by_ids(session: Session, ids: Collection[CaseId]) -> dict[CaseId, CaseRecord]:
    rows = session.execute(_BY_IDS, {"workspace": session.workspace, "cases": list(ids)})
    return {CaseId(row.id): CaseRecord(**row._mapping) for row in rows}


def locked(session: Session, case: CaseId) -> CaseRecord | None:
    """Read after its lock was taken. Cases come after pairings and check-ins, by ascending id."""
    row = session.execute(session.for_update(_BY_ID), {"workspace": session.workspace, "case": case}).first()
    return None if row is None else CaseRecord(**row._mapping)


def by_code(session: Session, code: str) -> CaseRecord | None:
    row = session.execute(_BY_CODE, {"workspace": session.workspace, "code": code}).first()
    return None if row is None else CaseRecord(**row._mapping)


def by_key(session: Session, key: str) -> CaseRecord | None:
    row = session.execute(session.for_update(_BY_KEY), {"workspace": session.workspace, "key": key}).first()
    return None if row is None else CaseRecord(**row._mapping)


def waiting_in(session: Session, programmes: Collection[ProgrammeId]) -> list[CaseRecord]:
    """Cases that are not resolved, oldest first."""
    rows = session.execute(_WAITING_IN, {"workspace": session.workspace, "programmes": list(programmes)})
    return [CaseRecord(**row._mapping) for row in rows]


def waiting_of(session: Session, pairing: PairingId) -> list[CaseRecord]:
    """The cases of a pairing that are not resolved."""
    rows = session.execute(_WAITING_OF, {"workspace": session.workspace, "pairing": pairing})
    return [CaseRecord(**row._mapping) for row in rows]


def waiting_of_group(session: Session, group: GroupId) -> list[CaseRecord]:
    """The cases of a group, and of its members in it, that are not resolved, in the order of their locks."""
    rows = session.execute(
        _CASES.where(
            CASE.c.workspace_id == session.workspace, CASE.c.group_id == group, CASE.c.state != CaseState.RESOLVED
        ).order_by(CASE.c.id)
    )
    return [CaseRecord(**row._mapping) for row in rows]


def locked_of(session: Session, member: MemberId) -> list[CaseRecord]:
    """The cases of the programmes that a member runs which are not resolved, under their locks, in their order."""
    mine = select(COORDINATOR.c.programme_id).where(
        COORDINATOR.c.workspace_id == session.workspace, COORDINATOR.c.member_id == member
    )
    statement = _CASES.where(CASE.c.workspace_id == session.workspace, CASE.c.programme_id.in_(mine), WAITING).order_by(
        CASE.c.id
    )
    return [CaseRecord(**row._mapping) for row in session.execute(session.for_update(statement))]


def of_rule(session: Session, pairing: PairingId, rule: Rule) -> CaseRecord | None:
    """A pairing's case of a rule, whatever became of it."""
    row = session.execute(_OF_RULE, {"workspace": session.workspace, "pairing": pairing, "rule": rule}).first()
    return None if row is None else CaseRecord(**row._mapping)


NEXT_LOOK: Final = select(func.min(CASE.c.next_look_at)).where(CASE.c.next_look_at.is_not(None))


def due(session: Session, now: datetime, limit: int) -> list[tuple[int, CaseId]]:
    """Claims cases to look at, oldest first, in all workspaces."""
    rows = session.execute(session.for_update(_DUE, skip_locked=True), {"now": now, "limit": limit})
    return [(row.workspace_id, CaseId(row.id)) for row in rows]


def add(
    session: Session,
    turn: Turn,
    *,
    key: str,
    code: str,
    programme: ProgrammeId,
    about: About,
    rule: Rule,
    since: datetime,
    checkins: int,
) -> CaseId | None:
    """None when there is one of this key, or, once in thirty million, of this code."""
    case = CaseId(turn.new_id())
    made = session.insert_once(
        Case,
        {
            "workspace_id": session.workspace,
            "id": case,
            "natural_key": key,
            "code": code,
            "programme_id": programme,
            "pairing_id": about.pairing,
            "group_id": about.group,
            "member_id": about.member,
            "rule": rule,
            "state": CaseState.OPEN,
            "opening": 1,
            "told": 0,
            "climbing": True,
            "exhausted": False,
            "owner_id": None,
            "since": since,
            "checkins": checkins,
            "opened_at": turn.now,
            "stepped_at": turn.now,
            "next_look_at": turn.now,
        },
    )
    return case if made else None


def change(session: Session, case: CaseId, **values: Any) -> None:
    """Sets columns of one case."""
    session.change(CASE, case, values)


_CLIMBS = (
    select(CLIMB.c.id, CLIMB.c.pairing_id, CLIMB.c.rule, CLIMB.c.rung, CLIMB.c.rung_at)
    .where(
        CLIMB.c.workspace_id == bindparam("workspace"),
        CLIMB.c.pairing_id.in_(bindparam("pairings", expanding=True)),
        CLIMB.c.ended_at.is_(None),
    )
    .order_by(CLIMB.c.id)
)
_RESOLVED = select(CASE.c.pairing_id, CASE.c.rule, CASE.c.resolved_at).where(
    CASE.c.workspace_id == bindparam("workspace"),
    CASE.c.pairing_id.in_(bindparam("pairings", expanding=True)),
    CASE.c.state == CaseState.RESOLVED,
    CASE.c.rule != Rule.CONCERN,
)


def climbs(session: Session, pairings: Sequence[UUID]) -> dict[UUID, list[ClimbFacts]]:
    """The climbs that have not ended."""
    found: dict[UUID, list[ClimbFacts]] = defaultdict(list)
    for row in session.execute(_CLIMBS, {"workspace": session.workspace, "pairings": pairings}):
        found[row.pairing_id].append(
            ClimbFacts(id=ClimbId(row.id), rule=Rule(row.rule), case_at=row.rung_at, case_open=row.rung > 0)
        )
    return found


def resolved(session: Session, pairings: Sequence[UUID]) -> dict[UUID, list[tuple[Rule, datetime]]]:
    """When the case of each rule was resolved, of those that are."""
    found: dict[UUID, list[tuple[Rule, datetime]]] = defaultdict(list)
    for row in session.execute(_RESOLVED, {"workspace": session.workspace, "pairings": pairings}):
        found[row.pairing_id].append((row.rule, row.resolved_at))
    return found


def start_climb(
    session: Session,
    turn: Turn,
    *,
    pairing: PairingId,
    rule: Rule,
    ladder: Sequence[dict[str, object]],
    case_at: datetime,
) -> None:
    session.insert(
        CLIMB,
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "pairing_id": pairing,
            "rule": rule.value,
            "ladder": list(ladder),
            "rung": 0,
            "started_at": turn.now,
            "rung_at": case_at,
        },
    )


def reach_case(session: Session, climb: ClimbId) -> None:
    session.change(CLIMB, climb, {"rung": 1})


def end_climb(session: Session, climb: ClimbId, now: datetime) -> None:
    session.change(CLIMB, climb, {"ended_at": now})
