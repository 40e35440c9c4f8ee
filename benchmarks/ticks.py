"""What the clock's work costs: nothing when nothing is due, and for what is due the same in a small programme as in a
large one."""

import asyncio
from collections.abc import Coroutine
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any, Final, TypeVar

import uvloop
from sqlalchemy import bindparam, update

from benchmarks.databases import migrated, opened, settle
from benchmarks.figures import RUNS, Figure
from benchmarks.population import populate
from benchmarks.rows import WORKSPACE, Kind, uuid
from bot.app.bot import RunningBot
from bot.app.clock import MovableClock, system_id
from bot.app.ticker import tick
from bot.ports import Person, Venue
from bot.ticks import TICKS, Claim
from storage.session import Database
from storage.tables import Pairing, table_of

T = TypeVar("T")

SMALL: Final = 10_000
LARGE: Final = 1_000_000
DUE: Final = 400
"""Pairings due in one run, spread evenly over all there are."""

IDLE_TICKS: Final = 200
IDLE_MILLISECONDS: Final = 5

FIRST_DAY: Final = date(2026, 9, 6)
NOW: Final = datetime(2026, 10, 6, 8, tzinfo=UTC)
"""A Tuesday, an hour before all are asked: what is due opens a check-in and queues both of its prompts."""

PAIRINGS: Final = next(work for work in TICKS if isinstance(work, Claim) and work.name == "pairings")


class WrongWork(Exception):
    """Another number of pairings was looked at than was due."""


class Nobody:
    """Whom no tick asks."""

    async def by_id(self, person: str) -> Person | None:
        return None

    async def by_email(self, email: str) -> Person | None:
        return None

    async def venue(self, conversation: str) -> Venue:
        return Venue(id=conversation, seen=False)

    async def people_in(self, conversation: str) -> tuple[str, ...] | None:
        return None


def measure(engine: str) -> list[Figure]:
    small_due, _ = _costs(engine, SMALL)
    large_due, idle = _costs(engine, LARGE)
    return [
        Figure(
            name=f"tick-idle-{engine}",
            value=idle * 1000,
            unit="ms",
            at_most=IDLE_MILLISECONDS,
            said_with=f"over {LARGE:,} pairings",
        ),
        Figure(
            name=f"tick-due-{engine}",
            value=large_due / small_due,
            at_least=0.5,
            at_most=1.5,
            said_with=f"{large_due * 1000:.1f} ms each of {LARGE:,}, {small_due * 1000:.1f} of {SMALL:,}",
        ),
    ]


def _costs(engine: str, pairings: int) -> tuple[float, float]:
    """Seconds for each pairing that is due, and for a tick with nothing due."""
    with migrated(engine) as url, opened(url) as database:
        populate(database, pairings, now=NOW, anchor=FIRST_DAY)
        settle(url)
        bot = RunningBot(database, clock=MovableClock(NOW), new_id=system_id, directory=Nobody())
        idle = _timed(_idle(bot)) / IDLE_TICKS
        _make_due(database, pairings, run=0)
        _timed(_work(bot))
        due = []
        for run in range(1, RUNS + 1):
            _make_due(database, pairings, run=run)
            due.append(_timed(_work(bot)) / DUE)
        bot.close()
    return median(due), idle


def _make_due(database: Database, pairings: int, *, run: int) -> None:
    """Other ones in each run, all over the table."""
    table = table_of(Pairing)
    now_due = (
        update(table)
        .where(table.c.workspace_id == WORKSPACE, table.c.id == bindparam("pairing"))
        .values(next_look_at=NOW - timedelta(minutes=1))
    )
    chosen = range(run, pairings, pairings // DUE)[:DUE]
    with database.write(WORKSPACE) as session:
        session.execute(now_due, [{"pairing": uuid(Kind.PAIRING, n)} for n in chosen])


async def _idle(bot: RunningBot) -> None:
    for _ in range(IDLE_TICKS):
        if await tick(bot, PAIRINGS):
            raise WrongWork


async def _work(bot: RunningBot) -> None:
    if await tick(bot, PAIRINGS) < DUE:
        raise WrongWork


def _timed(work: Coroutine[Any, Any, T]) -> float:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        began = perf_counter()
        runner.run(work)
        return perf_counter() - began
