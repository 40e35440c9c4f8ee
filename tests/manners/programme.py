"""The programme of the town, on its first morning."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

from structlog.testing import capture_logs

from tests.manners import acts
from tests.manners.crowds import bring_all
from tests.manners.life import Life
from tests.manners.town import START, citizens, pairs
from tests.stage import Stage, stage


@asynccontextmanager
async def programme(database_url: str, *, seed: int = 1) -> AsyncIterator[Life]:
    """Everybody is there, all pairs are on the list, and nobody has heard of it yet."""
    everybody = dict(citizens())
    with capture_logs() as log:
        async with stage(database_url, start=START, seed=seed) as there:
            for citizen in everybody.values():
                there.add(citizen.name, citizen.place.zone, email=f"{citizen.name.replace(' ', '')}@example.org")
            await bring_all(there, _roster(there), coordinator="Maria", backup="Tom")
            there.slack.calls.clear()
            made = Life(
                there=there,
                dice=Random(seed),
                citizens=everybody,
                log=log,
                began=there.clock.now(),
                answer=acts.answer,
            )
            acts.begin(made)
            yield made


def _roster(there: Stage) -> str:
    rows = [
        f"{';'.join(there.people[name].id for name in pair.mentors)},{there.people[pair.mentee].id},{pair.rhythm}"
        for pair in pairs()
    ]
    return "\n".join(["mentor,mentee,rhythm", *rows])
