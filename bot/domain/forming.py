"""Forming peer groups from a list of people: sites mixed, shared working hours, wishes and history respected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import reduce
from itertools import combinations
from math import ceil
from operator import and_
from typing import Final

from bot.domain.calendar import Hours, resolve
from bot.domain.ids import MemberId
from bot.domain.swaps import Cost, Group, improved

SMALLEST: Final = 3
"""Fewer are no group (product: one that shrinks under three is offered a merge)."""

USUAL: Final = 4
SLOT: Final = timedelta(minutes=30)
SLOTS: Final = 7 * 48
MEETABLE: Final = 2
"""Slots in a row that a group needs in common: an hour."""

NEVER: Final = 10**15
NO_HOUR: Final = 10**11
MET_BEFORE: Final = 10**7
FEW_HOURS: Final = 10**4
SAME_SITE: Final = 10**2
PROPOSED: Final = 1
"""What each two in a group cost, a greater thing before any sum of lesser ones: a wish or a reporting line, no hour in
common, each group that they shared before, each hour a week short of `ENOUGH`, one site, being proposed again."""

ENOUGH: Final = 10
PATIENCE: Final = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Joiner:
    """Somebody to be placed. `site` is empty where it is not known."""

    id: MemberId
    hours: Hours
    site: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ties:
    """What stands between two people: `never` together by a wish or a reporting line, in how many groups before, and
    whether they were `proposed` together to a coordinator who wants to see other groups.
    """

    never: frozenset[frozenset[MemberId]] = frozenset()
    before: Mapping[frozenset[MemberId], int] = field(default_factory=dict)
    proposed: frozenset[frozenset[MemberId]] = frozenset()


class Unplaced(StrEnum):
    """Why somebody is in no group: too few people for one, no hour that the others share, only people to avoid."""

    FEW = "few"
    HOURS = "hours"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True, slots=True)
class Formed:
    """One group for review: hours a week in which all work, how many sites, and pairs who shared a group before."""

    members: tuple[MemberId, ...]
    shared_hours: float
    sites: int
    known: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    groups: tuple[Formed, ...]
    unplaced: Mapping[MemberId, Unplaced]


def propose(joiners: Sequence[Joiner], ties: Ties, monday: date, *, size: int = USUAL) -> Proposal:
    """Groups of about `size`, none under three, as the working hours of the week from `monday` allow.

    Always the same for the same people, in whatever order they come. Nobody is put with whom they should not meet, nor
    into a group that has no hour in common: whoever cannot be placed is named with the reason.
    """
    people = sorted(joiners, key=lambda joiner: joiner.id)
    week = [working_week(joiner.hours, monday) for joiner in people]
    cost = _cost(people, week, ties)
    begun = tuple(_cut(sorted(range(len(people)), key=lambda place: _middle(week[place])), size))
    groups: list[list[Joiner]] = []
    unplaced = {} if begun else {joiner.id: Unplaced.FEW for joiner in people}
    for group in improved(begun, cost, patience=PATIENCE):
        kept, dropped = _that_can_meet(group, week, cost)
        unplaced |= {people[place].id: why for place, why in dropped.items()}
        if len(kept) < SMALLEST:
            unplaced |= {people[place].id: Unplaced.FEW for place in kept}
        else:
            groups.append([people[place] for place in kept])
    for joiner in (each for each in people if each.id in unplaced):
        found = room_for(joiner, dict(enumerate(groups)), ties, monday, most=size + 1)
        if found is not None:
            groups[found].append(joiner)
            del unplaced[joiner.id]
    made = (formed(group, monday, ties) for group in groups)
    return Proposal(groups=tuple(sorted(made, key=lambda each: each.members)), unplaced=unplaced)


def sizes(people: int, size: int) -> tuple[int, ...]:
    """Group sizes as near to `size` as they go, no two more than one apart; empty for fewer than three people."""
    if people < SMALLEST:
        return ()
    count = min(max(round(people / size), ceil(people / (size + 1))), people // SMALLEST)
    least, more = divmod(people, count)
    return (least + 1,) * more + (least,) * (count - more)


def room_for(
    joiner: Joiner, groups: Mapping[int, Sequence[Joiner]], ties: Ties, monday: date, *, most: int
) -> int | None:
    """Which of `groups` a newcomer fits best: one with room, an hour in common, nobody to avoid; None if none does."""
    fitting = []
    for number, members in groups.items():
        people = [joiner, *members]
        week = [working_week(each.hours, monday) for each in people]
        cost = _cost(people, week, ties)
        borne = sum(cost(0, other) for other in range(1, len(people)))
        if len(people) <= most and borne < NEVER and hours_of(reduce(and_, week)) > 0:
            fitting.append((len(members), borne, number))
    return min(fitting)[2] if fitting else None


def formed(members: Sequence[Joiner], monday: date, ties: Ties) -> Formed:
    """What is to be said of a group, however it came about. Of nobody there is nothing to be said."""
    ids = sorted(member.id for member in members)
    weeks = [working_week(member.hours, monday) for member in members]
    return Formed(
        members=tuple(ids),
        shared_hours=hours_of(reduce(and_, weeks)) if weeks else 0,
        sites=len({member.site for member in members if member.site}),
        known=sum(frozenset(pair) in ties.before for pair in combinations(ids, 2)),
    )


def working_week(hours: Hours, monday: date) -> int:
    """The half hours of a week, in UTC from Monday, in which somebody works: bit n stands for the n-th.

    What runs over the week's end comes round to its beginning, as every week is taken to be like this one.
    """
    begin = datetime.combine(monday, time(), UTC)
    bits = 0
    for weekday in hours.days:
        day = monday + timedelta(days=weekday)
        opens = resolve(hours.zone, datetime.combine(day, hours.opens))
        closes = resolve(hours.zone, datetime.combine(day, hours.closes))
        first, after = -((begin - opens) // SLOT), (closes - begin) // SLOT
        for slot in range(first, after):
            bits |= 1 << slot % SLOTS
    return bits


def hours_of(bits: int) -> float:
    """Hours a week in which one can meet: stretches shorter than an hour do not count."""
    starts = bits & (bits >> 1 | (bits & 1) << (SLOTS - 1))
    met = starts | (starts << 1 | starts >> (SLOTS - 1)) & ((1 << SLOTS) - 1)
    return met.bit_count() * SLOT / timedelta(hours=1)


def _cost(people: Sequence[Joiner], week: Sequence[int], ties: Ties) -> Cost:
    shared: dict[int, float] = {}

    def cost(one: int, other: int) -> int:
        pair = frozenset((people[one].id, people[other].id))
        bits = week[one] & week[other]
        hours = shared[bits] if bits in shared else shared.setdefault(bits, hours_of(bits))
        return (
            NEVER * (pair in ties.never)
            + NO_HOUR * (hours == 0)
            + MET_BEFORE * ties.before.get(pair, 0)
            + FEW_HOURS * max(ENOUGH - int(hours), 0)
            + SAME_SITE * (people[one].site == people[other].site != "")
            + PROPOSED * (pair in ties.proposed)
        )

    return cost


def _cut(in_order: Sequence[int], size: int) -> Iterator[Group]:
    begin = 0
    for each in sizes(len(in_order), size):
        yield tuple(in_order[begin : begin + each])
        begin += each


def _middle(bits: int) -> tuple[int, int]:
    """Where on the clock somebody's day begins: whoever works at the same time stands side by side."""
    return (bits & -bits).bit_length() % 48, bits


def _that_can_meet(group: Group, week: Sequence[int], cost: Cost) -> tuple[Group, dict[int, Unplaced]]:
    """Without whoever costs most, until nobody is to be avoided and an hour is shared by all."""
    kept, dropped = list(group), dict[int, Unplaced]()
    while len(kept) > 1:
        borne = {place: sum(cost(place, other) for other in kept if other != place) for place in kept}
        dearest = max(kept, key=lambda place: borne[place])
        shared = hours_of(reduce(and_, (week[place] for place in kept)))
        if borne[dearest] < NEVER and shared > 0:
            break
        kept.remove(dearest)
        dropped[dearest] = Unplaced.NEVER if borne[dearest] >= NEVER else Unplaced.HOURS
    return tuple(kept), dropped
