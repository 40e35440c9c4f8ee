"""A case's buttons, wherever its card stands: in a message, in a list, in a modal."""

from collections.abc import Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from bot.services import care, cases, queue
from handlers import forms, payloads, screen, values, views
from handlers.payloads import Payload, caller
from handlers.views import ids

STEPS: Final[Mapping[str, Any]] = {
    ids.CASE_TAKE: cases.take,
    ids.CASE_SNOOZE: cases.snooze,
    ids.CASE_RESOLVE: cases.resolve,
}


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.any_of(STEPS))
    async def step(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        who, (case, owner) = caller(bot, body), values.case_of(payloads.value(action))
        await bot.do(STEPS[action["action_id"]], who, case, owner)
        if payloads.open_modal(body):
            await screen.show(client, body, views.modal(await bot.ask(queue.show, who, case)))
        await screen.keep_home(bot, who, body, client)
        await ack()

    @app.action(ids.CASE_OPEN)
    async def open_case(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        shown = await bot.ask(queue.show, caller(bot, body), values.case(payloads.value(action)))
        await screen.show(client, body, views.modal(shown))
        await ack()

    @app.action(ids.CASE_MESSAGE)
    async def write(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(care.form, caller(bot, body), values.case(payloads.value(action)))
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.view(ids.CARE_FORM)
    async def send(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        who = caller(bot, body)
        given = forms.care(body)
        sent = await bot.do(care.send, who, given.case, given.text, given.people, payloads.form(body))
        await screen.keep_home(bot, who, body, client)
        await ack(response_action="update", view=views.modal(sent))
