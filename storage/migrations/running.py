"""Running Alembic: its configuration in code, under a lock, after a copy of the file."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, inspect, text

from storage.engines import migrating_engine
from storage.migrations import VERSIONS, head, revision_of, revisions
from storage.migrations.statistics import tell_the_planner
from storage.urls import database_file

# Any number that nobody else locks in the same PostgreSQL database.
_ADVISORY_LOCK: Final = 7_277_678


class ReferencesBroken(Exception):
    """A migration left rows that point at nothing; it was rolled back."""


def upgrade(where: URL) -> list[str]:
    """The revisions applied, in one transaction. Raises SchemaUnknown, ReferencesBroken."""
    engine = migrating_engine(where)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "sqlite":
                return _upgrade_sqlite(connection, database_file(where))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})
            return _upgrade(connection)
    finally:
        engine.dispose()


def configuration(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def _upgrade_sqlite(connection: Connection, file: Path) -> list[str]:
    """The transaction began with the write lock; a reader beside it copies what was last committed."""
    if revision_of(connection) != head() and inspect(connection).get_table_names():
        _copy(file, file.with_name(f"{file.name}.before-{head()}"))
    applied = _upgrade(connection)
    if applied:
        tell_the_planner(connection)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise ReferencesBroken(", ".join(sorted({row[0] for row in broken})))
    return applied


def _upgrade(connection: Connection) -> list[str]:
    before = revision_of(connection)
    if before == head():
        return []
    command.upgrade(configuration(connection), "head")
    return [revision for revision in revisions() if before is None or revision > before]


def _copy(file: Path, copy: Path) -> None:
    """Under its name only when complete, and readable by nobody who cannot read the original."""
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    shutil.copymode(file, unfinished)
    unfinished.replace(copy)
