"""Delivery: leases a workspace, claims what may be said, has it said, records what became of it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeVar
from uuid import UUID

import structlog

from bot.app.bot import RunningBot
from bot.app.reference import new_reference
from bot.domain.ids import MessageId
from bot.domain.notice import Fate
from bot.domain.sayings import Outgoing, Place
from bot.domain.showings import Home
from bot.domain.turn import Caller, Turn
from bot.ports import FateUnknown, PlaceLost, Refusal, Say, TryAgain, Undeliverable, Unreachable, WorkspaceStopped
from bot.services import delivery, fates, repainting
from bot.services import home as showing
from bot.services.repainting import Drawn, Repaint
from storage import home as homes
from storage import surface as surfaces
from storage import workspace as workspaces
from storage.session import Session

T = TypeVar("T")
log = structlog.get_logger("courier")

LEASE: Final = timedelta(seconds=60)
AT_ONCE: Final = 8
"""Messages on their way at the same time."""

TOGETHER: Final = 0.1
"""Seconds after a delivery in which all that is queued waits for one more: many answers at once wake it once."""


class Courier:
    """One a process. `deliver` may be called at any time; only one delivery runs at once."""

    def __init__(self, bot: RunningBot, say: Say, *, replica: str) -> None:
        self._bot = bot
        self._say = say
        self._replica = replica
        self._woken = asyncio.Event()
        self._one_at_once = asyncio.Lock()
        self.stopping = False
        bot.wake = self._woken.set

    async def run(self) -> None:
        """Delivers whenever something was queued, and when the platform's limits let more through."""
        while not self.stopping:
            self._woken.clear()
            ready_at = await self._survive(self.deliver())
            await asyncio.sleep(TOGETHER)
            wait = None if ready_at is None else max(0.05, (ready_at - self._bot.now()).total_seconds())
            try:
                await asyncio.wait_for(self._woken.wait(), wait)
            except TimeoutError:
                continue

    def stop(self) -> None:
        """No new claims; what is on its way is recorded."""
        self.stopping = True
        self._woken.set()

    async def deliver(self) -> datetime | None:
        """Says all that may be said now. Returns when more may, if only the platform's limits hold it back."""
        async with self._one_at_once:
            new_reference()
            ready = [
                await self._deliver_for(workspace)
                for workspace in await self._bot.read(None, lambda session, turn: workspaces.active(session))
            ]
        return min((at for at in ready if at is not None), default=None)

    async def let_go(self) -> None:
        """Gives the leases back at the end of service."""
        for workspace in await self._bot.read(None, lambda session, turn: workspaces.active(session)):
            await self._bot.write(workspace, lambda session, turn: workspaces.release(session, self._replica))

    async def _deliver_for(self, workspace: int) -> datetime | None:
        waiting = await self._bot.read(workspace, lambda session, turn: delivery.waiting(session, turn.now))
        if not waiting.anything:
            return None
        if not await self._bot.write(workspace, self._lease):
            return None
        if waiting.lapsed:
            await self._resolve_doubts(workspace)
        await self._show_homes(workspace)
        while not self.stopping:
            ready_at = self._say.ready_at(self._bot.now())
            if ready_at > self._bot.now():
                return ready_at
            resting = self._say.resting(self._bot.now())
            plan = await self._bot.write(workspace, partial(delivery.plan, limit=AT_ONCE, resting=resting))
            if not plan.messages:
                rested = min(resting.values(), default=None) if plan.held else None
                return _earlier(rested, await self._repaint(workspace))
            await asyncio.gather(*(self._send(outgoing) for outgoing in plan.messages))
        return None

    def _lease(self, session: Session, turn: Turn) -> bool:
        return workspaces.lease(session, self._replica, now=turn.now, until=turn.now + LEASE)

    async def _send(self, outgoing: Outgoing) -> None:
        await self._record(outgoing, self._say.post(outgoing))

    async def _record(self, outgoing: Outgoing, saying: Awaitable[Place]) -> None:
        """What became of a message, in its row. Whatever goes wrong otherwise, its fate is unknown."""
        message = MessageId(outgoing.message)
        try:
            place = await saying
        except TryAgain as refusal:
            record: Callable[[Session, Turn], None] = partial(
                fates.try_again, message=message, why=refusal.why, seconds=refusal.seconds
            )
        except PlaceLost as refusal:
            log.warning("channel.lost", message=str(message), why=refusal.why)
            record = partial(fates.place_lost, message=message, why=refusal.why, whereabouts=refusal.whereabouts)
        except Unreachable as refusal:
            log.warning("person.unreachable", message=str(message), why=refusal.why)
            record = partial(fates.nobody_there, message=message, why=refusal.why)
        except Undeliverable as refusal:
            log.error("message.undeliverable", message=str(message), why=refusal.why)
            record = partial(fates.undeliverable, message=message, why=refusal.why)
        except WorkspaceStopped as refusal:
            log.error("workspace.stopped", workspace=outgoing.workspace, why=refusal.why)
            record = partial(fates.stop_workspace, message=message, why=refusal.why)
        except FateUnknown as refusal:
            log.warning("message.unknown", message=str(message), why=refusal.why)
            record = partial(fates.lost, message=message)
        else:
            record = partial(fates.sent, message=message, place=place)
        await self._bot.write(outgoing.workspace, record)

    async def _resolve_doubts(self, workspace: int) -> None:
        for doubt in await self._bot.write(workspace, fates.doubts):
            await self._resolve(workspace, doubt)

    async def _resolve(self, workspace: int, doubt: fates.Doubt) -> None:
        """A DM that cannot be read now is read in a minute; what can never be looked for is left to the coordinator."""
        message = MessageId(doubt.outgoing.message)
        try:
            place = await self._look(doubt)
        except Undeliverable as refusal:
            log.warning("message.unseen", message=str(message), why=refusal.why)
            record: Callable[[Session, Turn], None] = partial(fates.not_found, message=message, fate=Fate.SHOW)
        except Refusal as refusal:
            log.warning("message.unseen", message=str(message), why=refusal.why)
            return
        else:
            record = (
                partial(fates.not_found, message=message, fate=doubt.fate)
                if place is None
                else partial(fates.sent, message=message, place=place)
            )
        await self._bot.write(workspace, record)

    async def _look(self, doubt: fates.Doubt) -> Place | None:
        return await self._say.look(doubt.outgoing, doubt.since) if doubt.fate is Fate.LOOK else None

    async def _repaint(self, workspace: int) -> datetime | None:
        """Paints what lags, as fast as the limits allow."""
        while not self.stopping:
            room = min(AT_ONCE, self._say.repaints_at_once(self._bot.now()))
            if not room:
                lags = await self._bot.read(workspace, repainting.anything)
                return self._say.repaint_ready_at(self._bot.now()) if lags else None
            repaints = await self._bot.read(workspace, partial(repainting.repaints, limit=room))
            if not repaints:
                return None
            await self._paint(workspace, repaints)
        return None

    async def _show_homes(self, workspace: int) -> None:
        """Homes that lag, each at most once a minute."""
        for home in await self._bot.read(workspace, lambda session, turn: homes.lagging(session, turn.now, AT_ONCE)):
            caller = Caller(workspace=workspace, person=home.person)
            wanted: int | None = home.wanted
            try:
                shown = await self._bot.read(workspace, partial(_home_of, caller=caller))
                await self._say.publish(home.person, shown)
            except Refusal as refusal:
                log.warning("home.refused", surface=str(home.id), why=refusal.why)
                wanted = None if isinstance(refusal, TryAgain) else wanted
            await self._bot.write(workspace, partial(_home_shown, home=home.id, wanted=wanted))

    async def _paint(self, workspace: int, repaints: Sequence[Repaint]) -> None:
        """All at once: what becomes of them is written together."""
        tried = await asyncio.gather(*(self._draw(workspace, each) for each in repaints))
        drawn = [each for each in tried if each is not None]
        begun = await self._bot.write(workspace, partial(repainting.begin, drawn=drawn))
        ended = await asyncio.gather(*(self._paint_one(workspace, each) for each in begun))
        painted = [each for each, shown in zip(begun, ended, strict=True) if shown]
        if painted:
            await self._bot.write(workspace, partial(repainting.painted, drawn=painted))

    async def _draw(self, workspace: int, repaint: Repaint) -> Drawn | None:
        try:
            return Drawn(repaint=repaint, drawing=await self._say.draw(repaint.outgoing))
        except Refusal as refusal:
            await self._paint_later(workspace, repaint, refusal)
            return None

    async def _paint_one(self, workspace: int, drawn: Drawn) -> bool:
        """Whether it stands there now."""
        surface = drawn.repaint.surface
        try:
            await self._say.repaint(drawn.drawing, drawn.repaint.place)
        except (TryAgain, FateUnknown) as refusal:
            await self._paint_later(workspace, drawn.repaint, refusal)
        except (Undeliverable, WorkspaceStopped) as refusal:
            log.warning("surface.gone", surface=str(surface.id), why=refusal.why)
            await self._bot.write(workspace, lambda session, turn: surfaces.shown(session, surface.id, surface.wanted))
        else:
            return True
        return False

    async def _paint_later(self, workspace: int, repaint: Repaint, refusal: Refusal) -> None:
        at = self._bot.now() + timedelta(seconds=getattr(refusal, "seconds", None) or 5)
        await self._bot.write(workspace, lambda session, turn: surfaces.later(session, repaint.surface.id, at))

    async def _survive(self, delivering: Awaitable[datetime | None]) -> datetime | None:
        """Delivery outlives any error of one round; what it held comes back when its lease ends."""
        try:
            return await delivering
        except Exception:  # the boundary of the process's own loop
            log.exception("delivery.failed")
            return self._bot.now() + timedelta(seconds=5)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((each for each in (one, other) if each is not None), default=None)


def _home_of(session: Session, turn: Turn, *, caller: Caller) -> Home:
    return showing.home(session, caller, turn)


def _home_shown(session: Session, turn: Turn, *, home: UUID, wanted: int | None) -> None:
    homes.shown(session, home, wanted, turn.now)
