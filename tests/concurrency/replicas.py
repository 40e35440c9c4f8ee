"""Several bots on one database, as replicas of an installation, and pairings for them to quarrel over."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlmodel import SQLModel
from structlog.testing import capture_logs

from bot.app.bot import RunningBot
from bot.app.clock import MovableClock, system_id
from bot.app.courier import Courier
from bot.app.due import Due
from bot.app.errands import Errands
from bot.app.ticker import tick
from bot.domain.ids import GroupId, PairingId
from bot.domain.roster import read
from bot.domain.sayings import Outgoing, Place
from bot.domain.showings import Home
from bot.domain.turn import Caller, Turn
from bot.ports import Drawing, Person, RoomMade, RoomWanted, Venue
from bot.services import look
from bot.services.importing import Import, import_pairs, people_of
from bot.ticks import TICKS
from storage import pairing as pairings
from storage import workspace as workspaces
from storage.sealing import Seal
from storage.session import Database, Session
from storage.tables import table_of
from tests.stage import KEY

MONDAY: Final = datetime(2026, 9, 7, 6, tzinfo=UTC)
STANDING: Final = 0.02
"""Real seconds in which whoever wants a lock has come to stand before it."""


@dataclass(frozen=True)
class Sketch:
    shows: str


@dataclass
class Hall:
    """Hears all replicas: who was told what, in the order in which it arrived. Stands for Slack."""

    said: list[Outgoing] = field(default_factory=list)

    def ready_at(self, now: datetime) -> datetime:
        return now

    def resting(self, now: datetime) -> Mapping[str, datetime]:
        return {}

    def repaint_ready_at(self, now: datetime) -> datetime:
        return now

    def repaints_at_once(self, now: datetime) -> int:
        return 8

    async def post(self, outgoing: Outgoing) -> Place:
        self.said.append(outgoing)
        stamp = f"{len(self.said)}.0"
        await asyncio.sleep(0.001)
        return Place(conversation="D" + "-".join(outgoing.address.people), stamp=stamp)

    async def draw(self, outgoing: Outgoing) -> Drawing:
        return Sketch(shows=repr(outgoing.sayings))

    async def repaint(self, drawing: Drawing, place: Place) -> None:
        await asyncio.sleep(0)

    async def publish(self, person: str, home: Home) -> None:
        raise AssertionError("nobody in these tests has opened a Home")

    async def look(self, outgoing: Outgoing, since: datetime) -> Place | None:
        raise AssertionError("no message of these tests is ever lost")

    def notices(self) -> list[Any]:
        return [saying.notice for outgoing in self.said for saying in outgoing.sayings]


class Nowhere:
    """A directory for those who look nobody up."""

    async def by_id(self, person: str) -> Person | None:
        return None

    async def by_email(self, email: str) -> Person | None:
        return None

    async def venue(self, conversation: str) -> Venue:
        return Venue(id=conversation, seen=False)

    async def people_in(self, conversation: str) -> tuple[str, ...] | None:
        return None


class Roomless:
    """Rooms for those who need none."""

    def ready_at(self, now: datetime) -> datetime:
        return now

    async def open(self, wanted: RoomWanted) -> RoomMade:
        raise AssertionError("no group of these tests is formed")

    async def bring(self, conversation: str, people: Sequence[str]) -> tuple[str, ...]:
        raise AssertionError("nobody of these tests joins elsewhere")

    async def direct(self, people: Sequence[str]) -> Venue:
        raise AssertionError("no group of these tests is formed")


class Replica:
    """What one process has of its own: connections, threads, a courier."""

    def __init__(self, url: str, clock: MovableClock, hall: Hall, *, name: str) -> None:
        self.bot = RunningBot(Database.open(url, Seal([KEY])), clock=clock, new_id=system_id, directory=Nowhere())
        self.courier = Courier(self.bot, hall, Errands(self.bot, Roomless()), replica=name)

    async def looks_at(self, ids: Sequence[PairingId]) -> None:
        """One tick's transaction, in the order in which it claimed these."""

        def work(session: Session, turn: Turn) -> None:
            for workspace in workspaces.active(session):
                here = session.within(workspace)
                pairings.lock(here, ids)
                look.look(here, turn, ids)

        await self.bot.write(None, work)

    async def settle(self) -> None:
        """All that is due now is done, as the ticker and the courier of one process do it, or by the other one."""
        while True:
            done = sum([await tick(self.bot, work) for work in TICKS])
            await self.courier.deliver()
            moment = await self.bot.read(None, lambda session, turn: Due.of(session).next)
            if not done and (moment is None or moment > self.bot.now()):
                return
            await asyncio.sleep(0.005)


class Replicas:
    """Two bots over one database and one clock."""

    def __init__(self, url: str, *, start: datetime, name: str) -> None:
        self.clock = MovableClock(start)
        self.hall = Hall()
        self.one = Replica(url, self.clock, self.hall, name=f"{name} one")
        self.two = Replica(url, self.clock, self.hall, name=f"{name} two")
        self.database = Database.open(url, Seal([KEY]))
        with self.database.write() as session:
            self.workspace = workspaces.register(session, enterprise="", team="T0", name="Test", bot_person="U0BOT")

    def caller(self, person: str) -> Caller:
        return Caller(workspace=self.workspace, person=person)

    def turn(self) -> Turn:
        return Turn(now=self.clock.now(), new_id=system_id, cause="test")

    def plan(
        self, csv: str, *, programme: str = "Mentors 2026", run_by: Sequence[str] = ("U0MARIA", "U0TOM")
    ) -> Import:
        rows = read(csv.encode(), self.clock.now().date())
        coordinator, backup = run_by
        return Import(
            roster=rows,
            people={each: person(each) for each in people_of(rows)},
            programme=programme,
            coordinator=person(coordinator),
            backup=person(backup),
        )

    def bring(self, csv: str, **more: Any) -> None:
        with self.database.write(self.workspace) as session:
            import_pairs(session, self.turn(), self.plan(csv, **more))

    async def live_until(self, moment: datetime) -> None:
        """Both do at each moment whatever is due then, at once."""
        while True:
            await asyncio.gather(self.one.settle(), self.two.settle())
            with self.database.read() as session:
                following = Due.of(session).next
            if following is None or following > moment:
                break
            self.clock.move_to(max(following, self.clock.now() + timedelta(milliseconds=50)))
        self.clock.move_to(moment)
        await asyncio.gather(self.one.settle(), self.two.settle())

    async def at_the_lock(
        self,
        held: Collection[PairingId] | Collection[GroupId],
        *calls: Callable[[], Awaitable[Any]],
        lock: Callable[[Session, Sequence[Any]], None] = pairings.lock,
    ) -> list[Any]:
        """Starts these calls one after the other while a third holds the locks, then lets them go.

        So whatever they read before the lock is old by the time they have it. Results or exceptions, in order.
        """
        taken, go = threading.Event(), threading.Event()
        holding = asyncio.create_task(asyncio.to_thread(self._hold, held, taken, go, lock))
        await asyncio.to_thread(taken.wait)
        running = []
        for call in calls:
            running.append(asyncio.ensure_future(call()))
            await asyncio.sleep(STANDING / len(calls))
        go.set()
        done = await asyncio.gather(*running, return_exceptions=True)
        await holding
        return done

    def _hold(
        self,
        ids: Collection[Any],
        taken: threading.Event,
        go: threading.Event,
        lock: Callable[[Session, Sequence[Any]], None],
    ) -> None:
        with self.database.write(self.workspace) as session:
            lock(session, sorted(ids))
            taken.set()
            go.wait()

    def rows(self, table: type[SQLModel], **only: Any) -> list[Mapping[str, Any]]:
        columns = table_of(table).c
        with self.database.read() as session:
            statement = select(table_of(table)).where(*(columns[name] == value for name, value in only.items()))
            return [dict(row._mapping) for row in session.execute(statement.order_by(columns.id))]

    async def write(self, service: Callable[[Session, Turn], Any]) -> Any:
        return await self.one.bot.write(self.workspace, service)

    def close(self) -> None:
        self.one.bot.close()
        self.two.bot.close()
        self.database.close()


def person(id: str) -> Person:
    return Person(id=id, name=id.removeprefix("U0").capitalize(), zone="Europe/Lisbon", language="en")


@contextmanager
def replicas(url: str, *, start: datetime = MONDAY, name: str = "") -> Iterator[Replicas]:
    """No replica may have anything to complain of."""
    there = Replicas(url, start=start, name=name)
    with capture_logs() as logged:
        try:
            yield there
        finally:
            there.close()
    assert [entry for entry in logged if entry["log_level"] in ("error", "warning", "critical")] == []


def csv_of(pairs: Sequence[tuple[str, str]], *, started: date | None = None) -> str:
    lines = [f"{mentor},{mentee},{started or ''}" for mentor, mentee in pairs]
    return "\n".join(["mentor,mentee,started", *lines, ""])
