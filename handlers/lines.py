"""[Read]: words for the coordinator, in a modal and nowhere else."""

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from bot.services import lines
from handlers import forms, payloads, screen, values, views
from handlers.payloads import Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.LINE_READ)
    async def read(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        line = await bot.do(lines.read, caller(bot, body), values.entry(payloads.value(action)))
        await client.views_open(trigger_id=payloads.trigger(body), view=views.modal(line))
        await ack()

    @app.action(ids.LINE_MESSAGE)
    async def write(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(lines.form, caller(bot, body), values.entry(payloads.value(action)))
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.view(ids.LINE_FORM)
    async def send(ack: AsyncAck, body: Payload) -> None:
        given = forms.answer(body)
        sent = await bot.do(lines.answer, caller(bot, body), given.entry, given.text, payloads.form(body))
        await ack(response_action="update", view=views.modal(sent))
