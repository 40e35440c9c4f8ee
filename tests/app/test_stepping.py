"""Work in steps: a rotation of some dozens whose round opens, as the ticker does it."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Final

import pytest
from structlog.testing import capture_logs

from bot.app import stepping
from bot.app.drawing import SMALL, DrawingFailed
from bot.app.ticker import tick
from bot.domain.ids import GroupId
from bot.domain.rotation import Drawn
from bot.services import rotation, rotation_members
from bot.services.rotation_look import SET_ASIDE, ToDraw
from bot.ticks import TICKS, Stepwise
from storage.tables import Encounter, Group, Notice, RotationSeat
from tests.concurrency.replicas import MONDAY, Replicas, csv_of, person, replicas
from tests.concurrency.test_rotation import VENUE, given

FIRST: Final = date(2026, 9, 21)
OPENS: Final = datetime(2026, 9, 21, 9, 30, tzinfo=MONDAY.tzinfo)
ROTATIONS: Final = next(work for work in TICKS if isinstance(work, Stepwise))
PEOPLE: Final = tuple(f"U0P{n:02}" for n in range(SMALL + 5))


async def begun(there: Replicas) -> GroupId:
    there.bring(csv_of([("U0M", "U0E")]))
    await there.one.bot.do(rotation.start, there.caller("U0MARIA"), given(FIRST), VENUE, {})
    group = GroupId(there.rows(Group)[0]["id"])
    for each in PEOPLE:
        await there.one.bot.do(rotation_members.join, there.caller(each), group, person(each))
    return group


async def test_a_large_round_opens_with_everybody_in_it_once(database_url: str) -> None:
    with replicas(database_url) as there:
        await begun(there)
        await tick(there.one.bot, ROTATIONS)
        there.clock.move_to(OPENS)

        await tick(there.one.bot, ROTATIONS)

        seats = there.rows(RotationSeat)
        together = Counter(row["encounter_id"] for row in seats if row["encounter_id"] is not None)
        assert len(seats) == len(PEOPLE)
        assert set(together.values()) == {2}
        assert len(together) == len(there.rows(Encounter)) == len(PEOPLE) // 2
        subjects = {row["subject_id"] for row in there.rows(Notice, kind="rotation_meeting")}
        assert subjects == {row["id"] for row in there.rows(Encounter)}


async def test_a_rotation_whose_draw_fails_waits_an_hour_and_says_why(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(asked: ToDraw) -> Drawn:
        raise DrawingFailed(f"{len(asked.people)} people")

    with replicas(database_url) as there:
        await begun(there)
        await tick(there.one.bot, ROTATIONS)
        there.clock.move_to(OPENS)
        with monkeypatch.context() as broken, capture_logs() as logged:
            broken.setattr(stepping, "drawn", fails)
            await tick(there.one.bot, ROTATIONS)

        assert [(each["event"], each["error"]) for each in logged] == [("tick.set_aside", "DrawingFailed")]
        (group,) = there.rows(Group)
        assert group["next_look_at"] == OPENS + SET_ASIDE
        assert group["trouble"].startswith("DrawingFailed ")
        assert there.rows(Encounter) == []
        there.clock.move_to(OPENS + SET_ASIDE + timedelta(minutes=1))
        await tick(there.one.bot, ROTATIONS)
        assert len(there.rows(Encounter)) == len(PEOPLE) // 2
