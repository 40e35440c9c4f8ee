"""`/rapport rotation` and its words, the buttons of its messages, and the form of a rotation."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.checkin import Meeting
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller
from bot.ports import Bot
from bot.services import encounters, group_settings, overview, rotation, rotation_members
from handlers import groups, payloads, rotation_forms, screen, values, views
from handlers.payloads import Command, Payload, caller
from handlers.views import ids

Answer = Mapping[str, Any] | None
Run = Callable[[Bot, Caller, Command, AsyncWebClient], Awaitable[Answer]]
MEETINGS: Final[Mapping[str, Meeting]] = {
    ids.ROTATION_MET: Meeting.MET,
    ids.ROTATION_PLANNED: Meeting.PLANNED,
    ids.ROTATION_NOT_YET: Meeting.NOT_YET,
}


def register(app: AsyncApp, bot: Bot) -> None:
    _register_meetings(app, bot)
    _register_places(app, bot)

    @app.action(ids.ROTATION_END)
    async def end(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        ended = await bot.do(rotation.end, caller(bot, body), values.group(payloads.value(action)))
        await ack()
        await _in_its_place(respond, ended)

    @app.view(ids.ROTATION_FORM)
    async def save(ack: AsyncAck, body: Payload) -> None:
        who, form = caller(bot, body), rotation_forms.submitted(body)
        await bot.ask(group_settings.may_start, who)
        people = await groups.look_up(bot, form.given.invited)
        if form.group is not None:
            saved = await bot.do(rotation.save_settings, who, form.group, form.given, people)
        else:
            venue = await bot.directory.venue(form.channel)
            saved = await bot.do(rotation.start, who, form.given, venue, people)
        await ack(response_action="update", view=views.modal(saved))


def _register_meetings(app: AsyncApp, bot: Bot) -> None:
    """What the people of an encounter press."""

    @app.action(ids.any_of(MEETINGS))
    async def say_of_meeting(ack: AsyncAck, body: Payload, action: Payload) -> None:
        encounter = values.encounter(payloads.value(action))
        await bot.do(encounters.say_of_meeting, caller(bot, body), encounter, MEETINGS[action["action_id"]])
        await ack()

    @app.action(ids.ROTATION_NOT_FOR_ME)
    async def not_for_me(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        encounter = values.encounter(payloads.value(action))
        form = await bot.ask(encounters.parting, caller(bot, body), encounter)
        await client.views_open(trigger_id=payloads.trigger(body), view=views.modal(form))
        await ack()

    @app.view(ids.ROTATION_APART_FORM)
    async def part(ack: AsyncAck, body: Payload) -> None:
        parted = await bot.do(encounters.part, caller(bot, body), values.encounter(payloads.metadata(body)))
        await ack(response_action="update", view=views.modal(parted))


def _register_places(app: AsyncApp, bot: Bot) -> None:
    """What somebody presses about their own place: in it, out of it, not this time."""

    @app.action(ids.any_of([ids.ROTATION_SKIP, ids.ROTATION_UNSKIP]))
    async def skip(
        ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond, client: AsyncWebClient
    ) -> None:
        skipped = action["action_id"] == ids.ROTATION_SKIP
        who, round = caller(bot, body), values.round(payloads.value(action))
        done = await bot.do(rotation_members.skip, who, round, skipped)
        if payloads.on_home(body):
            await screen.publish_home(bot, who, client)
        await ack()
        if payloads.is_ephemeral(body):
            await _in_its_place(respond, done)

    @app.action(ids.ROTATION_STAY)
    async def stay(ack: AsyncAck, body: Payload, action: Payload) -> None:
        await bot.do(rotation_members.stay, caller(bot, body), values.round(payloads.value(action)))
        await ack()

    @app.action(ids.ROTATION_JOIN)
    async def join(
        ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond, client: AsyncWebClient
    ) -> None:
        if not payloads.is_ours(body):
            raise Refused(Refusal.EXTERNAL)
        who, group = caller(bot, body), values.group(payloads.value(action))
        person = await bot.directory.by_id(who.person) if await bot.ask(overview.is_stranger, who) else None
        joined = await bot.do(rotation_members.join, who, group, person)
        await screen.say_there(bot, who, body, client=client, respond=respond, showing=joined)
        await ack()

    @app.action(ids.ROTATION_LEAVE)
    async def leave(
        ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond, client: AsyncWebClient
    ) -> None:
        who = caller(bot, body)
        left = await bot.do(rotation_members.leave, who, values.group(payloads.value(action)))
        await screen.say_there(bot, who, body, client=client, respond=respond, showing=left)
        await ack()


async def run(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    """`rotation`, with a word of its own after it or without."""
    word, _, rest = command.rest.partition(" ")
    known = groups.ALIASES.get(word.casefold(), word.casefold())
    wanted = WORDS.get(ALIASES.get(known, known))
    if wanted is None:
        spelled = {f"rotation {each}": f"rotation {each}" for each in WORDS if each}
        return screen.shown(await bot.ask(overview.unknown, who, f"rotation {word}", spelled))
    return await wanted(bot, who, groups.with_rest(command, rest.strip()), client)


async def show(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.ask(rotation_members.show, who, command.channel, command.rest))


async def start(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    await bot.ask(group_settings.may_start, who)
    if command.in_dm:
        raise Refused(Refusal.ROTATION_IN_CHANNEL)
    form = await bot.ask(rotation.form, who, await bot.directory.venue(command.channel))
    await client.views_open(trigger_id=command.trigger, view=views.modal(form))
    return None


async def settings(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    form = await bot.ask(rotation.settings_form, who, command.channel, command.rest)
    await client.views_open(trigger_id=command.trigger, view=views.modal(form))
    return None


async def skip_next(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.do(rotation_members.skip_next, who, command.channel, command.rest))


async def end_it(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.ask(rotation.ending, who, command.channel, command.rest))


async def _in_its_place(respond: AsyncRespond, showing: views.Showing) -> None:
    said = views.answer(showing)
    await respond(text=said.text, blocks=said.blocks, response_type="ephemeral", replace_original=True)


WORDS: Final[Mapping[str, Run]] = {
    "": show,
    "start": start,
    "settings": settings,
    "skip": skip_next,
    "end": end_it,
}
ALIASES: Final = {"passer": "skip", "sauter": "skip"}
"""French words for the same, beside those of groups."""
