"""Writing to PostgreSQL: a thread and a transaction for each work."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Final

from sqlalchemy.exc import OperationalError

from bot.app.writer import Result, Work
from storage.session import Database

WRITERS: Final = 6
"""While some wait for PostgreSQL the others work. With four, a form takes a tenth more of the processor, since it falls
asleep more often; eight carry no more."""

TRIES: Final = 3
DEADLOCK: Final = "40P01"
"""PostgreSQL rolls one of two back that wait for each other (https://www.postgresql.org/docs/current/errcodes-appendix.html).

Locks have one order, so this is rare; nothing of the one rolled back was kept, and it may be done again.
"""


class ManyWriters:
    """The database orders works by its locks and gathers their commits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._threads = ThreadPoolExecutor(WRITERS, thread_name_prefix="write")

    async def write(self, workspace: int | None, work: Work[Result], *, short: bool = False) -> Result:
        """In a thread even if it is `short`: it may wait for another replica's lock."""
        context = copy_context()

        def alone() -> Result:
            with self._database.write(workspace) as session:
                return context.run(work, session)

        def until_nobody_is_in_the_way() -> Result:
            for _ in range(TRIES - 1):
                try:
                    return alone()
                except OperationalError as error:
                    if not is_deadlock(error):
                        raise
            return alone()

        return await asyncio.get_running_loop().run_in_executor(self._threads, until_nobody_is_in_the_way)

    def close(self) -> None:
        self._threads.shutdown(wait=True)


def is_deadlock(error: OperationalError) -> bool:
    return getattr(error.orig, "sqlstate", None) == DEADLOCK
