"""Transactions done where they are asked for, one after the other, without a thread.

For a database that nobody else uses and that nothing of is to survive, as the playground's: ten thousand short
transactions take longer to hand to a thread and back than to do. What waits for nothing must let others go first.
"""

import asyncio

from bot.app.writer import Result, Work
from storage.session import Database


class AtOnce:
    """Writes and reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def write(self, workspace: int | None, work: Work[Result], *, short: bool = False) -> Result:
        await asyncio.sleep(0)
        with self._database.write(workspace) as session:
            return work(session)

    async def read(self, workspace: int | None, work: Work[Result]) -> Result:
        await asyncio.sleep(0)
        with self._database.read(workspace) as session:
            return work(session)

    def close(self) -> None:
        """Nothing waits here."""
