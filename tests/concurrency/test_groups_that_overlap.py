"""Groups of the same people are changed at the same moment from two sides: nobody waits for who waits for them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any, Final

import pytest

from bot.app import many_writers
from bot.domain.ids import GroupId, RoundId
from bot.domain.refusals import Refused
from bot.domain.sayings import Place
from bot.domain.turn import Turn
from bot.services import group_members, groups, home, round_words, rounds
from storage import groups as stored
from storage import rounds as stored_rounds
from storage.session import Session
from storage.tables import Membership
from tests.concurrency.replicas import Replica, Replicas, csv_of, person, replicas
from tests.services.gatherings import CHANNEL, GIVEN

PEOPLE: Final = ("U0ANA", "U0BEN", "U0CLEO", "U0DAN")
TIMES: Final = 60


@dataclass(frozen=True, kw_only=True)
class Circle:
    """One of two groups of the same four, all of whom have opened their Home; its first round is open."""

    there: Replicas
    group: GroupId
    round: RoundId


async def goes_and_comes(by: Replica, of: Circle, who: str) -> None:
    await by.bot.do(group_members.leave, of.there.caller(who), of.group)
    await by.bot.do(group_members.join, of.there.caller(who), of.group, person(who))


async def is_looked_at(by: Replica, of: Circle, who: str) -> None:
    def work(session: Session, turn: Turn) -> None:
        stored.lock(session, [of.group])
        rounds.look(session, turn, [of.group])

    await by.bot.write(of.there.workspace, work)


Act = Callable[[Replica, Circle, str], Awaitable[Any]]
ACTS: Final[tuple[Act, ...]] = (
    goes_and_comes,
    goes_and_comes,
    lambda by, of, who: by.bot.do(round_words.here_now, of.there.caller(who), of.round),
    is_looked_at,
)


async def test_groups_of_the_same_people_are_changed_side_by_side_without_a_deadlock(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadlocks = []
    is_deadlock = many_writers.is_deadlock

    def counted(error: Any) -> bool:
        deadlocks.append(str(error))
        return is_deadlock(error)

    monkeypatch.setattr(many_writers, "is_deadlock", counted)
    dice, done = Random(7), list[Any]()
    with replicas(database_url) as there:
        circles = await _circles(there)
        for _ in range(TIMES if database_url.startswith("postgresql") else 5):
            people = dice.sample(PEOPLE, 4)
            acts = [
                dice.choice(ACTS)(by, of, who)
                for who, (of, by) in zip(
                    people, ((of, by) for of in circles for by in (there.one, there.two)), strict=True
                )
            ]
            done += await asyncio.gather(*acts, return_exceptions=True)

        assert [each for each in done if isinstance(each, BaseException) and not isinstance(each, Refused)] == []
        assert deadlocks == []
        assert [each["state"] for each in there.rows(Membership)] == ["joined"] * 2 * len(PEOPLE)


async def _circles(there: Replicas) -> list[Circle]:
    there.bring(csv_of([("U0MAX", "U0MIA")]))
    circles = [await there.write(partial(_circle, there=there, n=n)) for n in range(2)]
    for each in ("U0MARIA", "U0TOM", *PEOPLE):
        await there.one.bot.do(home.opened, there.caller(each))
    there.clock.move_to(there.clock.now() + timedelta(hours=3))
    return circles


def _circle(session: Session, turn: Turn, *, there: Replicas, n: int) -> Circle:
    channel = replace(CHANNEL, id=f"C0WRITERS{n}")
    form = replace(GIVEN, name=f"Writers {n}", next_on=turn.now.date() + timedelta(days=2))
    group = groups.start(session, there.caller("U0MARIA"), turn, form, channel, {}).face.group
    for each in PEOPLE:
        group_members.join(session, there.caller(each), turn, group, person(each))
    rounds.look(session, turn, [group])
    (round,) = stored_rounds.latest(session, [group], 9)[group]
    rounds.opened(session, turn, round.id, Place(conversation=channel.id, stamp=f"{n}.0"))
    return Circle(there=there, group=group, round=round.id)
