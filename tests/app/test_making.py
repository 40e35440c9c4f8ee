"""Groups of many people are made one after the other, each in a short transaction, whatever happens in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from structlog.testing import capture_logs

from bot.app.errands import Errands
from bot.domain.draft_group import DraftState
from bot.domain.formation import FormationState
from bot.domain.ids import DraftId, FormationId
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Turn
from bot.services import formations, gathering, making, rooms
from bot.services.formations import FormationGiven
from storage.session import Session
from storage.tables import DraftGroup, Formation, FormationPlace, Member, Notice
from tests.concurrency.replicas import Replicas, Roomless, csv_of, person, replicas


async def approved(there: Replicas, people: int) -> FormationId:
    """Groups of four of so many people are proposed, and Maria has them made."""
    there.bring(csv_of([("U0MAX", "U0MIA")]))
    bot, maria = there.one.bot, there.caller("U0MARIA")
    listed = {f"U0P{n:03}": person(f"U0P{n:03}") for n in range(people)}
    given = FormationGiven(
        form="V1",
        people=tuple(listed),
        channel="",
        into=None,
        name="Writers",
        size=4,
        questions="What moved?",
        rhythm=Rhythm.WEEKLY,
        first_on=(there.clock.now() + timedelta(days=14)).date(),
        opens_at=time(10),
        like=None,
    )
    await bot.do(formations.start, maria, given, None)
    formation = FormationId(there.rows(Formation)[0]["id"])
    await bot.write(there.workspace, partial(gathering.looked_up, id=formation, people=listed))
    (asked,) = await bot.read(there.workspace, partial(gathering.due, limit=1))
    worked = await bot.read(there.workspace, partial(gathering.work_out, found=asked.formation))
    await bot.write(there.workspace, partial(gathering.proposed, id=formation, worked=worked))
    await bot.do(making.make, maria, formation, await bot.ask(making.ready, maria, formation))
    return formation


@contextmanager
def rows_of_each_transaction() -> Iterator[list[int]]:
    """How many rows each statement-by-statement transaction named, in their order."""
    counted = [0]

    def begins(connection: Any) -> None:
        counted.append(0)

    def counts(connection: Any, cursor: Any, statement: Any, parameters: Any, context: Any, many: bool) -> None:
        counted[-1] += len(parameters) if many else 1

    event.listen(Engine, "begin", begins)
    event.listen(Engine, "before_cursor_execute", counts)
    try:
        yield counted
    finally:
        event.remove(Engine, "begin", begins)
        event.remove(Engine, "before_cursor_execute", counts)


@pytest.mark.parametrize("people", [16, 160])
async def test_no_transaction_grows_with_the_number_of_people(database_url: str, people: int) -> None:
    with replicas(database_url) as there:
        await approved(there, people)
        with rows_of_each_transaction() as counted:
            await Errands(there.one.bot, Roomless()).run(there.workspace)

        assert max(counted) < 90
        drafts = there.rows(DraftGroup)
        assert {each["state"] for each in drafts} == {DraftState.WAITING}
        assert len(drafts) == people // 4


async def test_what_is_left_after_a_stop_between_two_groups_is_made_and_nobody_is_greeted_twice(
    database_url: str,
) -> None:
    with replicas(database_url) as there:
        formation = await approved(there, 16)
        first, *_ = await there.one.bot.read(there.workspace, making.due)
        for _ in range(2):
            await there.one.bot.write(there.workspace, partial(making.make_one, id=first))
        assert [each["state"] for each in there.rows(DraftGroup)].count(DraftState.WAITING) == 1

        await Errands(there.two.bot, Roomless()).run(there.workspace)

        assert {each["state"] for each in there.rows(DraftGroup)} == {DraftState.WAITING}
        assert {each["state"] for each in there.rows(Formation)} == {FormationState.MADE}
        listed = [each["member_id"] for each in there.rows(FormationPlace, formation_id=formation)]
        greeted = [each["member_id"] for each in there.rows(Notice, kind="first_word")]
        assert set(listed) <= {each["id"] for each in there.rows(Member)}
        assert sorted(each for each in greeted if each in listed) == sorted(listed)


async def test_a_group_whose_making_fails_waits_and_holds_up_no_other(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with replicas(database_url) as there:
        await approved(there, 16)
        first, *_ = await there.one.bot.read(there.workspace, making.due)
        greet = making.make_one

        def fails(session: Session, turn: Turn, id: DraftId) -> None:
            if id == first:
                raise ArithmeticError
            greet(session, turn, id)

        with monkeypatch.context() as broken, capture_logs() as logged:
            broken.setattr(making, "make_one", fails)
            await Errands(there.one.bot, Roomless()).run(there.workspace)

        assert [each["event"] for each in logged if each["log_level"] == "error"] == ["group.failed"]
        states = {each["id"]: each["state"] for each in there.rows(DraftGroup)}
        assert [id for id, state in states.items() if state is DraftState.PROPOSED] == [first]
        there.clock.move_to(there.clock.now() + making.PUT_OFF)
        await Errands(there.one.bot, Roomless()).run(there.workspace)
        assert {each["state"] for each in there.rows(DraftGroup)} == {DraftState.WAITING}


async def test_rooms_of_many_groups_are_put_off_one_by_one(database_url: str) -> None:
    with replicas(database_url) as there:
        await approved(there, 160)
        bot = there.one.bot
        while due := await bot.read(there.workspace, making.due):
            for each in due:
                await bot.write(there.workspace, partial(making.make_one, id=each))
        assert len(await bot.read(there.workspace, rooms.due)) == 40
        with rows_of_each_transaction() as counted:
            await Errands(bot, Roomless()).run(there.workspace)

        assert max(counted) < 90
        assert await bot.read(there.workspace, rooms.due) == []
