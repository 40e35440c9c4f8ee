"""When a group meets: its rhythm, which may change from one period on, and its pauses."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import bindparam, select, update

from bot.domain.facts import PauseFacts
from bot.domain.ids import GroupId
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.turn import Turn
from storage.session import Session
from storage.tables import GroupPause, GroupRhythm, table_of

RHYTHM, PAUSE = table_of(GroupRhythm), table_of(GroupPause)


def add_rhythm(session: Session, turn: Turn, group: GroupId, row: RhythmRow) -> None:
    """From one period on; a row for the same period takes its place."""
    session.execute(
        RHYTHM.delete().where(
            RHYTHM.c.workspace_id == session.workspace,
            RHYTHM.c.group_id == group,
            RHYTHM.c.from_period >= row.from_period,
        )
    )
    values = {"from_period": row.from_period, "rule": row.rhythm, "anchor": row.anchor}
    session.insert(RHYTHM, {"workspace_id": session.workspace, "id": turn.new_id(), "group_id": group, **values})


_RHYTHMS = (
    select(RHYTHM.c.group_id, RHYTHM.c.from_period, RHYTHM.c.rule, RHYTHM.c.anchor)
    .where(RHYTHM.c.workspace_id == bindparam("workspace"), RHYTHM.c.group_id.in_(bindparam("groups", expanding=True)))
    .order_by(RHYTHM.c.from_period)
)


def rhythms(session: Session, groups: Collection[GroupId]) -> dict[GroupId, tuple[RhythmRow, ...]]:
    found: dict[GroupId, list[RhythmRow]] = {group: [] for group in groups}
    rows = session.execute(_RHYTHMS, {"workspace": session.workspace, "groups": list(groups)})
    for row in rows:
        found[GroupId(row.group_id)].append(
            RhythmRow(from_period=row.from_period, rhythm=Rhythm(row.rule), anchor=row.anchor)
        )
    return {group: tuple(theirs) for group, theirs in found.items()}


def pause(session: Session, turn: Turn, group: GroupId, from_day: date, until_day: date) -> None:
    values = {"group_id": group, "from_day": from_day, "until_day": until_day}
    session.insert(PAUSE, {"workspace_id": session.workspace, "id": turn.new_id(), **values})


def end_pauses(session: Session, group: GroupId, today: date) -> None:
    """Pauses that still run end today; one that has not begun leaves no trace."""
    mine = (PAUSE.c.workspace_id == session.workspace, PAUSE.c.group_id == group, PAUSE.c.until_day > today)
    session.execute(PAUSE.delete().where(*mine, PAUSE.c.from_day >= today))
    session.execute(update(PAUSE).where(*mine).values(until_day=today))


_PAUSES = (
    select(PAUSE.c.group_id, PAUSE.c.from_day, PAUSE.c.until_day)
    .where(PAUSE.c.workspace_id == bindparam("workspace"), PAUSE.c.group_id.in_(bindparam("groups", expanding=True)))
    .order_by(PAUSE.c.from_day, PAUSE.c.id)
)


def pauses(session: Session, groups: Collection[GroupId]) -> dict[GroupId, tuple[PauseFacts, ...]]:
    found: dict[GroupId, list[PauseFacts]] = defaultdict(list)
    for row in session.execute(_PAUSES, {"workspace": session.workspace, "groups": list(groups)}):
        found[GroupId(row.group_id)].append(PauseFacts(from_day=row.from_day, until_day=row.until_day))
    return {group: tuple(found[group]) for group in groups}
