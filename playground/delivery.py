"""How payloads reach the app, whichever line it listens on, and what happens when it does not answer."""

import asyncio
from dataclasses import dataclass
from typing import Final, Protocol

from playground.busy import Busy
from playground.clock import Clock
from playground.refusals import OperationTimeout
from playground.shapes import Json
from playground.tried import Tried

RETRY_WAITS: Final = (0, 60, 300)
"""Seconds before each repetition of an event: nearly at once, a minute, five minutes.

https://docs.slack.dev/apis/events-api#retries; for Socket Mode the timing is not documented and taken to be the same.
"""


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """One handing-over of one payload."""

    kind: str
    """The envelope's type: events_api, interactive or slash_commands."""
    payload: Json
    retry: int = 0
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Ack:
    """The app's acknowledgement, with what it said in it."""

    payload: Json | str | None = None


class NotAckedError(Exception):
    """The app did not acknowledge; `reason` is in the words of x-slack-retry-reason."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final
        """The app asked for no repetition."""


class Line(Protocol):
    """Socket Mode or HTTP."""

    async def hand_over(self, delivery: Delivery) -> Ack:
        """Raise NotAckedError when no acknowledgement came in time."""


class Post:
    """Repeats events until they are acknowledged; interactions and commands are tried once."""

    def __init__(self, *, clock: Clock, busy: Busy, line: Line) -> None:
        self.line = line
        self._clock = clock
        self._busy = busy
        self._running: set[asyncio.Task[None]] = set()

    def send_event(self, payload: Json) -> Tried:
        """Begin the delivery; its first attempt can be waited for."""
        tried = Tried()
        delivery = Delivery(kind="events_api", payload=payload)
        self._keep(asyncio.ensure_future(self._until_acked(delivery, tried)))
        return tried

    async def ask(self, kind: str, payload: Json) -> Ack:
        """Deliver an interaction or a command. Raises OperationTimeout, which is what the person then sees."""
        with self._busy.one():
            try:
                return await self.line.hand_over(Delivery(kind=kind, payload=payload))
            except NotAckedError as missing:
                raise OperationTimeout(missing.reason) from missing

    async def stop(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _until_acked(self, delivery: Delivery, tried: Tried) -> None:
        missing = await self._attempt(delivery)
        tried.done()
        for number, wait in enumerate(RETRY_WAITS, start=1):
            if missing is None or missing.final:
                return
            if wait:
                await self._clock.sleep(wait)
            again = Delivery(kind=delivery.kind, payload=delivery.payload, retry=number, reason=missing.reason)
            missing = await self._attempt(again)

    async def _attempt(self, delivery: Delivery) -> NotAckedError | None:
        with self._busy.one():
            try:
                await self.line.hand_over(delivery)
            except NotAckedError as missing:
                return missing
        return None

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._running.add(task)
        task.add_done_callback(self._running.discard)
