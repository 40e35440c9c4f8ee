"""Words typed in the bot's DM, and the buttons that say whom they are for."""

from collections.abc import Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncSay

from bot.ports import Bot
from bot.services import overview, typed, typed_audience
from handlers import payloads, rounds, values, views
from handlers.payloads import Payload, caller
from handlers.views import ids

STEPS: Final[Mapping[str, Any]] = {
    ids.TYPED_COORDINATOR: typed_audience.tell,
    ids.TYPED_ONLY_ME: typed_audience.keep_private,
    ids.TYPED_KEEP: typed_audience.keep,
    ids.TYPED_NOT_AN_ANSWER: typed_audience.discard,
}


def register(app: AsyncApp, bot: Bot) -> None:
    @app.event("message")
    async def hear(body: Payload, say: AsyncSay) -> None:
        if payloads.is_in_channel(body):
            await rounds.hear(bot, body)
            return
        said, edited, deleted = payloads.said(body), payloads.edited(body), payloads.deleted(body)
        if edited is not None:
            await bot.do(typed.edit, caller(bot, payloads.author_of_change(body)), edited)
        if deleted is not None:
            await bot.do(typed.deleted, caller(bot, payloads.author_of_change(body)), deleted)
        if said is None:
            return
        who = caller(bot, body)
        if await bot.ask(overview.is_stranger, who):
            # Nothing of a stranger is stored, so there is no notice to queue.
            answer = views.answer(await bot.ask(overview.overview, who))
            await say(text=answer.text, blocks=answer.blocks)
            return
        await bot.do(typed.hear, who, said)

    @app.action(ids.one_or_several(ids.TYPED_PICK))
    async def pick(ack: AsyncAck, body: Payload, action: Payload) -> None:
        entry, pairing = values.pick(action)
        await bot.do(typed.pick, caller(bot, body), entry, pairing)
        await ack()

    @app.action(ids.one_or_several(ids.TYPED_SHARE))
    async def share(ack: AsyncAck, body: Payload, action: Payload) -> None:
        entry, reader = values.share(action)
        await bot.do(typed_audience.share, caller(bot, body), entry, reader)
        await ack()

    @app.action(ids.one_or_several(ids.TYPED_UNSHARE))
    async def take_back(ack: AsyncAck, body: Payload, action: Payload) -> None:
        entry, reader = values.share(action)
        await bot.do(typed_audience.take_back, caller(bot, body), entry, reader)
        await ack()

    @app.action(ids.any_of(STEPS))
    async def step(ack: AsyncAck, body: Payload, action: Payload) -> None:
        entry = values.entry(payloads.value(action))
        await bot.do(STEPS[action["action_id"]], caller(bot, body), entry)
        await ack()
