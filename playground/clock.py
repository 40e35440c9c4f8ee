"""What the stand-in asks of time: a clock, someone who can move it, and who knows why things were said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from playground.shapes import Json


class Clock(Protocol):
    """Every limit, age and retry reads this; only the wait for an acknowledgement is real."""

    def now(self) -> datetime:
        """The moment, aware and in UTC."""

    async def sleep(self, seconds: float, /) -> None: ...


class TimeMachine(Protocol):
    """Whoever owns the clock and knows what is due."""

    async def next_moment(self) -> datetime | None: ...

    async def run_until(self, moment: datetime, /) -> None: ...

    async def next_morning(self, person: str, /) -> datetime:
        """When this person's next working day begins."""


class Diary(Protocol):
    """Whoever knows why the app said what it said."""

    async def whys(self, metadata: Sequence[Json], /) -> list[str]:
        """For each message's metadata a plain sentence, or "" where there is nothing to tell."""


class Rehearsal(Protocol):
    """Whoever can tell what another policy would have made of the same behaviour."""

    async def choices(self) -> Json:
        """What may be changed, and how the sample people behave: {fields: [{name, label, …}], people: […]}."""

    async def rehearse(self, asked: Json, /) -> Json:
        """What came of it: {messages, cases, …}. Raises Trouble, in words, for values out of bounds."""
