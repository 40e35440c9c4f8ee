"""Draws a rotation's round, a large one in a process of its own, so that nothing waits for it in this one.

What burns the processor holds the interpreter, be it in a thread: whoever clicks meanwhile would wait for seconds. The
child reads what to draw from its standard input until that ends and writes what it drew: should its parent die, it ends
by itself. Nothing of a person reaches it but numbers and sites.
"""

import asyncio
import json
import os
import sys
from typing import Any, Final
from uuid import UUID

from bot.app.processor import run_anywhere
from bot.domain.drawing import draw
from bot.domain.ids import MemberId
from bot.domain.rotation import Drawn, LeftOut, Met, Past, Person, Shape
from bot.services.rotation_look import ToDraw

SMALL: Final = 40
"""People who are drawn in a millisecond or two: less than it takes to start a process."""

NICE: Final = 10


class DrawingFailed(Exception):
    """The child ended without a draw; the message is the last that it said."""


async def drawn(given: ToDraw) -> Drawn:
    """Raises DrawingFailed."""
    if len(given.people) <= SMALL:
        return draw(given.people, given.past, given.shape)
    people = [person.id for person in given.people]
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        __name__,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await child.communicate(json.dumps(_numbered(given)).encode())
    if child.returncode:
        raise DrawingFailed(complained.decode(errors="replace").strip().rpartition("\n")[2])
    return _named(json.loads(said), people)


def _numbered(given: ToDraw) -> dict[str, Any]:
    """People by their place in the list. Of the past only what is about them plays a part, and who of them is new."""
    place = {person.id: n for n, person in enumerate(given.people)}
    past = given.past
    known = {member for pair in past.met for member in pair}
    pairs = ((pair, met) for pair, met in past.met.items() if all(member in place for member in pair))
    return {
        "chairs": [person.chair for person in given.people],
        "sites": [person.site for person in given.people],
        "shape": given.shape,
        "number": past.number,
        "all_chairs": past.chairs,
        "met": [(*sorted(place[member] for member in pair), met.times, met.last) for pair, met in pairs],
        "left_out": [
            (n, past.left_out.get(member, 0))
            for member, n in place.items()
            if member in past.left_out or member in known
        ],
        "out_last": [n for member, n in place.items() if member in past.out_last],
        "apart": [sorted(place[each] for each in pair) for pair in past.apart if all(each in place for each in pair)],
    }


def _named(said: dict[str, Any], people: list[MemberId]) -> Drawn:
    return Drawn(
        groups=tuple(tuple(people[n] for n in group) for group in said["groups"]),
        left_out={people[n]: LeftOut(why) for n, why in said["left_out"]},
    )


def _read(numbered: dict[str, Any]) -> ToDraw:
    """Who is known by a number here."""
    ids = [MemberId(UUID(int=n)) for n in range(len(numbered["chairs"]))]
    there = zip(ids, numbered["chairs"], numbered["sites"], strict=True)
    return ToDraw(
        people=tuple(Person(id=id, chair=chair, site=site) for id, chair, site in there),
        past=Past(
            number=numbered["number"],
            chairs=numbered["all_chairs"],
            met={frozenset((ids[a], ids[b])): Met(times=times, last=last) for a, b, times, last in numbered["met"]},
            left_out={ids[n]: times for n, times in numbered["left_out"]},
            out_last=frozenset(ids[n] for n in numbered["out_last"]),
            apart=frozenset(frozenset((ids[a], ids[b])) for a, b in numbered["apart"]),
        ),
        shape=Shape(numbered["shape"]),
    )


def _draw(given: ToDraw) -> dict[str, Any]:
    """In the child."""
    found = draw(given.people, given.past, given.shape)
    return {
        "groups": [[each.int for each in group] for group in found.groups],
        "left_out": [(member.int, why) for member, why in found.left_out.items()],
    }


if __name__ == "__main__":
    run_anywhere()
    os.nice(NICE)
    json.dump(_draw(_read(json.load(sys.stdin))), sys.stdout)
