"""`/rapport report`, and the choice of a programme by a click."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.turn import Caller
from bot.ports import Bot
from bot.services import report
from handlers import payloads, screen, values
from handlers.payloads import Command, Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.one_or_several(ids.REPORT_OF))
    async def choose(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        """The choice stays, for the next one."""
        programme, first, last = values.report_of(payloads.value(action))
        shown = await bot.ask(report.of, caller(bot, body), programme, first, last)
        await screen.say(respond, shown)
        await ack()


async def show(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Mapping[str, Any] | None:
    return screen.shown(await bot.ask(report.report, who, text=command.rest, conversation=command.channel))
