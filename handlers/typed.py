"""Words typed in the bot's DM, and the buttons that say whom they are for."""

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncSay

from bot.ports import Bot
from bot.services import overview, typed
from handlers import payloads, views
from handlers.payloads import Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.event("message")
    async def hear(body: Payload, say: AsyncSay) -> None:
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
        entry, pairing = payloads.pick(action)
        await bot.do(typed.pick, caller(bot, body), entry, pairing)
        await ack()

    @app.action(ids.one_or_several(ids.TYPED_SHARE))
    async def share(ack: AsyncAck, body: Payload, action: Payload) -> None:
        entry, reader = payloads.share(action)
        await bot.do(typed.share, caller(bot, body), entry, reader)
        await ack()

    @app.action(ids.TYPED_COORDINATOR)
    async def tell(ack: AsyncAck, body: Payload, action: Payload) -> None:
        await bot.do(typed.tell, caller(bot, body), payloads.entry(payloads.value(action)))
        await ack()

    @app.action(ids.TYPED_ONLY_ME)
    async def keep_private(ack: AsyncAck, body: Payload, action: Payload) -> None:
        await bot.do(typed.keep_private, caller(bot, body), payloads.entry(payloads.value(action)))
        await ack()

    @app.action(ids.TYPED_KEEP)
    async def keep(ack: AsyncAck, body: Payload, action: Payload) -> None:
        await bot.do(typed.keep, caller(bot, body), payloads.entry(payloads.value(action)))
        await ack()

    @app.action(ids.TYPED_NOT_AN_ANSWER)
    async def discard(ack: AsyncAck, body: Payload, action: Payload) -> None:
        await bot.do(typed.discard, caller(bot, body), payloads.entry(payloads.value(action)))
        await ack()
