"""What people see when Slack, the line or the bot itself fails in the middle of saying something."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Final

import pytest

from playground.refusals import OperationTimeout
from tests.journeys.diary import Diary, How, at
from tests.stage import stage
from tests.waiting import eventually

LISBON: Final = "Europe/Lisbon"
POST: Final = "chat.postMessage"
QUESTION: Final = "Time for your check-in."
WELCOME: Final = "welcome to"


def on(day: int, hour: str) -> datetime:
    """A moment in Lisbon in October 2026; day 0 is 30 September."""
    return at(date.fromordinal(date(2026, 9, 30).toordinal() + day), hour, LISBON)


@asynccontextmanager
async def a_pair(database_url: str) -> AsyncIterator[Diary]:
    """Ana and Ben, to meet weekly, on Wednesday 30 September before anybody works. Tuesday the 6th they are asked."""
    people = dict.fromkeys(("Maria Santos", "Tom Okafor", "Ana Pereira", "Ben Carter"), LISBON)
    async with stage(database_url, start=on(0, "08:00"), people=people) as there:
        rows = f"mentor,mentee,rhythm\n{there['Ana'].id},{there['Ben'].id},weekly\n"
        await there.bring(rows, coordinator="Maria", backup="Tom")
        yield Diary(there)


def sightings(diary: Diary, words: str) -> list[str]:
    """Who read a message with these words, and when."""
    return sorted(
        f"{line.local:%a %d %b %H:%M} {line.reader}"
        for line in diary.lines
        if line.how is How.READS and words in line.words
    )


async def test_a_message_that_comes_too_fast_for_slack_waits_as_long_as_slack_says(database_url: str) -> None:
    async with a_pair(database_url) as diary:
        await diary.until(on(6, "09:59"))
        diary.there.slack.faults.add("429", POST, times=2, retry_after=120)

        await diary.until(on(6, "11:00"))

        assert sightings(diary, QUESTION) == ["Tue 06 Oct 10:02 Ana", "Tue 06 Oct 10:02 Ben"]


async def test_a_message_that_slack_did_not_take_is_said_a_minute_later(database_url: str) -> None:
    async with a_pair(database_url) as diary:
        await diary.until(on(6, "09:59"))
        diary.there.slack.faults.add("500", POST)

        await diary.until(on(6, "11:00"))

        came = sightings(diary, QUESTION)
        assert [each[:16] for each in came] == ["Tue 06 Oct 10:00", "Tue 06 Oct 10:01"]
        assert {each[17:] for each in came} == {"Ana", "Ben"}


async def test_a_message_whose_answer_was_lost_is_found_again_and_said_once(database_url: str) -> None:
    async with a_pair(database_url) as diary:
        await diary.until(on(6, "09:59"))
        diary.there.slack.faults.add("lost", POST, times=2)

        await diary.until(on(6, "10:30"))
        await diary.clicks("Ana", "We met")
        await diary.until(on(9, "17:00"))

        assert sightings(diary, QUESTION) == ["Tue 06 Oct 10:00 Ana", "Tue 06 Oct 10:00 Ben"]
        assert "With Ben Carter: *we met*. Saved." in diary.there["Ana"].messages()[-1].plain
        assert sightings(diary, "reminder") == ["Fri 09 Oct 10:00 Ben", "Wed 07 Oct 10:00 Ben"]


@pytest.mark.parametrize("times", [1, 5])
async def test_an_introduction_whose_answer_was_lost_is_said_twice_at_most(database_url: str, times: int) -> None:
    async with a_pair(database_url) as diary:
        await diary.until(on(0, "17:00"))
        diary.there.slack.faults.add("lost", POST, times=times)

        await diary.until(on(1, "17:00"))
        diary.there.slack.faults.clear()
        await diary.until(on(6, "17:00"))

        assert sightings(diary, WELCOME) == [
            "Thu 01 Oct 09:20 Ana",
            "Thu 01 Oct 09:20 Ben",
            "Thu 01 Oct 09:21 Ana",
            "Thu 01 Oct 09:21 Ben",
        ]
        assert sightings(diary, QUESTION) == ["Tue 06 Oct 10:00 Ana", "Tue 06 Oct 10:00 Ben"]


async def test_words_that_came_over_a_line_that_broke_are_kept_once(database_url: str) -> None:
    async with a_pair(database_url) as diary:
        await diary.until(on(6, "10:30"))
        diary.there.slack.faults.add("cut_socket")

        await diary.types("Ana", "We talked for an hour.")
        await eventually(lambda: diary.there.slack.connections > 0)
        await diary.until(on(6, "11:00"))

        assert sightings(diary, "Saved for your check-in with Ben Carter.") == ["Tue 06 Oct 10:30 Ana"]


async def test_a_click_over_a_line_that_broke_is_kept_and_shown_as_soon_as_there_is_a_line(database_url: str) -> None:
    async with a_pair(database_url) as diary:
        await diary.until(on(6, "10:30"))
        diary.there.slack.faults.add("cut_socket")

        with pytest.raises(OperationTimeout):
            await diary.clicks("Ana", "We met")
        await eventually(lambda: diary.there.slack.connections > 0)
        await diary.there.now()

        assert "With Ben Carter: *we met*. Saved." in diary.there["Ana"].messages()[-1].plain
        assert sightings(diary, QUESTION) == ["Tue 06 Oct 10:00 Ana", "Tue 06 Oct 10:00 Ben"]


async def test_the_coordinator_hears_once_and_then_the_backup_of_somebody_whose_account_was_deactivated(
    database_url: str,
) -> None:
    async with a_pair(database_url) as diary:
        await diary.until(on(6, "12:00"))
        diary.there.slack.deactivate(diary.there["Ben"])
        await diary.there.now()

        await diary.until(on(20, "17:00"))

        assert sightings(diary, "Ben Carter cannot be reached") == ["Fri 09 Oct 10:00 Tom", "Tue 06 Oct 12:00 Maria"]
        assert not [line for line in sightings(diary, QUESTION) if line.endswith("Ben") and line > "Tue 06 Oct 12"]


async def test_a_stopped_workspace_loses_nothing_and_is_served_again_after_a_restart(database_url: str) -> None:
    async with a_pair(database_url) as diary:
        await diary.until(on(6, "09:59"))
        diary.there.slack.faults.add("error:token_revoked", POST, times=2)

        await diary.until(on(6, "13:00"))
        before = sightings(diary, QUESTION)
        await diary.there.restart()
        await diary.until(on(6, "14:00"))

        assert before == []
        assert sightings(diary, QUESTION) == ["Tue 06 Oct 13:00 Ana", "Tue 06 Oct 13:00 Ben"]
