"""The page's live line: a WebSocket that says what has changed on the screen a page shows, and nothing else.

The page says `{"look": number, "person": id, "channel": id or null, "newest": 100, "thread": ts or null}` whenever
it turns to something else. Each push is an object with the `look` that it answers, `now`, `version`, and of the
following those that differ from what this page was last told:

people          everyone, for names and the switcher
conversations   a summary each, see shown.as_summary
open            {channel, order: [ts], messages: [those that changed], earlier: whether there are more}
thread          {ts, order, messages} or null
view            the modal on top or null, with view_errors and view_depth
home            the Home or null
unknown         true where there is no such person
due             the moment of the next event or null; in a push of its own, for it may take long to find
"""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any, Final, Protocol

from aiohttp import WSCloseCode, WSMsgType, web

from playground.clock import Clock, TimeMachine
from playground.glance import Glance
from playground.guard import is_from_here
from playground.people import Person
from playground.shapes import Json
from playground.workspace import Workspace

PAUSE: Final = 0.03
"""Real seconds between two pushes at least, so that a burst of changes is one."""

_SHARE: Final = 4
"""A push that took long is followed by a pause so many times as long: a year that passes is not to wait for pages."""

_CLOCK_EVERY: Final = 0.5
"""Real seconds after which a page learns that the clock was moved though nothing happened."""

_DUE_PAUSE: Final = 0.3


class Stage(Protocol):
    """The part of the stand-in that the live line needs."""

    clock: Clock
    time_machine: TimeMachine | None
    people: dict[str, Person]
    workspace: Workspace


class Live:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._sockets: set[web.WebSocketResponse] = set()

    async def stop(self, _: web.Application) -> None:
        """The server goes; pages wait for another one."""
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/playground/live", self._connect)]

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        if not is_from_here(request):
            return web.json_response({"error": "not from here"}, status=403)
        socket = web.WebSocketResponse(heartbeat=30, compress=False)
        await socket.prepare(request)
        line = _Line(self._stage, socket)
        self._stage.workspace.watchers.add(line.stir)
        self._sockets.add(socket)
        tasks = [asyncio.ensure_future(line.push()), asyncio.ensure_future(line.push_due())]
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    line.hear(json.loads(message.data))
        finally:
            self._stage.workspace.watchers.discard(line.stir)
            self._sockets.discard(socket)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return socket


class _Line:
    """One page that is connected."""

    def __init__(self, stage: Stage, socket: web.WebSocketResponse) -> None:
        self._stage = stage
        self._socket = socket
        self._look: object = None
        self._pushes = 0
        self._glance: Glance | None = None
        self._told_at: datetime | None = None
        self._stirred = asyncio.Event()
        self._due_stirred = asyncio.Event()

    def stir(self) -> None:
        self._stirred.set()
        self._due_stirred.set()

    def hear(self, said: Json) -> None:
        """The page turned to something else."""
        person = self._stage.people.get(str(said.get("person")))
        if said.get("heard", self._pushes) != self._pushes:
            self._glance = None
        if person is None:
            self._glance = None
        elif self._glance is None or self._glance.person is not person:
            self._glance = Glance(self._stage.workspace, self._stage.people, person)
        if self._glance:
            self._glance.turn(said)
        self._look = said.get("look")
        self.stir()

    async def push(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await self._until_something()
            began = loop.time()
            self._told_at = self._stage.clock.now()
            news = self._glance.changes() if self._glance else {"unknown": True}
            self._pushes += 1
            told = {"look": self._look, "push": self._pushes, "now": self._told_at.isoformat(), **news}
            if self._look is not None and not await self._send(told):
                return
            await asyncio.sleep(max(PAUSE, _SHARE * (loop.time() - began)))

    async def push_due(self) -> None:
        last: object = ()
        while True:
            await self._due_stirred.wait()
            self._due_stirred.clear()
            machine = self._stage.time_machine
            due = await machine.next_moment() if machine else None
            if due != last and not await self._send({"due": due.isoformat() if due else None}):
                return
            last = due
            await asyncio.sleep(_DUE_PAUSE)

    async def _until_something(self) -> None:
        """A change, or a clock that somebody moved."""
        while not self._stirred.is_set() and self._told_at in (None, self._stage.clock.now()):
            with suppress(TimeoutError):
                async with asyncio.timeout(_CLOCK_EVERY):
                    await self._stirred.wait()
        self._stirred.clear()

    async def _send(self, said: Json) -> bool:
        try:
            await self._socket.send_json(said, dumps=_compact)
        except ConnectionError:
            return False
        return True


_compact: Final[Callable[[Any], str]] = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
