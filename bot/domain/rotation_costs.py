"""What it costs that two people meet in a round of a rotation, and that one of them meets nobody."""

from collections.abc import Sequence
from typing import Final

from bot.domain.circle import Pair
from bot.domain.ids import MemberId
from bot.domain.rotation import Past, Person, Shape

APART: Final = 10**17
OUT_TWICE_RUNNING: Final = 10**14
AGAIN: Final = 10**10
EACH_TIME: Final = 10**6
LATELY: Final = 500
SAME_SITE: Final = 1
"""No sum of a lesser thing outweighs a greater one, for some thousand people: that two wish to be kept apart, that one
is left out twice running, a repeat, each time that they met before, how recent the last was (up to LATELY), one site.
"""


class Table:
    """The people of one round by their place in it, and what each two places cost.

    With an odd number of people there is one place more, nobody's: whoever is paired with it is left over.
    """

    def __init__(self, people: Sequence[Person], past: Past, shape: Shape) -> None:
        self.people = people
        self.past = past
        self.shape = shape
        self.nobody = len(people)
        self.places = range(len(people) + len(people) % 2)
        self.most_times = max((met.times for met in past.met.values()), default=0)
        self.has_sites = any(person.site for person in people)
        self._sites = [person.site for person in people] + [""]
        self._place = {person.id: place for place, person in enumerate(people)}
        self._at_chair = {person.chair: place for place, person in enumerate(people)}
        self._dear: list[dict[int, int]] = [{} for _ in self.places]
        self._count_meetings()
        if len(people) % 2 and shape is Shape.PAIRS:
            self._count_left_out()

    def cost(self, one: int, other: int) -> int:
        dear = self._dear[one].get(other, 0)
        if self.has_sites and self._sites[one] and self._sites[one] == self._sites[other]:
            return dear + SAME_SITE
        return dear

    def faced(self, chairs: Sequence[Pair]) -> tuple[Pair, ...]:
        """Those whose chairs face each other, where both take part and may meet."""
        at = self._at_chair
        pairs = ((at[one], at[other]) for one, other in chairs if one in at and other in at)
        return tuple(pair for pair in pairs if self.cost(*pair) < APART)

    def _count_meetings(self) -> None:
        for pair, met in self.past.met.items():
            recency = LATELY * met.last // max(self.past.number, met.last)
            self._add(pair, AGAIN + EACH_TIME * met.times + recency)
        for pair in self.past.apart:
            self._add(pair, APART)

    def _add(self, pair: frozenset[MemberId], cost: int) -> None:
        places = [self._place[member] for member in pair if member in self._place]
        if len(places) == 2:
            one, other = places
            self._dear[one][other] = self._dear[other][one] = self._dear[one].get(other, 0) + cost

    def _count_left_out(self) -> None:
        """Whoever is new has met nobody yet, and is not the first to be left out."""
        past = self.past
        known = {member for pair in past.met for member in pair} | set(past.left_out)
        outs = [past.left_out.get(person.id, int(person.id not in known)) for person in self.people]
        for place, person in enumerate(self.people):
            running = OUT_TWICE_RUNNING if person.id in past.out_last else 0
            cost = running + EACH_TIME * (outs[place] - min(outs))
            self._dear[place][self.nobody] = self._dear[self.nobody][place] = cost
