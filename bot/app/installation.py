"""One bot, put together: database, Slack, courier and ticks, the same for the program, the playground and tests."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Self
from uuid import UUID

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.exc import DatabaseError

from bot.app.bot import RunningBot
from bot.app.clock import MovableClock, SystemClock, system_id
from bot.app.courier import Courier
from bot.app.credentials import who_we_are
from bot.app.due import CLAIMS, DELIVERY, Due
from bot.app.errands import Errands
from bot.app.slack import bolt_app, client_for, open_session
from bot.app.slack_api import SlackApi
from bot.app.ticker import tick
from bot.ports import Clock
from bot.services import installation
from bot.settings import Settings, SettingWrong
from bot.ticks import TICKS, Sweep, Work
from handlers.messenger import SlackMessenger
from handlers.people import SlackDirectory
from handlers.rooms import SlackRooms
from storage.migrations import SchemaUnknown, migrate, pending
from storage.sealing import KeyMissing, Seal, keys_for, keys_kept
from storage.session import Database, KeyWrong, was_sealed
from storage.urls import BadUrl, dialect_of, read_url

SWEEPS: Final = tuple(work for work in TICKS if isinstance(work, Sweep))

UPTIME = timedelta(minutes=1)

HELD_FOR = timedelta(seconds=5)
"""How far a moved clock goes on when only the platform's limits hold something back: several may follow at once."""


@dataclass(kw_only=True)
class Installation:
    """Everything that runs. `open` makes it, `close` ends it."""

    bot: RunningBot
    courier: Courier
    slack: AsyncApp
    client: AsyncWebClient
    session: aiohttp.ClientSession
    workspace: int
    run_id: UUID
    began_at: datetime
    _last_delivery: datetime | None = field(default=None)
    _swept: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    async def open(
        cls,
        settings: Settings,
        *,
        clock: Clock | None = None,
        new_id: Callable[[], UUID] | None = None,
        throwaway: bool = False,
    ) -> Self:
        """Nothing of a `throwaway` database needs to survive this machine's losing power, and nobody else uses it.

        Raises SettingWrong when a setting or Slack says no, in one sentence for the operator.
        """
        clock = clock or SystemClock()
        new_id = new_id or system_id
        token = settings.bot_token()
        database = open_database(settings, throwaway=throwaway)
        session = open_session()
        try:
            who = await who_we_are(SlackApi(session=session, url=settings.slack_api_url, clock=clock), token)
        except BaseException:
            await session.close()
            database.close()
            raise
        team = str(who["team_id"])
        client = client_for(token, settings.slack_api_url, session)
        enterprise = str(who.get("enterprise_id") or "") if who.get("is_enterprise_install") else ""
        directory = SlackDirectory(client, team=team)
        bot = RunningBot(
            database,
            clock=clock,
            new_id=new_id,
            directory=directory,
            throwaway=throwaway,
        )
        workspace = await bot.write(
            None,
            lambda session, turn: installation.register(
                session,
                turn,
                enterprise=enterprise,
                team=team,
                name=str(who.get("team") or ""),
                bot_person=str(who["user_id"]),
            ),
        )
        bot.serve(enterprise=enterprise, team=team, workspace=workspace)
        identity = AuthorizeResult(
            enterprise_id=enterprise or None,
            team_id=team,
            bot_token=token,
            bot_id=str(who.get("bot_id") or ""),
            bot_user_id=str(who["user_id"]),
        )
        messenger = SlackMessenger(client, clock)
        errands = Errands(bot, SlackRooms(messenger, directory))
        return cls(
            bot=bot,
            courier=Courier(bot, messenger, errands, replica=f"{os.uname().nodename}:{new_id()}"),
            slack=bolt_app(bot, client_for(None, settings.slack_api_url, session), identity=identity),
            client=client,
            session=session,
            workspace=workspace,
            run_id=new_id(),
            began_at=clock.now(),
        )

    async def tick(self) -> int:
        """Every tick once, and what is swept up at its own times; how many items were due."""
        works: list[Work] = [*CLAIMS, *self._sweeps()]
        due = sum([await tick(self.bot, work) for work in works])
        self.bot.wake()
        return due

    def _sweeps(self) -> list[Sweep]:
        """What is to be swept up again."""
        now = self.bot.now()
        due = [work for work in SWEEPS if now >= self._swept.get(work.name, now - work.every) + work.every]
        self._swept.update({work.name: now for work in due})
        return due

    async def settle(self) -> Due:
        """Ticks and delivers until nothing is due and nothing is on its way. Returns when something is next."""
        for sweep in self._sweeps():
            await tick(self.bot, sweep)
        for _ in range(100):
            at, now = await self._due_at(), self.bot.now()
            due = [work for work in CLAIMS if at.is_due(work.name, now)]
            self._last_delivery = None
            if not due and not at.is_due(DELIVERY, now):
                return at
            for work in due:
                await tick(self.bot, work, known_due=True)
            if due:
                continue
            self._last_delivery = await self.courier.deliver()
            if self._last_delivery is not None:
                break
        return await self._due_at()

    async def _due_at(self) -> Due:
        return await self.bot.read(None, lambda session, turn: Due.of(session))

    async def next_moment(self) -> datetime | None:
        """The earliest moment at which there is something to do; never before now."""
        return self._moment(await self._due_at())

    def _moment(self, due: Due) -> datetime | None:
        moment = due.next
        if moment is None:
            return None
        if self._last_delivery is not None:
            return max(moment, self._last_delivery, self.bot.now() + HELD_FOR)
        return max(moment, self.bot.now())

    async def catch_up(self, clock: MovableClock, *, held_for: timedelta = HELD_FOR) -> None:
        """Settles, and moves the clock on by the seconds for which only the platform's limits hold something back."""
        await self.settle()
        while self._last_delivery is not None:
            clock.move_to(max(self._last_delivery, clock.now() + held_for))
            await self.settle()

    async def run_until(
        self, until: datetime, clock: MovableClock, *, goes_on: Callable[[], bool] = lambda: True
    ) -> None:
        """Moves the clock from one due moment to the next, and does at each what is due then, for as long as it
        `goes_on`.
        """
        due = await self.settle()
        while (moment := self._moment(due)) is not None and moment <= until:
            if not goes_on():
                return
            clock.move_to(max(moment, clock.now() + timedelta(milliseconds=50)))
            due = await self.settle()
        clock.move_to(until)
        await self.settle()

    async def close(self) -> None:
        """Gives the leases back and waits for what runs."""
        self.courier.stop()
        with suppress(Exception):
            await self.courier.let_go()
        self.bot.close()
        await self.session.close()


def open_database(settings: Settings, *, throwaway: bool = False) -> Database:
    """Migrated if it is SQLite; PostgreSQL is migrated by `rapport migrate`, so that replicas do not race.

    Raises SettingWrong.
    """
    url = settings.database_url
    try:
        if dialect_of(read_url(url)) == "sqlite":
            migrate(url)
        elif pending(url):
            raise SettingWrong("The database is not up to date. Run: rapport migrate")
        keys = keys_kept if was_sealed(url) else keys_for
        database = Database.open(url, Seal(keys(url, settings.keys())), durable=not throwaway)
        database.check_key()
    except (BadUrl, KeyMissing, KeyWrong, SchemaUnknown) as wrong:
        raise SettingWrong(str(wrong)) from None
    except DatabaseError as refused:
        reason = str(refused.orig).strip().splitlines()[0] if refused.orig else "no answer"
        raise SettingWrong(f"The database of DATABASE_URL cannot be opened: {reason}") from None
    return database
