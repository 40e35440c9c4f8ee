"""Three days without the bot, in the middle of a week's check-ins: what people see when it is back."""

from collections import Counter
from datetime import date, datetime

import pytest

from tests.journeys import manners
from tests.journeys.diary import Diary, Line, at
from tests.journeys.ten_weeks import LISBON, beginning, first_words, introductions


def on(day: int, hour: str) -> datetime:
    """A moment in Lisbon in October 2026."""
    return at(date(2026, 10, day), hour, LISBON)


async def after_an_outage(diary: Diary, began: datetime, ended: datetime, until: datetime) -> list[Line]:
    """What came unasked once the bot was back."""
    await first_words(diary)
    await introductions(diary)
    await diary.until(began)
    seen = len(diary.lines)
    await diary.outage(ended)
    await diary.until(until)
    return manners.unasked(diary.lines[seen:])


@pytest.mark.parametrize(
    ("began", "ended"),
    [
        pytest.param(on(6, "00:10"), on(9, "02:00"), id="before anybody is asked"),
        pytest.param(on(13, "18:00"), on(16, "23:00"), id="before anybody is reminded"),
    ],
)
async def test_nobody_gets_a_burst_of_what_was_missed(database_url: str, began: datetime, ended: datetime) -> None:
    async with beginning(database_url) as diary:
        came = await after_an_outage(diary, began, ended, on(25, "00:00"))

    assert came
    assert manners.at_a_bad_time(came) == []
    assert manners.second_on_a_day(came) == []
    assert [line for line, times in Counter((line.reader, line.words) for line in came).items() if times > 1] == []


async def test_of_the_reminders_missed_only_the_last_is_said(database_url: str) -> None:
    async with beginning(database_url) as diary:
        came = await after_an_outage(diary, on(13, "18:00"), on(16, "23:00"), on(20, "08:00"))

    reminders = [line for line in came if manners.REMINDER.search(line.words)]
    assert sorted(line.reader for line in reminders) == ["Ana", "Ben", "Kiran", "Priya", "Yuki"]
    assert {"My last reminder" in line.words for line in reminders} == {True}
    assert {"A gentle reminder" in line.words for line in reminders} == {False}


async def test_who_was_not_asked_in_time_is_asked_when_the_bot_is_back(database_url: str) -> None:
    async with beginning(database_url) as diary:
        came = await after_an_outage(diary, on(6, "00:10"), on(8, "02:00"), on(9, "02:00"))

    asked = {f"{line.local:%a %d %b %H:%M} {line.reader}" for line in came if manners.FRESH in line.words}
    assert asked == {"Thu 08 Oct 09:00 Ana", "Thu 08 Oct 09:00 Ben"}
