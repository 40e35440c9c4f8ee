"""A place for a database that nobody has made."""

from pathlib import Path

import pytest


@pytest.fixture
def no_database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'rapport.db'}"
