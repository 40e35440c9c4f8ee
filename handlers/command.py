"""`/rapport`: one listener and the table of its words."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final
from unicodedata import combining, normalize

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.refusals import Refusal, Refused
from bot.domain.showings import PickCheckin
from bot.domain.turn import Caller
from bot.ports import Bot
from bot.services import checkin_form, concerns, home, overview, pairing, pause, queue
from handlers import groups, payloads, report, rotation, screen, views
from handlers.payloads import Command, Payload, caller

Answer = Mapping[str, Any] | None
Run = Callable[[Bot, Caller, Command, AsyncWebClient], Awaitable[Answer]]


def register(app: AsyncApp, bot: Bot) -> None:
    @app.command("/rapport")
    async def run(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        if not payloads.is_ours(body):
            raise Refused(Refusal.EXTERNAL)
        command = payloads.command(body)
        answer = await WORDS.get(meant(command.word), unknown)(bot, caller(bot, body), command, client)
        await ack(**answer) if answer is not None else await ack()


async def show_mine(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.ask(home.mine, who))


async def show_help(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.ask(overview.help, who))


async def answer_now(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    form = await bot.do(checkin_form.checkin_now, who)
    if isinstance(form, PickCheckin):
        return screen.shown(form)
    await client.views_open(trigger_id=command.trigger, view=views.modal(form))
    return None


async def take_pause(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    """With words, at once; without, by a form."""
    if command.rest:
        return screen.shown(await bot.do(pause.ask_pause, who, command.rest))
    form = await bot.ask(pause.form, who, None)
    await client.views_open(trigger_id=command.trigger, view=views.modal(form))
    return None


async def resume(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.do(pause.resume, who))


async def make_pairs(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    """The mentor first, then each mentee. Nobody is looked up for a person who runs no programme."""
    words = await bot.ask(pairing.read_pair, who, command.rest)
    people = {person: await bot.directory.by_id(person) for person in words.people}
    return screen.shown(await bot.do(pairing.pair, who, words, people))


async def list_cases(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    return screen.shown(await bot.ask(queue.waiting, who))


async def open_case(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    """By its code; without one, the list."""
    if not command.rest:
        return await list_cases(bot, who, command, client)
    case = await bot.ask(queue.show_code, who, command.rest)
    await client.views_open(trigger_id=command.trigger, view=views.modal(case))
    return None


async def ask_for_help(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    form = await bot.ask(concerns.form, who, None)
    await client.views_open(trigger_id=command.trigger, view=views.modal(form))
    return None


async def unknown(bot: Bot, who: Caller, command: Command, client: AsyncWebClient) -> Answer:
    known = {word: word for word in WORDS if word} | ALIASES
    return screen.shown(await bot.ask(overview.unknown, who, command.word, known))


def meant(word: str) -> str:
    """The word of WORDS, if it was typed in another language, with accents or without."""
    bare = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    return ALIASES.get(bare, bare)


WORDS: Final[Mapping[str, Run]] = {
    "": show_mine,
    "help": show_help,
    "checkin": answer_now,
    "pause": take_pause,
    "resume": resume,
    "pair": make_pairs,
    "group": groups.run,
    "rotation": rotation.run,
    "report": report.show,
    "cases": list_cases,
    "case": open_case,
    "concern": ask_for_help,
}
ALIASES: Final = {
    "aide": "help",
    "repondre": "checkin",
    "reponse": "checkin",
    "point": "checkin",
    "reprendre": "resume",
    "associer": "pair",
    "binome": "pair",
    "groupe": "group",
    "groupes": "group",
    "bilan": "report",
    "cas": "case",
    "preoccupation": "concern",
    "inquietude": "concern",
    "souci": "concern",
}
"""French words for the same, without their accents. Lists show the words of WORDS."""
