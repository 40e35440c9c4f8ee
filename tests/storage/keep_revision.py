"""python -m tests.storage.keep_revision: keeps a database of the newest revision, a row in each table, as SQL text.

Run it once, when a revision lands; what was kept of earlier ones stays as it is.
"""

import base64
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import JSON, Boolean, Column, Date, Enum, Integer, Table, Time, Uuid, insert
from sqlmodel import AutoString

from storage.migrations import head, migrate
from storage.sealing import Seal
from storage.session import Database
from storage.tables import Workspace
from storage.types import UtcDateTime
from tests import postgres

KEPT: Final = Path(__file__).parent / "revisions"
SEAL: Final = Seal([base64.urlsafe_b64encode(b"a key that all the world may see").decode()])
SEALED: Final = frozenset({"sealed", "focus", "site", "outside_contact", "purpose", "questions"})
SEALED_WORDS: Final = "words that a person typed"
WORKSPACE: Final = 1
# Of every row in every table, so that each reference finds its row.
ROW: Final = UUID(int=1)

_SAMPLES: Final[dict[type, object]] = {
    Uuid: ROW,
    Boolean: True,
    Integer: WORKSPACE,
    AutoString: "sample",
    JSON: {"sample": 1},
    Date: date(2026, 2, 28),
    Time: time(9, 30),
    UtcDateTime: datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
}


def keep_sqlite() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rapport.db"
        _fill(f"sqlite:///{file}")
        with closing(sqlite3.connect(file)) as connection:
            _write("sqlite", connection.iterdump())


def keep_postgresql() -> None:
    with postgres.postgres_cluster() as url:
        _fill(url)
        _write("postgresql", _in_any_version(postgres.dump(url)))


def _fill(url: str) -> None:
    migrate(url)
    with closing(Database.open(url, SEAL)) as database:
        database.check_key()
        with database.write() as session:
            for table in Workspace.metadata.sorted_tables:
                if table.name != "key_check":
                    session.execute(insert(table), {column.name: _sample(table, column) for column in table.columns})


def _sample(table: Table, column: Column[Any]) -> object:
    if column.name in SEALED:
        return SEAL.seal(SEALED_WORDS, workspace=WORKSPACE, table=table.name, row=ROW, column=column.name)
    if isinstance(column.type, Enum):
        return next(iter(column.type.python_type))
    return _SAMPLES[type(column.type)]


def _in_any_version(dump: str) -> Iterator[str]:
    """Without what one version of PostgreSQL says and another does not understand."""
    for line in dump.splitlines():
        if line and not line.startswith(("SET ", "--", "\\", "SELECT pg_catalog.set_config")):
            yield line


def _write(dialect: str, lines: Iterator[str]) -> None:
    (KEPT / f"{head()}.{dialect}.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    keep_sqlite()
    keep_postgresql()
