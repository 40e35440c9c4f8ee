"""How much is under way between the app and the stand-in."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_QUIET_TURNS: Final = 25
"""Turns of the loop that must pass with nothing under way: an answer on its way may start the next call."""


class Busy:
    """Counts deliveries not yet acknowledged and Web API calls not yet answered."""

    def __init__(self) -> None:
        self.count = 0
        self._begun = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def one(self) -> Iterator[None]:
        self.count += 1
        self._begun += 1
        self._idle.clear()
        try:
            yield
        finally:
            self.count -= 1
            if not self.count:
                self._idle.set()

    async def settled(self) -> None:
        """Return once nothing is under way and nothing new begins for a few turns of the loop."""
        while True:
            await self._idle.wait()
            seen = self._begun
            for _ in range(_QUIET_TURNS):
                await asyncio.sleep(0)
            if seen == self._begun and not self.count:
                return
