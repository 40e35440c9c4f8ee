"""Migrated, empty databases for tests: copies of a template that the first test of a run makes for all its workers."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

import pytest

from storage.migrations import migrate
from tests import memory, postgres

ONLY_POSTGRESQL: Final = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
ONLY_SQLITE: Final = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

_RUN: Final = "RAPPORT_TEST_RUN"
_PREFIX: Final = "rapport-run-"
_TEMPLATE: Final = "rapport_template"


@contextmanager
def run_of_tests() -> Iterator[None]:
    """Around everything, in the process that starts the tests: its workers inherit the folder by the environment."""
    _clear_up_after_killed_runs()
    memory.keep_files_in_memory()
    run = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=memory.short_folder()))
    with (run / "owner").open("w") as owner:
        fcntl.flock(owner, fcntl.LOCK_EX)
        os.environ[_RUN] = str(run)
        try:
            yield
        finally:
            _remove(run)


def _clear_up_after_killed_runs() -> None:
    for owner in (owner for folder in (memory.DISK, memory.MEMORY) for owner in folder.glob(f"{_PREFIX}*/owner")):
        with suppress(OSError), owner.open("a") as left:  # another person's, or one that is still alive
            fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(owner.parent)


def _remove(run: Path) -> None:
    postgres.stop(run / "postgres")
    shutil.rmtree(run)


@contextmanager
def migrated_database(engine: str, folder: Path) -> Iterator[str]:
    """The URL of a database of `engine` (sqlite, postgresql) with every table and no row; a file lies in `folder`."""
    if engine == "sqlite":
        shutil.copy(_sqlite_template(), folder / "rapport.db")
        yield f"sqlite:///{folder / 'rapport.db'}"
    else:
        with _postgres_database(_TEMPLATE) as url:
            yield url


@contextmanager
def empty_database(engine: str, folder: Path) -> Iterator[str]:
    """The URL of a database without tables."""
    if engine == "sqlite":
        yield f"sqlite:///{folder / 'rapport.db'}"
    else:
        with _postgres_database("template0") as url:
            yield url


def count_rows(url: str) -> None:
    """For a story that is over before PostgreSQL counts by itself: until then it plans without a number."""
    if url.startswith("postgresql"):
        postgres.analyze(url)


@contextmanager
def _postgres_database(template: str) -> Iterator[str]:
    home = _cluster()
    name = f"test_{uuid4().hex}"
    postgres.create_database(home, name, template=template)
    yield postgres.url_of(home, name)
    postgres.drop_database(home, name)


def _sqlite_template() -> Path:
    with _once_a_run() as run:
        template = run / "template.db"
        if not template.exists():
            unfinished = run / "unfinished.db"
            migrate(f"sqlite:///{unfinished}")
            unfinished.rename(template)
        return template


def _cluster() -> Path:
    with _once_a_run() as run:
        home = run / "postgres"
        if not home.exists():
            home.mkdir()
            run.chmod(0o755)
            postgres.start(home, postgres.FAST)
            postgres.create_database(home, _TEMPLATE, template="template0")
            migrate(postgres.url_of(home, _TEMPLATE))
        return home


@contextmanager
def _once_a_run() -> Iterator[Path]:
    """The run's folder, locked against its other workers."""
    run = Path(os.environ[_RUN])
    with (run / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield run
