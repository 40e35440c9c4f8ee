"""A group of six over eight rounds: everything that anybody saw, when, word for word.

The story stands in eight_rounds.txt, one for both engines. When a change of it is meant, read what changes and write it
anew with `pytest -n 0 --inline-snapshot=fix tests/journeys/test_eight_rounds.py`.
"""

import asyncio
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

import pytest
from inline_snapshot import external_file

from tests import engines
from tests.journeys.diary import How, Line
from tests.journeys.eight_rounds import FOR_WHOEVER_LEADS, PLANTED, beginning, tell
from tests.journeys.mentors import everything_kept

ENGINES: Final = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Told:
    """The story, what the database holds at its end, and when the bot spoke in the channel."""

    lines: tuple[Line, ...]
    text: str
    kept: str
    spoken: Counter[str]


@pytest.fixture(scope="module", params=ENGINES)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Told once an engine, for all tests of what was seen."""
    with engines.migrated_database(request.param, tmp_path_factory.mktemp("story")) as url:
        return asyncio.run(_told(url))


async def _told(database_url: str) -> Told:
    async with beginning(database_url) as (diary, channel):
        await tell(diary, channel)
        bot = diary.there.slack.bot_user_id
        said = [each for each in diary.there["Gus"].messages(channel.id) if each.author == bot and not each.ephemeral]
        spoken = Counter(str(int(float(each.ts)) // 86400) for each in said)
    lines = tuple(diary.lines)
    return Told(lines=lines, text=without_codes(str(diary)), kept=everything_kept(database_url), spoken=spoken)


def without_codes(text: str) -> str:
    return re.sub(r"case [0-9A-Z]{5}\b", "case CODE", text)


def test_everybody_sees_what_is_written_word_for_word(told: Told) -> None:
    assert told.text == external_file("eight_rounds.txt")


def test_the_bot_spoke_in_the_channel_once_a_day_but_for_what_was_asked(told: Told) -> None:
    """The end of the group was asked for on the day of the last digest."""
    assert sum(told.spoken.values()) == 16
    assert sorted(told.spoken.values())[-2:] == [1, 2]


def test_words_outside_of_the_rounds_are_nowhere(told: Told) -> None:
    assert PLANTED not in told.kept


def test_words_for_whoever_leads_were_seen_by_nobody_else(told: Told) -> None:
    seen_by = {line.reader for line in told.lines if line.how is not How.DOES and FOR_WHOEVER_LEADS in line.words}

    assert seen_by == {"Ana"}
    assert FOR_WHOEVER_LEADS not in told.kept
