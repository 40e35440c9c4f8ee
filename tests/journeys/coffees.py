"""A rotation that Maria runs in a channel, with Tom as backup: pairs every two weeks, from Monday 21 September."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, Final

from playground.model import Conversation
from tests.journeys.writers import channel_of, joins, office
from tests.stage import Stage

NINE: Final = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo")
FIRST: Final = datetime(2026, 9, 21, 9, tzinfo=UTC)
"""Ten in London, when the first round opens."""

USUAL: Final[dict[str, Any]] = {"Name": "Coffees", "First round": "2026-09-21"}


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
