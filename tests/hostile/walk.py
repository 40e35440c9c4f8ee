"""A random walk of people who write words with an audience each, and who has seen which of them."""

import json
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Final
from uuid import UUID

from bot.domain.checkin import About
from handlers.views import ids
from playground.refusals import NotThere
from playground.seen import Seen
from storage.tables import Member, Prompt, Seat
from tests.hostile.ground import Ground, Pairs

PAIRS: Final[Pairs] = ((("Ana",), "Cleo"), (("Dan",), "Cleo"), (("Ana", "Dan"), "Ben"))
WRITERS: Final = ("Ana", "Ben", "Cleo", "Dan")
COORDINATORS: Final = frozenset({"Maria", "Tom"})


@dataclass
class Secret:
    """Words, who wrote them, and who else may have read them by now."""

    author: str
    word: str
    readers: set[str] = field(default_factory=set)

    @property
    def shown_in_messages(self) -> set[str]:
        """Who may find them in a message: never the coordinators, who read in a modal, nor their author again."""
        return self.readers - COORDINATORS


@dataclass
class Walk:
    here: Ground
    dice: Random
    secrets: list[Secret] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def deck(self, times: int) -> list[str]:
        """Every act so many times, in any order."""
        return self.dice.sample([*ACTS] * times, times * len(ACTS))

    async def step(self, act: str) -> None:
        """One act of anybody's, if what it needs is on the screen."""
        name = self.dice.choice(WRITERS)
        with suppress(NotThere):
            await ACTS[act](self, name)
            self.done[act] += 1
        await self.here.answered()
        self.look()

    def secret(self, author: str, *readers: str) -> Secret:
        made = Secret(author, f"kestrel{len(self.secrets)}x{self.dice.getrandbits(40):x}", set(readers))
        self.secrets.append(made)
        return made

    def look(self) -> None:
        """At every screen as it is now, and at everything that was sent since the last look."""
        for name in self.here.there.people:
            first = name.split()[0]
            read = json.dumps([self._screen(first, each) for each in self.here[first].messages()])
            modal = json.dumps(self.here[first].view)
            for secret in self.secrets:
                if secret.word in read:
                    self.seen.add((first, secret.word))
                    assert first in secret.shown_in_messages, f"{first} found {secret} in a message"
                if secret.word in modal:
                    assert first in {secret.author, *secret.readers}, f"{first} found {secret} in a modal"
        for call in self.here.there.slack.calls:
            if call.method.startswith("chat."):
                self._sent(str(call.args["channel"]), json.dumps(call.args))

    def read_by_others(self) -> Iterator[str]:
        yield from (word for name, word in self.seen)

    def _screen(self, name: str, seen: Seen) -> object:
        """What others wrote: one's own messages are no news."""
        return "" if seen.author == self.here[name].id else [seen.text, seen.blocks]

    def _sent(self, channel: str, sent: str) -> None:
        """Also what was painted over since."""
        slack = self.here.there.slack
        members = slack.workspace.conversations[channel].members if channel[0] != "U" else [channel]
        hearers = {slack.people[each].name.split()[0] for each in members if each != slack.bot_user_id}
        for secret in self.secrets:
            assert secret.word not in sent or hearers <= secret.shown_in_messages, f"{hearers} were sent {secret}"


Act = Callable[[Walk, str], Awaitable[None]]


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
    secret, receipt = await _typed(walk, name)
    label = next((each for each in receipt.buttons if each.startswith("Only Maria")), "Only Maria")
    secret.readers = set(COORDINATORS)
    await walk.here[name].clicks(label, receipt)


async def takes_back(walk: Walk, name: str) -> None:
    await walk.here[name].clicks(walk.dice.choice(("Only me", "Not an answer")))


async def edits(walk: Walk, name: str) -> None:
    """Words that were shared just now become others, for the same readers."""
    await types_and_shares(walk, name)
    await walk.here.answered()
    person = walk.here[name]
    mine = [each for each in person.messages(person.dm) if each.author == person.id]
    await person.edits(mine[-1], f"Rather {walk.secret(name, *walk.secrets[-1].readers).word}.")


async def fills_the_form(walk: Walk, name: str) -> None:
    """A text for the author alone, one for the partner or partners, one for the coordinator."""
    person = walk.here[name]
    await person.runs("/rapport checkin")
    if person.view is None:
        newest = person.messages()[-1]
        await person.clicks(walk.dice.choice(newest.buttons or ["none"]), newest)
    if person.view is None or person.view["callback_id"] != ids.UPDATE_FORM:
        raise NotThere("no form")
    partners = _partners(walk, name, person.view["private_metadata"])
    await person.fills(
        {
            ids.text_block(About.MOVED): walk.secret(name).word,
            ids.audience_block(About.MOVED): "only_me",
            ids.text_block(About.NEXT): walk.secret(name, *partners).word,
            ids.audience_block(About.NEXT): "partner",
            ids.text_block(About.PRIVATE_LINE): walk.secret(name, *COORDINATORS).word,
        }
    )
    await person.submits()
    walk.look()
    await person.closes_view()


async def answers(walk: Walk, name: str) -> None:
    await walk.here[name].clicks(walk.dice.choice(("We met", "It's booked", "Not yet")))


async def coordinator_reads(walk: Walk, name: str) -> None:
    await walk.here["Maria"].clicks("Read")
    walk.look()
    await walk.here["Maria"].closes_view()


async def looks_around(walk: Walk, name: str) -> None:
    """Everybody's overview, and a report of the coordinator's."""
    await walk.here[name].runs("/rapport")
    await walk.here[name].opens_home()
    await walk.here["Maria"].runs("/rapport report")


async def waits(walk: Walk, name: str) -> None:
    await walk.here.there.pass_by(days=walk.dice.choice((1, 3, 9)))


ACTS: Final[Mapping[str, Act]] = {
    "types": types,
    "types and shares": types_and_shares,
    "types and tells": types_and_tells,
    "takes back": takes_back,
    "edits": edits,
    "fills the form": fills_the_form,
    "answers": answers,
    "coordinator reads": coordinator_reads,
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


def _partners(walk: Walk, name: str, prompt: str) -> set[str]:
    """Who sits on the other side of the pairing that a form is about."""
    (asked,) = walk.here.rows(Prompt, id=UUID(prompt))
    seats = walk.here.rows(Seat, pairing_id=asked["pairing_id"])
    roles = {walk.here.rows(Member, id=seat["member_id"])[0]["name"].split()[0]: seat["role"] for seat in seats}
    return {other for other, role in roles.items() if role is not roles[name]}
