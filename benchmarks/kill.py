"""Surviving: how many instants of a five-week story the bot can be killed at, and people notice nothing of it."""

import asyncio
import os
from typing import Final

from benchmarks.figures import Figure
from tests import engines
from tests.survival import remains
from tests.survival.points import Point, stories
from tests.survival.telling import Told, told

POINTS: Final = 500
A_STORY: Final = 7
"""Deaths in one story, far enough apart that each finds the bot as the one before never was."""


def measure() -> list[Figure]:
    """The share of stories that end as the undisturbed one does. Each that does not is printed, with its deaths."""
    with engines.run_of_tests():
        return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    undisturbed = await told()
    chosen = stories(undisturbed.counts, POINTS, runs=POINTS // A_STORY)
    room = asyncio.Semaphore(os.cpu_count() or 1)
    ended = await asyncio.gather(*(_survived(room, undisturbed, points) for points in chosen))
    deaths = sum(len(points) for points in chosen)
    return [
        Figure(name="kill", value=sum(ended) / deaths, at_least=1, said_with=f"of {deaths} deaths left nothing behind")
    ]


async def _survived(room: asyncio.Semaphore, undisturbed: Told, points: list[Point]) -> int:
    """How many of these deaths nobody noticed: all, or none of them."""
    async with room:
        found = await told(chosen=points)
    wrong = remains.differences(undisturbed.remains, found.remains)
    print(*found.deaths, sep=", ", flush=True)
    for each in wrong:
        print(f"    {each}", flush=True)
    return 0 if wrong or len(found.deaths) < len(points) else len(points)
