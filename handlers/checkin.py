"""Answers to check-ins: buttons, the menu, the short form. The busiest listeners, so they are registered first."""

from collections.abc import Mapping
from typing import Final

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.checkin import Outcome
from bot.domain.showings import PickCheckin
from bot.ports import Bot
from bot.services import audiences, checkin, checkin_form, concerns, pause
from handlers import forms, payloads, screen, values, views
from handlers.payloads import Payload, caller
from handlers.views import ids

OUTCOMES: Final[Mapping[str, Outcome]] = {
    ids.ANSWER_MET: Outcome.MET,
    ids.ANSWER_BOOKED: Outcome.BOOKED,
    ids.ANSWER_NOT_YET: Outcome.NOT_YET,
}


def register(app: AsyncApp, bot: Bot) -> None:
    @app.view(ids.UPDATE_FORM)
    async def save_update(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        who = caller(bot, body)
        saved = await bot.do(checkin_form.record_update, who, forms.update(body))
        await screen.keep_home(bot, who, body, client)
        await ack(response_action="update", view=views.modal(saved))

    @app.view(ids.AUDIENCE_FORM)
    async def change_audiences(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        who = caller(bot, body)
        saved = await bot.do(audiences.change, who, forms.audiences(body))
        await screen.keep_home(bot, who, body, client)
        await ack(response_action="update", view=views.modal(saved))

    @app.action(ids.any_of(OUTCOMES))
    async def answer(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        who, prompt = caller(bot, body), values.prompt(payloads.value(action))
        await bot.do(checkin.answer, who, prompt, OUTCOMES[action["action_id"]])
        await screen.keep_home(bot, who, body, client)
        await ack()

    @app.action(ids.USEFULNESS)
    async def rate(ack: AsyncAck, body: Payload, action: Payload) -> None:
        stars, prompt = values.usefulness(action)
        await bot.do(checkin.rate, caller(bot, body), prompt, stars)
        await ack()

    @app.action(ids.ADD_LINE)
    @app.action(ids.EDIT)
    @app.action(ids.OPEN_CHECKIN)
    async def open_form(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(checkin_form.form, caller(bot, body), values.prompt(payloads.value(action)))
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.action(ids.AUDIENCES)
    async def open_audiences(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(audiences.form, caller(bot, body), values.prompt(payloads.value(action)))
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.action(ids.PROMPT_MENU)
    async def menu(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        choice, of = values.pair_of(payloads.value(action))
        who, prompt = caller(bot, body), values.prompt(of)
        if choice == ids.LATER:
            await bot.do(checkin.later, who, prompt)
        elif choice == ids.SKIP:
            await bot.do(checkin.skip, who, prompt)
        else:
            wanted = concerns.form_from_prompt if choice == ids.HELP else pause.form_from_prompt
            await screen.show(client, body, views.modal(await bot.ask(wanted, who, prompt)))
        await ack()

    @app.action(ids.UNSKIP)
    async def unskip(ack: AsyncAck, body: Payload, action: Payload) -> None:
        await bot.do(checkin.unskip, caller(bot, body), values.prompt(payloads.value(action)))
        await ack()

    @app.action(ids.one_or_several(ids.CHECKIN_PICK))
    async def pick(
        ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient, respond: AsyncRespond
    ) -> None:
        chosen = values.pairing(payloads.value(action))
        form = await bot.do(checkin_form.checkin_now, caller(bot, body), chosen)
        assert not isinstance(form, PickCheckin)
        await screen.show(client, body, views.modal(form))
        await ack()
