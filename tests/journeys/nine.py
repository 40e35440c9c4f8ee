"""A rotation of nine over ten rounds, told once: who is in it, what they do, and when."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Final

from playground.model import Conversation
from tests import engines
from tests.journeys.diary import AtMoment, Diary, at
from tests.stage import Stage, stage

LISBON: Final = "Europe/Lisbon"
EDMONTON: Final = "America/Edmonton"
KOLKATA: Final = "Asia/Kolkata"
PEOPLE: Final = {
    "Maria Santos": LISBON,
    "Tom Okafor": LISBON,
    "Max Mentor": LISBON,
    "Mia Mentee": LISBON,
    "Ana Pereira": LISBON,
    "Ben Carter": EDMONTON,
    "Cleo Dias": LISBON,
    "Dan Faria": LISBON,
    "Eve Gomes": LISBON,
    "Finn Horta": LISBON,
    "Gus Inácio": LISBON,
    "Hana Rao": KOLKATA,
    "Ivo Jorge": LISBON,
    "Jo Lopes": LISBON,
}
NINE: Final = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo")
START: Final = at(date(2026, 9, 14), "04:00", LISBON)
"""Nobody works yet, so that the first words come later than the answers to whoever joins, and not beside them."""
ROUNDS: Final = 10
TWO_WEEKS: Final = timedelta(days=14)


class Coffees:
    """The story as it is told, the rotation's channel, and where all of it is kept."""

    def __init__(self, diary: Diary, channel: Conversation, database_url: str) -> None:
        self.diary = diary
        self.channel = channel
        self.database_url = database_url
        self.there: Stage = diary.there

    async def opens(self, number: int) -> None:
        """Half past ten in Lisbon on the day on which a round opens, the third on a Monday after a change of clocks."""
        await self.diary.until(at(_monday(number), "10:30", LISBON))

    async def in_round(self, number: int, *, days: int, hour: str = "10:30") -> None:
        await self.diary.until(at(_monday(number) + timedelta(days=days), hour, LISBON))

    async def in_channel(self, name: str, button: str) -> None:
        card = self.there[name].messages(self.channel.id)[0]
        person = self.there[name]
        await self.diary.does(name, f"clicks [{button}] on the card", person.clicks(button, (card.channel, card.ts)))

    async def answers(self, name: str, button: str, words: str = "did you meet") -> None:
        """If they are asked just now."""
        asked = [each for each in self.there[name].messages() if words in each.plain and button in each.buttons]
        if asked:
            newest = asked[-1]
            button = "Not this time" if "meet Cleo" in newest.plain else button  # she never comes
            doing = self.there[name].clicks(button, (newest.channel, newest.ts))
            await self.diary.does(name, f"clicks [{button}]", doing)


def _monday(number: int) -> date:
    """On which a round opens; the eighth would on 28 December."""
    return date(2026, 9, 21) + TWO_WEEKS * (number - 1)


@asynccontextmanager
async def beginning(database_url: str, at_moment: AtMoment | None = None) -> AsyncIterator[Coffees]:
    """Maria has started the rotation in a private channel, and nine have joined it."""
    async with stage(database_url, start=START, people=PEOPLE, grant_optional=True, limits=False) as there:
        rows = f"mentor,mentee,rhythm\n{there['Max'].id},{there['Mia'].id},half-yearly\n"
        await there.bring(rows, coordinator="Maria", backup="Tom")
        inside = [there[name] for name in ("Maria", *NINE, "Jo")]
        channel = there.slack.add_channel("coffees", inside, private=True, with_bot=True)
        story = Coffees(Diary(there, at_moment), channel, database_url)
        await story.diary.does(
            "Maria", "runs /rapport rotation start", there["Maria"].runs("/rapport rotation start", channel=channel.id)
        )
        await story.diary.submits(
            "Maria",
            {
                "Name": "Coffees",
                "First round": "2026-09-21",
                "Who meets": "Pairs; of an odd number one has no meeting",
            },
        )
        await story.diary.closes("Maria")
        for name in NINE:
            await story.in_channel(name, "Join")
        yield story


async def tell(story: Coffees) -> None:
    """Ten rounds; what anybody does besides answering stands in MEANWHILE."""
    for number in range(1, ROUNDS + 1):
        for days, hour, doing in sorted(MEANWHILE.get(number, ()), key=lambda each: each[:2]):
            if days < 0:
                await story.in_round(number, days=days, hour=hour)
                await doing(story)
        await story.opens(number)
        for days, hour, doing in sorted(MEANWHILE.get(number, ()), key=lambda each: each[:2]):
            if days >= 0:
                await story.in_round(number, days=days, hour=hour)
                await doing(story)
        await story.in_round(number, days=7)
        await story.answers("Ben", "It's planned", "found a time")
        await story.in_round(number, days=9, hour="18:00")
        for name in ("Ana", "Finn", "Gus", "Jo"):
            await story.answers(name, "We've met")
        for name in ("Dan", "Eve"):
            await story.answers(name, "Not this time")
        if number != 4:
            await story.answers("Ivo", "We've met")
        if number == 1:
            engines.count_rows(story.database_url)
    await story.in_round(ROUNDS, days=11, hour="16:00")
    await _reports(story)


async def _skips(story: Coffees) -> None:
    await story.diary.clicks("Dan", "Skip this time")


async def _skips_and_comes_back(story: Coffees) -> None:
    await story.diary.clicks("Ana", "Skip this time")
    await story.diary.clicks("Ana", "Take part after all")


async def _not_for_me(story: Coffees) -> None:
    await story.answers("Eve", "Not for me", "brings you together")
    await story.diary.submits("Eve")
    await story.diary.closes("Eve")


async def _joins(story: Coffees) -> None:
    await story.in_channel("Jo", "Join")


async def _pauses(story: Coffees) -> None:
    await story.diary.runs("Ivo", "/rapport pause 3 weeks")


async def _leaves(story: Coffees) -> None:
    await story.in_channel("Gus", "Leave")


async def _is_gone(story: Coffees) -> None:
    story.there.slack.deactivate(story.there["Finn"])
    await story.there.now()
    story.diary.look()


async def _comes_back(story: Coffees) -> None:
    await story.diary.clicks("Cleo", "Take part again")


async def _archived(story: Coffees) -> None:
    story.there.slack.archive(story.channel)
    await story.there.now()
    story.diary.look()


async def _unarchived(story: Coffees) -> None:
    story.there.slack.unarchive(story.channel)
    await story.there.now()
    story.diary.look()


async def _plans(story: Coffees) -> None:
    await story.answers("Ivo", "We've planned it", "brings you together")


async def _reports(story: Coffees) -> None:
    await story.diary.runs("Maria", "/rapport report Coffees 2026-09-01..2027-02-28")


Doing = Callable[[Coffees], Awaitable[None]]
MEANWHILE: Final[dict[int, tuple[tuple[int, str, Doing], ...]]] = {
    1: ((-3, "10:30", _skips_and_comes_back), (1, "11:00", _plans)),
    2: ((-3, "10:30", _skips),),
    3: ((1, "11:00", _not_for_me),),
    4: ((-5, "11:00", _joins), (3, "11:00", _pauses)),
    6: ((2, "11:00", _leaves),),
    7: ((-4, "11:00", _comes_back), (1, "11:00", _is_gone)),
    8: ((-2, "11:00", _archived), (2, "11:00", _unarchived)),
}
"""By round: so many days after its Monday, at which hour in Lisbon, who does what."""
