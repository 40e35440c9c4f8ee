"""The bot is killed at any instant, its answers are lost, it is too fast: nobody is forgotten or nagged twice."""

from typing import Final

import pytest

from bot.domain.notice import NoticeKind
from tests.survival import remains
from tests.survival.points import At, evenly, stories
from tests.survival.telling import Mischief, Told, told

KILLED: Final = 54
STORIES: Final = 7
FAULTS: Final = 30
POSTS: Final = "chat.postMessage"


@pytest.mark.parametrize("nth", range(STORIES))
async def test_killed_at_any_instant_it_says_everything_once(undisturbed: Told, nth: int) -> None:
    chosen = stories(undisturbed.counts, KILLED, runs=STORIES)[nth]

    found = await told(chosen=chosen)

    assert sorted(found.deaths) == sorted(map(str, chosen))
    assert remains.differences(undisturbed.remains, found.remains) == [], found.deaths


async def test_killed_on_postgresql_it_leaves_no_lock_and_nothing_half_done(undisturbed: Told) -> None:
    chosen = stories(undisturbed.counts, len(At), runs=1)[0]

    found = await told(engine="postgresql", chosen=chosen)

    assert sorted(found.deaths) == sorted(map(str, chosen))
    assert remains.differences(undisturbed.remains, found.remains) == [], found.deaths


@pytest.mark.parametrize("kind", ["lost", "429"])
@pytest.mark.parametrize("nth", range(3))
async def test_a_send_without_a_good_answer_is_said_once(undisturbed: Told, nth: int, kind: str) -> None:
    mischief = Mischief(kind, POSTS, evenly(undisturbed.calls[POSTS], FAULTS)[nth::3])

    found = await told(mischief=[mischief])

    assert mischief.done == list(mischief.at)
    assert remains.differences(undisturbed.remains, found.remains) == [], mischief


@pytest.mark.parametrize("kind", ["lost", "429"])
async def test_a_lost_message_that_cannot_be_looked_for_at_once_is_looked_for_later(
    undisturbed: Told, kind: str
) -> None:
    lost = Mischief("lost", POSTS, evenly(undisturbed.calls[POSTS], 8))
    unseen = Mischief(kind, "conversations.history", range(1, 100, 2))

    found = await told(mischief=[lost, unseen])

    assert len(unseen.done) > 3
    assert remains.differences(undisturbed.remains, found.remains) == [], unseen


@pytest.mark.parametrize("kind", ["lost", "429"])
async def test_what_shows_changing_state_is_right_in_the_end(undisturbed: Told, kind: str) -> None:
    updates = Mischief(kind, "chat.update", evenly(undisturbed.calls["chat.update"], FAULTS))
    openings = Mischief(kind, "views.open", [1, 3])

    found = await told(mischief=[updates, openings])

    assert (len(updates.done), openings.done) == (FAULTS, [1, 3])
    assert remains.differences(undisturbed.remains, found.remains) == [], updates


def test_the_story_has_much_to_lose(undisturbed: Told) -> None:
    """And every kind of instant is among those at which it is killed."""
    kinds = {kind for each in undisturbed.remains.kinds.values() for kind in each}
    chosen = [point for each in stories(undisturbed.counts, KILLED, runs=STORIES) for point in each]

    assert kinds >= {
        NoticeKind.FIRST_WORD,
        NoticeKind.INTRODUCTION,
        NoticeKind.FIRST_MEETING,
        NoticeKind.PROMPT,
        NoticeKind.REMINDER,
        NoticeKind.WORDS,
        NoticeKind.TYPED,
        NoticeKind.LINE,
        NoticeKind.CASE,
    }
    assert {point.at for point in chosen} == set(At)
    assert len(chosen) >= 50
    assert undisturbed.calls[POSTS] >= FAULTS
    assert undisturbed.remains.unsettled == []
