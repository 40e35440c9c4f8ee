"""What drawing a round of a rotation costs: a thousand people, twenty-six rounds, some of them away each time."""

from collections.abc import Iterator
from itertools import combinations
from random import Random
from statistics import median
from time import process_time
from typing import Final
from uuid import UUID

from benchmarks.figures import RUNS, Figure
from bot.domain.drawing import draw
from bot.domain.ids import MemberId
from bot.domain.rotation import Met, Past, Person, Shape

PEOPLE: Final = 1000
ROUNDS: Final = 26
AWAY: Final = 0.1
SECONDS: Final = 2.0
"""What a round may take."""


def measure() -> list[Figure]:
    """The slowest round of the slowest shape is promised, and that nobody repeats: all have hundreds to meet yet."""
    runs = {(shape, away): [_rounds(shape, away) for _ in range(RUNS)] for shape in Shape for away in (0.0, AWAY)}
    slowest = {key: median(max(seconds for seconds, _ in rounds) for rounds in of) for key, of in runs.items()}
    worst = max(slowest, key=lambda key: slowest[key])
    repeats = max(sum(again for _, again in rounds) for of in runs.values() for rounds in of)
    said = f"slowest of {ROUNDS} rounds of {PEOPLE:,}: {worst[0].value}, {worst[1]:.0%} away"
    return [
        Figure(name="rotation", value=slowest[worst], unit="s", at_most=SECONDS, said_with=said),
        Figure(name="rotation-repeats", value=repeats, at_most=0, said_with="of all shapes; counting allows none"),
    ]


def _rounds(shape: Shape, away: float) -> list[tuple[float, int]]:
    """Of each round: the seconds of processor time that it took, and the pairs in it that had met before."""
    return list(_turning(shape, away, Random(1)))


def _turning(shape: Shape, away: float, dice: Random) -> Iterator[tuple[float, int]]:
    met: dict[frozenset[MemberId], Met] = {}
    out_last: frozenset[MemberId] = frozenset()
    everybody = [Person(id=MemberId(UUID(int=chair + 1)), chair=chair) for chair in range(PEOPLE)]
    for number in range(1, ROUNDS + 1):
        here = [person for person in everybody if dice.random() >= away]
        began = process_time()
        drawn = draw(here, Past(number=number, chairs=PEOPLE, met=met, out_last=out_last), shape)
        took = process_time() - began
        pairs = [frozenset(pair) for group in drawn.groups for pair in combinations(group, 2)]
        yield took, sum(pair in met for pair in pairs)
        met |= {pair: Met(times=1, last=number) for pair in pairs}
        out_last = frozenset(drawn.left_out)
