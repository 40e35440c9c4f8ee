"""The circle: rounds in which everybody meets everybody else exactly once before anybody meets anybody again."""

Pair = tuple[int, int]


def turns(chairs: int) -> int:
    """How many rounds it takes until all have met: one fewer than the chairs, an odd number of them taken as even."""
    return max(chairs + chairs % 2 - 1, 1)


def turn(chairs: int, nth: int) -> tuple[Pair, ...]:
    """Who faces whom in one turn; whoever of an odd number faces nobody is in no pair.

    One chair stands still and the others move on by one (the circle method, Kirkman 1847): any two of them face each
    other in just one of the `turns`, so that chairs which keep their people never repeat.
    """
    around = turns(chairs)
    still = around
    faced = [(still, nth % around)] + [((nth + k) % around, (nth - k) % around) for k in range(1, around // 2 + 1)]
    return tuple((one, other) for one, other in faced if one < chairs and other < chairs)
