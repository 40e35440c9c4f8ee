"""A clock that tests move by hand."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class MovableClock:
    """Stands still until it is moved; whoever sleeps wakes when the time has come."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        self._asleep: list[tuple[datetime, int, asyncio.Event]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float, /) -> None:
        woken = asyncio.Event()
        heapq.heappush(self._asleep, (self._now + timedelta(seconds=seconds), len(self._asleep), woken))
        await woken.wait()

    def pass_by(self, **period: float) -> None:
        self._now += timedelta(**period)
        while self._asleep and self._asleep[0][0] <= self._now:
            heapq.heappop(self._asleep)[2].set()
