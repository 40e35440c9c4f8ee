"""Clocks and calendars of a group: summer time, holidays, and members who live elsewhere."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any, Final

from bot.domain.calendar import zone
from playground.model import Conversation
from playground.people import Person
from playground.seen import Seen
from tests.journeys.writers import channel_of, joins, office, starts
from tests.stage import Stage

ZONES: Final = {"Ana": "Europe/London", "Ben": "America/New_York", "Cleo": "Asia/Tokyo", "Dan": "Pacific/Auckland"}
NAMES: Final = tuple(ZONES)
OFFICE: Final = (time(9), time(17))


async def started(there: Stage, **changes: Any) -> Conversation:
    channel = channel_of(there, NAMES)
    await starts(there, channel, **changes)
    await joins(there, channel, *NAMES)
    return channel


def opened(there: Stage, channel: Conversation, reader: str) -> list[str]:
    """When rounds were opened, by the clock of a zone."""
    found = [each for each in there["Ana"].messages(channel.id) if "Each round asks" in each.plain][1:]
    return [f"{at(each, reader):%a %d %b %H:%M}" for each in found]


def at(seen: Seen, where: str) -> datetime:
    return datetime.fromtimestamp(float(seen.ts), UTC).astimezone(zone(where))


def in_private(person: Person) -> list[Seen]:
    return [each for each in person.messages(person.dm) if each.author != person.id]


def outside_their_hours(there: Stage, zones: Mapping[str, str]) -> list[str]:
    """What came to somebody at night or on a weekend, with when that was."""
    return [
        f"{name} {moment:%a %d %b %H:%M} {seen.plain[:40]}"
        for name, where in zones.items()
        for seen in in_private(there[name])
        for moment in [at(seen, where)]
        if moment.weekday() > 4 or not OFFICE[0] <= moment.time() <= OFFICE[1]
    ]


async def test_a_group_in_another_zone_keeps_its_hour_over_both_changes_and_nobody_is_written_to_at_night(
    database_url: str,
) -> None:
    """New York leaves summer time on 1 November, London did on 25 October: for a week they are four hours apart.

    The last round closes on Monday 16 November, since the 11th is a holiday there.
    """
    async with office(database_url, *NAMES, zones=ZONES) as there:
        where = "America/New_York"
        channel = await started(there, **{"First round": "2026-10-20", "At": "10:00", "Time zone of the group": where})

        await there.until(datetime(2026, 11, 16, 16, tzinfo=UTC))

        assert opened(there, channel, where) == [
            "Tue 20 Oct 10:00",
            "Tue 27 Oct 10:00",
            "Tue 03 Nov 10:00",
            "Tue 10 Nov 10:00",
        ]
        assert opened(there, channel, "Europe/London") == [
            "Tue 20 Oct 15:00",
            "Tue 27 Oct 14:00",
            "Tue 03 Nov 15:00",
            "Tue 10 Nov 15:00",
        ]
        assert outside_their_hours(there, ZONES) == []
        told = {name: [each.plain for each in in_private(there[name])] for name in NAMES}
        assert {name: sum("You led the round" in each for each in told[name]) for name in NAMES} == dict.fromkeys(
            NAMES, 1
        )
        asked = {name: sum("This round of *Writers* is settled." in each for each in told[name]) for name in NAMES}
        assert asked == dict.fromkeys(NAMES, 3)


async def test_a_round_on_the_groups_holiday_waits_for_the_next_working_day_and_the_next_keeps_its_day(
    database_url: str,
) -> None:
    """Thanksgiving is 26 November, a Thursday; the members' own holidays move no round."""
    async with office(database_url, *NAMES, zones=ZONES) as there:
        where = "America/New_York"
        channel = await started(there, **{"First round": "2026-11-19", "At": "10:00", "Time zone of the group": where})

        await there.until(datetime(2026, 12, 5, tzinfo=UTC))

        assert opened(there, channel, where) == ["Thu 19 Nov 10:00", "Fri 27 Nov 10:00", "Thu 03 Dec 10:00"]
        assert outside_their_hours(there, ZONES) == []
        assert [f"{at(each, where):%d %b}" for each in in_private(there["Ben"]) if at(each, where).day == 26] == []
