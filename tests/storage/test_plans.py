"""No question of the bot's reads a whole workspace for a few rows: SQLite's plans of everything that a story asks."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Engine, event

from tests.engines import migrated_database
from tests.stage import stage

WHOLE: Final = re.compile(
    r"SCAN (?P<all>\w+)|SEARCH (?P<workspace>\w+) USING (?:COVERING )?INDEX \S+ \(workspace_id=\?\)"
)
SMALL: Final = {"alembic_version", "key_check", "workspace", "programme", "coordinator", "participant", "uptime"}
"""Tables with few rows, which may be read whole."""

Asked = dict[str, Any]


@pytest.fixture
def database_file(tmp_path: Path) -> Iterator[Path]:
    with migrated_database("sqlite", tmp_path):
        yield tmp_path / "rapport.db"


async def test_nothing_in_a_story_reads_a_whole_workspace(database_file: Path) -> None:
    asked: Asked = {}

    with _listening(asked):
        await _six_weeks(f"sqlite:///{database_file}")

    assert len(asked) > 50
    assert [(plan, statement) for statement, plan in _plans(database_file, asked) if _reads_all(plan)] == []


async def _six_weeks(database_url: str) -> None:
    """Introduced, asked, reminded, answered by a click and by words, closed."""
    people = {"Maria Santos": "Europe/Lisbon", "Tom Okafor": "Europe/London"}
    async with stage(database_url, start=datetime(2026, 9, 7, 6, tzinfo=UTC), people=people) as there:
        ana, ben = there.add("Ana Pereira", "Europe/Lisbon"), there.add("Ben Clarke", "Europe/London")
        await there.bring(f"mentor,mentee\n{ana.id},{ben.id}\n", coordinator="Maria", backup="Tom")
        await there.pass_by(weeks=6)
        await ana.clicks("We met")
        await ben.posts("We talked about the draft.")
        await there.now()
        await there.pass_by(weeks=2)


@contextmanager
def _listening(asked: Asked) -> Iterator[None]:
    def hear(_c: object, _cursor: object, statement: str, parameters: Any, _context: object, many: bool) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            asked[statement] = parameters[0] if many else parameters

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def _plans(file: Path, asked: Asked) -> Iterator[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        for statement, parameters in asked.items():
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters):
                yield statement, row[3]


def _reads_all(plan: str) -> bool:
    """A partial index holds only what waits, so it may be read from end to end."""
    found = WHOLE.match(plan)
    if found is None or re.search(r"USING (COVERING )?INDEX ix_\w+_(due|flight)", plan):
        return False
    table = found["all"] or found["workspace"]
    return table not in SMALL and not table.startswith(("anon_", "subquery", "CONSTANT"))
