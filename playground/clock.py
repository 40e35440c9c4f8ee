"""What the stand-in asks of time: a clock that can be moved, and someone who can move it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Every limit, age and retry reads this; only the wait for an acknowledgement is real."""

    def now(self) -> datetime:
        """The moment, aware and in UTC."""

    async def sleep(self, seconds: float, /) -> None: ...


class TimeMachine(Protocol):
    """Whoever owns the clock and knows what is due."""

    async def next_moment(self) -> datetime | None: ...

    async def run_until(self, moment: datetime, /) -> None: ...
