"""A year of sixty people: `python -m benchmarks.year [WEEKS] [SEED]`. Status 1 if a promise was broken."""

import asyncio
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from time import monotonic

from storage.migrations import migrate
from tests.manners.programme import programme
from tests.manners.verdict import counted, verdict

A_YEAR = 52


async def live(weeks: int, seed: int) -> bool:
    """Whether every promise was kept."""
    began = monotonic()
    with tempfile.TemporaryDirectory(prefix="rapport-year-") as folder:
        url = f"sqlite:///{Path(folder) / 'rapport.db'}"
        migrate(url)
        async with programme(url, seed=seed) as life:
            for week in range(weeks):
                await life.until(life.began + timedelta(weeks=week + 1))
            counts, broken = await counted(life), await verdict(life)
    print(f"{weeks} weeks, seed {seed}, {monotonic() - began:.0f} s")
    print(*(f"{number:>8,}  {name}" for name, number in counts.items()), sep="\n")
    for promise, what in broken.items():
        print(f"{'broken' if what else 'kept':>8}  {promise}", *what[:10], sep="\n          ")
    return not any(broken.values())


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    weeks, seed = (*given, *(A_YEAR, 1)[len(given) :])
    sys.exit(not asyncio.run(live(weeks, seed)))
