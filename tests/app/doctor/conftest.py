"""A stand-in for Slack by the system's clock, and a place for a database that nobody has made."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app.clock import SystemClock
from playground.server import StandIn
from tests.stage import MANIFEST


@pytest.fixture
async def slack() -> AsyncIterator[StandIn]:
    async with StandIn(clock=SystemClock(), manifest=MANIFEST) as stand_in:
        yield stand_in


@pytest.fixture
def no_database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'rapport.db'}"
