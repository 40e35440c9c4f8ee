"""Ten weeks in four zones, over a change of the clocks: everything that anybody saw, when, word for word.

The story stands in ten_weeks.txt, one for both engines. When a change of it is meant, read what changes and write it
anew with `pytest -n 0 --inline-snapshot=fix tests/journeys/test_ten_weeks.py`.
"""

import asyncio
from dataclasses import dataclass
from typing import Final

import pytest
from inline_snapshot import external_file
from sqlalchemy import select, update

from bot.domain.turn import Turn
from storage.pairing import PAIRING
from storage.session import Session
from tests import engines
from tests.journeys import manners
from tests.journeys.diary import Diary, How, Line
from tests.journeys.ten_weeks import EARLY, FOR_PRIYA, LATE, PRIVATE, THE_EVE, beginning, tell

ENGINES: Final = ("sqlite", "postgresql")

PAINT: Final = "chat.update"


@dataclass(frozen=True)
class Told:
    """The story, and the pairings that a look failed on."""

    lines: tuple[Line, ...]
    text: str
    troubles: tuple[str, ...]


@pytest.fixture(scope="module", params=ENGINES)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Told once an engine, for all tests of what was seen."""
    with engines.migrated_database(request.param, tmp_path_factory.mktemp("story")) as url:
        return asyncio.run(_told(url))


async def _told(database_url: str) -> Told:
    async with beginning(database_url) as diary:
        await tell(diary)
        troubles = await diary.there.installation.bot.read(None, _troubles)
    return Told(lines=tuple(diary.lines), text=str(diary), troubles=troubles)


def _troubles(session: Session, turn: Turn) -> tuple[str, ...]:
    return tuple(session.execute(select(PAIRING.c.trouble).where(PAIRING.c.trouble != "")).scalars())


def test_everybody_sees_what_is_written_word_for_word(told: Told) -> None:
    assert told.text == external_file("ten_weeks.txt")


def test_no_look_at_a_pairing_fails(told: Told) -> None:
    assert told.troubles == ()


def test_nobody_is_written_to_outside_their_working_hours(told: Told) -> None:
    """But Inês: she and Hana share no hour, so their introduction comes in the morning of the mentee."""
    came = manners.arrivals(told.lines)

    assert len(came) > 100
    assert manners.at_a_bad_time(came) == ["Tue 29 Sep 01:05  Inês reads"]


def test_nobody_gets_two_unasked_messages_on_a_day(told: Told) -> None:
    unasked = manners.unasked(told.lines)

    assert len(unasked) > 80
    assert manners.second_on_a_day(unasked) == []


def test_nobody_is_reminded_more_than_twice_of_one_question(told: Told) -> None:
    reminders = manners.reminders(told.lines)

    assert len(reminders) > 10
    assert max(reminders.values()) == 2


def test_nobody_is_reminded_after_an_answer(told: Told) -> None:
    single = [line for line in told.lines if line.reader not in ("Ana", "Kiran")]

    assert manners.reminded_of_what_was_answered(single) == []


@pytest.mark.parametrize("words", PRIVATE)
def test_words_for_the_coordinator_are_read_by_her_alone(told: Told, words: str) -> None:
    readers = {(line.reader, line.how) for line in told.lines if words in line.words and line.how is not How.DOES}

    assert readers == {("Maria", How.OPENS)}


@pytest.mark.parametrize(("words", "reader"), [(FOR_PRIYA, "Priya"), (EARLY, "Inês"), (LATE, "Hana"), (THE_EVE, "Ana")])
def test_words_for_a_partner_reach_that_partner_and_nobody_else(told: Told, words: str, reader: str) -> None:
    readers = [line.reader for line in told.lines if words in line.words and line.how is not How.DOES]

    assert readers == [reader]


@pytest.mark.parametrize("engine", ENGINES)
def test_whatever_is_due_is_said_once_however_often_it_is_looked_at(
    engine: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with engines.migrated_database(engine, tmp_path_factory.mktemp("twice")) as url:
        looked_at, said_again = asyncio.run(_looked_at_twice(url))

    assert said_again == []
    assert looked_at > 500


async def _looked_at_twice(database_url: str) -> tuple[int, list[str]]:
    """At each due moment every pairing is looked at once more.

    How many looks that were, and what was said at once because of them. Messages that are painted then may be left
    from the first time, which paints no faster than Slack allows.
    """
    looked_at = 0
    said_again: list[str] = []

    async def once_more() -> None:
        nonlocal looked_at
        there = diary.there
        before = len(there.slack.calls)
        await there.installation.bot.write(None, _look_at_all_again)
        looked_at += await there.installation.tick()
        await there.now()
        calls = there.slack.calls[before:]
        said_again.extend(f"{there.clock.now()} {call.method}" for call in calls if call.method != PAINT)

    diary: Diary
    async with beginning(database_url, once_more) as diary:
        await tell(diary)
    return looked_at, said_again


def _look_at_all_again(session: Session, turn: Turn) -> None:
    session.execute(update(PAIRING).where(PAIRING.c.next_look_at.is_not(None)).values(next_look_at=turn.now))
