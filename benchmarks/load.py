"""The load generator: keep-alive connections over loopback that send bytes made beforehand, and keep the times.

It does as little as can be, so that the server beside it on the same machine is what is measured.
"""

import asyncio
import gc
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, cast

CONNECTIONS: Final = 16
END_OF_HEAD: Final = b"\r\n\r\n"
OK: Final = b"HTTP/1.1 200"


@dataclass(kw_only=True, slots=True)
class Answers:
    """`waits` are seconds from when a request was due to its last byte; `refused` counts what was no plain 200."""

    seconds: float = 0
    waits: list[float] = field(default_factory=list)
    refused: int = 0

    @property
    def rate(self) -> float:
        return len(self.waits) / self.seconds


async def as_fast_as_it_goes(port: int, requests: Sequence[bytes]) -> Answers:
    """Each connection sends its next request when its last one is answered."""
    return await _Generator(requests).run(port, CONNECTIONS, per_second=None)


async def at_a_rate(port: int, requests: Sequence[bytes], per_second: float) -> Answers:
    """Requests are due evenly, whether those before them are answered or not; waiting for a connection counts."""
    return await _Generator(requests).run(port, CONNECTIONS * 4, per_second=per_second)


class _Generator:
    def __init__(self, requests: Sequence[bytes]) -> None:
        self.answers = Answers()
        self._due: deque[tuple[bytes, float]] = deque()
        self._requests = deque(requests)
        self._wanted = len(requests)
        self._idle: list[_Connection] = []
        self._loop = asyncio.get_running_loop()
        self._done = self._loop.create_future()

    async def run(self, port: int, connections: int, *, per_second: float | None) -> Answers:
        opened = [
            (await self._loop.create_connection(lambda: _Connection(self), "127.0.0.1", port))[1]
            for _ in range(connections)
        ]
        with _no_collection():
            began = self._loop.time()
            if per_second is None:
                for connection in opened:
                    self.free(connection)
            else:
                self._idle.extend(opened)
                self._pace(began, 1 / per_second)
            await self._done
            self.answers.seconds = self._loop.time() - began
        for connection in opened:
            connection.close()
        return self.answers

    def _pace(self, at: float, every: float) -> None:
        now = self._loop.time()
        while self._requests and at <= now:
            self._due.append((self._requests.popleft(), at))
            at += every
        while self._due and self._idle:
            self._idle.pop().send(*self._due.popleft())
        if self._requests:
            self._loop.call_at(at, self._pace, at, every)

    def free(self, connection: "_Connection") -> None:
        if self._due:
            connection.send(*self._due.popleft())
        elif self._idle or not self._requests:
            self._idle.append(connection)
        else:
            connection.send(self._requests.popleft(), self._loop.time())

    def answered(self, connection: "_Connection", since: float, *, well: bool) -> None:
        self.answers.waits.append(self._loop.time() - since)
        self.answers.refused += not well
        if len(self.answers.waits) == self._wanted:
            self._done.set_result(None)
        self.free(connection)

    def lost(self) -> None:
        if not self._done.done():
            self._done.set_exception(ConnectionError("the server closed a connection"))


class _Connection(asyncio.Protocol):
    """One request at a time; it reads no more of the answer than its status and its length."""

    def __init__(self, generator: _Generator) -> None:
        self._generator = generator
        self._buffer = b""
        self._since = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.WriteTransport, transport)  # uvloop's own class, registered nowhere

    def connection_lost(self, exc: Exception | None) -> None:
        self._generator.lost()

    def send(self, request: bytes, since: float) -> None:
        self._since = since
        self._transport.write(request)

    def close(self) -> None:
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, found, body = self._buffer.partition(END_OF_HEAD)
        if not found or len(body) < _length(head):
            return
        self._buffer = b""
        well = head.startswith(OK) and b'"errors"' not in body
        self._generator.answered(self, self._since, well=well)


def _length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r")[0]) if found else 0


@contextmanager
def _no_collection() -> Iterator[None]:
    """A pause of the generator's own would look like one of the server's."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
