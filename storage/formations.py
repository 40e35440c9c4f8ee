"""Formations: lists of people of whom groups are formed, the groups proposed, and who is in which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, select, update

from bot.domain.draft_group import DraftState
from bot.domain.formation import FormationState
from bot.domain.ids import DraftId, FormationId, GroupId, MemberId, ProgrammeId
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import DraftGroup, Formation, FormationPlace, table_of

FORMATION, DRAFT, PLACE = table_of(Formation), table_of(DraftGroup), table_of(FormationPlace)


@dataclass(frozen=True, kw_only=True, slots=True)
class FormationRecord:
    """A formation as stored, its questions open."""

    id: FormationId
    like_id: ProgrammeId
    programme_id: ProgrammeId | None
    started_by: MemberId
    state: FormationState
    source: str
    source_name: str
    listed: bool
    name: str
    questions: str
    language: str
    zone: str
    rhythm: Rhythm
    first_on: date
    opens_at: time
    size: int
    nth: int
    tries: int
    trouble: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftRecord:
    id: DraftId
    formation_id: FormationId
    number: int
    name: str
    group_id: GroupId | None
    state: DraftState
    tries: int
    why: str
    next_look_at: datetime | None


_FORMATIONS = select(*(FORMATION.c[name] for name in FormationRecord.__dataclass_fields__))
_ONE = _FORMATIONS.where(FORMATION.c.workspace_id == bindparam("workspace"), FORMATION.c.id == bindparam("formation"))
_DRAFTS = select(*(DRAFT.c[name] for name in DraftRecord.__dataclass_fields__))


def add(session: Session, turn: Turn, formation: FormationId, *, form: str, questions: str, **values: Any) -> bool:
    """False when this very form was taken already."""
    sealed = session.seal_words(questions, table="formation", row=formation, column="questions")
    return session.insert_once(
        Formation,
        {
            "workspace_id": session.workspace,
            "id": formation,
            "form": form,
            "state": FormationState.GATHERING,
            "questions": sealed,
            "programme_id": None,
            "source": "",
            "source_name": "",
            "listed": False,
            "nth": 0,
            "tries": 0,
            "trouble": "",
            "created_at": turn.now,
            "next_look_at": turn.now,
            **values,
        },
    )


def find(session: Session, formation: FormationId) -> FormationRecord | None:
    row = session.execute(_ONE, {"workspace": session.workspace, "formation": formation}).first()
    return None if row is None else _record(session, row)


def locked(session: Session, formation: FormationId) -> FormationRecord | None:
    """Read after its lock was taken. Formations come before pairings and groups."""
    row = session.execute(session.for_update(_ONE), {"workspace": session.workspace, "formation": formation}).first()
    return None if row is None else _record(session, row)


def change(session: Session, formation: FormationId, **values: Any) -> None:
    session.change(FORMATION, formation, values)


def newest_of(session: Session, source: str, *, since: datetime) -> FormationId | None:
    """The list of which this channel is the source that was begun last, and not before that; none that was dropped."""
    row = session.execute(
        select(FORMATION.c.id)
        .where(
            FORMATION.c.workspace_id == session.workspace,
            FORMATION.c.source == source,
            FORMATION.c.created_at >= since,
            FORMATION.c.state != FormationState.DROPPED,
        )
        .order_by(FORMATION.c.created_at.desc(), FORMATION.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else FormationId(row.id)


def of_programme(session: Session, programme: ProgrammeId) -> list[FormationId]:
    rows = session.execute(
        select(FORMATION.c.id).where(
            FORMATION.c.workspace_id == session.workspace, FORMATION.c.programme_id == programme
        )
    )
    return [FormationId(row.id) for row in rows]


def to_gather(session: Session, now: datetime, limit: int) -> list[FormationRecord]:
    """Those of which people are to be looked up now, oldest first."""
    rows = session.execute(
        _FORMATIONS.where(FORMATION.c.workspace_id == session.workspace, FORMATION.c.next_look_at <= now)
        .order_by(FORMATION.c.next_look_at, FORMATION.c.id)
        .limit(limit)
    )
    return [_record(session, row) for row in rows]


def started_by(session: Session, member: MemberId, state: FormationState) -> list[FormationRecord]:
    """Those that somebody asked for and that are so far, oldest first."""
    rows = session.execute(
        _FORMATIONS.where(
            FORMATION.c.workspace_id == session.workspace,
            FORMATION.c.started_by == member,
            FORMATION.c.state == state,
        ).order_by(FORMATION.c.created_at, FORMATION.c.id)
    )
    return [_record(session, row) for row in rows]


NEXT_LOOKING_UP: Final = select(func.min(FORMATION.c.next_look_at)).where(FORMATION.c.next_look_at.is_not(None))
NEXT_ROOM: Final = select(func.min(DRAFT.c.next_look_at)).where(DRAFT.c.next_look_at.is_not(None))


def awaited_by(session: Session, member: MemberId) -> list[FormationRecord]:
    """Those of which a group waits to begin with this person in it, oldest first."""
    mine = (
        select(DRAFT.c.formation_id)
        .join(PLACE, (PLACE.c.workspace_id == DRAFT.c.workspace_id) & (PLACE.c.draft_id == DRAFT.c.id))
        .where(
            DRAFT.c.workspace_id == session.workspace,
            DRAFT.c.state.in_((DraftState.WAITING, DraftState.STUCK)),
            PLACE.c.member_id == member,
        )
    )
    rows = session.execute(
        _FORMATIONS.where(FORMATION.c.workspace_id == session.workspace, FORMATION.c.id.in_(mine)).order_by(
            FORMATION.c.created_at, FORMATION.c.id
        )
    )
    return [_record(session, row) for row in rows]


def founders(session: Session, group: GroupId) -> set[MemberId]:
    """Those of whom a group was formed."""
    rows = session.execute(
        select(PLACE.c.member_id)
        .join(DRAFT, (DRAFT.c.workspace_id == PLACE.c.workspace_id) & (DRAFT.c.id == PLACE.c.draft_id))
        .where(
            PLACE.c.workspace_id == session.workspace,
            DRAFT.c.group_id == group,
            DRAFT.c.name != "",
            PLACE.c.member_id.is_not(None),
        )
    )
    return {MemberId(row.member_id) for row in rows}


def drafts(session: Session, formation: FormationId) -> list[DraftRecord]:
    rows = session.execute(
        _DRAFTS.where(DRAFT.c.workspace_id == session.workspace, DRAFT.c.formation_id == formation).order_by(
            DRAFT.c.number
        )
    )
    return [DraftRecord(**row._mapping) for row in rows]


def draft(session: Session, id: DraftId) -> DraftRecord | None:
    row = session.execute(_DRAFTS.where(DRAFT.c.workspace_id == session.workspace, DRAFT.c.id == id)).first()
    return None if row is None else DraftRecord(**row._mapping)


def add_drafts(
    session: Session, turn: Turn, formation: FormationId, drafts: Sequence[tuple[str, GroupId | None]]
) -> list[DraftId]:
    """Numbered from one: each a new name, or '' and the group that is there already. Their ids in this order."""
    ids = [DraftId(turn.new_id()) for _ in drafts]
    rows = [
        {
            "workspace_id": session.workspace,
            "id": id,
            "formation_id": formation,
            "number": number,
            "name": name,
            "group_id": group,
            "state": DraftState.PROPOSED,
            "tries": 0,
            "why": "",
            "next_look_at": None,
        }
        for number, (id, (name, group)) in enumerate(zip(ids, drafts, strict=True), start=1)
    ]
    if rows:
        session.insert(DRAFT, rows)
    return ids


def change_draft(session: Session, id: DraftId, **values: Any) -> None:
    session.change(DRAFT, id, values)


def clear_drafts(session: Session, formation: FormationId) -> None:
    """Takes the proposed groups away; their people are in none."""
    mine = (PLACE.c.workspace_id == session.workspace, PLACE.c.formation_id == formation)
    session.execute(update(PLACE).where(*mine).values(draft_id=None))
    session.execute(delete(DRAFT).where(DRAFT.c.workspace_id == session.workspace, DRAFT.c.formation_id == formation))


def approve_drafts(session: Session, turn: Turn, formation: FormationId) -> None:
    """Each is made from now on, one after the other; those in which nobody is are forgotten."""
    mine = (DRAFT.c.workspace_id == session.workspace, DRAFT.c.formation_id == formation)
    filled = select(PLACE.c.draft_id).where(
        PLACE.c.workspace_id == session.workspace,
        PLACE.c.formation_id == formation,
        PLACE.c.draft_id.is_not(None),
    )
    session.execute(delete(DRAFT).where(*mine, DRAFT.c.id.not_in(filled)))
    session.execute(update(DRAFT).where(*mine).values(next_look_at=turn.now))


def forget_draft(session: Session, id: DraftId) -> None:
    """Of one in which nobody is."""
    session.execute(delete(DRAFT).where(DRAFT.c.workspace_id == session.workspace, DRAFT.c.id == id))


def due_drafts(session: Session, now: datetime, state: DraftState, limit: int) -> list[DraftId]:
    """Groups in this state with which something is to be done now, whoever has waited longest first."""
    rows = session.execute(
        select(DRAFT.c.id)
        .where(DRAFT.c.workspace_id == session.workspace, DRAFT.c.next_look_at <= now, DRAFT.c.state == state)
        .order_by(DRAFT.c.next_look_at, DRAFT.c.id)
        .limit(limit)
    )
    return [DraftId(row.id) for row in rows]


def _record(session: Session, row: Any) -> FormationRecord:
    values = dict(row._mapping)
    values["questions"] = session.open_words(values["questions"], table="formation", row=row.id, column="questions")
    return FormationRecord(**values)
