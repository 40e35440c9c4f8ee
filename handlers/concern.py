"""Asking for help, and [Read] for those who were chosen to."""

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from bot.services import concerns
from handlers import forms, payloads, screen, values, views
from handlers.payloads import Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.CONCERN_OPEN)
    async def open_form(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(concerns.form, caller(bot, body), None)
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.action(ids.CONCERN_ABOUT)
    async def open_form_about(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(concerns.form, caller(bot, body), values.pairing(payloads.value(action)))
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.view(ids.CONCERN_FORM)
    async def ask_for_help(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        who = caller(bot, body)
        sent = await bot.do(concerns.ask_for_help, who, forms.concern(body))
        await screen.keep_home(bot, who, body, client)
        await ack(response_action="update", view=views.modal(sent))

    @app.action(ids.CONCERN_READ)
    async def read(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        who = caller(bot, body)
        words = await bot.do(concerns.read, who, values.case(payloads.value(action)))
        await screen.show(client, body, views.modal(words))
        await screen.keep_home(bot, who, body, client)
        await ack()
