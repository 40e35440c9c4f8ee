"""Slack over a socket: twin of signed_http.py. What it has asked when we leave is answered first."""

import asyncio
from contextlib import suppress
from typing import Final

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

FAREWELL: Final = 1.0
"""Seconds in which the other end may say goodbye; aiohttp would wait for ten."""


class Line:
    """The connection of a process that stays."""

    def __init__(self, slack: AsyncApp, app_token: str, web_client: AsyncWebClient) -> None:
        self._handler = AsyncSocketModeHandler(slack, app_token, web_client=web_client)
        self._handler.client.socket_mode_request_listeners[:] = [self._hear]
        self.where = "slack"
        self._leaving = False
        self._answering: set[asyncio.Future[None]] = set()

    async def open(self) -> None:
        """Tries until it is connected."""
        await self._handler.connect_async()

    async def finish(self) -> None:
        """Hears nothing new, and returns when all that was heard is answered.

        What comes now is not acknowledged: events are sent again to whoever is connected then.
        """
        self._leaving = True
        while self._answering:
            await asyncio.wait(self._answering)

    async def close(self) -> None:
        for answering in self._answering:
            answering.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._handler.close_async(), FAREWELL)

    async def _hear(self, _: AsyncBaseSocketModeClient, envelope: SocketModeRequest) -> None:
        """Counted until the answer is on the line, which is after the last of Bolt's middleware."""
        if self._leaving:
            return
        answering = asyncio.ensure_future(self._handler.handle(self._handler.client, envelope))
        self._answering.add(answering)
        answering.add_done_callback(self._answering.discard)
        await answering
