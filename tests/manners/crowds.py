"""Bringing in more people than Slack lets the bot look up at once."""

import asyncio
from datetime import timedelta
from typing import Final

from bot.services.importing import Imported
from tests.stage import Stage

A_SECOND: Final = timedelta(seconds=1)


async def bring_all(there: Stage, csv: str, *, coordinator: str, backup: str) -> Imported:
    """The clock goes on while the import waits for the platform's limits, so it is some minutes later afterwards."""
    bringing = asyncio.ensure_future(there.bring(csv, coordinator=coordinator, backup=backup))
    while not bringing.done():
        await asyncio.wait({bringing}, timeout=0.02)
        there.clock.move_to(there.clock.now() + A_SECOND)
    return await bringing
