"""A rotation that Maria runs in a channel, with Tom as backup: pairs every two weeks, from Monday 21 September."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from playground.model import Conversation
from playground.seen import Seen
from tests.journeys.writers import channel_of, joins, office
from tests.stage import Stage

NINE: Final = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo")
FIRST: Final = datetime(2026, 9, 21, 9, tzinfo=UTC)
"""Ten in London, when the first round opens."""
WARNED: Final = FIRST - timedelta(days=3)
"""The Friday before, at ten."""
SECOND: Final = FIRST + timedelta(days=14)

USUAL: Final[dict[str, Any]] = {"Name": "Coffees", "First round": "2026-09-21"}
PAIRS: Final = {"Who meets": "Pairs; of an odd number one has no meeting"}


async def starts_coffees(there: Stage, channel: Conversation, **changes: Any) -> None:
    """Maria starts the rotation with the form as it is offered, but for what is changed."""
    maria = there["Maria"]
    await maria.runs("/rapport rotation start", channel=channel.id)
    await maria.submits({**USUAL, **changes})
    assert maria.view_errors == {}
    await maria.closes_all_views()
    await there.now()


@asynccontextmanager
async def coffees(database_url: str, *people: str, **changes: Any) -> AsyncIterator[tuple[Stage, Conversation]]:
    """The rotation begun, and everybody in it."""
    names = people or NINE
    async with office(database_url, *names) as there:
        channel = channel_of(there, names, name="coffees")
        await starts_coffees(there, channel, **changes)
        await joins(there, channel, *names)
        yield there, channel


def newest(there: Stage, name: str, words: str = "") -> Seen:
    """The last message that somebody sees, of those that have these words."""
    return [each for each in there[name].messages() if words in each.plain][-1]


def meeting(there: Stage, name: str) -> Seen | None:
    """The group message of a round, if somebody has one that goes on."""
    seen = [each for each in there[name].messages() if "Not for me" in each.buttons and "We've met" in each.buttons]
    return seen[-1] if seen else None


def partners(there: Stage, *names: str) -> dict[str, str]:
    """The first line of everybody's meeting, as it stands now."""
    found = {name: meeting(there, name) for name in names}
    return {name: each.plain.splitlines()[0] if each else "" for name, each in found.items()}
