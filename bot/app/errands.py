"""What forming groups asks of Slack beside words: who is on a list, and rooms for the groups that were approved."""

import asyncio
from datetime import datetime
from functools import partial
from typing import Final

import structlog

from bot.app.bot import RunningBot
from bot.ports import Refusal, Rooms, TryAgain, Undeliverable
from bot.services import gathering, rooms
from bot.services.gathering import ToLookUp
from bot.services.rooms import ToOpen

log = structlog.get_logger("errands")

AT_ONCE: Final = 4
"""Rooms opened at the same time, and lists looked up."""


class Errands:
    """Run by whoever delivers for a workspace, under its lease: one replica at a time."""

    def __init__(self, bot: RunningBot, making: Rooms) -> None:
        self._bot = bot
        self._making = making

    async def run(self, workspace: int) -> datetime | None:
        """Does all that is due. Returns when more may be done, if only the platform's limits hold it back."""
        while asked := await self._bot.read(workspace, partial(gathering.due, limit=AT_ONCE)):
            for each in asked:
                await self._gather(workspace, each)
        while True:
            ready_at = self._making.ready_at(self._bot.now())
            if ready_at > self._bot.now():
                return ready_at
            claimed = await self._bot.write(workspace, partial(rooms.claim, limit=AT_ONCE))
            if not claimed:
                return None
            await asyncio.gather(*(self._open(workspace, each) for each in claimed))

    async def _gather(self, workspace: int, asked: ToLookUp) -> None:
        """One step of a list: who is in its channel, who some of them are, or, once all is known, the groups."""
        id, directory = asked.formation.id, self._bot.directory
        try:
            if asked.channel:
                inside = await directory.people_in(asked.channel)
                record = (
                    partial(gathering.unseen, id=id)
                    if inside is None
                    else partial(gathering.listed, id=id, people=inside)
                )
            elif asked.people:
                found = await asyncio.gather(*(directory.by_id(each) for each in asked.people))
                people = dict(zip(asked.people, found, strict=True))
                record = partial(gathering.looked_up, id=id, people=people)
            else:
                # It may take long for many people: nobody who writes waits for it.
                worked = await self._bot.read(workspace, partial(gathering.work_out, found=asked.formation))
                record = partial(gathering.proposed, id=id, worked=worked)
        except Refusal as refusal:
            log.warning("list.refused", formation=str(id), why=refusal.why)
            seconds = refusal.seconds if isinstance(refusal, TryAgain) else None
            record = partial(gathering.later, id=id, seconds=seconds)
        except Exception:  # the boundary of one errand: what fails alone holds up nothing else
            log.exception("list.failed", formation=str(id))
            record = partial(gathering.later, id=id, seconds=None)
        await self._bot.write(workspace, record)

    async def _open(self, workspace: int, asked: ToOpen) -> None:
        """A room once opened is found again by its name, if what follows is not recorded."""
        try:
            made = await self._making.open(asked.wanted)
        except Refusal as refusal:
            log.warning("room.refused", draft=str(asked.draft), why=refusal.why)
            seconds = refusal.seconds if isinstance(refusal, TryAgain) else None
            counts = isinstance(refusal, Undeliverable) or seconds is None
            record = partial(rooms.failed, id=asked.draft, why=refusal.why, seconds=seconds, counts=counts)
        except Exception as error:  # the boundary of one errand: what fails alone holds up nothing else
            log.exception("room.failed", draft=str(asked.draft))
            record = partial(rooms.failed, id=asked.draft, why=type(error).__name__, seconds=None, counts=True)
        else:
            record = partial(rooms.opened, id=asked.draft, room=made)
        await self._bot.write(workspace, record)
