"""A peer group that Maria runs in a channel, with Tom as backup, in a workspace that lets the bot into channels."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, Final

from playground.model import Conversation
from playground.people import Answer, Person
from tests.stage import Stage, stage

LONDON: Final = "Europe/London"
MONDAY: Final = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)
FIRST: Final = datetime(2026, 9, 15, 9, 0, tzinfo=UTC)
"""Ten in London on Tuesday, when the first round opens."""

PEOPLE: Final = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn")
USUAL: Final[Mapping[str, Any]] = {"Name": "Writers", "First round": "2026-09-15", "How often": "Every week"}


@asynccontextmanager
async def office(
    database_url: str, *people: str, zones: Mapping[str, str] | None = None, granted: bool = True
) -> AsyncIterator[Stage]:
    """Maria and Tom run a programme of a pair of mentors; everybody else is new to the bot."""
    names = dict.fromkeys(("Maria", "Tom", "Max", "Mia", *people))
    where = {name: (zones or {}).get(name, LONDON) for name in names}
    async with stage(database_url, start=MONDAY, people=where, grant_optional=granted, limits=False) as there:
        rows = f"mentor,mentee,rhythm\n{there['Max'].id},{there['Mia'].id},half-yearly\n"
        await there.bring(rows, coordinator="Maria", backup="Tom")
        yield there


def channel_of(
    there: Stage, people: Sequence[str], *, name: str = "writers", private: bool = True, with_bot: bool = True
) -> Conversation:
    inside = [there[each] for each in ("Maria", *people)]
    return there.slack.add_channel(name, inside, private=private, with_bot=with_bot)


async def starts(there: Stage, channel: Conversation, **changes: Any) -> None:
    """Maria starts the group with the form as it is offered, but for what is changed."""
    maria = there["Maria"]
    await maria.runs("/rapport group start", channel=channel.id)
    await maria.submits({**USUAL, **changes})
    assert maria.view_errors == {}
    await maria.closes_all_views()
    await there.now()


async def joins(there: Stage, channel: Conversation, *names: str) -> None:
    card = there["Maria"].messages(channel.id)[0]
    for name in names:
        await there[name].clicks("Join", (card.channel, card.ts))
    await there.now()


async def says(person: Person, typed: str, channel: Conversation) -> str:
    """What a command brings to the screen of whoever types it."""
    answer: Answer = await person.runs(typed, channel=channel.id)
    return answer.plain


@asynccontextmanager
async def writers(database_url: str, *people: str, **changes: Any) -> AsyncIterator[tuple[Stage, Conversation]]:
    """The group begun, and everybody in it."""
    names = people or PEOPLE
    async with office(database_url, *names) as there:
        channel = channel_of(there, names)
        await starts(there, channel, **changes)
        await joins(there, channel, *names)
        yield there, channel
