"""Work in steps: one item is claimed, read, thought over, and done in transactions that are short."""

from collections.abc import Sequence
from functools import partial
from time import perf_counter
from uuid import UUID

import structlog

from bot.app.bot import RunningBot
from bot.app.drawing import drawn
from bot.app.fair_share import FairShare
from bot.services.rotation_look import Hold
from bot.ticks import Claim, Stepwise

log = structlog.get_logger("ticker")

Item = tuple[int, UUID]


Looked = tuple[Sequence[Item], Sequence[Item]]
"""What was looked at, one item or none; and again, if it is to be looked at again of its own accord."""


async def look_in_steps(bot: RunningBot, work: Stepwise, share: FairShare | None) -> Looked:
    claimed = await bot.write(None, work.claim)
    if claimed is None:
        return [], []
    workspace, hold = claimed
    item = workspace, hold.item
    try:
        undisturbed = await _look(bot, work, workspace, hold, share)
    except Exception as error:  # noqa: BLE001  # the tick's boundary: the item that fails is set aside
        await set_aside(bot, work, item, error)
        return [item], []
    return [item], [item] if undisturbed else []


async def _look(bot: RunningBot, work: Stepwise, workspace: int, hold: Hold, share: FairShare | None) -> bool:
    """False when something has happened meanwhile: the next look goes on from there."""
    facts = await bot.read(workspace, lambda session, turn: work.read(session, turn, hold))
    if facts is None:
        return await bot.write(workspace, partial(work.finish, hold=hold, at=None))
    look = work.think(facts, bot.now())
    to_draw = look.to_draw
    for step in work.steps(look, await drawn(to_draw) if to_draw else None):
        began = perf_counter()
        if not await bot.write(workspace, partial(work.take, hold=hold, step=step)):
            return False
        if share:
            await share.rest(perf_counter() - began)
    return await bot.write(workspace, partial(work.finish, hold=hold, at=look.decided.next_look_at))


async def set_aside(bot: RunningBot, work: Claim | Stepwise, item: Item, error: Exception) -> None:
    workspace, id = item
    log.error("tick.set_aside", tick=work.name, id=str(id), error=type(error).__name__, exc_info=error)
    await bot.write(workspace, lambda session, turn: work.set_aside(session, turn, id, error))
