"""Making pairings, many at a time: who is known already, what is there already, and the rows of what is new."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import bindparam, select, update

from bot.domain.ids import MemberId, PairingId, ProgrammeId
from bot.domain.pairing import PairingState, Role
from bot.domain.participant import ParticipantState
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Turn
from storage import member as members
from storage.member import MEMBER, MemberRecord
from storage.session import Session
from storage.tables import Pairing, Participant, Seat, table_of

T = TypeVar("T")

PAIRING, SEAT, PARTICIPANT = table_of(Pairing), table_of(Seat), table_of(Participant)
AT_ONCE: Final = 1000
"""Values in one list: a statement takes 32,766 on SQLite (https://www.sqlite.org/limits.html)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewPairing:
    id: PairingId
    natural_key: str
    state: PairingState
    rhythm: Rhythm
    mentors: tuple[MemberId, ...]
    mentee: MemberId
    focus: str = ""
    site: str = ""
    introduce_on: date | None = None
    started_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a member stands in a programme."""

    id: UUID
    member: MemberId
    state: ParticipantState


_KNOWN = select(*members.COLUMNS).where(
    MEMBER.c.workspace_id == bindparam("workspace"), MEMBER.c.person.in_(bindparam("people", expanding=True))
)
_STATES = select(PAIRING.c.natural_key, PAIRING.c.state).where(
    PAIRING.c.workspace_id == bindparam("workspace"),
    PAIRING.c.programme_id == bindparam("programme"),
    PAIRING.c.natural_key.in_(bindparam("keys", expanding=True)),
)
_PLACES = select(PARTICIPANT.c.id, PARTICIPANT.c.member_id.label("member"), PARTICIPANT.c.state).where(
    PARTICIPANT.c.workspace_id == bindparam("workspace"),
    PARTICIPANT.c.programme_id == bindparam("programme"),
    PARTICIPANT.c.member_id.in_(bindparam("members", expanding=True)),
)
_MOVE = (
    update(PARTICIPANT)
    .where(PARTICIPANT.c.workspace_id == bindparam("workspace"), PARTICIPANT.c.id == bindparam("place"))
    .values(state=bindparam("to_state"))
)


def known(session: Session, people: Collection[str]) -> dict[str, MemberRecord]:
    """The members among these Slack ids."""
    found = {}
    for some in _at_once(people):
        for row in session.execute(_KNOWN, {"workspace": session.workspace, "people": some}):
            found[row.person] = members.record(row)
    return found


def states(session: Session, programme: ProgrammeId, keys: Collection[str]) -> dict[str, PairingState]:
    """Which of these pairings are there already, by their natural keys."""
    found = {}
    for some in _at_once(keys):
        here = {"workspace": session.workspace, "programme": programme, "keys": some}
        found.update({row.natural_key: row.state for row in session.execute(_STATES, here)})
    return found


def add_pairings(session: Session, turn: Turn, programme: ProgrammeId, pairings: Sequence[NewPairing]) -> None:
    """New pairings with their seats; the rules look at each at once. Needs the programme's lock."""
    if pairings:
        session.insert(PAIRING, [_pairing_row(session, turn, programme, each) for each in pairings])
        session.insert(SEAT, [row for each in pairings for row in _seat_rows(session, turn, each)])


def places(session: Session, programme: ProgrammeId, members: Collection[MemberId]) -> dict[MemberId, Place]:
    """Where those of these members who take part in the programme stand."""
    found = {}
    for some in _at_once(members):
        here = {"workspace": session.workspace, "programme": programme, "members": some}
        found.update({MemberId(row.member): Place(**row._mapping) for row in session.execute(_PLACES, here)})
    return found


def add_places(session: Session, programme: ProgrammeId, places: Collection[Place]) -> None:
    rows = [
        {
            "workspace_id": session.workspace,
            "id": place.id,
            "programme_id": programme,
            "member_id": place.member,
            "state": place.state,
        }
        for place in places
    ]
    if rows:
        session.insert(PARTICIPANT, rows)


def move_places(session: Session, places: Collection[Place]) -> None:
    """Each goes to the state it has here."""
    rows = [{"workspace": session.workspace, "place": place.id, "to_state": place.state} for place in places]
    if rows:
        session.execute(_MOVE, rows)


def _pairing_row(session: Session, turn: Turn, programme: ProgrammeId, pairing: NewPairing) -> dict[str, Any]:
    return {
        "workspace_id": session.workspace,
        "id": pairing.id,
        "programme_id": programme,
        "natural_key": pairing.natural_key,
        "state": pairing.state,
        "rule": pairing.rhythm,
        "focus": session.seal_words(pairing.focus, table="pairing", row=pairing.id, column="focus"),
        "site": session.seal_words(pairing.site, table="pairing", row=pairing.id, column="site"),
        "introduce_on": pairing.introduce_on,
        "started_on": pairing.started_on,
        "created_at": turn.now,
        "conversation": "",
        "next_look_at": turn.now,
        "trouble": "",
    }


def _seat_rows(session: Session, turn: Turn, pairing: NewPairing) -> Iterator[dict[str, Any]]:
    for role, member in [(Role.MENTEE, pairing.mentee), *((Role.MENTOR, mentor) for mentor in pairing.mentors)]:
        yield {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "pairing_id": pairing.id,
            "member_id": member,
            "role": role,
        }


def _at_once(values: Collection[T]) -> Iterator[list[T]]:
    everything = list(values)
    for start in range(0, len(everything), AT_ONCE):
        yield everything[start : start + AT_ONCE]
