"""Groups made better by swaps: two people of two groups change places for as long as it costs less."""

from collections.abc import Callable, Sequence
from typing import Final

Cost = Callable[[int, int], int]
"""What it costs that two people are in one group: the same both ways, and never negative."""

Group = tuple[int, ...]
REST: Final = 7
"""Swaps for which whoever has just moved stays where they are, or the search would walk in a ring."""


def cost_of(groups: Sequence[Sequence[int]], cost: Cost) -> int:
    return sum(cost(one, other) for group in groups for nth, one in enumerate(group) for other in group[:nth])


def improved(groups: Sequence[Sequence[int]], cost: Cost, *, patience: int, bearable: int = 0) -> tuple[Group, ...]:
    """The best groups found, of the same sizes: a tabu search, always the same for the same input.

    The person whom their group costs most takes the best place there is, even a worse one than now. It ends after
    `patience` swaps in a row that found nothing better, or when nobody costs more than `bearable`. A swap looks at
    everybody once: a millisecond or two for a thousand people.
    """
    search = _Search([list(group) for group in groups], cost)
    best, best_total = search.groups_now(), search.total
    since_best = 0
    while since_best < patience and search.swap_once(bearable, best_total):
        since_best += 1
        if search.total < best_total:
            best, best_total, since_best = search.groups_now(), search.total, 0
    return best


class _Search:
    def __init__(self, groups: list[list[int]], cost: Cost) -> None:
        self.groups = groups
        self.cost = cost
        self.group_of = {person: place for place, group in enumerate(groups) for person in group}
        self.total = cost_of(groups, cost)
        self.borne = {person: self._with(person, groups[place]) for person, place in self.group_of.items()}
        self.free_at = dict.fromkeys(self.group_of, 0)
        self.swaps = 0

    def groups_now(self) -> tuple[Group, ...]:
        return tuple(tuple(group) for group in self.groups)

    def swap_once(self, bearable: int, best_total: int) -> bool:
        """False if nobody bears more than `bearable`, or nobody can move."""
        unhappy = [person for person, borne in self.borne.items() if borne > bearable]
        movable = [person for person in unhappy if self.free_at[person] <= self.swaps]
        self.swaps += 1
        if not unhappy:
            return False
        if not movable:
            return True
        person = max(movable, key=lambda each: self.borne[each])
        found = self._best_swap(person, best_total)
        if found is None:
            self.free_at[person] = self.swaps + REST
            return len(self.groups) > 1
        other, gain = found
        self._swap(person, other)
        self.total += gain
        return True

    def _best_swap(self, person: int, best_total: int) -> tuple[int, int] | None:
        """The partner of the swap and what it adds to the total; one at rest moves only for a new best."""
        mine = [each for each in self.groups[self.group_of[person]] if each != person]
        best: tuple[int, int] | None = None
        for place, theirs in enumerate(self.groups):
            if place == self.group_of[person]:
                continue
            into = self._with(person, theirs)
            for other in theirs:
                gain = (
                    into - self.cost(person, other) - self.borne[other] + self._with(other, mine) - self.borne[person]
                )
                at_rest = self.free_at[other] > self.swaps and self.total + gain >= best_total
                if not at_rest and (best is None or gain < best[1]):
                    best = other, gain
        return best

    def _swap(self, one: int, other: int) -> None:
        here, there = self.group_of[one], self.group_of[other]
        for person, place, left in ((one, there, here), (other, here, there)):
            self.groups[left].remove(person)
            self.groups[place].append(person)
            self.group_of[person] = place
            self.free_at[person] = self.swaps + REST
        for place in (here, there):
            for person in self.groups[place]:
                self.borne[person] = self._with(person, self.groups[place])

    def _with(self, person: int, group: Sequence[int]) -> int:
        return sum(self.cost(person, other) for other in group if other != person)
