"""The way from the edges to the services: worker threads, transactions, turns."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime
from typing import Concatenate, Final, ParamSpec, TypeVar
from uuid import UUID

from bot.app.fair_share import FairShare
from bot.app.many_writers import ManyWriters
from bot.app.one_writer import OneWriter
from bot.app.reference import current_reference, new_reference
from bot.app.writer import Writer
from bot.domain.turn import Caller, Turn
from bot.ports import Clock, Directory, UnknownWorkspace
from bot.services import fates
from storage.session import Database, Session

Result = TypeVar("Result")
P = ParamSpec("P")

READERS: Final = 4


def writer_for(database: Database) -> Writer:
    return OneWriter(database) if database.dialect == "sqlite" else ManyWriters(database)


class RunningBot:
    """Services are synchronous: one writer runs them for SQLite, several for PostgreSQL; what only reads has threads
    of its own.
    """

    def __init__(self, database: Database, *, clock: Clock, new_id: Callable[[], UUID], directory: Directory) -> None:
        self.clock = clock
        self.directory = directory
        self._database = database
        self._new_id = new_id
        self._writer = writer_for(database)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        self._workspaces: dict[tuple[str, str], int] = {}
        self.share = FairShare()
        self.wake: Callable[[], None] = lambda: None

    async def do(
        self,
        service: Callable[Concatenate[Session, Caller, Turn, P], Result],
        caller: Caller,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Result:
        turn, opened = self.turn(), list[Session]()
        self.share.somebody_acts()

        def work(session: Session) -> Result:
            opened.append(session)
            return service(session, caller, turn, *args, **kwargs)

        try:
            done = await self._writer.write(caller.workspace, work, short=True)
        finally:
            await self._follow_up(caller, opened)
        self.wake()
        return done

    async def ask(
        self,
        service: Callable[Concatenate[Session, Caller, Turn, P], Result],
        caller: Caller,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Result:
        turn, opened = self.turn(), list[Session]()
        self.share.somebody_acts()

        def work() -> Result:
            with self._database.read(caller.workspace) as session:
                opened.append(session)
                return service(session, caller, turn, *args, **kwargs)

        try:
            return await self._reading(work)
        finally:
            await self._follow_up(caller, opened)

    async def _follow_up(self, caller: Caller, opened: Sequence[Session]) -> None:
        """Somebody who was held to be unreachable has done something, be it in vain."""
        if any(session.returned for session in opened):
            await self.write(caller.workspace, lambda session, turn: fates.returned(session, caller, turn))
            self.wake()

    async def write(self, workspace: int | None, service: Callable[[Session, Turn], Result]) -> Result:
        """One transaction of the bot's own: a tick, a delivery."""
        turn = self.turn()
        return await self._writer.write(workspace, lambda session: service(session, turn))

    async def read(self, workspace: int | None, service: Callable[[Session, Turn], Result]) -> Result:
        turn = self.turn()

        def work() -> Result:
            with self._database.read(workspace) as session:
                return service(session, turn)

        return await self._reading(work)

    def begin(self) -> str:
        return new_reference()

    def reference(self) -> str:
        return current_reference()

    def turn(self) -> Turn:
        return Turn(now=self.now(), new_id=self._new_id, cause=current_reference())

    def now(self) -> datetime:
        return self.clock.now()

    def serve(self, *, enterprise: str, team: str, workspace: int) -> None:
        self._workspaces[enterprise, team] = workspace

    def workspace_of(self, enterprise: str | None, team: str | None) -> int:
        """An org install is known by its enterprise, any other by its team."""
        for key in ((enterprise or "", team or ""), (enterprise or "", ""), ("", team or "")):
            if key in self._workspaces:
                return self._workspaces[key]
        raise UnknownWorkspace

    def close(self) -> None:
        """Waits for the transactions that run."""
        self._writer.close()
        self._readers.shutdown(wait=True)
        self._database.close()

    async def _reading(self, work: Callable[[], Result]) -> Result:
        context = copy_context()
        return await asyncio.get_running_loop().run_in_executor(self._readers, lambda: context.run(work))
