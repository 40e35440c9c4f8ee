"""`rapport run`: the process that stays. Socket Mode or HTTP, the ticker, the courier, and a clean stop."""

import asyncio
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final, Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.app.credentials import may_connect
from bot.app.garbage import keep_what_stays
from bot.app.installation import UPTIME, Installation
from bot.app.processor import stay_on_one
from bot.app.signed_http import endpoint
from bot.app.slack import client_for
from bot.app.slack_api import SlackApi
from bot.app.socket_mode import Line
from bot.app.ticker import Ticker, every
from bot.app.web import Web, bind, web_app
from bot.settings import Settings
from bot.ticks import TICKS
from storage import uptime

log = structlog.get_logger("serve")

STOP_WITHIN: Final = 12.0
"""Seconds that answers and sends in flight have together at a stop."""

GONE_WITHIN: Final = 14.0
"""Seconds after which the process is gone whatever hangs: a database, a thread. What was cut off is found at the next
start, as after a crash."""

LOOK_FIRST: Final = 30.0
"""Seconds after a start in which delivery waits for the first look at what is due, however much that is."""

JUMP: Final = timedelta(seconds=5)
"""The wall clock went back by this much: the scheduler would wait until it has caught up."""


class Hearing(Protocol):
    """What hears Slack: a socket, or HTTP."""

    where: str

    async def open(self) -> None: ...

    async def finish(self) -> None:
        """Lets nothing new in, and returns when all that was heard is answered."""

    async def close(self) -> None: ...


async def serve(settings: Settings, *, http: bool) -> None:
    """Runs until SIGTERM or SIGINT. Raises SettingWrong before anything is promised."""
    stay_on_one()
    secret = settings.signing_secret() if http else ""
    app_token = "" if http else settings.app_token()
    door = bind(settings) if http else None
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, _stop, stopping)
    installation = await Installation.open(settings)
    try:
        if door is None:
            hearing: Hearing = await _line(installation, settings, app_token)
        else:
            app = web_app(installation.bot, endpoint(installation.slack, secret), stopping)
            hearing = Web(app, door, failed=stopping.set)
        await stay(installation, settings, hearing, stopping)
    finally:
        await installation.close()
        log.info("stopped")


async def stay(installation: Installation, settings: Settings, hearing: Hearing, stopping: asyncio.Event) -> None:
    """Once `stopping` is set nothing is begun, and what was begun shares one deadline, answers and sends alike."""
    keep_what_stays()
    work = _Work(installation, settings)
    await work.begin()
    try:
        await _unless(stopping, hearing.open())
        if not stopping.is_set():
            log.info("ready", at=hearing.where)
        await stopping.wait()
    finally:
        log.info("stopping")
        work.stop()
        try:
            async with asyncio.timeout(STOP_WITHIN):
                await asyncio.gather(hearing.finish(), work.finish())
        except TimeoutError:
            log.warning("stop.cut_off")
        await hearing.close()
        work.close()


def _stop(stopping: asyncio.Event) -> None:
    if not stopping.is_set():
        stopping.set()
        watchdog = threading.Timer(GONE_WITHIN, _break_off)
        watchdog.daemon = True
        watchdog.start()


def _break_off() -> None:
    log.error("stop.hangs")
    os._exit(1)


async def _line(installation: Installation, settings: Settings, app_token: str) -> Line:
    """Asked for once before: the socket's client would try a wrong token for ever. Raises SettingWrong."""
    api = SlackApi(session=installation.session, url=settings.slack_api_url, clock=installation.bot.clock)
    await may_connect(api, app_token)
    return Line(installation.slack, app_token, client_for(app_token, settings.slack_api_url, installation.session))


async def _unless(stopping: asyncio.Event, opening: Coroutine[Any, Any, None]) -> None:
    """A connection is tried for as long as it takes, but not beyond the end."""
    trying, stopped = asyncio.ensure_future(opening), asyncio.ensure_future(stopping.wait())
    await asyncio.wait({trying, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if trying.done():
        await trying
    trying.cancel()


class _Work:
    """The ticker and the courier, beside whatever hears Slack."""

    def __init__(self, installation: Installation, settings: Settings) -> None:
        self._installation = installation
        self._ticker = Ticker(installation.bot)
        self._jobs = _Jobs(
            installation=installation,
            ticker=self._ticker,
            default=timedelta(seconds=settings.rapport_tick_seconds),
        )
        self._scheduler = self._jobs.scheduler()
        self._running: list[asyncio.Task[None]] = []

    async def begin(self) -> None:
        # Before anything is looked at: the rules leave out the time in which we were not there.
        await _alive(self._installation)
        self._scheduler.start()
        self._running = [
            asyncio.create_task(_deliver(self._installation, self._ticker), name="courier"),
            asyncio.create_task(_watch_the_clock(self._jobs, self._scheduler), name="clock"),
        ]

    def stop(self) -> None:
        """Nothing more is claimed."""
        self._scheduler.pause()
        self._ticker.stop()
        self._installation.courier.stop()

    async def finish(self) -> None:
        """Returns when what was claimed is said and recorded."""
        delivering, watching = self._running
        watching.cancel()
        await asyncio.gather(delivering, self._ticker.finish())

    def close(self) -> None:
        self._scheduler.shutdown(wait=False)


async def _deliver(installation: Installation, ticker: Ticker) -> None:
    """What waited while the bot was away is looked at before it is said: of what was missed, only the latest."""
    looking = [asyncio.create_task(ticker.run(work)) for work in TICKS]
    await asyncio.wait(looking, timeout=LOOK_FIRST)
    await installation.courier.run()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Jobs:
    """What the scheduler starts, and how often. Every tick also runs once at start, however late it is."""

    installation: Installation
    ticker: Ticker
    default: timedelta

    def scheduler(self) -> AsyncIOScheduler:
        scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        self.add_to(scheduler)
        return scheduler

    def add_to(self, scheduler: AsyncIOScheduler) -> None:
        for work in TICKS:
            self._add(scheduler, work.name, every(work, self.default), partial(self.ticker.run, work))
        self._add(scheduler, "alive", UPTIME, partial(_alive, self.installation))

    def _add(
        self, scheduler: AsyncIOScheduler, name: str, often: timedelta, job: Callable[[], Awaitable[None]]
    ) -> None:
        scheduler.add_job(
            job,
            "interval",
            seconds=often.total_seconds(),
            id=name,
            next_run_time=self.installation.bot.now(),
            replace_existing=True,
        )


async def _alive(installation: Installation) -> None:
    await installation.bot.write(
        installation.workspace,
        lambda session, turn: uptime.alive(session, id=installation.run_id, began=installation.began_at, now=turn.now),
    )


async def _watch_the_clock(jobs: _Jobs, scheduler: AsyncIOScheduler) -> None:
    """APScheduler stalls when the wall clock goes back; the monotonic clock tells, and the jobs begin anew."""
    loop, bot = asyncio.get_running_loop(), jobs.installation.bot
    wall, steady = bot.now(), loop.time()
    while True:
        await asyncio.sleep(1)
        if went_back(wall, bot.now(), loop.time() - steady):
            log.warning("clock.went_back")
            jobs.add_to(scheduler)
        wall, steady = bot.now(), loop.time()


def went_back(before: datetime, after: datetime, seconds: float) -> bool:
    """Whether the wall clock fell behind what a steady clock says has passed."""
    return before + timedelta(seconds=seconds) - after > JUMP
