"""Painting: messages and Homes that show what is no longer so are shown as they should look."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

import structlog

from bot.app.bot import RunningBot
from bot.domain.showings import Home
from bot.domain.turn import Caller, Turn
from bot.ports import FateUnknown, Refusal, Say, TryAgain, Undeliverable, WorkspaceStopped
from bot.services import home as showing
from bot.services import repainting
from bot.services.delivery import MENDED
from bot.services.repainting import Drawn, Repaint
from storage import home as homes
from storage import surface as surfaces
from storage.home import LaggingHome
from storage.session import Session
from storage.surface import Lagging

log = structlog.get_logger("painter")

AT_ONCE: Final = 8
"""Pictures on their way at the same time."""

SOON: Final = timedelta(seconds=5)


class Painter:
    """Goes on past any one picture that fails: it is put off, and those behind it come first."""

    def __init__(self, bot: RunningBot, say: Say) -> None:
        self._bot = bot
        self._say = say

    async def paint(self, workspace: int, goes_on: Callable[[], bool]) -> datetime | None:
        """Paints what lags, as fast as the limits allow. Returns when more may, if only they hold it back."""
        while goes_on():
            room = min(AT_ONCE, self._say.repaints_at_once(self._bot.now()))
            if not room:
                lags = await self._bot.read(workspace, repainting.anything)
                return self._say.repaint_ready_at(self._bot.now()) if lags else None
            try:
                repaints = await self._bot.read(workspace, partial(repainting.repaints, limit=room))
            except Exception:  # the boundary of one picture: the one that fails is found and put off
                if not await self._put_off_unreadable(workspace, room):
                    raise
                continue
            if repaints:
                await self._paint(workspace, repaints)
            if len(repaints) < room:
                return None
        return None

    async def show_homes(self, workspace: int) -> None:
        """Homes that lag, each at most once a minute."""
        for home in await self._bot.read(workspace, lambda session, turn: homes.lagging(session, turn.now, AT_ONCE)):
            wanted = await self._show_home(workspace, home)
            await self._bot.write(workspace, partial(_home_shown, home=home.id, wanted=wanted))

    async def _show_home(self, workspace: int, home: LaggingHome) -> int | None:
        """What is shown now; None if it is to be tried again."""
        caller = Caller(workspace=workspace, person=home.person)
        try:
            await self._say.publish(home.person, await self._bot.read(workspace, partial(_home_of, caller=caller)))
        except Refusal as refusal:
            log.warning("home.refused", surface=str(home.id), why=refusal.why)
            return None if isinstance(refusal, TryAgain) else home.wanted
        except Exception:  # the boundary of one picture
            log.exception("home.failed", surface=str(home.id))
            return None
        return home.wanted

    async def _put_off_unreadable(self, workspace: int, limit: int) -> int:
        """How many cannot be read, each by itself."""
        lagging = await self._bot.read(workspace, lambda session, turn: surfaces.lagging(session, turn.now, limit))
        return sum([await self._put_off_if_unreadable(workspace, surface) for surface in lagging])

    async def _put_off_if_unreadable(self, workspace: int, surface: Lagging) -> bool:
        try:
            await self._bot.read(workspace, partial(repainting.repaint, surface=surface))
        except Exception:  # the boundary of one picture
            log.exception("surface.unreadable", surface=str(surface.id))
            await self._later(workspace, surface, MENDED)
            return True
        return False

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
            await self._later(workspace, repaint.surface, _pause(refusal))
        except Exception:  # the boundary of one picture
            log.exception("surface.undrawable", surface=str(repaint.surface.id))
            await self._later(workspace, repaint.surface, MENDED)
        return None

    async def _paint_one(self, workspace: int, drawn: Drawn) -> bool:
        """Whether it stands there now."""
        surface = drawn.repaint.surface
        try:
            await self._say.repaint(drawn.drawing, drawn.repaint.place)
        except (TryAgain, FateUnknown) as refusal:
            await self._later(workspace, surface, _pause(refusal))
        except (Undeliverable, WorkspaceStopped) as refusal:
            log.warning("surface.gone", surface=str(surface.id), why=refusal.why)
            await self._bot.write(workspace, lambda session, turn: surfaces.shown(session, [surface]))
        else:
            return True
        return False

    async def _later(self, workspace: int, surface: Lagging, pause: timedelta) -> None:
        at = self._bot.now() + pause
        await self._bot.write(workspace, lambda session, turn: surfaces.later(session, surface.id, at))


def _pause(refusal: Refusal) -> timedelta:
    seconds = getattr(refusal, "seconds", None)
    return timedelta(seconds=seconds) if seconds else SOON


def _home_of(session: Session, turn: Turn, *, caller: Caller) -> Home:
    return showing.home(session, caller, turn)


def _home_shown(session: Session, turn: Turn, *, home: UUID, wanted: int | None) -> None:
    homes.shown(session, home, wanted, turn.now)
