"""Writing to SQLite: one work after the other in the order in which they came, and many in one commit.

A commit waits for the disk, which takes as long for many as for one. What is short is done on the loop, and only its
commit in a thread: a thread that worked beside the loop would take turns with it in Python, which costs both of them.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter
from typing import Any, Final

from sqlalchemy.exc import SQLAlchemyError

from bot.app.writer import Result, Work
from storage.session import Database, Session, Transaction

Outcome = Callable[[], None]
"""Tells whoever waits what came of their work."""

TOGETHER_SECONDS: Final = 0.005
"""No more is begun in one transaction after this, so that an answer waits for two short groups at most."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Waiting:
    workspace: int | None
    work: Work[Any]
    short: bool
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
    """When one of several fails, all are rolled back and each is done again in a transaction of its own, so that
    nobody's error is another's.

    While another process holds the lock nothing waits for it on the loop: that is done in the thread.
    """

    def __init__(self, database: Database, *, together: float = TOGETHER_SECONDS) -> None:
        self._database = database
        self._together = together
        self._waiting: deque[_Waiting] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._writing = False

    async def write(self, workspace: int | None, work: Work[Result], *, short: bool = False) -> Result:
        waiting = _Waiting(workspace=workspace, work=work, short=short)
        self._waiting.append(waiting)
        if not self._writing:
            self._writing = True
            loop = asyncio.get_running_loop()
            loop.call_soon(self._next, loop)  # after all that the loop has at hand, which may bring more
        result: Result = await waiting.done
        return result

    def close(self) -> None:
        """What still waits is done here: the loop may never come to it."""
        self._thread.shutdown(wait=True)
        while self._waiting:
            self._alone(self._waiting.popleft())()

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        """The next transaction, if anything waits; no other one runs now."""
        if not self._waiting:
            self._writing = False
            return
        opened = self._database.begin_at_once() if self._waiting[0].short else None
        if opened is None:
            self._in_thread(loop, self._long)
        else:
            self._on_loop(loop, opened)

    def _on_loop(self, loop: asyncio.AbstractEventLoop, opened: Transaction) -> None:
        group: list[_Waiting] = []
        results: list[object] = []
        until = perf_counter() + self._together
        try:
            while self._waiting and self._waiting[0].short and (not group or perf_counter() < until):
                group.append(self._waiting.popleft())
                results.append(group[-1].do(opened.session))
        except Exception as error:  # noqa: BLE001  # it goes to whoever waits for it
            failed = error
            self._in_thread(loop, lambda: self._roll_back(opened, group, failed))
        else:
            self._in_thread(loop, lambda: self._commit(opened, group, results))

    def _roll_back(self, opened: Transaction, group: list[_Waiting], error: Exception) -> list[Outcome]:
        with suppress(SQLAlchemyError):  # a connection that cannot even do that is not used again
            opened.roll_back()
        return self._failed(group, error)

    def _failed(self, group: list[_Waiting], error: Exception) -> list[Outcome]:
        return [partial(group[0].raised, error)] if len(group) == 1 else [self._alone(each) for each in group]

    def _in_thread(self, loop: asyncio.AbstractEventLoop, write: Callable[[], list[Outcome]]) -> None:
        def run() -> None:
            loop.call_soon_threadsafe(self._told, loop, write())

        self._thread.submit(run)

    def _told(self, loop: asyncio.AbstractEventLoop, outcomes: list[Outcome]) -> None:
        """Whoever waited goes on first: what they answer with leaves before the next transaction takes its time."""
        for tell in outcomes:
            tell()
        loop.call_soon(self._next, loop)

    def _commit(self, opened: Transaction, group: list[_Waiting], results: list[object]) -> list[Outcome]:
        try:
            opened.commit()
        except Exception as error:  # noqa: BLE001  # it goes to whoever waits for it
            return self._failed(group, error)
        return _done(group, results)

    def _long(self) -> list[Outcome]:
        group = [self._waiting.popleft()]
        try:
            with self._database.write() as session:
                results = [group[0].do(session), *self._more(session, group)]
        except Exception as error:  # noqa: BLE001  # it goes to whoever waits for it
            return self._failed(group, error)
        return _done(group, results)

    def _more(self, session: Session, group: list[_Waiting]) -> Iterator[object]:
        until = perf_counter() + self._together
        while self._waiting and perf_counter() < until:
            group.append(self._waiting.popleft())
            yield group[-1].do(session)

    def _alone(self, waiting: _Waiting) -> Outcome:
        try:
            with self._database.write() as session:
                result = waiting.do(session)
        except Exception as error:  # noqa: BLE001  # it goes to whoever waits for it
            return partial(waiting.raised, error)
        return partial(waiting.returned, result)


def _done(group: list[_Waiting], results: list[object]) -> list[Outcome]:
    return [partial(each.returned, result) for each, result in zip(group, results, strict=True)]
