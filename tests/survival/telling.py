"""One story told while things go wrong, and what is left of it."""

import tempfile
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playground.server import StandIn
from tests import engines
from tests.survival import remains, story
from tests.survival.points import At, Point
from tests.survival.remains import Remains
from tests.survival.rig import rig

IN_MEMORY: Final = Path("/dev/shm")
"""Where nothing waits for a disk, if there is such a place: a killed process leaves what it wrote all the same."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """`deaths` are the instants at which the bot was killed, `counts` how many there were of each kind,
    `calls` those of each method.
    """

    remains: Remains
    deaths: list[str]
    counts: dict[At, int]
    calls: Counter[str]


@dataclass
class Mischief:
    """Puts a fault of the stand-in's in the way of some calls of one method, by their number."""

    kind: str
    method: str
    at: Collection[int]
    seen: int = 0
    done: list[int] = field(default_factory=list)

    def __call__(self, slack: StandIn, method: str) -> None:
        if method != self.method:
            return
        self.seen += 1
        if self.seen in self.at:
            self.done.append(self.seen)
            slack.faults.add(self.kind, method, retry_after=30)


async def told(*, engine: str = "sqlite", chosen: Sequence[Point] = (), mischief: Sequence[Mischief] = ()) -> Told:
    """Within a run of tests, whose empty databases are copied."""
    where = IN_MEMORY if IN_MEMORY.is_dir() else None
    with (
        tempfile.TemporaryDirectory(prefix="rapport-survival-", dir=where) as folder,
        engines.migrated_database(engine, Path(folder)) as url,
    ):
        async with rig(url, start=story.START, chosen=chosen, tamper=mischief) as there:
            await story.tell(there)
            return Told(
                remains=remains.of(there),
                deaths=there.deaths,
                counts=there.counts,
                calls=Counter(call.method for call in there.slack.calls),
            )
