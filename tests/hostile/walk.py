"""A random walk of people who write words with an audience each, and who has seen which of them."""

import json
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from playground.refusals import NotThere
from playground.seen import Seen
from playground.web_api import Call
from tests.hostile.ground import Ground, Pairs

PAIRS: Final[Pairs] = ((("Ana",), "Cleo"), (("Dan",), "Cleo"), (("Ana", "Dan"), "Ben"), (("Maria",), "Eve"))
"""One who sits on both sides, a team, and a coordinator who is a mentor herself."""

MEMBERS: Final = ("Ana", "Ben", "Cleo", "Dan", "Eve")
COORDINATORS: Final = ("Maria", "Tom")
WRITERS: Final = (*MEMBERS, "Maria")
MANY: Final = (*WRITERS, "Tom")


def hearing(name: str) -> set[str]:
    """The coordinators of somebody's pairings: never one who sits in it."""
    together = {each for mentors, mentee in PAIRS if name in (*mentors, mentee) for each in (*mentors, mentee)}
    return {each for each in COORDINATORS if each not in together}


Deed = Callable[["Walk", str], Awaitable[None]]


@dataclass
class Secret:
    """Words, who wrote them, who else may have read them by now, and who only where nobody else looks: in a modal."""

    author: str
    word: str
    readers: set[str] = field(default_factory=set)
    confidants: set[str] = field(default_factory=set)

    @property
    def known_to(self) -> set[str]:
        return {self.author, *self.readers, *self.confidants}


@dataclass
class Walk:
    """`seen` are the words that others than their author found, and in what."""

    here: Ground
    dice: Random
    deeds: Mapping[str, Deed]
    secrets: list[Secret] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    _views: dict[str, str] = field(default_factory=dict)

    def deck(self, times: int) -> list[str]:
        """Every deed so many times, in any order."""
        return self.dice.sample([*self.deeds] * times, times * len(self.deeds))

    async def step(self, deed: str, name: str = "") -> None:
        """One deed of somebody's or of anybody's, if what it needs is on the screen."""
        name = name or self.dice.choice(WRITERS)
        with suppress(NotThere):
            await self.deeds[deed](self, name)
            self.done[deed] += 1
        await self.here.answered()
        self.look()
        for each in MANY:
            with suppress(NotThere):
                await self.here[each].closes_all_views()

    def secret(self, author: str, *readers: str) -> Secret:
        made = Secret(author, f"kestrel{len(self.secrets)}x{self.dice.getrandbits(40):x}", set(readers))
        self.secrets.append(made)
        return made

    def look(self) -> None:
        """At every screen as it is now, and at everything that was shown since the last look, if only for a moment."""
        for name in self.here.there.people:
            first = name.split()[0]
            person = self.here[first]
            self._found("a message", first, [self._screen(first, each) for each in person.messages()])
            self._found("a modal", first, [person.view, person.view_errors])
            self._found("Home", first, person.home)
        for call in self.here.there.slack.calls:
            if call.method.startswith("chat."):
                for hearer in self._hearers(str(call.args["channel"])):
                    self._found("a message", hearer, call.args)
            if call.method.startswith("views."):
                self._found("Home" if call.method == "views.publish" else "a modal", self._viewer(call), call.args)

    def _found(self, where: str, name: str, shown: object) -> None:
        """Words meant for a modal stand in no message and on no Home, and nobody else's in anything."""
        read = json.dumps(shown)
        for secret in self.secrets:
            if secret.word in read:
                allowed = secret.known_to if where == "a modal" else {secret.author, *secret.readers}
                assert name in allowed, f"{name} found {secret} in {where}"
                assert where != "a message" or name in secret.readers, f"{secret} was told to its author in a message"
                if name != secret.author:
                    self.seen[where] += 1

    def _screen(self, name: str, seen: Seen) -> object:
        """What others wrote: one's own messages are no news."""
        return "" if seen.author == self.here[name].id else [seen.text, seen.blocks]

    def _hearers(self, channel: str) -> Iterator[str]:
        slack = self.here.there.slack
        members = slack.workspace.conversations[channel].members if channel[0] != "U" else [channel]
        yield from (self._name(each) for each in members if each != slack.bot_user_id)

    def _viewer(self, call: Call) -> str:
        """Whose view it is: said by the call itself, by its trigger, or by the one that opened it."""
        args: Mapping[str, Any] = call.args
        if "user_id" in args:
            return self._name(args["user_id"])
        view = str((call.answer.get("view") or {}).get("id") or args.get("view_id"))
        if "trigger_id" in args:
            given = self.here.there.slack._world.triggers._given  # nobody but Slack knows whose it was
            self._views[view] = self._name(given[args["trigger_id"]].person)
        return self._views[view]

    def _name(self, person: str) -> str:
        return self.here.there.slack.people[person].name.split()[0]
