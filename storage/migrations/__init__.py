"""Bringing a database to today's tables. Alembic is slow to import, so it is imported only when there is work."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from storage.engines import reading_engine
from storage.urls import database_file, dialect_of, read_url

VERSIONS: Final = Path(__file__).parent / "versions"


class SchemaUnknown(Exception):
    """The database is at a revision that this version of the bot has never heard of: it is older than the database."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"The database is at revision {revision}, and this version of Rapport ends at {head()}.")


def revisions() -> list[str]:
    """Every revision, oldest first. They are numbered without branches: 0001_first.py, 0002_…"""
    return sorted(file.name.partition("_")[0] for file in VERSIONS.glob("[0-9]*_*.py"))


def head() -> str:
    return revisions()[-1]


def pending(url: str) -> bool:
    """Whether `migrate` has something to do. Raises SchemaUnknown, BadUrl."""
    where = read_url(url)
    if dialect_of(where) == "sqlite" and not database_file(where).exists():
        return True
    engine = reading_engine(where)
    try:
        with engine.begin() as connection:
            return revision_of(connection) != head()
    finally:
        engine.dispose()


def migrate(url: str) -> list[str]:
    """The revisions that were applied, oldest first: all of them or, when one fails, none.

    Only one process at a time does it; others wait and find nothing left to do. A SQLite file that holds something is
    copied first, to `<file>.before-<revision>`. Raises SchemaUnknown, BadUrl.
    """
    if not pending(url):
        return []
    from storage.migrations.running import upgrade

    return upgrade(read_url(url))


def revision_of(connection: Connection) -> str | None:
    """None for a database without tables. Raises SchemaUnknown."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision is not None and revision not in revisions():
        raise SchemaUnknown(revision)
    return revision
