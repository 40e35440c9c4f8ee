"""Delivery: leases a workspace, claims what may be said, has it said, records what became of it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

import structlog

from bot.app.bot import RunningBot
from bot.app.errands import Errands
from bot.app.painter import Painter
from bot.app.reference import new_reference
from bot.domain.ids import MessageId
from bot.domain.notice import Fate
from bot.domain.sayings import Outgoing, Place
from bot.domain.turn import Turn
from bot.ports import FateUnknown, PlaceLost, Refusal, Say, TryAgain, Undeliverable, Unreachable, WorkspaceStopped
from bot.services import delivery, fates
from bot.services import waiting as what_waits
from bot.services.delivery import Plan
from storage import workspace as workspaces
from storage.session import Session

Record = Callable[[Session, Turn], None]
log = structlog.get_logger("courier")

LEASE: Final = timedelta(seconds=60)
AT_ONCE: Final = 8
"""Messages on their way at the same time."""

WRITTEN_TOGETHER: Final = 0.02
"""Seconds that a message which stands in Slack waits at most for others before that is written down."""

TOGETHER: Final = 0.1
"""Seconds after a delivery in which all that is queued waits for one more: many answers at once wake it once."""


class Courier:
    """One a process. `deliver` may be called at any time; only one delivery runs at once."""

    def __init__(self, bot: RunningBot, say: Say, errands: Errands, *, replica: str) -> None:
        self._bot = bot
        self._say = say
        self._errands = errands
        self._painter = Painter(bot, say)
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
        waiting = await self._bot.read(workspace, lambda session, turn: what_waits.waiting(session, turn.now))
        if not waiting.anything:
            return None
        if not await self._bot.write(workspace, self._lease):
            return None
        if waiting.lapsed:
            await self._resolve_doubts(workspace)
        errands_at = await self._errands.run(workspace) if waiting.errands else None
        return _earlier(errands_at, await self._say_all(workspace))

    async def _say_all(self, workspace: int) -> datetime | None:
        await self._painter.show_homes(workspace)
        while not self.stopping:
            ready_at = self._say.ready_at(self._bot.now())
            if ready_at > self._bot.now():
                return ready_at
            resting = self._say.resting(self._bot.now())
            plan = await self._plan(workspace, resting)
            if not plan.messages:
                rested = min(resting.values(), default=None) if plan.held else None
                return _earlier(rested, await self._painter.paint(workspace, lambda: not self.stopping))
            await self._send_all(workspace, plan.messages)
        return None

    def _lease(self, session: Session, turn: Turn) -> bool:
        return workspaces.lease(session, self._replica, now=turn.now, until=turn.now + LEASE)

    async def _plan(self, workspace: int, resting: Mapping[str, datetime]) -> Plan:
        """One plan in one transaction. When it fails it is rolled back, and its recipients are planned one by one."""
        try:
            return await self._bot.write(workspace, partial(delivery.plan, limit=AT_ONCE, resting=resting))
        except Exception:  # the boundary of one recipient: the one that fails is found and put off
            log.exception("plan.failed")
        planned = Plan(messages=(), held=False)
        for recipient in await self._bot.write(workspace, delivery.recipients):
            if len(planned.messages) < AT_ONCE:
                planned += await self._plan_for(workspace, recipient, resting)
        return planned

    async def _plan_for(self, workspace: int, recipient: UUID, resting: Mapping[str, datetime]) -> Plan:
        try:
            return await self._bot.write(workspace, partial(delivery.plan, limit=1, resting=resting, only=recipient))
        except Exception:  # the boundary of one recipient
            log.exception("recipient.failed", recipient=str(recipient))
            await self._bot.write(workspace, partial(delivery.put_off, recipient=recipient))
            return Plan(messages=(), held=False)

    async def _send_all(self, workspace: int, messages: Sequence[Outgoing]) -> None:
        """At the same time; what became of one is written down with whatever else is known by then."""
        under_way = {asyncio.ensure_future(self._fate_of(each)) for each in messages}
        try:
            while under_way:
                await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                done, under_way = await asyncio.wait(under_way, timeout=WRITTEN_TOGETHER)
                await self._write_down(workspace, [each.result() for each in done])
        finally:
            for each in under_way:
                each.cancel()

    async def _write_down(self, workspace: int, known: Sequence[tuple[MessageId, Place | Record]]) -> None:
        said = {message: fate for message, fate in known if isinstance(fate, Place)}
        if said and not await self._written(workspace, partial(fates.sent, said=said)) and len(said) > 1:
            for message, place in said.items():
                await self._written(workspace, partial(fates.sent, said={message: place}))
        for _, fate in known:
            if not isinstance(fate, Place):
                await self._written(workspace, fate)

    async def _written(self, workspace: int, record: Record) -> bool:
        """A message whose fate cannot be written down is looked for when its lease ends."""
        try:
            await self._bot.write(workspace, record)
        except Exception:  # the boundary of what is written together
            log.exception("fate.unwritten")
            return False
        return True

    async def _fate_of(self, outgoing: Outgoing) -> tuple[MessageId, Place | Record]:
        """Where it stands, or what is to be written down. Whatever goes wrong otherwise, its fate is unknown."""
        message = MessageId(outgoing.message)
        try:
            return message, await self._say.post(outgoing)
        except TryAgain as refusal:
            return message, partial(fates.try_again, message=message, why=refusal.why, seconds=refusal.seconds)
        except PlaceLost as refusal:
            log.warning("channel.lost", message=str(message), why=refusal.why)
            lost = refusal.whereabouts
            return message, partial(fates.place_lost, message=message, why=refusal.why, whereabouts=lost)
        except Unreachable as refusal:
            log.warning("person.unreachable", message=str(message), why=refusal.why)
            return message, partial(fates.nobody_there, message=message, why=refusal.why)
        except Undeliverable as refusal:
            log.error("message.undeliverable", message=str(message), why=refusal.why)
            return message, partial(fates.undeliverable, message=message, why=refusal.why)
        except WorkspaceStopped as refusal:
            log.error("workspace.stopped", workspace=outgoing.workspace, why=refusal.why)
            return message, partial(fates.stop_workspace, message=message, why=refusal.why)
        except FateUnknown as refusal:
            log.warning("message.unknown", message=str(message), why=refusal.why)
        except Exception:  # the boundary of one message
            log.exception("message.failed", message=str(message))
        return message, partial(fates.lost, message=message)

    async def _resolve_doubts(self, workspace: int) -> None:
        for message in await self._bot.write(workspace, fates.doubtful):
            try:
                doubt = await self._bot.read(workspace, partial(fates.doubt, message=message))
            except Exception:  # the boundary of one message: it is tried again in a minute
                log.exception("message.unreadable", message=str(message))
            else:
                await self._resolve(workspace, doubt)

    async def _resolve(self, workspace: int, doubt: fates.Doubt) -> None:
        """A DM that cannot be read now is read in a minute; what can never be looked for is left to the coordinator."""
        message = MessageId(doubt.outgoing.message)
        try:
            place = await self._look(doubt)
        except Undeliverable as refusal:
            log.warning("message.unseen", message=str(message), why=refusal.why)
            record: Record = partial(fates.not_found, message=message, fate=Fate.SHOW)
        except Refusal as refusal:
            log.warning("message.unseen", message=str(message), why=refusal.why)
            return
        else:
            record = (
                partial(fates.not_found, message=message, fate=doubt.fate)
                if place is None
                else partial(fates.sent, said={message: place})
            )
        await self._bot.write(workspace, record)

    async def _look(self, doubt: fates.Doubt) -> Place | None:
        return await self._say.look(doubt.outgoing, doubt.since) if doubt.fate is Fate.LOOK else None

    async def _survive(self, delivering: Awaitable[datetime | None]) -> datetime | None:
        """Delivery outlives any error of one round; what it held comes back when its lease ends."""
        try:
            return await delivering
        except Exception:  # the boundary of the process's own loop
            log.exception("delivery.failed")
            return self._bot.now() + timedelta(seconds=5)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((each for each in (one, other) if each is not None), default=None)
