"""Socket Mode: up to ten connections, each payload to any one of them.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from aiohttp import WSMsgType, web

from playground.delivery import Ack, Delivery, NotAckedError
from playground.faults import Faults
from playground.ids import Ids
from playground.shapes import Json

MOST_CONNECTIONS: Final = 10
"""https://docs.slack.dev/apis/events-api/using-socket-mode"""

CONNECTION_LIFE: Final = 18_060
"""Seconds that `hello` promises; nothing here ends a connection by age, `refresh` does it on demand."""

_RECONNECT_GRACE: Final = 1.0
"""Real seconds in which a line that was up before may come back before a delivery counts as missed."""


@dataclass(eq=False)
class Connection:
    socket: web.WebSocketResponse
    transport: asyncio.Transport | None
    waiting: dict[str, asyncio.Future[Ack]] = field(default_factory=dict)
    """The envelopes sent on this connection and not yet acknowledged."""
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    def drop(self) -> None:
        for answer in self.waiting.values():
            if not answer.done():
                answer.set_exception(NotAckedError("timeout"))


class Sockets:
    """The app's connections."""

    def __init__(self, *, ids: Ids, app_id: str, ack_seconds: float, faults: Faults) -> None:
        self.open: list[Connection] = []
        self._ids = ids
        self._app_id = app_id
        self._ack_seconds = ack_seconds
        self._faults = faults
        self._tickets: set[str] = set()
        self._came = asyncio.Event()
        self._was_up = False

    def ticket(self) -> str:
        """A one-use pass for one connection."""
        ticket = self._ids.envelope()
        self._tickets.add(ticket)
        return ticket

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """The websocket's address; a ticket used twice is turned away (how Slack words that is not documented)."""
        if request.query.get("ticket", "") not in self._tickets:
            return web.Response(status=403, text="this ticket was used or never given")
        self._tickets.discard(request.query["ticket"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if len(self.open) >= MOST_CONNECTIONS:
            await socket.send_json(self._farewell("too_many_websockets"))
            await socket.close()
            return socket
        await self._serve(Connection(socket, request.transport))
        return socket

    async def hand_over(self, delivery: Delivery) -> Ack:
        connection = await self._any()
        envelope = self._ids.envelope()
        answer: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope] = answer
        try:
            async with asyncio.timeout(self._ack_seconds):
                await connection.socket.send_json(_envelope(envelope, delivery))
                if self._faults.take("delivery", "cut_socket"):
                    self.cut(connection)
                return await answer
        except (TimeoutError, ConnectionError) as missing:
            raise NotAckedError("timeout") from missing
        finally:
            del connection.waiting[envelope]

    async def refresh(self) -> None:
        """Do what Slack does to every connection now and then: warn, wait for the app to leave, close."""
        leaving = list(self.open)
        for connection in leaving:
            await connection.socket.send_json(self._farewell("warning"))
        with suppress(TimeoutError):
            async with asyncio.timeout(_RECONNECT_GRACE):
                await asyncio.gather(*(each.gone.wait() for each in leaving))
        for connection in [each for each in leaving if each in self.open]:
            await connection.socket.send_json(self._farewell("refresh_requested"))
            await connection.socket.close()

    def cut(self, connection: Connection | None = None) -> None:
        """Break a connection, or all of them, without a word."""
        for each in [connection] if connection else list(self.open):
            each.drop()
            self._gone(each)
            if each.transport:
                each.transport.abort()

    async def _serve(self, connection: Connection) -> None:
        self.open.append(connection)
        await connection.socket.send_json(self._hello())
        self._was_up = True
        self._came.set()
        try:
            async for message in connection.socket:
                if message.type is WSMsgType.TEXT:
                    _receive(connection, json.loads(message.data))
        finally:
            connection.drop()
            self._gone(connection)

    def _gone(self, connection: Connection) -> None:
        connection.gone.set()
        if connection in self.open:
            self.open.remove(connection)
        if not self.open:
            self._came.clear()

    async def _any(self) -> Connection:
        """One of the connections. Nothing is promised while none is open: the delivery is then missed."""
        if not self.open and self._was_up:
            with suppress(TimeoutError):
                async with asyncio.timeout(min(_RECONNECT_GRACE, self._ack_seconds)):
                    await self._came.wait()
        if not self.open:
            raise NotAckedError("timeout")
        return self.open[self._ids.pick(len(self.open))]

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.open),
            "debug_info": {"host": "stand-in", "approximate_connection_time": CONNECTION_LIFE},
            "connection_info": {"app_id": self._app_id},
        }

    def _farewell(self, reason: str) -> Json:
        return {"type": "disconnect", "reason": reason, "debug_info": {"host": "stand-in"}}


def _receive(connection: Connection, said: Json) -> None:
    answer = connection.waiting.get(said.get("envelope_id", ""))
    if answer and not answer.done():
        answer.set_result(Ack(payload=said.get("payload")))


def _envelope(envelope: str, delivery: Delivery) -> Json:
    body = {
        "envelope_id": envelope,
        "payload": delivery.payload,
        "type": delivery.kind,
        "accepts_response_payload": delivery.kind != "events_api",
    }
    if delivery.kind == "events_api":
        body |= {"retry_attempt": delivery.retry, "retry_reason": delivery.reason}
    return body
