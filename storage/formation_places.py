"""Who is on the list of a formation: found in Slack or not, placed in one of its groups or left out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from bot.domain.formation import Why
from bot.domain.ids import DraftId, FormationId, GroupId, MemberId
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import DraftGroup, FormationPlace, table_of

DRAFT, PLACE = table_of(DraftGroup), table_of(FormationPlace)


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceRecord:
    """Somebody of the list; `key` tells them apart whether they are a member yet or not."""

    id: UUID
    person: str
    name: str
    zone: str
    language: str
    member_id: MemberId | None
    draft_id: DraftId | None
    why: Why | None
    outside: bool

    @property
    def key(self) -> MemberId:
        return self.member_id or MemberId(self.id)


_PLACES = select(*(PLACE.c[name] for name in PlaceRecord.__dataclass_fields__))


def add_places(session: Session, turn: Turn, formation: FormationId, people: Iterable[str]) -> None:
    """In this order; whoever is there already stays as they are."""
    rows = [
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "formation_id": formation,
            "person": person,
            "name": "",
            "zone": "",
            "language": "",
            "member_id": None,
            "draft_id": None,
            "why": None,
            "outside": False,
        }
        for person in people
    ]
    session.insert_missing(FormationPlace, rows)


def places(session: Session, formation: FormationId) -> list[PlaceRecord]:
    """Everybody of the list, in its order."""
    rows = session.execute(
        _PLACES.where(PLACE.c.workspace_id == session.workspace, PLACE.c.formation_id == formation).order_by(PLACE.c.id)
    )
    return [PlaceRecord(**row._mapping) for row in rows]


def places_of_draft(session: Session, draft: DraftId) -> list[PlaceRecord]:
    """Everybody who is in one proposed group, in the order of the list."""
    rows = session.execute(
        _PLACES.where(PLACE.c.workspace_id == session.workspace, PLACE.c.draft_id == draft).order_by(PLACE.c.id)
    )
    return [PlaceRecord(**row._mapping) for row in rows]


def place_of(session: Session, formation: FormationId, key: MemberId) -> PlaceRecord | None:
    """Somebody of the list."""
    rows = session.execute(
        _PLACES.where(
            PLACE.c.workspace_id == session.workspace,
            PLACE.c.formation_id == formation,
            (PLACE.c.member_id == key) | (PLACE.c.id == key),
        )
    )
    return next((found for row in rows if (found := PlaceRecord(**row._mapping)).key == key), None)


def places_in(session: Session, group: GroupId, member: MemberId) -> list[tuple[FormationId, UUID]]:
    """The places from which this person came into this group, with their lists."""
    rows = session.execute(
        select(PLACE.c.formation_id, PLACE.c.id)
        .join(DRAFT, (DRAFT.c.workspace_id == PLACE.c.workspace_id) & (DRAFT.c.id == PLACE.c.draft_id))
        .where(PLACE.c.workspace_id == session.workspace, PLACE.c.member_id == member, DRAFT.c.group_id == group)
    )
    return [(FormationId(row.formation_id), row.id) for row in rows]


def change_places(session: Session, changes: Mapping[UUID, Mapping[str, Any]]) -> None:
    session.change_each(PLACE, changes)


def forget_places(session: Session, formation: FormationId, only: Collection[UUID] | None = None) -> None:
    """Takes people off the list: all of them, or these."""
    these = [] if only is None else [PLACE.c.id.in_(list(only))]
    session.execute(
        delete(PLACE).where(PLACE.c.workspace_id == session.workspace, PLACE.c.formation_id == formation, *these)
    )
