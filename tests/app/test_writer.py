"""Writing: what waits together is one commit on SQLite, and nobody's error is another's, on either engine."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from pathlib import Path
from threading import Event, get_ident
from typing import Final

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.exc import OperationalError

from bot.app.bot import writer_for
from bot.app.one_writer import OneWriter
from bot.app.writer import Writer
from storage.migrations import migrate
from storage.sealing import Seal, new_key
from storage.session import Database, Session
from storage.tables import KeyCheck, table_of

KEPT: Final = table_of(KeyCheck)
EITHER_WAY: Final = pytest.mark.parametrize("short", [True, False], ids=["short", "long"])
ONLY_SQLITE: Final = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
asker: ContextVar[str] = ContextVar("asker", default="nobody")

Work = Callable[[Session], int]


class Unhappy(Exception):
    """What a work raises here."""


@ONLY_SQLITE
@EITHER_WAY
async def test_what_waits_together_is_committed_together_and_in_order(database: Database, *, short: bool) -> None:
    writer = OneWriter(database, together=60)

    with counted_commits() as commits:
        results = await all_at_once(writer, [keep(n) for n in range(1, 6)], short=short)

    writer.close()
    assert results == [1, 2, 3, 4, 5]
    assert kept(database) == {1, 2, 3, 4, 5}
    assert len(commits) == 1


@EITHER_WAY
async def test_whoever_fails_leaves_nothing_and_takes_nobody_along(database: Database, *, short: bool) -> None:
    writer = writer_for(database)

    first, failed, last = await all_at_once(writer, [keep(1), keep_and_fail(2), keep(3)], short=short)

    writer.close()
    assert (first, last) == (1, 3)
    assert isinstance(failed, Unhappy)
    assert kept(database) == {1, 3}


@EITHER_WAY
async def test_who_fails_alone_hears_of_it_and_the_next_is_served(database: Database, *, short: bool) -> None:
    writer = writer_for(database)

    failed = await asyncio.gather(writer.write(None, keep_and_fail(1), short=short), return_exceptions=True)
    result = await writer.write(None, keep(2), short=short)

    writer.close()
    assert isinstance(failed[0], Unhappy)
    assert result == 2
    assert kept(database) == {2}


@EITHER_WAY
async def test_each_work_knows_its_workspace_and_who_asked(database: Database, *, short: bool) -> None:
    writer = writer_for(database)
    heard: list[tuple[int, str]] = []

    async def ask(name: str, workspace: int) -> None:
        asker.set(name)
        await writer.write(workspace, lambda session: heard.append((session.workspace, asker.get())), short=short)

    await asyncio.gather(ask("Ana", 1), ask("Ben", 2))

    writer.close()
    assert sorted(heard) == [(1, "Ana"), (2, "Ben")]


@ONLY_SQLITE
async def test_short_and_long_are_done_in_the_order_in_which_they_came(database: Database) -> None:
    writer = writer_for(database)
    done: list[int] = []

    def note(n: int) -> Callable[[Session], None]:
        return lambda session: done.append(n)

    await asyncio.gather(*(writer.write(None, note(n), short=n % 3 > 0) for n in range(9)))

    writer.close()
    assert done == list(range(9))


@ONLY_SQLITE
async def test_what_is_short_is_done_where_the_loop_runs_and_what_is_long_is_not(database: Database) -> None:
    writer = writer_for(database)

    short, long = [await writer.write(None, lambda session: get_ident(), short=short) for short in (True, False)]

    writer.close()
    assert short == get_ident() != long


@ONLY_SQLITE
async def test_while_another_process_writes_the_loop_goes_on_and_nothing_is_lost(
    database: Database, database_url: str
) -> None:
    writer = writer_for(database)
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(writer.write(None, keep(1), short=True))
        await asyncio.sleep(0.2)
        assert not waiting.done()  # and this line was reached: the loop did not stand still for the lock
        another.execute("COMMIT")

    assert await waiting == 1
    assert await writer.write(None, keep(2), short=True) == 2
    writer.close()
    assert kept(database) == {1, 2}


@ONLY_SQLITE
async def test_a_commit_that_fails_is_tried_again_for_each(database: Database) -> None:
    writer = OneWriter(database, together=60)
    with failing_commits(1):
        results = await asyncio.gather(*(writer.write(None, keep(n), short=True) for n in (1, 2)))

    writer.close()
    assert results == [1, 2]
    assert kept(database) == {1, 2}


@EITHER_WAY
async def test_what_waits_when_it_closes_is_done(database: Database, *, short: bool) -> None:
    writer = writer_for(database)
    asked = [asyncio.create_task(writer.write(None, keep(n), short=short)) for n in (1, 2, 3)]
    await asyncio.sleep(0)  # each has asked, nothing is begun

    writer.close()

    assert await asyncio.wait_for(asyncio.gather(*asked), 5) == [1, 2, 3]
    assert kept(database) == {1, 2, 3}


async def test_what_is_asked_for_while_the_database_cannot_be_opened_hears_of_it_and_the_next_is_served(
    tmp_path: Path,
) -> None:
    here, away = tmp_path / "rapport.db", tmp_path / "away.db"
    migrate(f"sqlite:///{here}")
    here.rename(away)
    here.mkdir()
    database = Database.open(f"sqlite:///{here}", Seal([new_key()]))
    writer = writer_for(database)

    with pytest.raises(OperationalError):
        await asyncio.wait_for(writer.write(None, keep(1), short=True), 5)
    here.rmdir()
    away.rename(here)

    assert await asyncio.wait_for(writer.write(None, keep(2), short=True), 5) == 2
    writer.close()
    database.close()


def keep(n: int) -> Work:
    def work(session: Session) -> int:
        session.insert_once(KEPT, {"id": n, "sealed": ""})
        return n

    return work


def keep_and_fail(n: int) -> Work:
    def work(session: Session) -> int:
        keep(n)(session)
        raise Unhappy

    return work


def kept(database: Database) -> set[int]:
    with database.read() as session:
        return {row.id for row in session.execute(select(KEPT.c.id))}


async def all_at_once(writer: Writer, works: list[Work], *, short: bool) -> list[int | BaseException]:
    """They queue behind one that ends only when all have come."""
    come = Event()
    first = asyncio.create_task(writer.write(None, lambda session: come.wait(10)))
    await asyncio.sleep(0.05)
    waiting = asyncio.gather(*(writer.write(None, work, short=short) for work in works), return_exceptions=True)
    await asyncio.sleep(0.05)
    come.set()
    await first
    return await waiting


@contextmanager
def counted_commits() -> Iterator[list[object]]:
    commits: list[object] = []

    def count(connection: object) -> None:
        commits.append(connection)

    event.listen(Engine, "commit", count)
    try:
        yield commits
    finally:
        event.remove(Engine, "commit", count)


@contextmanager
def failing_commits(times: int) -> Iterator[None]:
    left = [times]

    def fail(connection: object) -> None:
        if left[0]:
            left[0] -= 1
            raise OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(Engine, "commit", fail)
    try:
        yield
    finally:
        event.remove(Engine, "commit", fail)
