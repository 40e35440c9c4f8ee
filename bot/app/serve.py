"""`rapport run`: the process that stays. Socket Mode or HTTP, the ticker, the courier, and a clean stop."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

import structlog
import uvicorn
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.app.installation import UPTIME, Installation
from bot.app.signed_http import endpoint
from bot.app.slack import client_for
from bot.app.ticker import Ticker, every
from bot.services import housekeeping
from bot.settings import Settings, SettingWrong
from bot.ticks import TICKS
from storage import uptime

log = structlog.get_logger("serve")

STOP_WITHIN: Final = 12.0
"""Seconds for what is in flight at a stop; the process is gone within 15."""

LOOK_FIRST: Final = 30.0
"""Seconds after a start in which delivery waits for the first look at what is due, however much that is."""

JUMP: Final = timedelta(seconds=5)
"""The wall clock went back by this much: the scheduler would wait until it has caught up."""


async def serve(settings: Settings, *, http: bool) -> None:
    """Runs until SIGTERM or SIGINT. Raises SettingWrong before anything is promised."""
    secret = settings.signing_secret() if http else ""
    app_token = "" if http else settings.app_token()
    door = _door(settings) if http else None
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    installation = await Installation.open(settings)
    try:
        async with _working(installation, settings):
            if door is not None:
                await _over_http(installation, door, secret, stopping)
            else:
                await _over_socket(installation, settings, app_token, stopping)
    finally:
        await installation.close()
        log.info("stopped")


@asynccontextmanager
async def _working(installation: Installation, settings: Settings) -> AsyncIterator[None]:
    """The ticker and the courier beside whatever hears Slack."""
    ticker = Ticker(installation.bot)
    jobs = _Jobs(installation=installation, ticker=ticker, default=timedelta(seconds=settings.rapport_tick_seconds))
    # Before anything is looked at: the rules leave out the time in which we were not there.
    await _alive(installation)
    scheduler = jobs.scheduler()
    scheduler.start()
    delivering = asyncio.create_task(_deliver(installation, ticker), name="courier")
    watching = asyncio.create_task(_watch_the_clock(jobs, scheduler), name="clock")
    try:
        yield
    finally:
        watching.cancel()
        scheduler.pause()
        installation.courier.stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(delivering, ticker.stop()), STOP_WITHIN)
        scheduler.shutdown(wait=False)


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


async def _over_socket(installation: Installation, settings: Settings, app_token: str, stopping: asyncio.Event) -> None:
    web_client = client_for(app_token, settings.slack_api_url, installation.session)
    handler = AsyncSocketModeHandler(installation.slack, app_token, web_client=web_client)
    await handler.connect_async()
    log.info("ready", mode="socket")
    try:
        await stopping.wait()
    finally:
        await handler.close_async()


def _door(settings: Settings) -> socket.socket:
    """Bound, so that a taken port is known before anything begins; nobody is let in yet. Raises SettingWrong."""
    host, port = settings.rapport_http_host, settings.rapport_http_port
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OSError as refused:
        door.close()
        raise SettingWrong(f"Port {port} of {host} cannot be listened on: {refused.strerror}.") from None
    return door


async def _over_http(installation: Installation, door: socket.socket, secret: str, stopping: asyncio.Event) -> None:
    server = uvicorn.Server(
        uvicorn.Config(
            http_app(installation, secret, stopping),
            log_config=None,
            access_log=False,
            loop="none",
            timeout_graceful_shutdown=int(STOP_WITHIN),
            lifespan="off",
        )
    )
    # The signals are ours: uvicorn would take them and stop before the courier could.
    server.capture_signals = nullcontext  # type: ignore[assignment]  # uvicorn has no switch for it
    serving = asyncio.create_task(server.serve(sockets=[door]), name="http")
    log.info("ready", mode="http", at=door.getsockname()[:2])
    await asyncio.wait({serving, asyncio.create_task(stopping.wait())}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    await serving


def http_app(installation: Installation, secret: str, stopping: asyncio.Event) -> Starlette:
    """`POST /slack/events`, and what a load balancer asks: is it alive, may it be sent work."""

    async def alive(request: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(request: Request) -> Response:
        if stopping.is_set():
            return PlainTextResponse("stopping", status_code=503)
        await installation.bot.read(None, lambda session, turn: housekeeping.next_moment(session))
        return PlainTextResponse("ready")

    return Starlette(
        routes=[
            Route("/slack/events", endpoint(installation.slack, secret), methods=["POST"]),
            Route("/healthz", alive),
            Route("/readyz", ready),
        ]
    )
