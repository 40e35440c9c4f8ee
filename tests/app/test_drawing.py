"""A large round is drawn in a process of its own, and as it would be here."""

import asyncio
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Final
from uuid import UUID

import pytest

from bot.app import drawing
from bot.app.drawing import SMALL, DrawingFailed, drawn
from bot.domain.drawing import draw
from bot.domain.ids import MemberId
from bot.domain.rotation import Drawn, Met, Past, Person, Shape
from bot.services.rotation_look import ToDraw

SITES: Final = ("Lisbon", "Coímbra", "")


def someone(number: int) -> Person:
    return Person(id=MemberId(UUID(int=7919 * (number + 1))), chair=number, site=SITES[number % len(SITES)])


def given(people: int, shape: Shape) -> ToDraw:
    """Some have left; of the last to come some have met; who would be first to meet keep apart."""
    everybody = [someone(n) for n in range(people + 7)]
    here = [each for each in everybody if each.chair % 9 != 4][:people]
    ids = [each.id for each in everybody]
    met = [frozenset(pair) for n, pair in enumerate(combinations(ids[-12:], 2)) if n % 2]
    past = Past(
        number=5,
        chairs=people + 7,
        met={pair: Met(times=1 + n % 2, last=4) for n, pair in enumerate(met)},
        left_out=dict.fromkeys({*ids} - {here[-1].id, here[-3].id}, 1),
        out_last=frozenset((here[-3].id,)),
    )
    would_meet = draw(here, past, shape).groups[:3]
    apart = frozenset(frozenset(group[:2]) for group in would_meet)
    return ToDraw(people=tuple(Random(3).sample(here, len(here))), past=replace(past, apart=apart), shape=shape)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("people", [SMALL + 1, SMALL + 20])
async def test_a_child_draws_what_would_be_drawn_here(shape: Shape, people: int) -> None:
    asked = given(people, shape)

    found = await drawn(asked)

    assert found == draw(asked.people, asked.past, asked.shape)
    assert len({*found.left_out, *(each for group in found.groups for each in group)}) == len(asked.people)


def test_a_child_is_told_all_that_plays_a_part() -> None:
    """Of whom has left only that somebody met them, who is therefore not new."""
    ana, ben, cleo, dan, gone = (MemberId(UUID(int=n)) for n in (0, 1, 2, 3, 9))
    past = Past(
        number=5,
        chairs=12,
        met={frozenset((ana, ben)): Met(times=2, last=3), frozenset((cleo, gone)): Met(times=1, last=4)},
        left_out={ben: 2, gone: 3},
        out_last=frozenset((ben, gone)),
        apart=frozenset((frozenset((ana, dan)), frozenset((ana, gone)))),
    )
    people = tuple(Person(id=id, chair=7 + n, site=SITES[n % 3]) for n, id in enumerate((ana, ben, cleo, dan)))

    told = drawing._read(drawing._numbered(ToDraw(people=people, past=past, shape=Shape.TRIOS)))

    met = {frozenset((ana, ben)): Met(times=2, last=3)}
    left_out = {ana: 0, ben: 2, cleo: 0}
    known = replace(
        past, met=met, left_out=left_out, out_last=frozenset((ben,)), apart=frozenset((frozenset((ana, dan)),))
    )
    assert told == ToDraw(people=people, past=known, shape=Shape.TRIOS)


async def test_nothing_waits_for_a_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    """A large one leaves this process to others; a small one does not start a process."""
    asked = given(SMALL + 1, Shape.PAIRS)

    def here(*_: object) -> Drawn:
        raise AssertionError("drawn in this process")

    monkeypatch.setattr(drawing, "draw", here)
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    waiting = asyncio.create_task(others())
    await drawn(asked)
    waiting.cancel()

    assert turns > 20
    with pytest.raises(AssertionError, match="in this process"):
        await drawn(given(SMALL, Shape.PAIRS))


async def test_a_child_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "_numbered", lambda asked: {"chairs": []})

    with pytest.raises(DrawingFailed, match="KeyError"):
        await drawn(given(SMALL + 1, Shape.PAIRS))
