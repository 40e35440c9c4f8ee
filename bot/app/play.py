"""`rapport playground`: the bot, unmodified, beside a pretend Slack on this machine, with time that can be moved."""

import asyncio
import os
import signal
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot.app import sample_group, sample_rotation
from bot.app.clock import MovableClock, SystemClock, seeded_ids
from bot.app.diary import Diary
from bot.app.garbage import keep_what_stays
from bot.app.importing import import_into
from bot.app.installation import Installation
from bot.app.kept import KeptFile
from bot.app.manifest import MANIFEST
from bot.app.rehearsing import Rehearsing
from bot.app.slack import client_for
from bot.domain.calendar import Hours, next_opening
from bot.services.calendar import hours_of
from bot.settings import Settings, SettingWrong
from playground import page
from playground.keeping import resume
from playground.sample import (
    GROUP,
    PEOPLE,
    PROGRAMME,
    ROTATION,
    PeopleWrong,
    Role,
    Somebody,
    add_people,
    pairs_of,
    read_people,
    rotating_of,
)
from playground.server import StandIn
from storage import member as members

OFFICE: Final = Hours(
    zone="UTC", days=frozenset(range(5)), opens=time(9), closes=time(17), ask_weekday=1, ask_at=time(10)
)


class TimeMachine:
    """The buttons of the page: what happens until a moment happens in order."""

    def __init__(self, installation: Installation, clock: MovableClock) -> None:
        self._installation = installation
        self._clock = clock
        self._one_at_once = asyncio.Lock()
        self._stopping = False

    async def next_moment(self) -> datetime | None:
        return None if self._stopping else await self._installation.next_moment()

    async def run_until(self, until: datetime) -> None:
        async with self._one_at_once:
            if not self._stopping:
                await self._installation.run_until(until, self._clock, goes_on=lambda: not self._stopping)

    async def stop(self) -> None:
        """Time stands at the moment that it has reached."""
        self._stopping = True
        async with self._one_at_once:
            return

    async def keep_up(self) -> None:
        """Time stands still but for seconds: what people do is answered at once. While it moves, moving answers."""
        woken = asyncio.Event()
        self._installation.bot.wake = woken.set
        while True:
            async with self._one_at_once:
                woken.clear()
                await self._installation.catch_up(self._clock)
            await woken.wait()

    async def next_morning(self, person: str) -> datetime:
        """As the bot knows this person's hours; whoever it does not know works from nine to five where the bot is."""
        bot = self._installation.bot
        known = await bot.read(self._installation.workspace, lambda session, turn: members.find(session, person))
        return next_opening(hours_of(known, bot.now()) if known else OFFICE, bot.now())


async def play(
    echo: Callable[[str], None],
    *,
    port: int,
    start: datetime | None,
    seed: int,
    people: bytes | None = None,
    opens: bool = True,
    keep: Path | None = None,
) -> None:
    """Serves until it is interrupted.

    `people` is a file of one's own, `opens` shows the page in the browser; what is in `keep` goes on, and is kept there
    at the end. Raises SettingWrong when the port is taken or a file cannot be used.
    """
    try:
        somebody = PEOPLE if people is None else read_people(people)
    except PeopleWrong as wrong:
        raise SettingWrong(str(wrong)) from None
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    with tempfile.TemporaryDirectory(prefix="rapport-playground-") as folder:
        file = KeptFile(path=keep) if keep else None
        kept = file.open_into(Path(folder)) if file else None
        begins = kept.now if kept else start.replace(tzinfo=UTC) if start else _monday_morning()
        seed = kept.seed if kept else seed
        clock = MovableClock(begins)
        # Where time stands still no limit would ever refill; the bot's own pace is kept.
        slack = StandIn(
            clock=clock,
            manifest=MANIFEST,
            seed=seed,
            port=port,
            limits=False,
            grant_optional=True,
            routes=[page.routes],
        )
        if kept:
            resume(slack, kept)
        async with _open(slack, port):
            async with _playing(slack, clock, Path(folder), people=None if kept else somebody, seed=seed):
                echo(f"Rapport's playground: {slack.url}\nA pretend Slack, for this machine only. Stop it with Ctrl-C.")
                if opens:
                    await asyncio.to_thread(_show, slack.url)
                await stopping.wait()
            if file:
                file.write_from(Path(folder), slack, seed=seed)
                echo(f"Kept in {file.path}.")


@asynccontextmanager
async def _open(slack: StandIn, port: int) -> AsyncIterator[None]:
    try:
        await slack.__aenter__()
    except OSError:
        raise SettingWrong(f"Port {port} is taken. Try: rapport playground --port {port + 1}") from None
    try:
        yield
    finally:
        await slack.__aexit__(None, None, None)


@asynccontextmanager
async def _playing(
    slack: StandIn, clock: MovableClock, folder: Path, *, people: Sequence[Somebody] | None, seed: int
) -> AsyncIterator[Installation]:
    """The bot in service. `people` are brought in with their programme; without any, what is there goes on."""
    settings = Settings.read(
        _env_file=None,
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{folder / 'rapport.db'}",
        rapport_secret_keys="",
    )
    new_id = seeded_ids(clock.now, seed + slack.workspace.version)
    two = add_people(slack, people) if people else None
    installation = await Installation.open(settings, clock=clock, new_id=new_id, throwaway=True)
    web_client = client_for(slack.app_token, slack.api_url, installation.session)
    handler = AsyncSocketModeHandler(installation.slack, slack.app_token, web_client=web_client)
    await handler.connect_async()
    time_machine = TimeMachine(installation, clock)
    slack.time_machine = time_machine
    slack.diary = Diary(installation.bot, installation.workspace)
    slack.rehearsal = Rehearsing(installation.bot, installation.workspace, seed=seed)
    if people and two:
        coordinator, backup = two
        await import_into(
            installation, raw=pairs_of(people), programme=PROGRAMME, coordinator=coordinator, backup=backup
        )
        peers = [slack.with_address(each.address) for each in people if each.role is Role.PEER]
        if len(peers) > 1:
            channel = slack.channel_named(GROUP)
            await sample_group.begin(installation, coordinator=coordinator, channel=channel, people=peers)
        rotating = [slack.with_address(each.address) for each in rotating_of(people)]
        if rotating:
            channel = slack.channel_named(ROTATION)
            await sample_rotation.begin(installation, coordinator=coordinator, channel=channel, people=rotating)
    keep_what_stays()
    delivering = asyncio.create_task(time_machine.keep_up(), name="courier")
    try:
        yield installation
    finally:
        await time_machine.stop()
        delivering.cancel()
        await handler.close_async()
        await installation.close()


def _monday_morning() -> datetime:
    """The next Monday, before anyone's day begins."""
    today = SystemClock().now().date()
    return datetime.combine(today + timedelta(days=7 - today.weekday()), time(6), tzinfo=UTC)


def _show(url: str) -> None:
    """In the browser of whoever sits at this machine; where nobody does, there is none."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        webbrowser.open(url)
