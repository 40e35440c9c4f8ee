"""`rapport playground`: the bot, unmodified, beside a pretend Slack on this machine, with time that can be moved."""

import asyncio
import signal
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot.app.clock import MovableClock, SystemClock, seeded_ids
from bot.app.importing import import_into
from bot.app.installation import Installation
from bot.app.manifest import MANIFEST
from bot.app.slack import client_for
from bot.settings import Settings, SettingWrong
from playground import page
from playground.sample import PAIRS, PROGRAMME, add_people
from playground.server import StandIn


class TimeMachine:
    """The buttons of the page: what happens until a moment happens in order."""

    def __init__(self, installation: Installation, clock: MovableClock) -> None:
        self._installation = installation
        self._clock = clock
        self._one_at_once = asyncio.Lock()

    async def next_moment(self) -> datetime | None:
        return await self._installation.next_moment()

    async def run_until(self, until: datetime) -> None:
        async with self._one_at_once:
            await self._installation.run_until(until, self._clock)


async def play(echo: Callable[[str], None], *, port: int, start: datetime | None, seed: int) -> None:
    """Serves until it is interrupted. Raises SettingWrong when the port is taken."""
    clock = MovableClock(start.replace(tzinfo=UTC) if start else _monday_morning())
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    with tempfile.TemporaryDirectory(prefix="rapport-playground-") as folder:
        slack = StandIn(clock=clock, manifest=MANIFEST, seed=seed, port=port, routes=[page.routes])
        try:
            await slack.__aenter__()
        except OSError:
            raise SettingWrong(f"Port {port} is taken. Try: rapport playground --port {port + 1}") from None
        try:
            await _play_in(slack, clock, Path(folder), echo, stopping=stopping, seed=seed)
        finally:
            await slack.__aexit__(None, None, None)


async def _play_in(
    slack: StandIn,
    clock: MovableClock,
    folder: Path,
    echo: Callable[[str], None],
    *,
    stopping: asyncio.Event,
    seed: int,
) -> None:
    settings = Settings.read(
        _env_file=None,
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{folder / 'rapport.db'}",
        rapport_secret_keys="",
    )
    coordinator, backup = add_people(slack)
    installation = await Installation.open(settings, clock=clock, new_id=seeded_ids(clock.now, seed))
    web_client = client_for(slack.app_token, slack.api_url, installation.session)
    handler = AsyncSocketModeHandler(installation.slack, slack.app_token, web_client=web_client)
    await handler.connect_async()
    slack.time_machine = TimeMachine(installation, clock)
    await import_into(installation, raw=PAIRS, programme=PROGRAMME, coordinator=coordinator, backup=backup)
    delivering = asyncio.create_task(_keep_up(installation, clock), name="courier")
    echo(f"Rapport's playground: {slack.url}\nA pretend Slack, for this machine only. Stop it with Ctrl-C.")
    try:
        await stopping.wait()
    finally:
        delivering.cancel()
        await handler.close_async()
        await installation.close()


async def _keep_up(installation: Installation, clock: MovableClock) -> None:
    """Time stands still but for seconds: what people do is answered at once."""
    woken = asyncio.Event()
    installation.bot.wake = woken.set
    while True:
        await installation.catch_up(clock)
        woken.clear()
        await woken.wait()


def _monday_morning() -> datetime:
    """The next Monday, before anyone's day begins."""
    today = SystemClock().now().date()
    return datetime.combine(today + timedelta(days=7 - today.weekday()), time(6), tzinfo=UTC)
