"""Rounds of a rotation one after another, and what there was to be had in each, found by trying everything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from uuid import UUID

from bot.domain.drawing import draw
from bot.domain.ids import MemberId
from bot.domain.rotation import Drawn, Met, Past, Person, Shape

Pair = frozenset[MemberId]


def someone(number: int, site: str = "") -> Person:
    return Person(id=MemberId(UUID(int=number + 1)), chair=number, site=site)


def people(number: int) -> list[Person]:
    return [someone(each) for each in range(number)]


@dataclass
class Rotation:
    """Rounds so far: `repeats` of each, and `rounds` themselves."""

    shape: Shape = Shape.PAIRS
    apart: frozenset[Pair] = frozenset()
    met: dict[Pair, Met] = field(default_factory=dict)
    left_out: dict[MemberId, int] = field(default_factory=dict)
    out_last: frozenset[MemberId] = frozenset()
    chairs: int = 0
    rounds: list[Drawn] = field(default_factory=list)
    repeats: list[int] = field(default_factory=list)

    def past(self) -> Past:
        return Past(
            number=len(self.rounds) + 1,
            chairs=self.chairs,
            met=dict(self.met),
            left_out=dict(self.left_out),
            out_last=self.out_last,
            apart=self.apart,
        )

    def turn(self, taking_part: Sequence[Person]) -> Drawn:
        self.chairs = max([self.chairs, *(person.chair + 1 for person in taking_part)])
        drawn = draw(taking_part, self.past(), self.shape)
        self._keep(drawn, {person.id for person in taking_part})
        return drawn

    def _keep(self, drawn: Drawn, present: set[MemberId]) -> None:
        pairs = list(pairs_of(drawn))
        self.repeats.append(sum(pair in self.met for pair in pairs))
        self.rounds.append(drawn)
        for pair in pairs:
            times = self.met[pair].times + 1 if pair in self.met else 1
            self.met[pair] = Met(times=times, last=len(self.rounds))
        for member in drawn.left_out:
            self.left_out[member] = self.left_out.get(member, 0) + 1
        self.out_last = frozenset(drawn.left_out) | (self.out_last - present)


def pairs_of(drawn: Drawn) -> Iterator[Pair]:
    for group in drawn.groups:
        for pair in combinations(group, 2):
            yield frozenset(pair)


def everybody(drawn: Drawn) -> list[MemberId]:
    return sorted([*(member for group in drawn.groups for member in group), *drawn.left_out])


def fewest_repeats(members: Sequence[MemberId], past: Past) -> int | None:
    """Of all ways to pair them, one left over if they are odd, nobody twice running; None if there is no way."""
    spare = [each for each in members if each not in past.out_last]
    if len(members) % 2:
        ways = [_fewest([each for each in members if each != out], past) for out in spare]
    else:
        ways = [_fewest(members, past)]
    return min((way for way in ways if way is not None), default=None)


def _fewest(members: Sequence[MemberId], past: Past) -> int | None:
    if not members:
        return 0
    first, *others = members
    ways = []
    for other in others:
        pair = frozenset((first, other))
        rest = _fewest([each for each in others if each != other], past)
        if pair not in past.apart and rest is not None:
            ways.append(int(pair in past.met) + rest)
    return min(ways, default=None)
