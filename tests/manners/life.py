"""A programme lived through: time passes from one due moment to the next, and what people planned is done."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any, Final

from playground.refusals import NotThere, Trouble
from tests.manners.heard import Heard, heard
from tests.manners.town import Citizen
from tests.stage import Stage

A_MOMENT: Final = timedelta(milliseconds=50)
Act = Callable[[], Awaitable[object]]


@dataclass
class Life:
    """`answer` plans what somebody does about what they hear; `deeds` are the moments at which each did something."""

    there: Stage
    dice: Random
    citizens: dict[str, Citizen]
    log: list[Any]
    began: datetime
    answer: Callable[["Life", Heard], None]
    heard: list[Heard] = field(default_factory=list)
    deeds: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    calls: Counter[tuple[str, str]] = field(default_factory=Counter)
    _plans: list[tuple[datetime, int, str, Act]] = field(default_factory=list)
    _order: "count[int]" = field(default_factory=count)

    @property
    def now(self) -> datetime:
        return self.there.clock.now()

    def plan(self, name: str, after: timedelta, act: Act) -> None:
        heapq.heappush(self._plans, (self.now + after, next(self._order), name, act))

    async def until(self, end: datetime) -> None:
        while self.now < end:
            due = await self.there.installation.next_moment()
            planned = self._plans[0][0] if self._plans else end
            self.there.clock.move_to(max(min(due or end, planned, end), self.now + A_MOMENT))
            await self._settle()
            while self._plans and self._plans[0][0] <= self.now:
                await self._act(*heapq.heappop(self._plans)[2:])

    async def _act(self, name: str, act: Act) -> None:
        """Whoever is gone does nothing; what is no longer on the screen cannot be pressed."""
        if self.there[name].member.deleted:
            return
        self.deeds[name].append(self.now)
        with suppress(NotThere, Trouble):
            await act()
        await self._settle()

    async def _settle(self) -> None:
        await self.there.slack.settled()
        await self.there.installation.settle()
        await self.there.slack.settled()
        calls = [*self.there.slack.calls]
        self.there.slack.calls.clear()
        self.calls.update((call.method, str(call.answer.get("error", "ok"))) for call in calls)
        for each in await heard(self.there, calls):
            self.heard.append(each)
            self.answer(self, each)
