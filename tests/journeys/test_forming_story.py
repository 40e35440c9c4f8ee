"""Groups formed, begun, joined by newcomers and merged: everything that anybody saw, when, word for word.

The story stands in forming.txt, one for both engines. When a change of it is meant, read what changes and write it anew
with `pytest -n 0 --inline-snapshot=fix tests/journeys/test_forming_story.py`.
"""

import asyncio
import re
from dataclasses import dataclass
from typing import Final

import pytest
from inline_snapshot import external_file

from tests import engines
from tests.journeys.diary import How, Line
from tests.journeys.forming_story import PLANTED, beginning, on, tell
from tests.journeys.mentors import everything_kept

ENGINES: Final = ("sqlite", "postgresql")
PRIVATE: Final = re.compile(r"not to be put together|Cannot be reached|In no group")


@dataclass(frozen=True)
class Told:
    """The story, what the database holds at its end, and how many channels the bot made."""

    lines: tuple[Line, ...]
    text: str
    kept: str
    made: int


@pytest.fixture(scope="module", params=ENGINES)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Told once an engine, for all tests of what was seen."""
    with engines.migrated_database(request.param, tmp_path_factory.mktemp("forming")) as url:
        return asyncio.run(_told(url))


async def _told(database_url: str) -> Told:
    async with beginning(database_url) as (diary, channel):
        await tell(diary, channel)
        made = [each for each in diary.there.slack.calls if each.method == "conversations.create" and each.answer["ok"]]
    text = re.sub(r"case [0-9A-Z]{5}\b", "case CODE", str(diary))
    return Told(lines=tuple(diary.lines), text=text, kept=everything_kept(database_url), made=len(made))


def test_everybody_sees_what_is_written_word_for_word(told: Told) -> None:
    assert told.text == external_file("forming.txt")


def test_nobody_but_maria_sees_anything_before_the_groups_are_made(told: Told) -> None:
    made = next(each.at for each in told.lines if each.words == "clicks [Make these groups]")
    before = {each.reader for each in told.lines if each.at < made and "Writers" in each.words}

    assert before == {"Maria"}


def test_who_is_kept_apart_and_who_is_left_out_is_told_to_nobody_but_maria(told: Told) -> None:
    assert {each.reader for each in told.lines if PRIVATE.search(each.words)} == {"Maria"}


def test_eve_and_finn_are_never_in_one_group(told: Told) -> None:
    """One of them said that the other is not a fit: none of the rooms is opened for both."""
    together = [
        each
        for each in told.lines
        if each.at < on("10-20") and "thinks that you could help each other" in each.words
        if "Eve Martin" in each.words and "Finn Olsen" in each.words
    ]

    assert together == []


def test_words_outside_of_the_rounds_are_nowhere(told: Told) -> None:
    assert PLANTED not in told.kept
    assert "Chapter one is sent." not in told.kept
    assert {each.reader for each in told.lines if PLANTED in each.words and each.how is How.READS} >= {"Maria"}


def test_each_group_has_one_room(told: Told) -> None:
    assert told.made == 2
