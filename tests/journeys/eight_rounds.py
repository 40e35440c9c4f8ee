"""Eight rounds of a group of six in three zones, one of them left out: who is in it, what they do, and when."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Final

from playground.model import Conversation
from tests.journeys.diary import Diary, at
from tests.stage import stage

LISBON: Final = "Europe/Lisbon"
PARIS: Final = "Europe/Paris"
EDMONTON: Final = "America/Edmonton"

PEOPLE: Final = {
    "Maria Santos": LISBON,
    "Tom Okafor": LISBON,
    "Ana Pereira": LISBON,
    "Ben Clarke": EDMONTON,
    "Chiara Rossi": PARIS,
    "Dan Novak": PARIS,
    "Eve Martin": LISBON,
    "Finn Olsen": PARIS,
    "Gus Reader": LISBON,
    "Max Mentor": LISBON,
    "Mia Mentee": LISBON,
}
"""Gus only reads the channel; Max and Mia are the pair for which Maria and Tom run a programme."""

GROUP: Final = ("Ana", "Ben", "Chiara", "Dan", "Eve", "Finn")
START: Final = at(date(2026, 9, 28), "09:30", LISBON)
END: Final = at(date(2026, 11, 30), "18:00", LISBON)
PLANTED: Final = "Nobody but this channel shall know: the cake is for Ana."
"""Said in the channel, outside of a round's thread."""

FOR_WHOEVER_LEADS: Final = "I am stuck, and would rather not say so in front of all."


def on(day: str, hour: str = "12:00", zone: str = LISBON) -> datetime:
    return at(date.fromisoformat(f"2026-{day}"), hour, zone)


@asynccontextmanager
async def beginning(database_url: str) -> AsyncIterator[tuple[Diary, Conversation]]:
    async with stage(database_url, start=START, people=PEOPLE, grant_optional=True) as there:
        rows = f"mentor,mentee,rhythm\n{there['Max'].id},{there['Mia'].id},half-yearly"
        await there.bring(rows, coordinator="Maria", backup="Tom")
        inside = [there[name] for name in ("Maria", "Gus", *GROUP)]
        yield Diary(there), there.slack.add_channel("writers", inside, private=True)


async def tell(diary: Diary, channel: Conversation) -> None:
    await _begins(diary, channel)
    await _first(diary, channel)
    await _second(diary, channel)
    await _third(diary, channel)
    await _fourth_is_skipped(diary, channel)
    await _fifth_and_sixth(diary, channel)
    await _last(diary, channel)
    await diary.until(END)


async def _begins(diary: Diary, channel: Conversation) -> None:
    await diary.runs_in("Maria", "/rapport group start", channel.id)
    await diary.submits(
        "Maria",
        {
            "Name": "Writers",
            "What it is for": "Finish our theses",
            "First round": "2026-10-06",
            "How often": "Every week",
        },
    )
    await diary.closes("Maria")
    for name in GROUP:
        await diary.clicks_in(name, "*Writers*", "Join")
    for name in ("Ben", "Chiara"):
        await diary.clicks_in(name, "You are in *Writers*", "Digests may quote me")


async def _first(diary: Diary, channel: Conversation) -> None:
    """Ana leads. Replies, a reaction, words for her alone, a private word to the quiet."""
    await diary.until(on("10-06", "10:05"))
    await diary.replies("Ben", "a new round is open", "Chapter two is read.\nI will send it to Chiara.")
    await diary.replies("Chiara", "a new round is open", "Nothing moved, but I know why.")
    await diary.replies("Gus", "a new round is open", PLANTED)
    await diary.reacts("Dan", "a new round is open", "wave")
    await diary.clicks_in("Eve", "a new round is open", "Answer, or write to Ana Pereira")
    await diary.submits("Eve", {"What you would like to say": FOR_WHOEVER_LEADS})
    await diary.closes("Eve")
    await diary.until(on("10-07", "11:00"))
    await diary.clicks_in("Ana", "wrote to you alone", "Read")
    await diary.closes("Ana")
    await diary.until(on("10-08", "11:00", PARIS))
    await diary.clicks_in("Finn", "is open until", "I'm here")
    await diary.until(on("10-09", "18:00"))


async def _second(diary: Diary, channel: Conversation) -> None:
    """Ben's turn; he hands it over. What became of his promise."""
    await diary.until(on("10-12", "11:00", EDMONTON))
    await diary.clicks_in("Ben", "You lead the round", "Somebody else, please")
    await diary.until(on("10-13", "10:05"))
    await diary.clicks_in("Ben", "a new round is open", _answer(diary, "Ben"))
    await diary.submits("Ben", {"What became of it": "Done", "Something I will do until next time": "Rest on Sunday"})
    await diary.closes("Ben")
    for name in ("Ana", "Chiara", "Eve"):
        await diary.replies(name, "a new round is open", "A page a day.")
    await diary.until(on("10-16", "18:00"))


async def _third(diary: Diary, channel: Conversation) -> None:
    """An edit and a deletion follow."""
    await diary.until(on("10-20", "10:05"))
    await diary.replies("Chiara", "a new round is open", "I will write on Monday.")
    await diary.edits("Chiara", "I will write on Monday.", "I have written on Monday.")
    await diary.replies("Eve", "a new round is open", "I will take this back.")
    await diary.deletes("Eve", "I will take this back.")
    await diary.replies("Ana", "a new round is open", "The plan stands.")
    await diary.until(on("10-23", "18:00"))


async def _fourth_is_skipped(diary: Diary, channel: Conversation) -> None:
    await diary.runs_in("Maria", "/rapport group skip", channel.id)
    await diary.until(on("10-30", "18:00"))


async def _fifth_and_sixth(diary: Diary, channel: Conversation) -> None:
    """Few answer, twice: a case. Dan was heard last on 6 October: a private word."""
    await diary.until(on("11-03", "10:05"))
    await diary.replies("Ana", "a new round is open", "Half a page.")
    await diary.until(on("11-10", "10:05"))
    await diary.replies("Ana", "a new round is open", "The other half.")
    await diary.until(on("11-13", "10:30"))
    await diary.clicks_in("Maria", "fewer than half", "I'm on it")


async def _last(diary: Diary, channel: Conversation) -> None:
    await diary.until(on("11-16", "15:00"))
    await diary.clicks_in("Dan", "would help be welcome", "I'm still in")
    await diary.until(on("11-17", "10:05"))
    for name in GROUP:
        await diary.replies(name, "a new round is open", "Done for this year.")
    await diary.until(on("11-24", "10:05"))
    for name in ("Ben", "Chiara", "Dan"):
        await diary.replies(name, "a new round is open", "Thank you, all of you.")
    await diary.until(on("11-27", "18:00"))
    await diary.runs_in("Ana", "/rapport group history", channel.id)
    await diary.runs_in("Maria", "/rapport group end", channel.id)
    await diary.clicks("Maria", "End the group")


def _answer(diary: Diary, name: str) -> str:
    """The button of the round, which names whoever leads it."""
    return next(each for each in diary.newest(name, "a new round is open").buttons if each.startswith("Answer"))
