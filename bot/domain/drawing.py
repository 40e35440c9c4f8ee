"""Drawing a round of a rotation: new pairs or trios, with as few repeats as there can be."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from bot.domain.circle import Pair, turn, turns
from bot.domain.disjoint_pairs import NOBODY, most_pairs
from bot.domain.ids import MemberId
from bot.domain.rotation import Drawn, LeftOut, Past, Person, Shape, sizes
from bot.domain.rotation_costs import AGAIN, APART, EACH_TIME, Table
from bot.domain.swaps import Group, cost_of, improved

TURNS_TRIED: Final = 8
"""Turns of the circle that are made whole and compared, those first that repeat least."""

LOOKED_AT: Final = 60
PATIENCE: Final = 60
BEGINNINGS: Final = 30
SEARCHED: Final = 1500
"""Trios are searched for from up to 30 turns; from fewer where there are more people: 1,500 by their number."""


def draw(people: Sequence[Person], past: Past, shape: Shape) -> Drawn:
    """The groups of one round, always the same for the same input.

    Pairs repeat as little as the people and their past allow: no other pairs of the same people would repeat less, but
    for one repeat, rarely, where wishes to be kept apart stand in the way.
    Where the same n people take part in every round, nobody repeats in the first n - 1 rounds (n if n is odd, each
    left out once), and then nobody a third time before all have met twice: the least that counting allows. Nobody is
    left out who was so the last time, unless wishes to be kept apart force it. Trios are searched for: how near they
    come to counting's (n - 1) / 2 rounds is measured in the tests.
    """
    table = Table(sorted(people, key=lambda person: person.chair), past, shape)
    of_two = max(sizes(len(people), shape), default=0) <= 2
    return _drawn(table, _pairs(table) if of_two else _trios(table))


def _pairs(table: Table) -> tuple[Group, ...]:
    """The best turn of the circle; another way only if that repeats less."""
    by_turn = _best_turn(table)
    if cost_of(by_turn, table.cost) < AGAIN:
        return by_turn
    fewest = improved(_fewest_repeats(table, table.places), table.cost, patience=PATIENCE, bearable=AGAIN - 1)
    return min(by_turn, fewest, key=lambda groups: cost_of(groups, table.cost) // EACH_TIME)


def _best_turn(table: Table) -> tuple[Group, ...]:
    """The turn that repeats least. Those whom it faces with nobody in this round are paired among themselves."""
    found = sorted(_turns(table), key=lambda faced: (cost_of(faced, table.cost), -len(faced)))
    whole = [_made_whole(table, faced) for faced in found[:TURNS_TRIED]]
    return min(whole, key=lambda groups: cost_of(groups, table.cost))


def _turns(table: Table) -> Iterator[tuple[Pair, ...]]:
    """The turns from this round's own on, all of them unless one is as good as can be.

    With the same people in every round that is the first: the turn which they have not had. Of many people some are
    always away, so that none is as good as can be: then one of the first `LOOKED_AT` has to do, if it repeats nobody.
    """
    around = turns(table.past.chairs)
    fresh = False
    for nth in range(around):
        faced = table.faced(turn(table.past.chairs, (table.past.number - 1 + nth) % around))
        yield faced
        if not table.has_sites and cost_of(faced, table.cost) == 0:
            fresh = True
            if len(faced) == len(table.people) // 2 and cost_of(_made_whole(table, faced), table.cost) == 0:
                return
        if fresh and nth >= LOOKED_AT:
            return


def _made_whole(table: Table, faced: Sequence[Group]) -> tuple[Group, ...]:
    loose = sorted(set(table.places).difference(*faced))
    return (*faced, *_fewest_repeats(table, loose))


def _fewest_repeats(table: Table, places: Sequence[int]) -> tuple[Group, ...]:
    """All of `places`, an even number, in pairs: as many as can be that never met, then that met once, and so on.

    The one to be left over is chosen first: whoever is paired stays paired, though perhaps with another.
    """
    pairs = _left_over(table, places)
    for times in range(table.most_times + 1):
        bearable = AGAIN + EACH_TIME * (times + 1) if times else AGAIN
        loose = places if times == 0 else sorted(set(places).difference(*pairs))
        found = _paired(table, loose, bearable, pairs if times == 0 else ())
        pairs = found if times == 0 else (*pairs, *found)
    if 2 * len(pairs) < len(places):
        pairs = _paired(table, places, APART, pairs)
    loose = sorted(set(places).difference(*pairs))
    return (*pairs, *zip(loose[::2], loose[1::2], strict=True))


def _left_over(table: Table, places: Sequence[int]) -> tuple[Pair, ...]:
    others = [place for place in places if place != table.nobody]
    if len(others) == len(places) or not others:
        return ()
    cheapest = min(others, key=lambda place: table.cost(place, table.nobody))
    return ((cheapest, table.nobody),) if table.cost(cheapest, table.nobody) < AGAIN else ()


def _paired(table: Table, places: Sequence[int], bearable: int, begun: Sequence[Group]) -> tuple[Pair, ...]:
    """As many pairs as there can be that cost less than `bearable`."""
    at = {place: nth for nth, place in enumerate(places)}
    graph = [
        [at[other] for other in places if other != place and table.cost(place, other) < bearable] for place in places
    ]
    partners = most_pairs(graph, [(at[pair[0]], at[pair[1]]) for pair in begun])
    return tuple((places[one], places[other]) for one, other in enumerate(partners) if one < other != NOBODY)


def _trios(table: Table) -> tuple[Group, ...]:
    """The best of what swaps make of the turns of the circle, cut into groups; the first in which nobody repeats."""
    best: tuple[Group, ...] = ()
    for faced in islice(_turns(table), min(BEGINNINGS, max(SEARCHED // len(table.people), 1))):
        found = improved(tuple(_cut(table, faced)), table.cost, patience=PATIENCE, bearable=AGAIN - 1)
        if not best or cost_of(found, table.cost) < cost_of(best, table.cost):
            best = found
        if cost_of(best, table.cost) < AGAIN:
            break
    return best


def _cut(table: Table, faced: Sequence[Pair]) -> Iterator[Group]:
    in_order = [place for pair in faced for place in pair]
    in_order += sorted(set(range(len(table.people))).difference(in_order))
    begin = 0
    for size in sizes(len(table.people), table.shape):
        yield tuple(in_order[begin : begin + size])
        begin += size


def _drawn(table: Table, groups: Sequence[Group]) -> Drawn:
    met: list[tuple[MemberId, ...]] = []
    left_out: dict[MemberId, LeftOut] = {}
    for group in sorted(tuple(sorted(group)) for group in groups):
        together, kept_apart = _without_apart(table, [place for place in group if place != table.nobody])
        left_out |= {table.people[place].id: LeftOut.APART for place in kept_apart}
        if len(together) > 1:
            met.append(tuple(table.people[place].id for place in together))
        elif together:
            why = LeftOut.APART if kept_apart else LeftOut.ODD if len(table.people) > 1 else LeftOut.ALONE
            left_out[table.people[together[0]].id] = why
    return Drawn(groups=tuple(met), left_out=left_out)


def _without_apart(table: Table, group: Sequence[int]) -> tuple[list[int], list[int]]:
    """Who of a group can meet, and who is left out because no swap could keep them apart from all whom they should."""
    together: list[int] = []
    kept_apart: list[int] = []
    for place in group:
        apart = any(table.cost(place, other) >= APART for other in together)
        (kept_apart if apart else together).append(place)
    return together, kept_apart
