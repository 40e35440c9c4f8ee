"""One story told while things go wrong, and what is left of it."""

import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playground.server import StandIn
from tests import engines
from tests.memory import MEMORY
from tests.survival import remains, story
from tests.survival.points import At, Point
from tests.survival.remains import Remains
from tests.survival.rig import Attempt, Rig, rig

CREATES: Final = "conversations.create"
THIRDS: Final = 3
"""In so many tellings every call meets a fault once: in one of them every third."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """`deaths` are the instants at which the bot was killed, `counts` how many there were of each kind; `rooms` are who
    is in each private channel that the bot made.
    """

    remains: Remains
    rooms: list[list[str]]
    deaths: list[str]
    counts: dict[At, int]
    attempts: list[Attempt]

    def tried(self, method: str) -> int:
        """How many different ones there were."""
        return sum(attempt.method == method and not attempt.again for attempt in self.attempts)


@dataclass
class Mischief:
    """Puts a fault of the stand-in's in the way of some calls of one method."""

    kind: str
    method: str
    befalls: Callable[[Attempt], bool]
    done: list[Attempt] = field(default_factory=list)

    def __call__(self, slack: StandIn, attempt: Attempt) -> None:
        if attempt.method == self.method and self.befalls(attempt):
            self.done.append(attempt)
            slack.faults.add(self.kind, attempt.method, retry_after=30)


def of_third(nth: int, attempt: Attempt) -> bool:
    """Nothing is tried in vain twice."""
    return not attempt.again and attempt.nth % THIRDS == nth


def rooms_of(there: Rig) -> list[list[str]]:
    workspace = there.slack.workspace
    made = [each.answer["channel"]["id"] for each in there.slack.calls if each.method == CREATES and each.answer["ok"]]
    inside = [workspace.conversations[each].members for each in made]
    return sorted(sorted(workspace.members[one].name for one in people) for people in inside)


async def told(
    *,
    engine: str = "sqlite",
    chosen: Sequence[Point] = (),
    mischief: Sequence[Mischief] = (),
    tell: Callable[[Rig], Awaitable[None]] = story.tell,
) -> Told:
    """Within a run of tests, whose empty databases are copied. Where nothing waits for a disk, if there is such a
    place: a killed process leaves what it wrote all the same.
    """
    where = MEMORY if MEMORY.is_dir() else None
    with (
        tempfile.TemporaryDirectory(prefix="rapport-survival-", dir=where) as folder,
        engines.migrated_database(engine, Path(folder)) as url,
    ):
        async with rig(url, start=story.START, chosen=chosen, tamper=mischief) as there:
            await tell(there)
            return Told(
                remains=remains.of(there),
                rooms=rooms_of(there),
                deaths=there.deaths,
                counts=there.counts,
                attempts=there.attempts,
            )
