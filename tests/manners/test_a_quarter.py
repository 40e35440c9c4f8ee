"""A quarter of sixty people in eight zones, over the wire: what the bot owes to them.

`make bench ONLY=manners` lives through a year, and `make fuzz` through others.
It is lived once for all tests, on SQLite.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import pytest

from tests import engines
from tests.manners.programme import programme
from tests.manners.verdict import counted, verdict

A_QUARTER: Final = timedelta(weeks=13)
PROMISES: Final = (
    "nothing comes at a bad time",
    "one unasked message a day",
    "what is a coordinator's comes to nobody else",
    "two reminders at most",
    "no question after an answer",
    "nothing in a pause",
    "nothing for who refused",
    "nothing is said twice",
    "every pairing begins",
    "every pairing has a check-in",
    "everybody is asked in every period",
    "every check-in is closed",
    "no notice waits for ever",
    "no look fails",
)


@dataclass(frozen=True)
class Quarter:
    counts: Mapping[str, int]
    broken: Mapping[str, list[str]]


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Quarter:
    with engines.migrated_database("sqlite", tmp_path_factory.mktemp("quarter")) as url:
        return asyncio.run(_lived(url))


async def _lived(database_url: str) -> Quarter:
    async with programme(database_url) as life:
        await life.until(life.began + A_QUARTER)
        return Quarter(counts=await counted(life), broken=await verdict(life))


@pytest.mark.parametrize("promise", PROMISES)
def test_is_kept(quarter: Quarter, promise: str) -> None:
    assert quarter.broken[promise] == []


def test_the_promises_were_held_on_something(quarter: Quarter) -> None:
    counts = quarter.counts
    print(*(f"{number:>8,}  {name}" for name, number in counts.items()), sep="\n")  # noqa: T201  # asked for

    assert set(quarter.broken) == set(PROMISES)
    assert counts["people reached"] == 60
    assert counts["pairings"] == 33
    assert counts["unasked messages"] > 400, counts
    assert counts["periods owed"] > 100, counts
    assert counts["reminder"] > 150, counts
    assert counts["answers"] > 150, counts
    assert counts["case"] > 10, counts
    assert counts["concern"] >= 3, counts
    assert counts["office messages"] > 1, counts
    assert counts["pauses"] > 5, counts
