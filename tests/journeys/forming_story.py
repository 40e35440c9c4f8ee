"""Groups formed of eleven people who came into a channel: who they are, what they do, and when."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Final

from playground.model import Conversation
from tests.journeys.diary import Diary, at
from tests.stage import stage

LISBON: Final = "Europe/Lisbon"
EDMONTON: Final = "America/Edmonton"
TOKYO: Final = "Asia/Tokyo"

PEOPLE: Final = {
    "Maria Santos": LISBON,
    "Tom Okafor": LISBON,
    "Ana Pereira": LISBON,
    "Ben Clarke": LISBON,
    "Chiara Rossi": LISBON,
    "Dan Novak": LISBON,
    "Eve Martin": LISBON,
    "Finn Olsen": LISBON,
    "Gus Reader": LISBON,
    "Hugo Blanc": LISBON,
    "Iris Wong": TOKYO,
    "Jo Field": EDMONTON,
    "Max Mentor": LISBON,
    "Mia Mentee": LISBON,
}
"""Jo comes later. Iris shares no working hour with the others. Eve and Finn were paired, and Eve said *Not for me*."""

LISTED: Final = ("Ana", "Ben", "Chiara", "Dan", "Eve", "Finn", "Gus", "Hugo", "Iris")
START: Final = at(date(2026, 10, 5), "09:30", LISBON)
END: Final = at(date(2026, 10, 27), "11:00", LISBON)
PLANTED: Final = "Nobody but this channel shall know: the cake is for Ana."
"""Said in the channel from which people are taken, and in the room of a group outside of its rounds."""


def on(day: str, hour: str = "12:00", zone: str = LISBON) -> datetime:
    return at(date.fromisoformat(f"2026-{day}"), hour, zone)


@asynccontextmanager
async def beginning(database_url: str) -> AsyncIterator[tuple[Diary, Conversation]]:
    async with stage(database_url, start=START, people=PEOPLE, grant_optional=True) as there:
        pairs = (("Max", "Mia", "Porto"), ("Max", "Ana", "Porto"), ("Max", "Ben", "Braga"), ("Eve", "Finn", "Porto"))
        rows = [f"{there[mentor].id},{there[mentee].id},half-yearly,{site}" for mentor, mentee, site in pairs]
        await there.bring("\n".join(["mentor,mentee,rhythm,site", *rows]), coordinator="Maria", backup="Tom")
        inside = [there[name] for name in ("Maria", *LISTED)]
        yield Diary(there), there.slack.add_channel("sign-up", inside, private=True)


async def tell(diary: Diary, channel: Conversation) -> None:
    await _before(diary, channel)
    await _proposed(diary)
    await _reviewed(diary)
    await _begin(diary)
    await _a_newcomer(diary, channel)
    await _a_small_group(diary)
    await diary.until(END)


async def _before(diary: Diary, channel: Conversation) -> None:
    """Pairs are introduced, and Eve says that hers is not for her."""
    await diary.until(on("10-07", "16:30"))
    await diary.clicks_in("Eve", "Finn Olsen", "Not for me")
    await diary.submits("Eve")
    await diary.closes("Eve")
    await diary.there["Gus"].posts(PLANTED, channel=channel.id)
    await diary.until(on("10-08", "09:30"))


async def _proposed(diary: Diary) -> None:
    await diary.runs("Maria", "/rapport group form")
    given = {"Everybody in this channel": "sign-up", "Name of the groups": "Writers", "How often": "Every week"}
    await diary.submits("Maria", {**given, "First round": "2026-10-13"})
    await diary.closes("Maria")
    await diary.until(on("10-08", "09:45"))


async def _reviewed(diary: Diary) -> None:
    """Hugo goes on holiday and is left out; somebody changes groups; then the groups are made."""
    await diary.clicks_in("Maria", "My proposal", "Review")
    await diary.clicks("Maria", "Form anew")
    await _leaves_out(diary, "Hugo Blanc")
    await diary.clicks("Maria", "Make these groups")
    await diary.closes("Maria")
    await diary.until(on("10-09", "18:00"))


async def _leaves_out(diary: Diary, name: str) -> None:
    shown = diary.there["Maria"].view_plain.splitlines()
    groups = [each for each in shown if each.startswith("*Writers ")]
    nth = next(nth for nth, each in enumerate(groups) if name in each)
    await diary.clicks("Maria", "Change", nth=nth)
    await diary.submits("Maria", {"Who": name, "Where to": "Leave out"})


async def _begin(diary: Diary) -> None:
    """All but Dan join by the card; he is asked once more. The first round opens."""
    for name in LISTED[:7]:
        if name != "Dan":
            await diary.clicks_in(name, "thinks that you could help each other", "Join")
    await diary.until(on("10-12", "15:00"))
    await diary.clicks_in("Dan", "would like to join the peer group", "Join")
    await diary.until(on("10-13", "11:00"))
    await diary.replies("Dan", "a new round is open", "Chapter one is sent.")
    room = diary.newest("Dan", "a new round is open").channel
    await diary.there["Dan"].posts(PLANTED, channel=room)
    await diary.until(on("10-16", "18:00"))


async def _a_newcomer(diary: Diary, channel: Conversation) -> None:
    """Jo came into the channel since; Hugo is back."""
    diary.there.slack.join(channel, diary.there["Jo"])
    await diary.runs("Maria", "/rapport group form")
    given = {"Everybody in this channel": "sign-up", "For which groups": "Writers", "First round": "2026-10-27"}
    await diary.submits("Maria", given)
    await diary.closes("Maria")
    await diary.until(on("10-16", "18:10"))
    await diary.clicks_in("Maria", "My proposal", "Review")
    await diary.clicks("Maria", "Make these groups")
    await diary.closes("Maria")
    await diary.until(on("10-21", "18:00"))
    for name in ("Hugo", "Jo"):
        await diary.clicks_in(name, "would like to join the peer group", "Join")
    await diary.until(on("10-22", "18:00"))


async def _a_small_group(diary: Diary) -> None:
    """People leave one of the groups, until two are left; they go on with the other one."""
    there = diary.there
    rooms = [each for each in there.slack.workspace.conversations.values() if each.name.startswith("writers")]
    names = {each.id: name for name, each in there.people.items()}
    small = min(rooms, key=lambda each: len(each.members))
    inside = [names[each] for each in small.members if each in names]
    staying = [name for name in inside if name.split()[0] not in ("Eve", "Finn")][:2]
    for name in sorted(set(inside) - set(staying)):
        await diary.clicks_in(name, "thinks that you could help each other", "Leave")
    await diary.until(on("10-23", "12:00"))
    await diary.clicks_in("Maria", "left in the group", "Go on with another group")
    await diary.submits("Maria")
    await diary.closes("Maria")
    await diary.until(on("10-26", "18:00"))
    for name in staying:
        await diary.clicks_in(name, "has become small", "Join")
