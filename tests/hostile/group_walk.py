"""What people do around a peer group and a rotation on a random walk: in channels, in a round's thread, in private."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from playground.model import Conversation
from playground.refusals import NotThere
from playground.seen import Seen
from tests.hostile.walk import COORDINATORS, Deed, Walk
from tests.journeys.coffees import meeting

INSIDE: Final = ("Ana", "Ben", "Cleo", "Dan")
"""In the group and in the rotation. Of these Ana and Ben may be quoted in digests."""

QUOTED: Final = ("Ana", "Ben")
BESIDE: Final = ("Maria", "Eve")
"""In the channels, and in neither."""


@dataclass
class GroupWalk(Walk):
    """`loose` are words that are said where the bot keeps nothing, `rounds` those that were said in a round."""

    channel: Conversation | None = None
    coffees: Conversation | None = None
    loose: list[str] = field(default_factory=list)
    rounds: list[str] = field(default_factory=list)

    def _screen(self, name: str, seen: Seen) -> object:
        """What the bot said: people hear one another in the channel."""
        return [seen.text, seen.blocks] if seen.author == self.here.there.slack.bot_user_id else ""

    def place(self) -> Conversation:
        assert self.channel is not None
        return self.channel

    def thread(self) -> Seen:
        """The newest round's, which is open."""
        found = [each for each in self.here["Maria"].messages(self.place().id) if "a new round is open" in each.plain]
        if not found:
            raise NotThere("no round")
        return found[-1]

    def unkept(self, name: str) -> str:
        """Words that nobody may find with the bot."""
        word = self.secret(name).word
        self.loose.append(word)
        return word


def _group(walk: Walk) -> GroupWalk:
    assert isinstance(walk, GroupWalk)
    return walk


async def talks(walk: Walk, name: str) -> None:
    """In a channel, or under a card."""
    there = _group(walk)
    name = walk.dice.choice((*INSIDE, *BESIDE))
    channel = walk.dice.choice((there.place(), there.coffees or there.place()))
    card = walk.here[name].messages(channel.id)[0]
    thread = walk.dice.choice((None, (card.channel, card.ts)))
    await walk.here[name].posts(f"I will {there.unkept(name)}", channel=channel.id, thread=thread)


async def interrupts(walk: Walk, name: str) -> None:
    """Somebody who is not in the group, in a round's thread."""
    there = _group(walk)
    name = walk.dice.choice(BESIDE)
    where = there.thread()
    await walk.here[name].posts(there.unkept(name), channel=where.channel, thread=(where.channel, where.ts))


async def answers_in_thread(walk: Walk, name: str) -> None:
    """Quoted at the close, if its author may be, to whoever reads the channel; a promise is shown to its author too."""
    there = _group(walk)
    name = walk.dice.choice(INSIDE)
    where = there.thread()
    readers = (*INSIDE, *BESIDE) if name in QUOTED else (name,)
    secret = walk.secret(name, *readers)
    there.rounds.append(secret.word)
    said = walk.dice.choice(("", "I will ")) + secret.word
    await walk.here[name].posts(said, channel=where.channel, thread=(where.channel, where.ts))


async def writes_to_the_facilitator(walk: Walk, name: str) -> None:
    there = _group(walk)
    name = walk.dice.choice(INSIDE)
    where = there.thread()
    label = next((each for each in where.buttons if each.startswith("Answer, or write to ")), "")
    leads = label.removeprefix("Answer, or write to ").split(" ")[0]
    if not leads or leads == name:
        raise NotThere("nobody to write to")
    await walk.here[name].clicks(label, (where.channel, where.ts))
    secret = walk.secret(name)
    secret.confidants = {leads}
    await walk.here[name].submits({"What you would like to say": secret.word})
    walk.look()


async def facilitator_reads(walk: Walk, name: str) -> None:
    for each in INSIDE:
        with suppress(NotThere):
            await walk.here[each].clicks("Read")
            walk.look()


async def looks_around(walk: Walk, name: str) -> None:
    """Whatever shows a group: Home, the commands, the report, the history."""
    there = _group(walk)
    for each in (*INSIDE, *BESIDE, *COORDINATORS):
        await walk.here[each].opens_home()
    typed = walk.dice.choice(("/rapport", "/rapport group", "/rapport group history", "/rapport rotation"))
    await walk.here[walk.dice.choice(INSIDE)].runs(typed, channel=there.place().id)
    await walk.here["Maria"].runs("/rapport report Writers")
    await walk.here["Maria"].runs("/rapport cases")


async def talks_in_a_meeting(walk: Walk, name: str) -> None:
    """In the group message of a rotation."""
    there = _group(walk)
    name = walk.dice.choice(INSIDE)
    found = meeting(walk.here.there, name)
    if found is None:
        raise NotThere("no meeting")
    await walk.here[name].posts(there.unkept(name), channel=found.channel)


async def waits(walk: Walk, name: str) -> None:
    await walk.here.there.pass_by(days=1)


GROUP_DEEDS: Final[Mapping[str, Deed]] = {
    "talks": talks,
    "interrupts": interrupts,
    "answers in the thread": answers_in_thread,
    "writes to the facilitator": writes_to_the_facilitator,
    "facilitator reads": facilitator_reads,
    "looks around": looks_around,
    "talks in a meeting": talks_in_a_meeting,
    "waits": waits,
}
