"""The bot is killed at any instant, its answers are lost, it is too fast: nobody is forgotten or nagged twice."""

from collections import Counter
from functools import partial
from typing import Final

import pytest

from bot.domain.notice import NoticeKind
from tests.survival import remains
from tests.survival.points import At, stories
from tests.survival.telling import THIRDS, Mischief, Told, of_third, told

KILLED: Final = 54
STORIES: Final = 6
POSTS: Final = "chat.postMessage"
OF_FORMING: Final = {
    NoticeKind.FORMATION,
    NoticeKind.GROUP_FORMED,
    NoticeKind.GROUP_MERGED,
    NoticeKind.GROUP_GROWS,
}
OF_GROUPS: Final = {kind for kind in NoticeKind if kind.startswith(("group_", "round"))} - OF_FORMING
OF_ROTATIONS: Final = {kind for kind in NoticeKind if kind.startswith("rotation_")}
UNHEARD: Final = {NoticeKind.WITHDRAWN, NoticeKind.ENDED, NoticeKind.LONG_PAUSE} | OF_GROUPS | OF_FORMING | OF_ROTATIONS
"""Nobody refuses, ends it, or is away for months; groups, forming them, and rotations have stories of their own."""

CALLS: Final = (POSTS, "conversations.open", "chat.update", "views.open", "views.update", "views.publish")


@pytest.mark.parametrize("nth", range(STORIES))
async def test_killed_at_any_instant_it_says_everything_once(undisturbed: Told, nth: int) -> None:
    chosen = stories(undisturbed.counts, KILLED, runs=STORIES)[nth]

    found = await told(chosen=chosen)

    print(*found.deaths, sep="\n")  # noqa: T201  # the list of deaths is asked for
    assert sorted(found.deaths) == sorted(map(str, chosen))
    assert remains.differences(undisturbed.remains, found.remains) == [], found.deaths


async def test_killed_on_postgresql_it_leaves_no_lock_and_nothing_half_done(undisturbed: Told) -> None:
    chosen = stories(undisturbed.counts, len(At), runs=1)[0]

    found = await told(engine="postgresql", chosen=chosen)

    assert sorted(found.deaths) == sorted(map(str, chosen))
    assert remains.differences(undisturbed.remains, found.remains) == [], found.deaths


@pytest.mark.parametrize("kind", ["lost", "429"])
@pytest.mark.parametrize("nth", range(THIRDS))
async def test_a_call_without_a_good_answer_leaves_no_trace(undisturbed: Told, nth: int, kind: str) -> None:
    """A third of the calls of every kind: all of them, over the three."""
    mischief = [Mischief(kind, method, partial(of_third, nth)) for method in CALLS]

    found = await told(mischief=mischief)

    for each in mischief:
        assert len(each.done) >= (undisturbed.tried(each.method) + THIRDS - nth) // THIRDS - (nth == 0), each.method
    assert remains.differences(undisturbed.remains, found.remains) == [], mischief


@pytest.mark.parametrize("kind", ["lost", "429"])
async def test_a_lost_message_that_cannot_be_looked_for_at_once_is_looked_for_later(
    undisturbed: Told, kind: str
) -> None:
    lost = Mischief("lost", POSTS, lambda attempt: attempt.nth % 7 == 0)
    unseen = Mischief(kind, "conversations.history", lambda attempt: attempt.nth % 2 == 1)

    found = await told(mischief=[lost, unseen])

    assert len(unseen.done) > 3
    assert remains.differences(undisturbed.remains, found.remains) == [], unseen


def test_the_story_has_much_to_lose(undisturbed: Told) -> None:
    """Every kind of notice and of call is in it, and it is killed at every kind of instant, as often at each."""
    kinds = {kind for each in undisturbed.remains.kinds.values() for kind in each}
    chosen = [point for each in stories(undisturbed.counts, KILLED, runs=STORIES) for point in each]

    assert kinds == set(NoticeKind) - UNHEARD
    assert Counter(point.at for point in chosen) == dict.fromkeys(At, KILLED // len(At))
    assert all(undisturbed.tried(method) for method in CALLS)
    assert undisturbed.tried(POSTS) > 50
    assert undisturbed.remains.unsettled == []
