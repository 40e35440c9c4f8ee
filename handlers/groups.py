"""`/rapport group` and its words, the card's buttons, and the form of a group."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.groups import MOST_DIRECT, Room
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller
from bot.ports import Bot, Person, Venue
from bot.services import group_members, group_settings, groups, overview, round_history, rounds, whereabouts
from handlers import formations, group_forms, payloads, screen, values, views
from handlers.payloads import Command, Payload, caller
from handlers.views import ids

Answer = Mapping[str, Any] | None
Run = Callable[[Bot, Caller, Command, AsyncWebClient], Awaitable[Answer]]
MENTION: Final = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.GROUP_JOIN)
    async def join(
        ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond, client: AsyncWebClient
    ) -> None:
        if not payloads.is_ours(body):
            raise Refused(Refusal.EXTERNAL)
        who, group = caller(bot, body), values.group(payloads.value(action))
        person = await bot.directory.by_id(who.person) if await bot.ask(overview.is_stranger, who) else None
        joined = await bot.do(group_members.join, who, group, person)
        await screen.say_there(bot, who, body, client=client, respond=respond, showing=joined)
        await ack()

    @app.action(ids.GROUP_LEAVE)
    async def leave(
        ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond, client: AsyncWebClient
    ) -> None:
        who = caller(bot, body)
        left = await bot.do(group_members.leave, who, values.group(payloads.value(action)))
        await screen.say_there(bot, who, body, client=client, respond=respond, showing=left)
        await ack()

    @app.action(ids.GROUP_STAY)
    async def stay(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        group = values.group(payloads.value(action))
        await screen.say(respond, await bot.do(group_members.stay, caller(bot, body), group))
        await ack()

    @app.action(ids.any_of([ids.GROUP_NAMED, ids.GROUP_UNNAMED]))
    async def name(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        named = action["action_id"] == ids.GROUP_NAMED
        group = values.group(payloads.value(action))
        done = views.answer(await bot.do(group_members.name, caller(bot, body), group, named))
        await ack()
        await respond(text=done.text, blocks=done.blocks, response_type="ephemeral", replace_original=True)

    @app.action(ids.GROUP_END)
    async def end(ack: AsyncAck, body: Payload, action: Payload, respond: AsyncRespond) -> None:
        ended = await bot.do(groups.end, caller(bot, body), values.group(payloads.value(action)))
        done = views.answer(ended)
        await ack()
        await respond(text=done.text, blocks=done.blocks, response_type="ephemeral", replace_original=True)

    @app.action(ids.GROUP_FOUND)
    async def look_again(ack: AsyncAck, body: Payload, action: Payload) -> None:
        who = caller(bot, body)
        channel = await bot.ask(whereabouts.conversation_of, who, values.group(payloads.value(action)))
        await bot.do(whereabouts.seen, who, await bot.directory.venue(channel))
        await ack()

    @app.view(ids.GROUP_FORM)
    async def save(ack: AsyncAck, body: Payload) -> None:
        who, form = caller(bot, body), group_forms.submitted(body)
        await bot.ask(group_settings.may_start, who)
        people = await look_up(bot, form.given.people)
        if form.group is not None:
            saved = await bot.do(groups.save_settings, who, form.group, form.given, people)
        else:
            venue = _direct(form.people) if form.people else await bot.directory.venue(form.channel)
            saved = await bot.do(groups.start, who, form.given, venue, people)
        await ack(response_action="update", view=views.modal(saved))


async def run(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    """`group`, with a word of its own after it or without."""
    word, _, rest = command.rest.partition(" ")
    known = ALIASES.get(word.casefold(), word.casefold())
    wanted = WORDS.get(known)
    if wanted is None:
        spelled = {f"group {each}": f"group {each}" for each in WORDS if each}
        return screen.shown(await bot.ask(overview.unknown, who, f"group {word}", spelled))
    return await wanted(bot, who, with_rest(command, rest.strip()), client)


def with_rest(command: Command, rest: str) -> Command:
    return Command(word=command.word, rest=rest, trigger=command.trigger, channel=command.channel, in_dm=command.in_dm)


async def show(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.ask(group_members.show, who, command.channel, command.rest))


async def start(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    """In a channel; or, with people named, in a group DM of theirs."""
    await bot.ask(group_settings.may_start, who)
    people = tuple(dict.fromkeys(MENTION.findall(command.rest)))
    if not people and command.in_dm:
        raise Refused(Refusal.GROUP_IN_CHANNEL, str(MOST_DIRECT))
    venue = _direct(people) if people else await bot.directory.venue(command.channel)
    form = await bot.ask(group_settings.form, who, venue)
    await client.views_open(trigger_id=command.trigger, view=views.modal(form))
    return None


async def settings(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    form = await bot.ask(group_settings.settings_form, who, command.channel, command.rest)
    await client.views_open(trigger_id=command.trigger, view=views.modal(form))
    return None


async def skip(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.do(rounds.skip, who, command.channel, command.rest))


async def history(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.ask(round_history.history, who, command.channel, command.rest))


async def end(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.ask(groups.ending, who, command.channel, command.rest))


async def look_up(bot: Bot, people: Iterable[str]) -> dict[str, Person | None]:
    wanted = list(people)
    return dict(zip(wanted, await asyncio.gather(*(bot.directory.by_id(each) for each in wanted)), strict=True))


def _direct(people: tuple[str, ...]) -> Venue:
    return Venue(id=",".join(people), room=Room.DIRECT, readers=len(people), inside=True)


WORDS: Final[Mapping[str, Run]] = {
    "": show,
    "start": start,
    "form": formations.form,
    "settings": settings,
    "skip": skip,
    "history": history,
    "end": end,
}
ALIASES: Final = {
    "former": "form",
    "lancer": "start",
    "démarrer": "start",
    "demarrer": "start",
    "réglages": "settings",
    "reglages": "settings",
    "passer": "skip",
    "sauter": "skip",
    "historique": "history",
    "terminer": "end",
    "fin": "end",
}
"""French words for the same."""
