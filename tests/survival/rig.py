"""Slack and its people on this side; on the other the bot, in a process that dies and is started again."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from signal import SIGKILL
from typing import Any, Final

from aiohttp import web

from bot.app.clock import MovableClock
from playground.people import Person
from playground.server import StandIn
from tests.stage import KEY, MANIFEST
from tests.survival.child import Life
from tests.survival.points import AT_START, At, Counter, Point
from tests.survival.process import Dead, Process

RESTART: Final = timedelta(seconds=61)
"""What a restart takes: meanwhile the leases of the dead end, and Slack sends an event again."""

A_MOMENT: Final = timedelta(milliseconds=50)
MOST_STEPS: Final = 150
"""Due moments in one stretch of the story, several times over."""


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """A call before Slack does it: the nth of its method, where a message that is tried again keeps its number."""

    method: str
    nth: int
    again: bool = False


Tamper = Callable[[StandIn, Attempt], None]
"""Sees every attempt, and may put a fault in its way."""


class Died(Exception):
    """The bot's process ended, and nobody had killed it."""


class Restless(Exception):
    """Something is due again and again, and is never done."""


class Rig:
    def __init__(
        self, slack: StandIn, clock: MovableClock, url: str, chosen: Sequence[Point], tamper: Sequence[Tamper]
    ) -> None:
        self.slack = slack
        self.clock = clock
        self.url = url
        self.people: dict[str, Person] = {}
        self.deaths: list[str] = []
        self.attempts: list[Attempt] = []
        self._chosen = tuple(chosen)
        self._tamper = tuple(tamper)
        self._stored = Counter([each for each in chosen if each.at is At.STORED], self._kill)
        self._counts: dict[At, int] = {}
        self._following: datetime | None = None
        self._process: Process | None = None
        self._lives = 0
        self._killed = ""
        self._known: dict[str, dict[str, int]] = defaultdict(dict)

    def __getitem__(self, name: str) -> Person:
        """The person whose name begins so."""
        return next(person for full, person in self.people.items() if full.startswith(name))

    @property
    def counts(self) -> dict[At, int]:
        """How many instants of each kind there were."""
        return {**self._counts, At.STORED: self._stored.counts[At.STORED]}

    def add(self, name: str, zone: str) -> None:
        email = f"{name.split()[0].lower()}@example.org"
        self.people[name] = self.slack.add_person(name, email=email, tz=zone, locale="en-GB")

    async def bring(self, roster: str, *, coordinator: str, backup: str) -> None:
        """`rapport import`; an operator whose command dies gives it again."""
        of = {"programme": "Mentors 2026", "coordinator": self[coordinator].id, "backup": self[backup].id}
        await self._does({"roster": roster, **of})

    async def until(self, moment: datetime) -> None:
        """Time passes on both sides, from one due moment to the next."""
        await self.now()
        steps = 0
        while self._following is not None and self._following <= moment:
            steps += 1
            if steps > MOST_STEPS:
                raise Restless(self._following)
            self.clock.move_to(max(self._following, self.clock.now() + A_MOMENT))
            await self.now()
        self.clock.move_to(moment)
        await self.now()

    async def now(self) -> None:
        """What was just done is answered, and what is due is done, by the next life if this one ends over it."""
        lives = self._lives
        said = await self._does({})
        await self.slack.settled()
        if self._lives > lives:
            # An event that the dead did not acknowledge has come again.
            said = await self._does({})
            await self.slack.settled()
        self._following = datetime.fromisoformat(said["next"]) if said["next"] else None

    async def stop(self) -> None:
        if self._process is not None:
            self._process.end()

    async def called(self, request: web.Request) -> web.StreamResponse:
        """The Web API's door, with an instant between what Slack does and what it answers."""
        method = request.match_info["method"]
        self.attempts.append(self._attempt(method, await _arguments(request)))
        for tamper in self._tamper:
            tamper(self.slack, self.attempts[-1])
        response = await self.slack._api.handle(request)  # the same door that /api/ has
        if method not in AT_START:
            self._stored.reach(At.STORED)
        return response

    def _attempt(self, method: str, given: Mapping[str, Any]) -> Attempt:
        """A message is known by its own mark, a conversation by who is in it."""
        known = self._known[method]
        mark = str(given.get("metadata") or given.get("users") or len(known))
        again = mark in known
        return Attempt(method=method, nth=known.setdefault(mark, len(known) + 1), again=again)

    async def _does(self, words: dict[str, Any]) -> dict[str, Any]:
        while True:
            try:
                process = await self._alive()
                said = await process.told({"now": self.clock.now().isoformat(), **words})
            except Dead as dead:
                self._bury(dead)
            else:
                self._counts = said["counts"]
                return said

    async def _alive(self) -> Process:
        """The next life begins where there is none; it may be short. Raises Dead."""
        if self._process is not None:
            return self._process
        self._lives += 1
        self._process = await Process.start(
            Life(
                settings=self._settings(),
                now=self.clock.now(),
                seed=self._lives,
                chosen=tuple(point for point in self._chosen if str(point) not in self.deaths),
                so_far=self._counts,
            )
        )
        await self._process.hears()
        return self._process

    def _bury(self, dead: Dead) -> None:
        """Raises Died when nobody had killed it."""
        planned = dead.said.get("dies") or self._killed
        if self._process is None or self._process.end() != -SIGKILL or not planned:
            raise Died(dead.said)
        self.deaths.append(planned)
        self._killed = ""
        self._process = None
        self._counts = dead.said.get("counts", self._counts)
        self.clock.move_to(self.clock.now() + RESTART)

    def _kill(self, point: Point) -> None:
        assert self._process is not None
        self._killed = str(point)
        self._process.kill()

    def _settings(self) -> dict[str, str]:
        return {
            "slack_bot_token": self.slack.bot_token,
            "slack_app_token": self.slack.app_token,
            "slack_api_url": f"{self.slack.url}/counted/",
            "database_url": self.url,
            "rapport_secret_keys": KEY,
        }


async def _arguments(request: web.Request) -> Mapping[str, Any]:
    """The body is kept, and can be read again."""
    if request.content_type == "application/json":
        given: dict[str, Any] = await request.json()
        return given
    return dict(await request.post())


@asynccontextmanager
async def rig(
    url: str, *, start: datetime, chosen: Sequence[Point] = (), tamper: Sequence[Tamper] = ()
) -> AsyncIterator[Rig]:
    """Over Socket Mode, with Slack's limits."""
    clock = MovableClock(start)

    async def called(request: web.Request) -> web.StreamResponse:
        return await there.called(request)

    routes = [web.post("/counted/{method}", called), web.get("/counted/{method}", called)]
    async with StandIn(clock=clock, manifest=MANIFEST, routes=[lambda _: routes], grant_optional=True) as slack:
        there = Rig(slack, clock, url, chosen, tamper)
        try:
            yield there
        finally:
            await there.stop()
