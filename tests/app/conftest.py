"""A stand-in for Slack by the system's clock."""

from collections.abc import AsyncIterator

import pytest

from bot.app.clock import SystemClock
from playground.server import StandIn
from tests.stage import MANIFEST


@pytest.fixture
async def slack() -> AsyncIterator[StandIn]:
    async with StandIn(clock=SystemClock(), manifest=MANIFEST) as stand_in:
        yield stand_in
