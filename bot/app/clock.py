"""The clocks: the system's, and one that can be moved."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from uuid import UUID

from uuid_utils.compat import uuid7


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class MovableClock:
    """Stands still until it is moved. Who sleeps wakes when the clock has been moved past their moment."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return self._now

    def move_to(self, moment: datetime) -> None:
        """Time never goes back."""
        if moment > self._now:
            self._now = moment
            self._moved.set()
            self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        until = self._now.timestamp() + seconds
        while self._now.timestamp() < until:
            await self._moved.wait()


def system_id() -> UUID:
    """A UUIDv7 (RFC 9562) of the system's time; later ones are greater."""
    return uuid7()


def seeded_ids(now: Callable[[], datetime], seed: int) -> Callable[[], UUID]:
    """UUIDv7s that repeat with the seed, in the order in which they were made: for a clock that is moved."""
    dice = Random(seed)
    made = 0

    def new_id() -> UUID:
        nonlocal made
        made += 1
        milliseconds = int(now().timestamp() * 1000)
        random = made << 44 | dice.getrandbits(44)
        return UUID(int=milliseconds << 80 | 7 << 76 | (random >> 62 & 0xFFF) << 64 | 2 << 62 | random & (1 << 62) - 1)

    return new_id
