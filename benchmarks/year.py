"""Manners: a year of sixty people in eight zones, and what was promised to them, with its counts.

`python -m benchmarks.year [WEEKS] [SEED]` lives through another one. Status 1 if a promise was broken.
"""

import asyncio
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Final

from benchmarks.figures import Figure
from storage.migrations import migrate
from tests.manners.programme import programme
from tests.manners.verdict import counted, verdict

A_YEAR: Final = 52
SAID_WITH: Final = (
    "messages",
    "people reached",
    "unasked messages",
    "reminder",
    "answers",
    "pauses",
    "case",
    "concern",
)


@dataclass(frozen=True, kw_only=True)
class Year:
    """`broken` are what broke each promise, `counts` on how much they were held."""

    counts: Mapping[str, int]
    broken: Mapping[str, list[str]]

    @property
    def breaches(self) -> int:
        return sum(map(len, self.broken.values()))


def measure() -> list[Figure]:
    """How often a promise was broken, each time printed."""
    year = asyncio.run(_lived(A_YEAR, seed=1))
    _tell(year)
    said_with = ", ".join(f"{year.counts[name]:,} {name}" for name in SAID_WITH)
    return [Figure(name="manners", value=year.breaches, at_most=0, said_with=said_with)]


def main(weeks: int, seed: int) -> int:
    began = monotonic()
    year = asyncio.run(_lived(weeks, seed=seed))
    print(f"{weeks} weeks, seed {seed}, {monotonic() - began:.0f} s")
    _tell(year)
    return int(year.breaches > 0)


async def _lived(weeks: int, *, seed: int) -> Year:
    with tempfile.TemporaryDirectory(prefix="rapport-year-") as folder:
        url = f"sqlite:///{Path(folder) / 'rapport.db'}"
        migrate(url)
        async with programme(url, seed=seed) as life:
            for week in range(weeks):
                await life.until(life.began + timedelta(weeks=week + 1))
            return Year(counts=await counted(life), broken=await verdict(life))


def _tell(year: Year) -> None:
    print(*(f"{number:>8,}  {name}" for name, number in year.counts.items()), sep="\n")
    for promise, what in year.broken.items():
        print(f"{'broken' if what else 'kept':>8}  {promise}", *what[:10], sep="\n          ", flush=True)


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*given, *(A_YEAR, 1)[len(given) :]))
