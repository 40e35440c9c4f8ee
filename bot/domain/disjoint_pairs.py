"""As many pairs as a graph allows in which nobody is twice: Edmonds' blossoms (1965), exact for any graph."""

from collections import deque
from collections.abc import Sequence
from typing import Final

NOBODY: Final = -1


def most_pairs(graph: Sequence[Sequence[int]], begun: Sequence[tuple[int, int]] = ()) -> list[int]:
    """For each vertex the one that it is paired with, or NOBODY. `graph` lists each vertex's neighbours.

    Grown from the pairs of `begun`, which must be edges: whoever is in one stays paired, though perhaps with another.
    Costs at most vertices x edges for each pair that `begun` lacks.
    """
    partner = [NOBODY] * len(graph)
    for one, other in begun:
        partner[one], partner[other] = other, one
    for vertex, neighbours in enumerate(graph):
        if partner[vertex] == NOBODY:
            free = next((each for each in neighbours if partner[each] == NOBODY), None)
            if free is not None:
                partner[vertex], partner[free] = free, vertex
    for vertex in range(len(graph)):
        if partner[vertex] == NOBODY:
            _Search(graph, partner, vertex).grow()
    return partner


class _Search:
    """One search from an unpaired vertex for a way that makes one pair more.

    `base` names the blossom (an odd ring, taken as one vertex) that a vertex lies in; `came` leads back to the root.
    """

    def __init__(self, graph: Sequence[Sequence[int]], partner: list[int], root: int) -> None:
        self.graph, self.partner, self.root = graph, partner, root
        self.base = list(range(len(graph)))
        self.came = [NOBODY] * len(graph)
        self.outer = [False] * len(graph)
        self.waiting = deque([root])

    def grow(self) -> None:
        end = self._free_end()
        while end != NOBODY:
            before = self.came[end]
            following = self.partner[before]
            self.partner[end], self.partner[before] = before, end
            end = following

    def _free_end(self) -> int:
        self.outer[self.root] = True
        while self.waiting:
            here = self.waiting.popleft()
            for there in self.graph[here]:
                if self.base[here] == self.base[there] or self.partner[here] == there:
                    continue
                if there == self.root or (self.partner[there] != NOBODY and self.came[self.partner[there]] != NOBODY):
                    self._shrink(here, there)
                elif self.came[there] == NOBODY:
                    self.came[there] = here
                    if self.partner[there] == NOBODY:
                        return there
                    self._reach(self.partner[there])
        return NOBODY

    def _reach(self, vertex: int) -> None:
        self.outer[vertex] = True
        self.waiting.append(vertex)

    def _shrink(self, one: int, other: int) -> None:
        ring_base = self._common_base(one, other)
        ring: set[int] = set()
        self._mark(one, ring_base, other, ring)
        self._mark(other, ring_base, one, ring)
        for vertex, base in enumerate(self.base):
            if base in ring:
                self.base[vertex] = ring_base
                if not self.outer[vertex]:
                    self._reach(vertex)

    def _common_base(self, one: int, other: int) -> int:
        seen = set()
        while True:
            one = self.base[one]
            seen.add(one)
            if self.partner[one] == NOBODY:
                break
            one = self.came[self.partner[one]]
        while self.base[other] not in seen:
            other = self.came[self.partner[self.base[other]]]
        return self.base[other]

    def _mark(self, vertex: int, ring_base: int, child: int, ring: set[int]) -> None:
        while self.base[vertex] != ring_base:
            ring.update((self.base[vertex], self.base[self.partner[vertex]]))
            self.came[vertex] = child
            child = self.partner[vertex]
            vertex = self.came[child]
