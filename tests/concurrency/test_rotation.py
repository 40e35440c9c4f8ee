"""A rotation that two processes look at, and that people join and leave, at the same moments."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final

from bot.domain.groups import Joining, Room
from bot.domain.ids import GroupId, RoundId
from bot.domain.notice import NoticeKind, NoticeState
from bot.domain.refusals import Refused
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import Shape
from bot.ports import Venue
from bot.services import rotation, rotation_members
from bot.services.rotation import RotationGiven
from storage.tables import Chair, Encounter, Group, Membership, Notice, RotationSeat, Round
from tests.concurrency.replicas import MONDAY, Replicas, csv_of, person, replicas

VENUE: Final = Venue(id="C1", name="coffees", room=Room.PRIVATE, readers=40, seen=True, inside=True)
FIRST: Final = (MONDAY + timedelta(days=14)).date()
PEOPLE: Final = tuple(f"U0P{n:02}" for n in range(21))


def given(first: date) -> RotationGiven:
    return RotationGiven(
        name="Coffees",
        shape=Shape.PAIRS,
        rhythm=Rhythm.WEEKLY,
        next_on=first,
        opens_at=time(10),
        zone="Europe/Lisbon",
        joining=Joining.ANYBODY,
        invited=(),
        like=None,
        paused_until=None,
    )


async def begun(there: Replicas) -> GroupId:
    there.bring(csv_of([("U0M", "U0E")]))
    await there.one.bot.do(rotation.start, there.caller("U0MARIA"), given(FIRST), VENUE, {})
    return GroupId(there.rows(Group)[0]["id"])


async def joins(there: Replicas, group: GroupId, *people: str) -> None:
    """Everybody twice, once on each replica, all at once."""
    await asyncio.gather(
        *(
            by.bot.do(rotation_members.join, there.caller(each), group, person(each))
            for each in people
            for by in (there.one, there.two)
        )
    )


async def test_everybody_who_joins_at_once_has_one_place_and_a_chair_of_their_own(database_url: str) -> None:
    with replicas(database_url) as there:
        group = await begun(there)

        await joins(there, group, *PEOPLE)

        assert len(there.rows(Membership)) == len(PEOPLE)
        assert sorted(row["number"] for row in there.rows(Chair)) == list(range(len(PEOPLE)))


async def test_two_processes_open_a_round_once_and_say_everything_once(database_url: str) -> None:
    with replicas(database_url) as there:
        group = await begun(there)
        await joins(there, group, *PEOPLE)

        await there.live_until(datetime.combine(FIRST, time(18), MONDAY.tzinfo) + timedelta(days=15))

        rounds = [row for row in there.rows(Round) if row["opened_at"] is not None]
        assert len(rounds) >= 3
        for each in rounds:
            seats = there.rows(RotationSeat, round_id=each["id"])
            together = Counter(row["encounter_id"] for row in seats if row["encounter_id"] is not None)
            assert len(seats) == len(PEOPLE)
            assert set(together.values()) == {2}
            assert sum(row["left_out"] is not None for row in seats) == 1
        said = Counter(there.hall.notices())
        assert set(said.values()) == {1}
        meetings = there.rows(Notice, kind=NoticeKind.ROTATION_MEETING)
        assert {row["state"] for row in meetings} == {NoticeState.SENT}
        assert len(meetings) == len(there.rows(Encounter)) == 10 * len(rounds)


async def test_skips_and_the_opening_at_one_moment_leave_nobody_with_a_partner_who_skips(database_url: str) -> None:
    with replicas(database_url) as there:
        group = await begun(there)
        await joins(there, group, *PEOPLE)
        opens = datetime.combine(FIRST, time(9), MONDAY.tzinfo)
        await there.live_until(opens - timedelta(minutes=1))
        round = RoundId(there.rows(Round)[0]["id"])
        there.clock.move_to(max(opens, there.rows(Round)[0]["opens_at"]))

        await asyncio.gather(
            there.one.settle(),
            *(
                _tries(partial(by.bot.do, rotation_members.skip, there.caller(each), round, True))
                for each in PEOPLE[:7]
                for by in (there.one, there.two)
            ),
        )
        await there.one.settle()

        seats = there.rows(RotationSeat, round_id=round)
        assert [row for row in seats if row["skipped_at"] is not None and row["encounter_id"] is not None] == []
        assert len([row for row in seats if row["encounter_id"] is not None]) >= len(PEOPLE) - 8


async def _tries(doing: Callable[[], Awaitable[object]]) -> None:
    """Too late is no error."""
    with suppress(Refused):
        await doing()
