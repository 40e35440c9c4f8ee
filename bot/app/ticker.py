"""The clock's work: each tick claims what is due, in batches, until nothing is."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from time import perf_counter
from typing import Final
from uuid import UUID

import structlog

from bot.app.bot import RunningBot
from bot.app.fair_share import FairShare
from bot.app.reference import new_reference
from bot.app.stepping import Item, look_in_steps, set_aside
from bot.domain.turn import Turn
from bot.ticks import Claim, Stepwise, Sweep, Work
from storage.moments import next_of
from storage.session import Session

log = structlog.get_logger("ticker")

TOO_OFTEN: Final = 25
"""What is due again and again within one tick has a rule that never comes to rest."""


class Restless(Exception):
    """The rules never came to rest on a pairing."""


class Ticker:
    """The ticks of a process that stays. A stop waits for the batches in hand and begins no others."""

    def __init__(self, bot: RunningBot) -> None:
        self._bot = bot
        self._stopping = False
        self._running: set[asyncio.Future[int]] = set()

    async def run(self, work: Work) -> None:
        if self._stopping:
            return
        running = asyncio.ensure_future(
            tick(self._bot, work, goes_on=lambda: not self._stopping, share=self._bot.share)
        )
        self._running.add(running)
        running.add_done_callback(self._running.discard)
        await asyncio.shield(running)
        self._bot.wake()

    def stop(self) -> None:
        self._stopping = True

    async def finish(self) -> None:
        if self._running:
            await asyncio.wait(self._running)


async def tick(
    bot: RunningBot,
    work: Work,
    *,
    goes_on: Callable[[], bool] = lambda: True,
    share: FairShare | None = None,
    known_due: bool = False,
) -> int:
    """Does all that is due, for as long as it `goes_on`; how many items that were. By a `share`, people come first.

    Claims until there is nothing more, which costs less than to ask each time before.
    """
    new_reference()
    if isinstance(work, Sweep):
        return await bot.write(None, work.sweep)
    if not known_due and not await _anything(bot, work):
        return 0
    items, seen = 0, Counter[Item]()
    while goes_on():
        began = perf_counter()
        if isinstance(work, Stepwise):
            done, again = await look_in_steps(bot, work, share)
        else:
            done = again = await _batch(bot, work, share.limit(work.batch) if share else work.batch)
        if share:
            await share.rest(perf_counter() - began)
        items += len(done)
        seen.update(again)
        for item in [item for item, times in seen.items() if times > TOO_OFTEN]:
            await set_aside(bot, work, item, Restless())
            del seen[item]
        if not done:
            break
    return items


async def _anything(bot: RunningBot, work: Claim | Stepwise) -> bool:
    """A look that takes no lock."""
    at = await bot.read(None, lambda session, turn: next_of(session, {work.name: work.next_due})[work.name])
    return at is not None and at <= bot.now()


async def _batch(bot: RunningBot, work: Claim, limit: int) -> Sequence[Item]:
    """One claim in one transaction. When it fails it is rolled back, and its items are tried one by one."""

    def together(session: Session, turn: Turn) -> Sequence[Item]:
        items = work.due(session, turn, limit)
        for workspace in sorted({workspace for workspace, _ in items}):
            work.work(session.within(workspace), turn, [id for at, id in items if at == workspace])
        return items

    try:
        return await bot.write(None, together)
    except Exception:  # the tick's boundary: the item that fails is found and set aside
        log.exception("tick.batch_failed", tick=work.name)
    return await _one_by_one(bot, work, limit)


async def _one_by_one(bot: RunningBot, work: Claim, limit: int) -> Sequence[Item]:
    claimed = await bot.write(None, lambda session, turn: work.due(session, turn, limit))
    for item in claimed:
        workspace, id = item
        try:
            await bot.write(workspace, partial(_alone, work=work, id=id))
        except Exception as error:  # noqa: BLE001  # the tick's boundary
            await set_aside(bot, work, item, error)
    return claimed


def _alone(session: Session, turn: Turn, *, work: Claim, id: UUID) -> None:
    work.lock(session, id)
    work.work(session, turn, [id])


def every(work: Work, default: timedelta) -> timedelta:
    return work.every or default
