"""Reactions to the bot's messages."""

from slack_bolt.async_app import AsyncApp

from bot.ports import Bot
from bot.services import overview, reactions, round_thread
from handlers import payloads
from handlers.payloads import Payload, caller


def register(app: AsyncApp, bot: Bot) -> None:
    @app.event("reaction_added")
    async def react(body: Payload) -> None:
        reacted = payloads.reacted(body)
        who = caller(bot, body)
        if reacted is None or await bot.ask(overview.is_stranger, who):
            return
        if await bot.ask(round_thread.is_of_a_round, who, reacted):
            await bot.do(round_thread.here, who, reacted)
        else:
            await bot.do(reactions.react, who, reacted)
