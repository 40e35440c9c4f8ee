"""A rotation of nine over ten rounds, from September to February: everything that anybody saw, when, word for word.

The story stands in nine.txt, one for both engines. When a change of it is meant, read what changes and write it anew
with `pytest -n 0 --inline-snapshot=fix tests/journeys/test_nine.py`.
"""

import asyncio
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final
from uuid import NAMESPACE_URL, uuid5

import pytest
from inline_snapshot import external_file, snapshot
from sqlalchemy import select, update

from bot.domain.ids import MemberId
from bot.domain.rotation import Met, Past
from bot.domain.turn import Turn
from storage.groups import GROUP
from storage.session import Session
from tests import engines
from tests.domain.rotating import fewest_repeats
from tests.journeys import manners
from tests.journeys.diary import How, Line
from tests.journeys.nine import beginning, tell

ENGINES: Final = ("sqlite", "postgresql")
PAINT: Final = "chat.update"
MEETING: Final = re.compile(r"Hello (.*): this round of \*Coffees\* brings you together")


@dataclass(frozen=True)
class Told:
    """The story, and what a look failed on."""

    lines: tuple[Line, ...]
    text: str
    troubles: tuple[str, ...]


@pytest.fixture(scope="module", params=ENGINES)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Told once an engine, for all tests of what was seen."""
    with engines.migrated_database(request.param, tmp_path_factory.mktemp("nine")) as url:
        return asyncio.run(_told(url))


async def _told(database_url: str) -> Told:
    async with beginning(database_url) as story:
        await tell(story)
        troubles = await story.there.installation.bot.read(None, _troubles)
    return Told(lines=tuple(story.diary.lines), text=str(story.diary), troubles=troubles)


def _troubles(session: Session, turn: Turn) -> tuple[str, ...]:
    return tuple(session.execute(select(GROUP.c.trouble).where(GROUP.c.trouble != "")).scalars())


def round_of(line: Line) -> int:
    """An introduction may come on a later day, when all of them work."""
    return (line.local.date() - date(2026, 9, 21)).days // 14 + 1


def meetings(lines: tuple[Line, ...]) -> dict[int, list[frozenset[str]]]:
    """Who was introduced to whom, round by round."""
    found: dict[int, set[frozenset[str]]] = defaultdict(set)
    for line in lines:
        said = MEETING.search(line.words) if line.how is How.READS else None
        if said is not None:
            names = re.split(r", | and ", said[1])
            found[round_of(line)].add(frozenset(name.split()[0] for name in names))
    return {number: sorted(groups, key=sorted) for number, groups in found.items()}


def left_out(lines: tuple[Line, ...], number: int) -> list[str]:
    said = (line for line in lines if line.how is How.READS and "You are an odd number" in line.words)
    return [line.reader for line in said if round_of(line) == number]


def member(name: str) -> MemberId:
    return MemberId(uuid5(NAMESPACE_URL, name))


def test_everybody_sees_what_is_written_word_for_word(told: Told) -> None:
    assert told.text == external_file("nine.txt")


def test_no_look_at_the_rotation_fails(told: Told) -> None:
    assert told.troubles == ()


def test_nobody_repeats_before_they_must(told: Told) -> None:
    """Of all ways to pair those who took part in a round, none would have repeated less."""
    met: dict[frozenset[MemberId], Met] = {}
    out_last: frozenset[MemberId] = frozenset()
    repeats = []
    for number, groups in meetings(told.lines).items():
        out = frozenset(member(name) for name in left_out(told.lines, number))
        pairs = [frozenset(map(member, group)) for group in groups]
        people = sorted({each for pair in pairs for each in pair} | out)
        past = Past(number=number, chairs=10, met=met, out_last=out_last, apart=frozenset())
        repeats.append(sum(pair in met for pair in pairs))
        assert repeats[-1] == fewest_repeats(people, past), number
        met |= {pair: Met(times=1, last=number) for pair in pairs}
        out_last = out

    assert len(repeats) == 10
    assert repeats == snapshot([0, 0, 0, 0, 0, 0, 0, 0, 0, 2])


def test_nobody_is_left_out_twice_running(told: Told) -> None:
    out: dict[str, list[Line]] = defaultdict(list)
    for line in told.lines:
        if line.how is How.READS and "You are an odd number" in line.words:
            out[line.reader].append(line)

    assert len(out) >= 3
    for lines in out.values():
        for earlier, later in combinations(lines, 2):
            assert (later.at - earlier.at).days > 20


def test_nobody_is_written_to_outside_their_working_hours(told: Told) -> None:
    """But Hana: she and Ben share no hour, so their introduction comes in his. The card answers whoever began it."""
    came = [line for line in manners.arrivals(told.lines) if "[Join] [Leave]" not in line.words]

    assert len(came) > 200
    assert manners.at_a_bad_time(came) == ["Mon 02 Nov 21:30  Hana reads"]


def test_nobody_gets_two_unasked_messages_on_a_day(told: Told) -> None:
    unasked = manners.unasked(told.lines)

    assert len(unasked) > 150
    assert manners.second_on_a_day(unasked) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_whatever_is_due_is_said_once_however_often_it_is_looked_at(
    engine: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with engines.migrated_database(engine, tmp_path_factory.mktemp("twice")) as url:
        looked_at, said_again = asyncio.run(_looked_at_twice(url))

    assert said_again == []
    assert looked_at > 100


async def _looked_at_twice(database_url: str) -> tuple[int, list[str]]:
    """At each due moment the rotation is looked at once more: how often, and what was said at once because of it."""
    looked_at = 0
    said_again: list[str] = []

    async def once_more() -> None:
        nonlocal looked_at
        there = story.there
        before = len(there.slack.calls)
        await there.installation.bot.write(None, _look_at_all_again)
        looked_at += await there.installation.tick()
        await there.now()
        calls = there.slack.calls[before:]
        said_again.extend(f"{there.clock.now()} {call.method}" for call in calls if call.method != PAINT)

    async with beginning(database_url, once_more) as story:
        await tell(story)
    return looked_at, said_again


def _look_at_all_again(session: Session, turn: Turn) -> None:
    session.execute(update(GROUP).where(GROUP.c.next_look_at.is_not(None)).values(next_look_at=turn.now))
