"""The way from the edges to the services: transactions and turns."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from bot.app.at_once import AtOnce
from bot.app.fair_share import FairShare
from bot.app.many_writers import ManyWriters
from bot.app.one_writer import OneWriter
from bot.app.readers import Readers
from bot.app.reference import current_reference, new_reference
from bot.app.writer import Reader, Writer
from bot.domain.turn import Caller, Turn
from bot.ports import Clock, Directory, UnknownWorkspace
from bot.services import fates
from storage.session import Database, Session

Result = TypeVar("Result")
P = ParamSpec("P")


def writer_for(database: Database) -> Writer:
    return OneWriter(database) if database.dialect == "sqlite" else ManyWriters(database)


class RunningBot:
    """Services are synchronous: one writer runs them for SQLite, several for PostgreSQL; what only reads has threads
    of its own. Of a `throwaway` database everything is done at once, where it is asked for.
    """

    def __init__(
        self,
        database: Database,
        *,
        clock: Clock,
        new_id: Callable[[], UUID],
        directory: Directory,
        throwaway: bool = False,
    ) -> None:
        self.clock = clock
        self.directory = directory
        self._database = database
        self._new_id = new_id
        self._writer: Writer = AtOnce(database) if throwaway else writer_for(database)
        self._reader: Reader = AtOnce(database) if throwaway else Readers(database)
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

        def work(session: Session) -> Result:
            opened.append(session)
            return service(session, caller, turn, *args, **kwargs)

        try:
            return await self._reader.read(caller.workspace, work)
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
        return await self._reader.read(workspace, lambda session: service(session, turn))

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
        self._reader.close()
        self._database.close()
