"""The introduction's buttons, the first meeting's, and parting without blame."""

from collections.abc import Mapping
from typing import Final

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.checkin import Meeting
from bot.ports import Bot
from bot.services import introduction
from handlers import payloads, values, views
from handlers.payloads import Payload, caller
from handlers.views import ids

MEETINGS: Final[Mapping[str, Meeting]] = {
    ids.MEETING_PLANNED: Meeting.PLANNED,
    ids.FIRST_PLANNED: Meeting.PLANNED,
    ids.FIRST_MET: Meeting.MET,
    ids.FIRST_NOT_YET: Meeting.NOT_YET,
}


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.any_of(MEETINGS))
    async def say_of_meeting(ack: AsyncAck, body: Payload, action: Payload) -> None:
        pairing = values.pairing(payloads.value(action))
        await bot.do(introduction.say_of_meeting, caller(bot, body), pairing, MEETINGS[action["action_id"]])
        await ack()

    @app.action(ids.MEETING_NOT_FOR_ME)
    async def not_for_me(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        pairing = values.pairing(payloads.value(action))
        form = await bot.ask(introduction.end_form, caller(bot, body), pairing)
        await client.views_open(trigger_id=payloads.trigger(body), view=views.modal(form))
        await ack()

    @app.view(ids.END_FORM)
    async def end(ack: AsyncAck, body: Payload) -> None:
        ended = await bot.do(introduction.end, caller(bot, body), values.pairing(payloads.metadata(body)))
        await ack(response_action="update", view=views.modal(ended))
