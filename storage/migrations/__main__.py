"""python -m storage.migrations "what changes": writes the next revision from storage.tables.

Read it, mend it, format it; then `python -m tests.storage.keep_revision`.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from storage.engines import migrating_engine
from storage.migrations import migrate, revisions
from storage.migrations.running import configuration
from storage.urls import read_url


def write_revision(message: str) -> None:
    """Compares a new SQLite database at the last revision with the tables."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'today.db'}"
        if revisions():
            migrate(url)
        engine = migrating_engine(read_url(url))
        with engine.begin() as connection:
            number = f"{len(revisions()) + 1:04}"
            command.revision(configuration(connection), message, autogenerate=True, rev_id=number)
        engine.dispose()


if __name__ == "__main__":
    write_revision(" ".join(sys.argv[1:]))
