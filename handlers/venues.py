"""What Slack tells of channels: whether a group still lives where it did."""

from typing import Final

from slack_bolt.async_app import AsyncApp

from bot.ports import Bot
from bot.services import latecomers, whereabouts
from handlers import payloads
from handlers.payloads import Payload, caller

HAPPENED: Final = (
    "channel_archive",
    "channel_deleted",
    "channel_id_changed",
    "channel_left",
    "channel_rename",
    "channel_unarchive",
    "group_archive",
    "group_deleted",
    "group_left",
    "group_rename",
    "group_unarchive",
)
"""Each says only where to look: what stands there is asked of Slack, since events come late, twice, or never."""


def register(app: AsyncApp, bot: Bot) -> None:
    async def happened(body: Payload) -> None:
        await look(bot, body)

    for event in HAPPENED:
        app.event(event)(happened)

    @app.event("member_joined_channel")
    async def joined(body: Payload) -> None:
        if payloads.is_about_us(body):
            await look(bot, body)
            return
        who, (channel, _) = caller(bot, body), payloads.channel_of(body)
        if await bot.ask(latecomers.is_watched, who, channel):
            await bot.do(latecomers.came, who, channel, await bot.directory.by_id(who.person))


async def look(bot: Bot, body: Payload) -> None:
    """Nothing is asked of channels in which no group lives."""
    who = caller(bot, body)
    before, now = payloads.channel_of(body)
    if await bot.ask(whereabouts.is_known, who, before):
        if now != before:
            await bot.do(whereabouts.moved, who, before, now)
        await bot.do(whereabouts.seen, who, await bot.directory.venue(now))
