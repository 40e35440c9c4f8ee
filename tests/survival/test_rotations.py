"""The bot is killed at any instant of a rotation's life, and its answers are lost: nobody is introduced twice anew."""

import asyncio
from collections import Counter
from functools import partial
from typing import Final

import pytest

from tests.survival import remains, rotation_story
from tests.survival.points import At, stories
from tests.survival.telling import THIRDS, Mischief, Told, of_third, told
from tests.survival.test_survival import OF_ROTATIONS

KILLED: Final = 24
STORIES: Final = 3
CALLS: Final = ("chat.postMessage", "chat.update", "conversations.info", "conversations.open", "views.open")


@pytest.fixture(scope="module")
def lived() -> Told:
    """The story as it goes when nothing happens to the bot."""
    return asyncio.run(told(tell=rotation_story.tell))


@pytest.mark.parametrize("nth", range(STORIES))
async def test_killed_at_any_instant_a_rotation_says_everything_once(lived: Told, nth: int) -> None:
    chosen = stories(lived.counts, KILLED, runs=STORIES)[nth]

    found = await told(chosen=chosen, tell=rotation_story.tell)

    assert len(set(map(str, chosen)) - set(found.deaths)) <= 1, found.deaths
    assert remains.differences(lived.remains, found.remains) == [], found.deaths


@pytest.mark.parametrize("nth", range(len(At)))
async def test_killed_on_postgresql_a_rotation_is_left_whole(lived: Told, nth: int) -> None:
    """By one death a life: an introduction that is lost twice is left to the coordinator, and of several deaths two
    may come to the same one.
    """
    chosen = stories(lived.counts, len(At), runs=1)[0][nth : nth + 1]

    found = await told(engine="postgresql", chosen=chosen, tell=rotation_story.tell)

    assert remains.differences(lived.remains, found.remains) == [], found.deaths


@pytest.mark.parametrize("kind", ["lost", "429"])
@pytest.mark.parametrize("nth", range(THIRDS))
async def test_a_call_about_a_rotation_without_a_good_answer_leaves_no_trace(lived: Told, nth: int, kind: str) -> None:
    mischief = [Mischief(kind, method, partial(of_third, nth)) for method in CALLS]

    found = await told(mischief=mischief, tell=rotation_story.tell)

    assert sum(len(each.done) for each in mischief) > 5
    assert remains.differences(lived.remains, found.remains) == [], mischief


def test_the_story_of_a_rotation_has_much_to_lose(lived: Told) -> None:
    kinds = {kind for each in lived.remains.kinds.values() for kind in each}

    assert kinds >= OF_ROTATIONS, sorted(OF_ROTATIONS - kinds)
    assert Counter(point.at for point in stories(lived.counts, KILLED, runs=1)[0]).keys() == set(At)
    assert lived.remains.unsettled == []
