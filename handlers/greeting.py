"""The first word's buttons, and a person's hours."""

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from bot.services import greeting
from handlers import forms, screen, views
from handlers.payloads import Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.CONSENT_OK)
    async def agree(ack: AsyncAck, body: Payload) -> None:
        await bot.do(greeting.agree, caller(bot, body))
        await ack()

    @app.action(ids.CONSENT_NOT_FOR_ME)
    async def refuse(ack: AsyncAck, body: Payload) -> None:
        await bot.do(greeting.refuse, caller(bot, body))
        await ack()

    @app.action(ids.HOURS)
    async def open_hours(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(greeting.hours_form, caller(bot, body))
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.view(ids.HOURS_FORM)
    async def save_hours(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        who = caller(bot, body)
        saved = await bot.do(greeting.save_hours, who, forms.hours(body))
        await screen.keep_home(bot, who, body, client)
        await ack(response_action="update", view=views.modal(saved))
