"""Pausing by a form, by a button beside an answer, and resuming."""

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from bot.services import pause
from handlers import forms, payloads, screen, values, views
from handlers.payloads import Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.view(ids.PAUSE_FORM)
    async def save_pause(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        who = caller(bot, body)
        given = forms.pause(body)
        paused = await bot.do(pause.pause, who, given.pairing, given.until)
        await screen.keep_home(bot, who, body, client)
        await ack(response_action="update", view=views.modal(paused))

    @app.action(ids.one_or_several(ids.PAUSE_PICK))
    async def pick(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        given = values.pause_pick(action)
        paused = views.answer(await bot.do(pause.pause, caller(bot, body), given.pairing, given.until))
        await ack()
        await respond(text=paused.text, blocks=paused.blocks, replace_original=True)

    @app.action(ids.RESUME)
    async def resume(ack: AsyncAck, body: Payload, respond: AsyncRespond, client: AsyncWebClient) -> None:
        who = caller(bot, body)
        done = await bot.do(pause.resume, who)
        if payloads.on_home(body):
            await screen.show(client, body, views.modal(done))
            await screen.publish_home(bot, who, client)
            await ack()
            return
        resumed = views.answer(done)
        await ack()
        await respond(text=resumed.text, blocks=resumed.blocks, replace_original=False, response_type="ephemeral")
