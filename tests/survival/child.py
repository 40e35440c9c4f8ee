"""The bot in a process of its own that can be killed: it does what it is told over a socket, a line at a time."""

import asyncio
import json
import os
import signal
import socket
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.app.clock import MovableClock, seeded_ids
from bot.app.importing import import_into
from bot.app.installation import Installation
from bot.app.slack import client_for
from bot.settings import Settings
from storage.session import Database, Session
from tests.survival.points import AT_START, At, Counter, Point

Told = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Life:
    """One life of the process. `seed` differs from life to life, as ids do; `so_far` counts the lives before."""

    settings: Mapping[str, str]
    now: datetime
    seed: int
    chosen: tuple[Point, ...]
    so_far: Mapping[At, int]


def live(ear: socket.socket, life: Life) -> None:
    try:
        asyncio.run(_live(ear, life))
    except Exception:
        _say(ear, {"failed": traceback.format_exc()})
        raise


async def _live(ear: socket.socket, life: Life) -> None:
    counter = Counter(life.chosen, lambda point: _die(ear, counter, point), so_far=life.so_far)
    _count_commits(counter)
    _count_calls(counter)
    clock = MovableClock(life.now)
    settings = Settings.read(_env_file=None, **life.settings)
    installation = await Installation.open(settings, clock=clock, new_id=seeded_ids(clock.now, life.seed))
    handler = AsyncSocketModeHandler(
        installation.slack,
        settings.app_token(),
        web_client=client_for(settings.app_token(), settings.slack_api_url, installation.session),
    )
    handler.client.send_socket_mode_response = _counted_first(  # type: ignore[method-assign]  # only in this process
        counter, At.ACK, handler.client.send_socket_mode_response
    )
    await handler.connect_async()
    _say(ear, {"ready": True})
    reader, _ = await asyncio.open_connection(sock=ear)
    while line := await reader.readline():
        _say(ear, await _done(installation, clock, json.loads(line)) | {"counts": counter.counts})


async def _done(installation: Installation, clock: MovableClock, told: Told) -> Told:
    clock.move_to(datetime.fromisoformat(told.pop("now")))
    if "roster" in told:
        done = await import_into(installation, raw=told.pop("roster").encode(), **told)
        return {"made": done.made}
    await installation.settle()
    following = await installation.next_moment()
    return {"next": following and following.isoformat()}


def _say(ear: socket.socket, words: Told) -> None:
    """At once, from any thread: the next thing may be the end. A line is far smaller than a socket's buffer."""
    ear.sendall(json.dumps(words).encode() + b"\n")


def _die(ear: socket.socket, counter: Counter, point: Point) -> None:
    _say(ear, {"dies": str(point), "counts": counter.counts})
    os.kill(os.getpid(), signal.SIGKILL)


def _count_commits(counter: Counter) -> None:
    plain = Database.write

    @contextmanager
    def write(self: Database, workspace: int | None = None) -> Iterator[Session]:
        with plain(self, workspace) as session:
            yield session
            counter.reach(At.COMMIT)
        counter.reach(At.COMMITTED)

    Database.write = write  # type: ignore[method-assign]  # only in this process


def _count_calls(counter: Counter) -> None:
    """Every call of the bot's own client, the messenger's and the listeners'."""
    plain = AsyncWebClient.api_call

    async def api_call(self: AsyncWebClient, api_method: str, **arguments: Any) -> Any:
        if api_method in AT_START:
            return await plain(self, api_method, **arguments)
        counter.reach(At.CALL)
        answer = await plain(self, api_method, **arguments)
        counter.reach(At.ANSWERED)
        return answer

    AsyncWebClient.api_call = api_call  # type: ignore[method-assign, assignment]  # only in this process


def _counted_first(counter: Counter, at: At, doing: Callable[..., Any]) -> Callable[..., Any]:
    async def counted(*args: Any, **more: Any) -> Any:
        counter.reach(at)
        return await doing(*args, **more)

    return counted
