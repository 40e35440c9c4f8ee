"""What listens over HTTP: Slack's requests, and what a load balancer asks."""

import asyncio
import socket
from collections.abc import Callable
from contextlib import nullcontext
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.app.bot import RunningBot
from bot.app.due import Due
from bot.app.signed_http import Endpoint
from bot.settings import Settings, SettingWrong

ANSWERS_WITHIN: Final = 11
"""Seconds for answers in flight at a stop; whatever asks longer is cut off, a second before the process would be."""


def bind(settings: Settings) -> socket.socket:
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


class Web:
    """Hears Slack for as long as we serve, and answers what was asked before it goes."""

    def __init__(self, app: Starlette, door: socket.socket, *, failed: Callable[[], None]) -> None:
        """`failed` is called when it ends, be it by itself."""
        self.where = str(door.getsockname()[:2])
        self._door = door
        self._failed = failed
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                loop="none",
                timeout_graceful_shutdown=ANSWERS_WITHIN,
                lifespan="off",
            )
        )
        # The signals are ours: uvicorn would take them and stop before the courier could.
        self._server.capture_signals = nullcontext  # type: ignore[assignment]  # uvicorn has no switch for it
        self._serving: asyncio.Task[None] | None = None

    async def open(self) -> None:
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._door]), name="http")
        self._serving.add_done_callback(lambda _: self._failed())
        while not (self._server.started or self._serving.done()):  # noqa: ASYNC110  # uvicorn has no event for it
            await asyncio.sleep(0.005)

    async def finish(self) -> None:
        """Lets nobody in, and returns when all that was asked is answered."""
        self._server.should_exit = True
        if self._serving:
            await self._serving

    async def close(self) -> None:
        self._door.close()


def web_app(bot: RunningBot, hear: Endpoint, stopping: asyncio.Event) -> Starlette:
    """`POST /slack/events`, and for a load balancer: is it alive, may it be sent work."""

    async def events(request: Request) -> Response:
        try:
            return await hear(request)
        except asyncio.CancelledError:  # uvicorn's, at the end of a stop: Slack sends an event again
            return Response(status_code=503)

    async def alive(request: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(request: Request) -> Response:
        if stopping.is_set():
            return PlainTextResponse("stopping", status_code=503)
        await bot.read(None, lambda session, turn: Due.of(session))
        return PlainTextResponse("ready")

    return Starlette(
        routes=[
            Route("/slack/events", events, methods=["POST"]),
            Route("/healthz", alive),
            Route("/readyz", ready),
        ]
    )
