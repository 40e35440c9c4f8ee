"""The bot's process as its parent sees it: started from a warm server, told what to do, found dead."""

import asyncio
import json
import socket
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from typing import Any, Final, Self

from tests.survival import child
from tests.survival.child import Life

_FORKS: Final = get_context("forkserver")
WARM: Final = "tests.survival.warm"


class Dead(Exception):
    """The bot's process was killed; `said` is the last that was heard of it."""

    def __init__(self, said: dict[str, Any]) -> None:
        super().__init__(said)
        self.said = said


class Broken(Exception):
    """The bot's process failed by itself; the message is its traceback."""


@dataclass
class Process:
    """One life. Every method raises Dead when it has ended."""

    handle: ForkServerProcess
    mouth: socket.socket
    _heard: bytes = b""

    @classmethod
    async def start(cls, life: Life) -> Self:
        """Imports are done once, in the server that the processes are forked from."""
        _FORKS.set_forkserver_preload([child.__name__, WARM])
        mine, theirs = socket.socketpair()
        mine.setblocking(False)
        with theirs:
            handle = _FORKS.Process(target=child.live, args=(theirs, life), daemon=True)
            handle.start()
        return cls(handle, mine)

    async def hears(self) -> dict[str, Any]:
        while b"\n" not in self._heard:
            self._heard += await self._received() or b'{"dies": ""}\n'
        line, _, self._heard = self._heard.partition(b"\n")
        said: dict[str, Any] = json.loads(line)
        if "failed" in said:
            raise Broken(said["failed"])
        if "dies" in said:
            raise Dead(said)
        return said

    async def told(self, words: dict[str, Any]) -> dict[str, Any]:
        """What the dead have said is heard, though they hear nothing: a stream would drop it when a write fails."""
        with suppress(ConnectionError):
            await asyncio.get_running_loop().sock_sendall(self.mouth, json.dumps(words).encode() + b"\n")
        return await self.hears()

    def kill(self) -> None:
        self.handle.kill()

    def end(self) -> int | None:
        """What the process ended with: minus the signal's number when it was killed."""
        self.handle.kill()
        self.handle.join()
        self.mouth.close()
        return self.handle.exitcode

    async def _received(self) -> bytes:
        """Empty at the end."""
        try:
            return await asyncio.get_running_loop().sock_recv(self.mouth, 65536)
        except ConnectionError:
            return b""
