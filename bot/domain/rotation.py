"""A round of a rotation: who takes part, what was before, and who meets whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.ids import MemberId


class Shape(StrEnum):
    """How many meet in one group. Of an odd number PAIRS leave one out, and PAIRS_AND_A_TRIO make one group of three.

    TRIOS have one pair or two where the number is no multiple of three, and leave nobody out.
    """

    PAIRS = "pairs"
    PAIRS_AND_A_TRIO = "pairs_and_a_trio"
    TRIOS = "trios"


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Whoever takes part in a round. A `chair` is theirs for as long as they stay: numbers from 0, no two the same."""

    id: MemberId
    chair: int
    site: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Met:
    """How often two were introduced to each other, and in which round last."""

    times: int
    last: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Past:
    """What was before this round, the `number`-th from 1; `chairs` is one more than the highest ever taken.

    `left_out` counts the rounds in which each was left over; `out_last` are those to whom it happened the last time
    that they took part. `apart` are pairs who are never put together.
    """

    number: int
    chairs: int
    met: Mapping[frozenset[MemberId], Met] = field(default_factory=dict)
    left_out: Mapping[MemberId, int] = field(default_factory=dict)
    out_last: frozenset[MemberId] = frozenset()
    apart: frozenset[frozenset[MemberId]] = frozenset()


class LeftOut(StrEnum):
    """Why somebody meets nobody: an odd number, nobody else takes part, or only people whom they keep apart from; or,
    after all, whoever they were to meet has gone, or they did not want to.
    """

    ODD = "odd"
    ALONE = "alone"
    APART = "apart"
    GONE = "gone"
    UNWANTED = "unwanted"


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    groups: tuple[tuple[MemberId, ...], ...]
    left_out: Mapping[MemberId, LeftOut]


def sizes(people: int, shape: Shape) -> tuple[int, ...]:
    """The sizes of a round's groups, largest first; whoever is left out is a group of one."""
    if shape is Shape.TRIOS and people > 1:
        pairs = -people % 3
        return (3,) * ((people - 2 * pairs) // 3) + (2,) * pairs
    pairs, over = divmod(people, 2)
    if over and pairs and shape is Shape.PAIRS_AND_A_TRIO:
        return 3, *(2,) * (pairs - 1)
    return (2,) * pairs + (1,) * over
