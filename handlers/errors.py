"""The one place where an exception becomes a sentence, and every refusal a response."""

import asyncio
import json
from logging import Logger
from typing import Any, Final

import structlog
from slack_bolt.async_app import AsyncApp, AsyncRespond
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.refusals import Refused
from bot.ports import Bot, UnknownWorkspace
from bot.services import overview
from handlers import screen, views
from handlers.payloads import Payload, caller
from handlers.views import ids

log = structlog.get_logger("handlers")

FALLBACK: Final = "en"
ASK_FOR: Final = 1.0
"""Seconds of the three in which Slack wants an answer."""


def register(app: AsyncApp, bot: Bot) -> None:
    @app.error
    async def _(
        error: Exception, body: dict[str, Any], respond: AsyncRespond, client: AsyncWebClient, logger: Logger
    ) -> BoltResponse:
        """Always a response: Slack repeats an event only when it gets 500, and repeats nothing else."""
        language = await _language(bot, body)
        if isinstance(error, Refused):
            sentence = views.refusal(error, language, bot.reference())
            log.info("refused", refusal=error.refusal.value)
        else:
            sentence = views.mishap(language, bot.reference())
            log.error("failed", error=type(error).__name__, exc_info=error)
        if "event" in body:
            return BoltResponse(status=200 if isinstance(error, (Refused, UnknownWorkspace)) else 500)
        if body.get("type") == "view_submission":
            return _beside_the_field(error, sentence, body, language)
        if body.get("view"):
            await screen.show(client, body, views.said_in_modal(sentence, language))
            return BoltResponse(status=200)
        said = views.said(sentence)  # it may quote what was typed
        if "command" in body:
            return _json({"response_type": "ephemeral", "text": said.text, "blocks": said.blocks})
        await respond(text=said.text, blocks=said.blocks, response_type="ephemeral", replace_original=False)
        return BoltResponse(status=200)


def _beside_the_field(error: Exception, sentence: str, body: Payload, language: str) -> BoltResponse:
    """Beside the field that is meant, so that nothing typed is lost; else beside the form's first field."""
    blocks = [block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input"]
    wanted = error.field if isinstance(error, Refused) else ""
    named = [block for block in blocks if block in (wanted, f"{ids.TEXT}.{wanted}")]
    where = (named or blocks)[:1]
    if where:
        return _json({"response_action": "errors", "errors": {where[0]: sentence}})
    return _json({"response_action": "update", "view": views.said_in_modal(sentence, language)})


async def _language(bot: Bot, body: Payload) -> str:
    """The person's own; English where the database cannot be asked, since it may be the database that failed."""
    if "event" in body:
        return FALLBACK  # nothing is shown
    try:
        async with asyncio.timeout(ASK_FOR):
            return await bot.ask(overview.language, caller(bot, body))
    except Exception as error:  # noqa: BLE001  # whatever it is, the error that it was asked for is told
        log.warning("language.unknown", error=type(error).__name__)
        return FALLBACK


def _json(payload: dict[str, Any]) -> BoltResponse:
    return BoltResponse(status=200, body=json.dumps(payload), headers={"content-type": ["application/json"]})
