"""A whole workspace for a test: the stand-in for Slack, the unmodified bot, and a clock that is moved."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot.app.clock import MovableClock, seeded_ids
from bot.app.importing import import_into
from bot.app.installation import Installation
from bot.app.slack import client_for
from bot.domain.calendar import zone
from bot.services.importing import Imported
from bot.settings import Settings
from playground.people import Person
from playground.seen import Seen
from playground.server import StandIn
from storage.sealing import new_key

MANIFEST: Final = Path(__file__).parents[1] / "manifest.yml"
KEY: Final = new_key()


@dataclass
class Stage:
    slack: StandIn
    clock: MovableClock
    installation: Installation
    people: dict[str, Person]
    _serving: Callable[[], AbstractAsyncContextManager[Installation]]
    _running: AsyncExitStack

    def __getitem__(self, name: str) -> Person:
        """The person whose name begins so."""
        return next(person for full, person in self.people.items() if full.startswith(name))

    def add(self, name: str, zone: str, *, language: str = "en-GB", email: str | None = None) -> Person:
        address = email or f"{name.split()[0].lower()}@example.org"
        self.people[name] = self.slack.add_person(name, email=address, tz=zone, locale=language)
        return self.people[name]

    async def bring(
        self, csv: str, *, coordinator: str, backup: str, programme: str = "Mentors 2026", **more: object
    ) -> Imported:
        return await import_into(
            self.installation,
            raw=csv.encode(),
            programme=programme,
            coordinator=self[coordinator].id,
            backup=self[backup].id,
            **more,  # type: ignore[arg-type]  # what import_into takes
        )

    async def pass_by(self, **span: float) -> None:
        """Time passes, and what is due happens in order."""
        await self.until(self.clock.now() + timedelta(**span))

    async def until(self, moment: datetime) -> None:
        await self.installation.run_until(moment, self.clock)
        await self.slack.settled()

    async def restart(self) -> None:
        """The bot is stopped and started again, on the same database."""
        await self._running.aclose()
        self.installation = await self._running.enter_async_context(self._serving())

    async def now(self) -> None:
        """What was just done is answered."""
        await self.slack.settled()
        await self.installation.catch_up(self.clock)
        await self.slack.settled()

    def story(self, *names: str, since: datetime | None = None) -> list[str]:
        """Who saw what, when, word for word: every message that these people can see, in order of time.

        Each is headed by the reader's own clock. Messages are as they look now.
        """
        told = []
        for name in names or tuple(self.people):
            person = self[name]
            for seen in person.messages():
                at = datetime.fromtimestamp(float(seen.ts), UTC)
                if since is None or at >= since:
                    told.append((at, name, self._line(person, name, at, seen)))
        return [line for _, _, line in sorted(told)]

    def _line(self, person: Person, name: str, at: datetime, seen: Seen) -> str:
        local = at.astimezone(zone(person.member.tz))
        author = next((full for full, other in self.people.items() if other.id == seen.author), "Rapport")
        return f"{local:%a %d %b %H:%M} {name} < {author.split()[0]}\n{seen.plain}"


@asynccontextmanager
async def stage(
    database_url: str,
    *,
    start: datetime,
    people: Mapping[str, str] | None = None,
    limits: bool = True,
    grant_optional: bool = False,
    seed: int = 1,
) -> AsyncIterator[Stage]:
    """`people` are names with their zones; more may be added later. Over Socket Mode."""
    clock = MovableClock(start)
    new_id = seeded_ids(clock.now, seed)
    async with (
        StandIn(clock=clock, manifest=MANIFEST, seed=seed, limits=limits, grant_optional=grant_optional) as slack,
        AsyncExitStack() as running,
    ):

        def serving() -> AbstractAsyncContextManager[Installation]:
            return _serving(settings_for(slack, database_url), clock, new_id)

        installation = await running.enter_async_context(serving())
        made = Stage(slack=slack, clock=clock, installation=installation, people={}, _serving=serving, _running=running)
        for name, where in (people or {}).items():
            made.add(name, where)
        yield made


@asynccontextmanager
async def _serving(settings: Settings, clock: MovableClock, new_id: Callable[[], UUID]) -> AsyncIterator[Installation]:
    installation = await Installation.open(settings, clock=clock, new_id=new_id)
    web_client = client_for(settings.app_token(), settings.slack_api_url, installation.session)
    handler = AsyncSocketModeHandler(installation.slack, settings.app_token(), web_client=web_client)
    await handler.connect_async()
    try:
        yield installation
    finally:
        await handler.close_async()
        await installation.close()


def settings_for(slack: StandIn, database_url: str) -> Settings:
    return Settings.read(
        _env_file=None,
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_signing_secret=slack.signing_secret,
        slack_api_url=slack.api_url,
        database_url=database_url,
        rapport_secret_keys=KEY,
    )
