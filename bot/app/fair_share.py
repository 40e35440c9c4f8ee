"""How much of the machine the clock's work may have while people act: they wait for an answer, it can wait."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from time import monotonic
from typing import Final

ACTING: Final = timedelta(seconds=1)
"""Somebody acts for so long after the last click, word or command."""

HELD: Final = timedelta(milliseconds=8)
"""What a person may wait behind one batch: a third of the 25 ms in which 99 of 100 are to be answered."""

RESTS: Final = 9
"""So many times as long as a batch took the machine is left to people, a second at most: then nobody acts any more, or
somebody does and waits behind one more batch; and a stop does not wait for a long rest."""

Sleep = Callable[[float], Awaitable[None]]


class FairShare:
    """For one process that stays. While nobody acts batches are as large as they come, with no rest in between."""

    def __init__(self, *, now: Callable[[], float] = monotonic, sleep: Sleep = asyncio.sleep) -> None:
        self._now = now
        self._sleep = sleep
        self._acted_at: float | None = None
        self._limit = 1

    def somebody_acts(self) -> None:
        self._acted_at = self._now()

    @property
    def people_act(self) -> bool:
        return self._acted_at is not None and self._now() - self._acted_at < ACTING.total_seconds()

    def limit(self, batch: int) -> int:
        """Items of the next batch, of `batch` at most."""
        return min(batch, self._limit) if self.people_act else batch

    async def rest(self, seconds: float) -> None:
        """After a batch that took so long: the next one is smaller if it was too long, and larger if it was short."""
        if not self.people_act:
            return
        self._limit = max(1, self._limit // 2) if seconds > HELD.total_seconds() else self._limit + 1
        await self._sleep(min(RESTS * seconds, ACTING.total_seconds()))
