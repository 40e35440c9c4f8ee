"""The bot is killed at any instant while groups are formed: each gets one room, and nobody is forgotten."""

import asyncio
from collections import Counter
from functools import partial
from typing import Final

import pytest

from tests.survival import forming_story, remains
from tests.survival.points import At, stories
from tests.survival.telling import THIRDS, Mischief, Told, of_third, told
from tests.survival.test_survival import OF_FORMING

KILLED: Final = 24
STORIES: Final = 3
CALLS: Final = (
    "chat.postMessage",
    "chat.update",
    "conversations.create",
    "conversations.invite",
    "conversations.members",
    "users.info",
    "views.open",
    "views.update",
)


@pytest.fixture(scope="module")
def lived() -> Told:
    """The story as it goes when nothing happens to the bot."""
    return asyncio.run(told(tell=forming_story.tell))


@pytest.mark.parametrize("nth", range(STORIES))
async def test_killed_at_any_instant_each_group_gets_one_room(lived: Told, nth: int) -> None:
    chosen = stories(lived.counts, KILLED, runs=STORIES)[nth]

    found = await told(chosen=chosen, tell=forming_story.tell)

    assert len(set(map(str, chosen)) - set(found.deaths)) <= 1, found.deaths
    assert found.rooms == lived.rooms, found.deaths
    assert remains.differences(lived.remains, found.remains) == [], found.deaths


async def test_killed_on_postgresql_each_group_gets_one_room(lived: Told) -> None:
    chosen = stories(lived.counts, len(At), runs=1)[0]

    found = await told(engine="postgresql", chosen=chosen, tell=forming_story.tell)

    assert found.rooms == lived.rooms, found.deaths
    assert remains.differences(lived.remains, found.remains) == [], found.deaths


@pytest.mark.parametrize("kind", ["lost", "429"])
@pytest.mark.parametrize("nth", range(THIRDS))
async def test_a_call_for_forming_without_a_good_answer_leaves_no_trace(lived: Told, nth: int, kind: str) -> None:
    mischief = [Mischief(kind, method, partial(of_third, nth)) for method in CALLS]

    found = await told(mischief=mischief, tell=forming_story.tell)

    assert sum(len(each.done) for each in mischief) > 5
    assert found.rooms == lived.rooms, mischief
    assert remains.differences(lived.remains, found.remains) == [], mischief


def test_the_story_of_forming_has_much_to_lose(lived: Told) -> None:
    kinds = {kind for each in lived.remains.kinds.values() for kind in each}

    assert kinds >= OF_FORMING
    assert len(lived.rooms) == 2
    assert Counter(point.at for point in stories(lived.counts, KILLED, runs=1)[0]).keys() == set(At)
    assert lived.remains.unsettled == []
