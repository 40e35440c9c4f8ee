"""Threads that write: several for PostgreSQL, one for SQLite, which commits together what waits together."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Final, Protocol, TypeVar

from sqlalchemy.exc import OperationalError

from storage.session import Database, Session

Result = TypeVar("Result")
Work = Callable[[Session], Result]

WRITERS: Final = 4
"""Enough to keep PostgreSQL's commits together; more of them would only wait for each other's turn in Python."""

TOGETHER_SECONDS: Final = 0.005
"""No more is begun in one transaction after this, so that an answer waits for two short groups at most."""


TRIES: Final = 3
DEADLOCK: Final = "40P01"
"""PostgreSQL rolls one of two back that wait for each other (https://www.postgresql.org/docs/current/errcodes-appendix.html).

Locks have one order, so this is rare; nothing of the one rolled back was kept, and it may be done again.
"""


class Writer(Protocol):
    async def write(self, workspace: int | None, work: Work[Result]) -> Result:
        """Returns when it is committed; whatever is raised inside leaves nothing behind."""

    def close(self) -> None:
        """Waits for the transactions that run."""


def writer_for(database: Database) -> Writer:
    return OneWriter(database) if database.dialect == "sqlite" else ManyWriters(database)


class ManyWriters:
    """A thread and a transaction for each work; the database orders them by its locks and gathers their commits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._threads = ThreadPoolExecutor(WRITERS, thread_name_prefix="write")

    async def write(self, workspace: int | None, work: Work[Result]) -> Result:
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


@dataclass(frozen=True, kw_only=True, slots=True)
class _Waiting:
    workspace: int | None
    work: Work[Any]
    context: Context = field(default_factory=copy_context)
    done: asyncio.Future[Any] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def do(self, session: Session) -> object:
        bound = session if self.workspace is None else session.within(self.workspace)
        return self.context.run(self.work, bound)

    def returned(self, result: object) -> None:
        if not self.done.done():
            self.done.set_result(result)

    def raised(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)


class OneWriter:
    """Works one after the other in the order in which they came, and as many as wait in one transaction.

    A commit waits for the disk, which takes as long for many as for one. When one of several fails, all are rolled
    back and each is done again in a transaction of its own, so that nobody's error is another's.
    """

    def __init__(self, database: Database, *, together: float = TOGETHER_SECONDS) -> None:
        self._database = database
        self._together = together
        self._waiting: deque[_Waiting] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._called = False

    async def write(self, workspace: int | None, work: Work[Result]) -> Result:
        waiting = _Waiting(workspace=workspace, work=work)
        self._waiting.append(waiting)
        if not self._called:
            self._called = True
            loop = asyncio.get_running_loop()
            loop.call_soon(self._call, loop)
        result: Result = await waiting.done
        return result

    def close(self) -> None:
        self._thread.shutdown(wait=True)

    def _call(self, loop: asyncio.AbstractEventLoop) -> None:
        """After all that the loop has at hand: a thread that runs beside it takes turns with it, which costs both."""
        self._called = False
        self._thread.submit(self._write, loop)

    def _write(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._waiting:
            self._write_together(loop)

    def _write_together(self, loop: asyncio.AbstractEventLoop) -> None:
        group = [self._waiting.popleft()]
        try:
            with self._database.write() as session:
                results = [group[0].do(session), *self._more(session, group)]
        except Exception as error:  # noqa: BLE001  # it goes to whoever waits for it
            if len(group) == 1:
                loop.call_soon_threadsafe(group[0].raised, error)
            else:
                self._one_by_one(loop, group)
            return
        loop.call_soon_threadsafe(_all_returned, group, results)

    def _more(self, session: Session, group: list[_Waiting]) -> Iterator[object]:
        until = perf_counter() + self._together
        while self._waiting and perf_counter() < until:
            group.append(self._waiting.popleft())
            yield group[-1].do(session)

    def _one_by_one(self, loop: asyncio.AbstractEventLoop, group: list[_Waiting]) -> None:
        for waiting in group:
            try:
                with self._database.write() as session:
                    result = waiting.do(session)
            except Exception as error:  # noqa: BLE001  # it goes to whoever waits for it
                loop.call_soon_threadsafe(waiting.raised, error)
            else:
                loop.call_soon_threadsafe(waiting.returned, result)


def _all_returned(group: list[_Waiting], results: list[object]) -> None:
    for waiting, result in zip(group, results, strict=True):
        waiting.returned(result)
