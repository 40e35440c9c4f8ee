"""A database becomes today's: once, and completely or not at all."""

import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from multiprocessing import get_context
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, String, inspect, select, text
from sqlalchemy.exc import DBAPIError

from storage.engines import migrating_engine
from storage.migrations import SchemaUnknown, head, migrate, pending, revisions
from storage.migrations.running import ReferencesBroken, configuration
from storage.session import Database
from storage.tables import Workspace
from storage.urls import database_file, dialect_of, read_url
from tests import engines
from tests.storage.keep_revision import KEPT, ROW, SEAL, SEALED, SEALED_WORDS, WORKSPACE

TABLES = Workspace.metadata


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database that nobody has migrated."""
    with engines.empty_database(request.param, tmp_path) as url:
        yield url


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = migrating_engine(read_url(url))
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def tables(url: str) -> set[str]:
    with connected(url) as connection:
        return set(inspect(connection).get_table_names())


def partial_indexes(connection: Connection) -> dict[str, str]:
    """Each index that covers a part of its table only, with that part; PostgreSQL words the part in its own way."""
    source = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'",
        "postgresql": "SELECT indexname, '' FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '% WHERE %'",
    }
    found = connection.execute(text(source[connection.dialect.name]))
    return {name: sql.partition(" WHERE ")[2] for name, sql in found}


def test_the_migrations_make_the_tables_of_the_code(database_url: str) -> None:
    with connected(database_url) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), TABLES)

    assert differences == []


def test_an_index_on_what_is_due_covers_nothing_else(database_url: str) -> None:
    wanted = {
        str(index.name): str(where)
        for table in TABLES.tables.values()
        for index in table.indexes
        if (where := index.dialect_options["sqlite"]["where"]) is not None
    }

    with connected(database_url) as connection:
        found = partial_indexes(connection)

    assert wanted
    assert found.keys() == wanted.keys()
    assert database_url.startswith("postgresql") or found == wanted


def test_an_empty_database_is_migrated_once(empty_url: str, tmp_path: Path) -> None:
    due = pending(empty_url)

    first, second = migrate(empty_url), migrate(empty_url)

    assert (due, pending(empty_url)) == (True, False)
    assert (first, second) == (revisions(), [])
    assert tables(empty_url) == {*TABLES.tables, "alembic_version"}
    assert list(tmp_path.glob("*.before-*")) == []


def test_the_revisions_are_one_line_that_ends_where_alembic_says(database_url: str) -> None:
    with connected(database_url) as connection:
        script = ScriptDirectory.from_config(configuration(connection))

    assert script.get_heads() == [head()]
    assert [revision.revision for revision in script.walk_revisions()] == revisions()[::-1]


def test_of_two_who_migrate_at_once_one_does_it(empty_url: str) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        applied = list(pool.map(migrate, [empty_url, empty_url], timeout=60))

    assert sorted(applied) == [[], revisions()]


def test_a_migration_that_fails_changes_nothing(empty_url: str) -> None:
    with connected(empty_url) as connection:
        connection.execute(text("CREATE TABLE workspace (id INTEGER)"))

    with pytest.raises(DBAPIError, match="workspace"):
        migrate(empty_url)

    assert tables(empty_url) == {"workspace"}
    assert pending(empty_url)


def test_a_database_of_a_later_version_is_refused(database_url: str) -> None:
    with connected(database_url) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SchemaUnknown, match="revision 9999"):
        migrate(database_url)
    with pytest.raises(SchemaUnknown):
        pending(database_url)


def test_a_file_that_holds_something_is_copied_first(tmp_path: Path) -> None:
    file = tmp_path / "rapport.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript("CREATE TABLE note (words TEXT); INSERT INTO note VALUES ('kept')")
    file.chmod(0o640)

    migrate(f"sqlite:///{file}")

    copy = tmp_path / f"rapport.db.before-{head()}"
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT name, (SELECT words FROM note) FROM sqlite_master").fetchall() == [("note", "kept")]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rapport.db", copy.name]


def test_rows_that_point_at_nothing_stop_a_migration(tmp_path: Path) -> None:
    file = tmp_path / "rapport.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript(
            "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a (id)); INSERT INTO b VALUES (7)"
        )

    with pytest.raises(ReferencesBroken, match="b"):
        migrate(f"sqlite:///{file}")

    assert tables(f"sqlite:///{file}") == {"a", "b"}


def test_rebuilding_a_table_leaves_what_points_at_it(tmp_path: Path) -> None:
    with connected(f"sqlite:///{tmp_path}/rapport.db") as connection:
        connection.execute(text("CREATE TABLE a (id INTEGER PRIMARY KEY)"))
        connection.execute(text("CREATE TABLE b (a INTEGER REFERENCES a (id) ON DELETE CASCADE)"))
        connection.execute(text("INSERT INTO a VALUES (7)"))
        connection.execute(text("INSERT INTO b VALUES (7)"))

        with Operations(MigrationContext.configure(connection)).batch_alter_table("a", recreate="always") as batch:
            batch.add_column(Column("name", String))

        assert connection.execute(text("SELECT a.id, a.name, b.a FROM a, b")).all() == [(7, None, 7)]


def test_a_database_of_every_revision_is_kept() -> None:
    kept = sorted(file.name for file in KEPT.iterdir())

    assert kept == sorted(
        f"{revision}.{dialect}.sql" for revision in revisions() for dialect in ("sqlite", "postgresql")
    )


@pytest.mark.parametrize("revision", revisions())
def test_a_database_of_an_earlier_revision_is_read_by_todays_code(empty_url: str, revision: str) -> None:
    load(empty_url, revision)

    migrate(empty_url)

    with connected(empty_url) as connection:
        assert compare_metadata(MigrationContext.configure(connection), TABLES) == []
    with closing(Database.open(empty_url, SEAL)) as database:
        database.check_key()
        with database.read(WORKSPACE) as session:
            rows = {table.name: session.execute(select(table)).all() for table in TABLES.sorted_tables}
            words = {
                session.open(getattr(row, column), table=table, row=ROW, column=column)
                for table, found in rows.items()
                for row in found
                for column in SEALED & set(row._fields)
                if table != "key_check"
            }
    assert {name for name, found in rows.items() if not found} <= made_since(revision)
    assert words == {SEALED_WORDS}


def load(url: str, revision: str) -> None:
    where = read_url(url)
    sql = (KEPT / f"{revision}.{dialect_of(where)}.sql").read_text(encoding="utf-8")
    if dialect_of(where) == "sqlite":
        with closing(sqlite3.connect(database_file(where))) as connection:
            connection.executescript(sql)
    else:
        with psycopg.connect(url) as connection:
            connection.execute(sql)


def made_since(revision: str) -> set[str]:
    """The tables that the revision did not have."""
    kept = (KEPT / f"{revision}.sqlite.sql").read_text(encoding="utf-8")
    return {name for name in TABLES.tables if f'INSERT INTO "{name}"' not in kept}
