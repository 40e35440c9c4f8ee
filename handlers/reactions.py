"""Reactions to the bot's messages."""

from slack_bolt.async_app import AsyncApp

from bot.ports import Bot
from bot.services import overview, reactions
from handlers import payloads
from handlers.payloads import Payload, caller


def register(app: AsyncApp, bot: Bot) -> None:
    @app.event("reaction_added")
    async def react(body: Payload) -> None:
        reacted = payloads.reacted(body)
        who = caller(bot, body)
        if reacted is not None and not await bot.ask(overview.is_stranger, who):
            await bot.do(reactions.react, who, reacted)
