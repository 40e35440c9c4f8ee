"""People who act come before the clock's work, which still gets its share."""

from typing import Final

from bot.app.fair_share import ACTING, HELD, RESTS, FairShare

LONG: Final = 2 * HELD.total_seconds()
SHORT: Final = HELD.total_seconds() / 2


class Machine:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.at = 100.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    def share(self) -> FairShare:
        return FairShare(now=self.now, sleep=self.sleep)


async def test_while_nobody_acts_batches_are_whole_and_follow_each_other() -> None:
    machine = Machine()
    share = machine.share()

    await share.rest(LONG)

    assert share.limit(16) == 16
    assert machine.slept == []


async def test_while_somebody_acts_most_of_the_time_is_theirs() -> None:
    machine = Machine()
    share = machine.share()
    share.somebody_acts()

    await share.rest(SHORT)

    assert machine.slept == [RESTS * SHORT]


async def test_after_a_batch_that_took_for_ever_it_does_not_rest_for_ever() -> None:
    machine = Machine()
    share = machine.share()
    share.somebody_acts()

    await share.rest(0.9)

    assert machine.slept == [ACTING.total_seconds()]


async def test_a_batch_that_took_too_long_is_followed_by_a_smaller_one_and_never_by_none() -> None:
    share = Machine().share()
    limits = []
    for took in (SHORT, SHORT, SHORT, LONG, LONG, LONG, SHORT):
        share.somebody_acts()
        limits.append(share.limit(16))
        await share.rest(took)

    assert limits == [1, 2, 3, 4, 2, 1, 1]


async def test_a_second_after_the_last_click_all_is_the_clocks_again() -> None:
    machine = Machine()
    share = machine.share()
    share.somebody_acts()
    machine.at += ACTING.total_seconds()

    assert share.limit(16) == 16
    assert not share.people_act
