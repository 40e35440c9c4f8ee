"""What people do on a random walk: write, share, take back, ask for help; and what coordinators do about it."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, Final
from uuid import UUID

from bot.domain.checkin import About
from handlers.views import ids
from playground.people import Person
from playground.refusals import NotThere
from playground.seen import Seen
from storage.tables import Member, Prompt, Seat
from tests.hostile.walk import COORDINATORS, MANY, WRITERS, Deed, Secret, Walk, hearing

CASE_STEPS: Final = ("I'm on it", "Snooze 3 days", "Resolve", "Open")


async def types(walk: Walk, name: str) -> None:
    await _typed(walk, name)


async def types_and_shares(walk: Walk, name: str) -> None:
    secret, receipt = await _typed(walk, name)
    offers = [label for label in receipt.buttons if label.startswith("Share with")]
    if not offers:
        raise NotThere("nothing to share")
    label = walk.dice.choice(offers)
    named = {other for other in WRITERS if any(other in each for each in offers)}
    secret.readers = {other for other in named if other in label} or named
    await walk.here[name].clicks(label, receipt)


async def types_and_tells(walk: Walk, name: str) -> None:
    """Of a pairing that Maria sits in, only Tom is told."""
    secret, receipt = await _typed(walk, name)
    label = next((each for each in receipt.buttons if each.startswith("Only ") and each != "Only me"), "Only Maria")
    secret.confidants = hearing(name)
    await walk.here[name].clicks(label, receipt)


async def takes_back(walk: Walk, name: str) -> None:
    await walk.here[name].clicks(walk.dice.choice(("Only me", "Not an answer")))


async def narrows(walk: Walk, name: str) -> None:
    await walk.here[name].clicks("Change who sees this")
    walk.look()
    fields = _offered(walk.here[name], "Only me")
    if not fields:
        raise NotThere("nothing to narrow")
    await walk.here[name].submits(dict.fromkeys(fields, "Only me"))


async def edits(walk: Walk, name: str) -> None:
    """Words that were shared just now become others, for the same readers."""
    await types_and_shares(walk, name)
    await walk.here.answered()
    await walk.here[name].edits(_own(walk, name)[-1], f"Rather {walk.secret(name, *walk.secrets[-1].readers).word}.")


async def deletes(walk: Walk, name: str) -> None:
    """Whatever was written last, shared or not; the bot asks what is to become of it."""
    await walk.here[name].deletes(_own(walk, name)[-1])
    await walk.here.answered()
    await walk.here[name].clicks(walk.dice.choice(("Forget it too", "Keep it")))


async def fills_the_form(walk: Walk, name: str) -> None:
    """A text for the author alone, one for the partner or partners, one for the coordinator."""
    person = walk.here[name]
    await person.runs("/rapport checkin")
    if person.view is None:
        newest = person.messages()[-1]
        await person.clicks(walk.dice.choice(newest.buttons or ["none"]), newest)
    if person.view is None or person.view["callback_id"] != ids.UPDATE_FORM:
        raise NotThere("no form")
    seated = _seated(walk, person.view["private_metadata"])
    line = walk.secret(name)
    line.confidants = {each for each in COORDINATORS if each not in seated}
    await person.fills(
        {
            ids.text_block(About.MOVED): walk.secret(name).word,
            ids.audience_block(About.MOVED): "only_me",
            ids.text_block(About.NEXT): walk.secret(name, *_partners(seated, name)).word,
            ids.audience_block(About.NEXT): "partner",
            ids.text_block(About.PRIVATE_LINE): line.word,
        }
    )
    await person.submits()
    walk.look()


async def answers(walk: Walk, name: str) -> None:
    await walk.here[name].clicks(walk.dice.choice(("We met", "It's booked", "Not yet")))


async def asks_for_help(walk: Walk, name: str) -> None:
    """About anybody, read by one coordinator."""
    person = walk.here[name]
    await person.runs("/rapport concern")
    if person.view is None:
        raise NotThere("no form")
    reader = walk.dice.choice([each for each in COORDINATORS if each != name])
    secret = walk.secret(name)
    secret.confidants = {reader}
    given: dict[str, Any] = {ids.CONCERN: secret.word, ids.READERS: _labels(person, ids.READERS, reader)}
    if about := _labels(person, ids.WHICH, ""):
        given[ids.WHICH] = walk.dice.choice(about)
    await person.submits(given)
    walk.look()


async def coordinator_reads(walk: Walk, name: str) -> None:
    """Whoever of them has something to read."""
    for each in COORDINATORS:
        with suppress(NotThere):
            await walk.here[each].clicks("Read")
    walk.look()


async def coordinator_steps(walk: Walk, name: str) -> None:
    await walk.here[walk.dice.choice(COORDINATORS)].clicks(walk.dice.choice(CASE_STEPS))
    walk.look()


async def coordinator_writes(walk: Walk, name: str) -> None:
    """To those whom the form names: both sides of a pairing, or whoever asked for help."""
    await _whoever_can(walk, _writes)


async def coordinator_answers_help(walk: Walk, name: str) -> None:
    """Reads it, and writes to its author and nobody else."""
    await _whoever_can(walk, _answers_help)


async def _whoever_can(walk: Walk, deed: Callable[[Walk, str], Awaitable[None]]) -> None:
    """One of the coordinators, the first of them for whom what it needs is on the screen."""
    for coordinator in walk.dice.sample(COORDINATORS, len(COORDINATORS)):
        with suppress(NotThere):
            await deed(walk, coordinator)
            return
    raise NotThere("for none of them")


async def _writes(walk: Walk, coordinator: str) -> None:
    person = walk.here[coordinator]
    await person.clicks("Message them")
    if person.view is None or person.view["callback_id"] != ids.CARE_FORM:
        raise NotThere("no form")
    named = _labels(person, ids.PEOPLE, "")
    secret = walk.secret(coordinator, *(each for each in WRITERS if any(each in label for label in named)))
    await person.submits({ids.CARE_TEXT: f"How are you? {secret.word}"})


async def _answers_help(walk: Walk, coordinator: str) -> None:
    person = walk.here[coordinator]
    await person.clicks("Read")
    label = next(each for each in (*_buttons(person), "Message nobody") if each.startswith("Message "))
    await person.clicks(label)
    walk.look()
    if person.view is None or person.view["callback_id"] != ids.CARE_FORM:
        raise NotThere("no form")
    secret = walk.secret(coordinator, *(each for each in WRITERS if each in label))
    await person.submits({ids.CARE_TEXT: f"I have read it. {secret.word}"})


async def looks_around(walk: Walk, name: str) -> None:
    """Everybody's overview and Home, the queue and a report of the coordinators'."""
    await walk.here[name].runs("/rapport")
    for each in MANY:
        await walk.here[each].opens_home()
    for each in COORDINATORS:
        await walk.here[each].runs("/rapport report")
        await walk.here[each].runs("/rapport cases")


async def waits(walk: Walk, name: str) -> None:
    await walk.here.there.pass_by(days=walk.dice.choice((1, 3, 9)))


DEEDS: Final[Mapping[str, Deed]] = {
    "types": types,
    "types and shares": types_and_shares,
    "types and tells": types_and_tells,
    "takes back": takes_back,
    "narrows": narrows,
    "edits": edits,
    "deletes": deletes,
    "fills the form": fills_the_form,
    "answers": answers,
    "asks for help": asks_for_help,
    "coordinator reads": coordinator_reads,
    "coordinator steps": coordinator_steps,
    "coordinator writes": coordinator_writes,
    "coordinator answers help": coordinator_answers_help,
    "looks around": looks_around,
    "waits": waits,
}


async def _typed(walk: Walk, name: str) -> tuple[Secret, Seen]:
    """Words in the DM, and the bot's answer to them once it is said which pairing they are about."""
    person, secret = walk.here[name], walk.secret(name)
    await person.posts(f"I would say {secret.word} of it.")
    await walk.here.answered()
    answer = person.messages(person.dm)[-1]
    if "Which pairing" in answer.plain:
        await person.clicks(answer.buttons[0], answer)
        await walk.here.answered()
        answer = next(each for each in person.messages(person.dm) if each.ts == answer.ts)
    return secret, answer


def _own(walk: Walk, name: str) -> list[Seen]:
    person = walk.here[name]
    mine = [each for each in person.messages(person.dm) if each.author == person.id]
    if not mine:
        raise NotThere("nothing was written")
    return mine


def _seated(walk: Walk, prompt: str) -> dict[str, str]:
    """Who sits in the pairing that a form is about, with their roles."""
    (asked,) = walk.here.rows(Prompt, id=UUID(prompt))
    seats = walk.here.rows(Seat, pairing_id=asked["pairing_id"])
    return {walk.here.rows(Member, id=seat["member_id"])[0]["name"].split()[0]: seat["role"] for seat in seats}


def _partners(seated: Mapping[str, str], name: str) -> set[str]:
    return {other for other, role in seated.items() if role is not seated[name]}


def _blocks(person: Person) -> list[Any]:
    return list(person.view["blocks"]) if person.view is not None else []


def _labels(person: Person, block_id: str, beginning: str) -> list[str]:
    """What can be chosen in one field of the open form."""
    fields = [block.get("element", {}) for block in _blocks(person) if block.get("block_id") == block_id]
    labels = [option["text"]["text"] for field in fields for option in field.get("options", ())]
    return [label for label in labels if label.startswith(beginning)]


def _offered(person: Person, label: str) -> list[str]:
    """The fields of the open form in which this can be chosen."""
    return [block["block_id"] for block in _blocks(person) if label in _labels(person, block.get("block_id", ""), "")]


def _buttons(person: Person) -> list[str]:
    elements = [each for block in _blocks(person) for each in block.get("elements", ()) if each["type"] == "button"]
    return [each["text"]["text"] for each in elements]
