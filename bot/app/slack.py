"""Slack's side of the bot: the Bolt app with its listeners, and the clients that call Slack."""

from collections.abc import Awaitable, Callable

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from handlers import (
    account,
    cases,
    checkin,
    command,
    concern,
    errors,
    formations,
    greeting,
    groups,
    home,
    introduction,
    lines,
    merging,
    pause,
    reactions,
    report,
    rotation,
    rounds,
    typed,
    venues,
)

CONNECTIONS = 50


def open_session() -> aiohttp.ClientSession:
    """One for all calls: without it every call opens a connection of its own."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=CONNECTIONS), timeout=aiohttp.ClientTimeout(total=30)
    )


def client_for(token: str | None, api_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """Without retries: the SDK's own would send a message twice when an answer is lost."""
    return AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[])


def bolt_app(bot: Bot, client: AsyncWebClient, *, identity: AuthorizeResult) -> AsyncApp:
    """Handlers answer before the response goes out, and the error handler answers for those that fail.

    Requests have been verified before they come here: by the socket, or in signed_http.py. `client` has no token of its
    own; each request gets one with the token of `identity`.
    """

    async def authorize() -> AuthorizeResult:
        return identity

    app = AsyncApp(
        name="rapport",
        client=client,
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,
    )

    @app.middleware
    async def refer(next: Callable[[], Awaitable[None]]) -> None:
        bot.begin()
        await next()

    errors.register(app, bot)
    often = (checkin, typed, command, reactions)
    for concept in (
        *often,
        greeting,
        introduction,
        pause,
        lines,
        cases,
        concern,
        home,
        account,
        groups,
        formations,
        merging,
        rounds,
        report,
        rotation,
        venues,
    ):
        concept.register(app, bot)
    return app
