"""The instants at which a process is killed: commits, calls of Slack and acknowledgements, counted by kind."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

AT_START: Final = frozenset({"auth.test", "apps.connections.open"})
"""Calls that belong to a start, not to a story: they are not counted."""


SURE: Final = 0.96
"""The share of a story's instants that it reaches with deaths in it, too: after them less is painted again."""


class At(StrEnum):
    CALL = "before a call of Slack"
    STORED = "stored by Slack, not answered"
    ANSWERED = "answered by Slack, not recorded"
    COMMIT = "before a commit"
    COMMITTED = "after a commit"
    ACK = "before an acknowledgement"


@dataclass(frozen=True, slots=True)
class Point:
    """The nth instant of its kind, from 1, over all lives of a process in one story."""

    at: At
    nth: int

    def __str__(self) -> str:
        return f"{self.at} #{self.nth}"


class Counter:
    """Counts instants, and ends the process at those that were chosen."""

    def __init__(
        self, chosen: Collection[Point], die: Callable[[Point], None], *, so_far: Mapping[At, int] | None = None
    ) -> None:
        self.counts = {at: (so_far or {}).get(at, 0) for at in At}
        self._chosen = frozenset(chosen)
        self._die = die

    def reach(self, at: At) -> None:
        self.counts[at] += 1
        point = Point(at, self.counts[at])
        if point in self._chosen:
            self._die(point)


def stories(counts: Mapping[At, int], wanted: int, *, runs: int) -> list[list[Point]]:
    """At least so many points, every kind alike and evenly from first to last, dealt so that a story's lie apart."""
    kinds = [at for at in At if counts[at]]
    each = -(-wanted // len(kinds))
    points = [
        Point(at, nth)
        for n, at in enumerate(kinds)
        for nth in evenly(int(counts[at] * SURE), each, shift=(n + 0.5) / len(kinds))
    ]
    points.sort(key=lambda point: point.nth / counts[point.at])
    return [points[first::runs] for first in range(runs)]


def evenly(count: int, wanted: int, *, shift: float = 0.5) -> list[int]:
    """One in each of so many equal stretches of 1 to `count`, after that share of it."""
    return sorted({max(1, round(count * (stretch + shift) / wanted)) for stretch in range(wanted)})
