"""A real Bolt app, connected to the stand-in as it would be to Slack."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from playground.server import StandIn

Payload = dict[str, Any]


def bolt_app(slack: StandIn) -> AsyncApp:
    """Acknowledges when its listener is done, as the bot does."""
    client = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    return AsyncApp(
        client=client,
        signing_secret=slack.signing_secret,
        process_before_response=True,
        ignoring_self_events_enabled=False,
    )


@asynccontextmanager
async def over_sockets(app: AsyncApp, slack: StandIn) -> AsyncIterator[AsyncSocketModeHandler]:
    client = AsyncWebClient(token=slack.app_token, base_url=slack.api_url)
    handler = AsyncSocketModeHandler(app, slack.app_token, web_client=client, ping_interval=0.2)
    await handler.connect_async()
    try:
        yield handler
    finally:
        await handler.close_async()


@asynccontextmanager
async def over_http(app: AsyncApp, slack: StandIn) -> AsyncIterator[None]:
    """A small server around Bolt, at the request URL that the stand-in delivers to."""
    async with served(_answer_with(app)) as url:
        slack.deliver_over_http(url)
        yield


@asynccontextmanager
async def served(answer: Callable[[web.Request], Awaitable[web.Response]]) -> AsyncIterator[str]:
    server = web.Application()
    server.router.add_post("/slack/events", answer)
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()


def _answer_with(app: AsyncApp) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        headers: dict[str, str | Sequence[str]] = dict(request.headers)
        said = await app.async_dispatch(AsyncBoltRequest(body=await request.text(), headers=headers))
        plain = {name: values[0] for name, values in said.headers.items()}
        content_type = plain.pop("content-type", "text/plain").partition(";")[0]
        return web.Response(status=said.status, text=said.body, content_type=content_type, headers=plain)

    return answer
