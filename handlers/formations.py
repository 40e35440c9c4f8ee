"""Forming groups: the form of `/rapport group form`, and the review of what is proposed."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.ids import FormationId
from bot.domain.turn import Caller
from bot.ports import Bot
from bot.services import formations, group_settings, making
from handlers import formation_forms, payloads, screen, values, views
from handlers.payloads import Command, Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    _register_forms(app, bot)

    @app.action(ids.one_or_several(ids.FORMATION_PAGE))
    @app.action(ids.FORMATION_REVIEW)
    async def review(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        formation, page = values.page_of(payloads.value(action))
        await _show(bot, body, client, formation, page)
        await ack()

    @app.action(ids.FORMATION_MOVE)
    async def begin_to_move(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        formation, draft, page = values.draft_of(payloads.value(action))
        form = await bot.ask(formations.moving, caller(bot, body), formation, draft, page)
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.action(ids.FORMATION_ANEW)
    async def anew(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        who, (formation, _) = caller(bot, body), values.page_of(payloads.value(action))
        worked = await bot.ask(formations.others, who, formation)
        await bot.do(formations.anew, who, formation, worked)
        await _show(bot, body, client, formation)
        await ack()

    @app.action(ids.FORMATION_MAKE)
    async def make(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        who, (formation, _) = caller(bot, body), values.page_of(payloads.value(action))
        await bot.do(making.make, who, formation, await bot.ask(making.ready, who, formation))
        await _show(bot, body, client, formation)
        await ack()

    @app.action(ids.FORMATION_DROP)
    async def drop(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        formation, _ = values.page_of(payloads.value(action))
        await bot.do(formations.drop, caller(bot, body), formation)
        if payloads.open_modal(body):
            await _show(bot, body, client, formation)
        await ack()

    @app.action(ids.FORMATION_AGAIN)
    async def try_again(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        formation = await bot.do(making.try_again, caller(bot, body), values.draft(payloads.value(action)))
        if payloads.open_modal(body):
            await _show(bot, body, client, formation)
        await ack()


async def _show(bot: Bot, body: Payload, client: AsyncWebClient, formation: FormationId, page: int = 0) -> None:
    """It is read beside the writer: of many people it takes a while."""
    shown = await bot.ask(formations.review, caller(bot, body), formation, page)
    await screen.show(client, body, views.modal(shown))


def _register_forms(app: AsyncApp, bot: Bot) -> None:
    @app.view(ids.FORMATION_FORM)
    async def start(ack: AsyncAck, body: Payload) -> None:
        who, given = caller(bot, body), formation_forms.submitted(body)
        await bot.ask(group_settings.may_start, who)
        venue = await bot.directory.venue(given.channel) if given.channel else None
        started = await bot.do(formations.start, who, given, venue)
        await ack(response_action="update", view=views.modal(started))

    @app.view(ids.FORMATION_MOVED)
    async def move(ack: AsyncAck, body: Payload) -> None:
        who, moved = caller(bot, body), formation_forms.moved(body)
        await bot.do(formations.move, who, moved.formation, moved.who, moved.to)
        shown = await bot.ask(formations.review, who, moved.formation, moved.page)
        await ack(response_action="update", view=views.modal(shown))


async def form(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Mapping[str, Any] | None:
    """`/rapport group form`, anywhere."""
    asked = await bot.ask(formations.form, who)
    await client.views_open(trigger_id=command.trigger, view=views.modal(asked))
    return None
