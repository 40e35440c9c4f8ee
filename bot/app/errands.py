"""What forming groups asks of Slack beside words: who is on a list, and rooms for the groups that were approved."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final, TypeVar

import structlog

from bot.app.bot import RunningBot
from bot.domain.ids import DraftId
from bot.domain.turn import Turn
from bot.ports import Refusal, Rooms, TryAgain, Undeliverable
from bot.services import arriving, gathering, making, rooms
from bot.services.arriving import ToBring
from bot.services.gathering import ToLookUp
from bot.services.rooms import ToOpen
from storage.session import Session

Id = TypeVar("Id")
Claimed = TypeVar("Claimed")
Record = Callable[[Session, Turn], None]
log = structlog.get_logger("errands")

AT_ONCE: Final = 4
"""Lists looked up one after the other."""


class Errands:
    """Run by whoever delivers for a workspace, under its lease: one replica at a time."""

    def __init__(self, bot: RunningBot, slack: Rooms) -> None:
        self._bot = bot
        self._slack = slack

    async def run(self, workspace: int) -> datetime | None:
        """Does all that is due. Returns when more may be done, if only the platform's limits hold it back."""
        while asked := await self._bot.read(workspace, partial(gathering.due, limit=AT_ONCE)):
            for each in asked:
                await self._gather(workspace, each)
        while approved := await self._bot.read(workspace, making.due):
            for one in approved:
                await self._make(workspace, one)
        while True:
            ready_at = self._slack.ready_at(self._bot.now())
            if ready_at > self._bot.now():
                return ready_at
            # One by one: Slack takes twenty rooms a minute, and whoever is due first comes first.
            wanted = await self._claimed(workspace, rooms.due, rooms.claim)
            if wanted is not None:
                await self._open(workspace, wanted)
                continue
            expected = await self._claimed(workspace, arriving.due, arriving.claim)
            if expected is None:
                return None
            await self._bring(workspace, expected)

    async def _make(self, workspace: int, draft: DraftId) -> None:
        """One group a transaction: of many people all of them at once would keep everybody waiting who writes."""
        try:
            await self._bot.write(workspace, partial(making.make_one, id=draft))
        except Exception:  # the boundary of one errand: what fails alone holds up nothing else
            log.exception("group.failed", draft=str(draft))
            await self._bot.write(workspace, partial(making.put_off, id=draft))

    async def _claimed(
        self,
        workspace: int,
        due: Callable[[Session, Turn], list[Id]],
        claim: Callable[[Session, Turn, Id], Claimed | None],
    ) -> Claimed | None:
        """The first with which something can be done; each that is put off is so in a transaction of its own."""
        for id in await self._bot.read(workspace, due):
            claimed = await self._bot.write(workspace, _about(claim, id))
            if claimed is not None:
                return claimed
        return None

    async def _gather(self, workspace: int, asked: ToLookUp) -> None:
        """One step of a list: who is in its channel, who some of them are, or, once all is known, the groups."""
        id = asked.formation.id
        try:
            if asked.channel:
                record = await self._listed(asked)
            elif asked.people:
                await self._look_up(workspace, asked)
                return
            else:
                # It may take long for many people: nobody who writes waits for it.
                worked = await self._bot.read(workspace, partial(gathering.work_out, found=asked.formation))
                record = partial(gathering.proposed, id=id, worked=worked)
        except Refusal as refusal:
            log.warning("list.refused", formation=str(id), why=refusal.why)
            record = partial(gathering.later, id=id, seconds=_seconds(refusal))
        except Exception:  # the boundary of one errand: what fails alone holds up nothing else
            log.exception("list.failed", formation=str(id))
            record = partial(gathering.later, id=id, seconds=None)
        await self._bot.write(workspace, record)

    async def _listed(self, asked: ToLookUp) -> Record:
        inside = await self._bot.directory.people_in(asked.channel)
        if inside is None:
            return partial(gathering.unseen, id=asked.formation.id)
        return partial(gathering.listed, id=asked.formation.id, people=inside)

    async def _look_up(self, workspace: int, asked: ToLookUp) -> None:
        """Whoever was found is kept, whatever became of the others."""
        id = asked.formation.id
        wanted = (self._bot.directory.by_id(each) for each in asked.people)
        answers = dict(zip(asked.people, await asyncio.gather(*wanted, return_exceptions=True), strict=True))
        found = {each: answer for each, answer in answers.items() if not isinstance(answer, BaseException)}
        failed = [answer for answer in answers.values() if isinstance(answer, BaseException)]
        if found:
            await self._bot.write(workspace, partial(gathering.looked_up, id=id, people=found))
        if failed:
            log.warning("list.refused", formation=str(id), why=type(failed[0]).__name__)
            await self._bot.write(workspace, partial(gathering.later, id=id, seconds=_seconds(failed[0])))

    async def _open(self, workspace: int, asked: ToOpen) -> None:
        """A room once opened is found again by its name, if what follows is not recorded."""
        try:
            made = await self._slack.open(asked.wanted)
        except Refusal as refusal:
            log.warning("room.refused", draft=str(asked.draft), why=refusal.why)
            seconds = _seconds(refusal)
            counts = isinstance(refusal, Undeliverable) or seconds is None
            record = partial(rooms.failed, id=asked.draft, why=refusal.why, seconds=seconds, counts=counts)
        except Exception as error:  # the boundary of one errand: what fails alone holds up nothing else
            log.exception("room.failed", draft=str(asked.draft))
            record = partial(rooms.failed, id=asked.draft, why=type(error).__name__, seconds=None, counts=True)
        else:
            record = partial(rooms.opened, id=asked.draft, room=made)
        await self._bot.write(workspace, record)

    async def _bring(self, workspace: int, asked: ToBring) -> None:
        """Into the channel of a group; a group DM takes nobody new, so that there is another one."""
        try:
            outside = () if asked.direct else await self._slack.bring(asked.conversation, asked.people)
            there = self._slack.direct(asked.people) if asked.direct else self._bot.directory.venue(asked.conversation)
            venue = await there
        except Refusal as refusal:
            log.warning("arrival.refused", arrival=str(asked.arrival), why=refusal.why)
            seconds = _seconds(refusal)
            record = partial(arriving.later, id=asked.arrival, why=refusal.why, seconds=seconds)
        except Exception as error:  # the boundary of one errand: what fails alone holds up nothing else
            log.exception("arrival.failed", arrival=str(asked.arrival))
            record = partial(arriving.later, id=asked.arrival, why=type(error).__name__, seconds=None)
        else:
            record = (
                partial(arriving.stuck, id=asked.arrival, why="refused")
                if outside
                else partial(arriving.brought, id=asked.arrival, venue=venue)
            )
        await self._bot.write(workspace, record)


def _about(claim: Callable[[Session, Turn, Id], Claimed], id: Id) -> Callable[[Session, Turn], Claimed]:
    return lambda session, turn: claim(session, turn, id)


def _seconds(refusal: BaseException) -> float | None:
    """How long Slack wants to be left alone, if it says so."""
    return refusal.seconds if isinstance(refusal, TryAgain) else None
