"""Rounds: what is said in their threads, and their buttons and forms."""

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from bot.services import leading, round_thread, round_words
from handlers import group_forms, payloads, screen, values, venues, views
from handlers.payloads import Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.ROUND_ANSWER)
    async def open_form(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(round_words.form, caller(bot, body), values.round(payloads.value(action)))
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.view(ids.ROUND_FORM)
    async def answer(ack: AsyncAck, body: Payload) -> None:
        round, given = group_forms.answer(body)
        answered = await bot.do(round_words.answer, caller(bot, body), round, given)
        await ack(response_action="update", view=views.modal(answered))

    @app.action(ids.ROUND_LEAD)
    async def lead(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        led = await bot.do(leading.lead, caller(bot, body), values.round(payloads.value(action)))
        await screen.say(respond, led)
        await ack()

    @app.action(ids.ROUND_HAND_OVER)
    async def hand_over(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        handed = await bot.do(leading.hand_over, caller(bot, body), values.round(payloads.value(action)))
        await screen.say(respond, handed)
        await ack()

    @app.action(ids.ROUND_HERE)
    async def here(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        heard = await bot.do(round_words.here_now, caller(bot, body), values.round(payloads.value(action)))
        await screen.say(respond, heard)
        await ack()

    @app.action(ids.ROUND_READ)
    async def read(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        words = await bot.ask(round_words.read_private, caller(bot, body), values.round(payloads.value(action)))
        await screen.show(client, body, views.modal(words))
        await ack()


async def hear(bot: Bot, body: Payload) -> None:
    """What is not a reply in the thread of a round, by somebody of that group, goes no further than here."""
    if payloads.is_conversion(body):
        await venues.look(bot, body)
        return
    reply = payloads.reply(body)
    if reply is None:
        return
    who = caller(bot, payloads.author_of_change(body) if reply.deed is not round_thread.Deed.SAID else body)
    if await bot.ask(round_thread.is_in_a_round, who, reply):
        await bot.do(round_thread.hear, who, reply)
