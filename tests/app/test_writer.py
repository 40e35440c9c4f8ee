"""Writing: what waits together is one commit on SQLite, and nobody's error is another's, on either engine."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event
from typing import Final

from sqlalchemy import Engine, event, select

from bot.app.writer import OneWriter, Writer, writer_for
from storage.session import Database, Session
from storage.tables import KeyCheck, table_of

KEPT: Final = table_of(KeyCheck)
asker: ContextVar[str] = ContextVar("asker", default="nobody")

Work = Callable[[Session], int]


class Unhappy(Exception):
    """What a work raises here."""


async def test_what_waits_together_is_committed_together_and_in_order(database: Database) -> None:
    writer = OneWriter(database, together=60)

    with counted_commits() as commits:
        results = await all_at_once(writer, [keep(n) for n in range(1, 6)])

    writer.close()
    assert results == [1, 2, 3, 4, 5]
    assert kept(database) == {1, 2, 3, 4, 5}
    assert len(commits) == 1


async def test_whoever_fails_leaves_nothing_and_takes_nobody_along(database: Database) -> None:
    writer = writer_for(database)

    first, failed, last = await all_at_once(writer, [keep(1), keep_and_fail(2), keep(3)])

    writer.close()
    assert (first, last) == (1, 3)
    assert isinstance(failed, Unhappy)
    assert kept(database) == {1, 3}


async def test_who_fails_alone_hears_of_it_and_the_next_is_served(database: Database) -> None:
    writer = writer_for(database)

    failed = await asyncio.gather(writer.write(None, keep_and_fail(1)), return_exceptions=True)
    result = await writer.write(None, keep(2))

    writer.close()
    assert isinstance(failed[0], Unhappy)
    assert result == 2
    assert kept(database) == {2}


async def test_each_work_knows_its_workspace_and_who_asked(database: Database) -> None:
    writer = writer_for(database)
    heard: list[tuple[int, str]] = []

    async def ask(name: str, workspace: int) -> None:
        asker.set(name)
        await writer.write(workspace, lambda session: heard.append((session.workspace, asker.get())))

    await asyncio.gather(ask("Ana", 1), ask("Ben", 2))

    writer.close()
    assert sorted(heard) == [(1, "Ana"), (2, "Ben")]


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


async def all_at_once(writer: Writer, works: list[Work]) -> list[int | BaseException]:
    """They queue behind one that ends only when all have come."""
    come = Event()
    first = asyncio.create_task(writer.write(None, lambda session: come.wait(10)))
    await asyncio.sleep(0.05)
    waiting = asyncio.gather(*(writer.write(None, work) for work in works), return_exceptions=True)
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
