"""A fresh database of either engine, as durable as an operator's."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import psycopg

from storage.migrations import migrate
from storage.sealing import Seal, new_key
from storage.session import Database
from tests.postgres import DURABLE, postgres_cluster

KEY: Final = new_key()


@contextmanager
def migrated(engine: str) -> Iterator[str]:
    """The URL of an empty database with every table; PostgreSQL gets a cluster of its own, with its own defaults."""
    with ExitStack() as kept:
        if engine == "postgresql":
            url = kept.enter_context(postgres_cluster(DURABLE))
        else:
            folder = Path(tempfile.mkdtemp(prefix="rapport-bench-"))
            kept.callback(shutil.rmtree, folder)
            url = f"sqlite:///{folder / 'rapport.db'}"
        migrate(url)
        yield url


def settle(url: str) -> None:
    """What a database does by itself in the minutes after many rows came, so that it does none of it meanwhile."""
    if url.startswith("postgresql"):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
            connection.execute("CHECKPOINT")


@contextmanager
def opened(url: str) -> Iterator[Database]:
    database = Database.open(url, Seal([KEY]))
    database.check_key()
    try:
        yield database
    finally:
        database.close()
