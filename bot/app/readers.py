"""Reading: each transaction in a thread, beside the others and beside whoever writes."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Final

from bot.app.writer import Result, Work
from storage.session import Database

READERS: Final = 4


class Readers:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="read")

    async def read(self, workspace: int | None, work: Work[Result]) -> Result:
        context = copy_context()

        def run() -> Result:
            with self._database.read(workspace) as session:
                return context.run(work, session)

        return await asyncio.get_running_loop().run_in_executor(self._threads, run)

    def close(self) -> None:
        self._threads.shutdown(wait=True)
