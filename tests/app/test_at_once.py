"""Transactions done where they are asked for; on both engines."""

import asyncio

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bot.app.at_once import AtOnce
from storage.session import Database, Session
from storage.tables import KeyCheck, table_of

KEPT = table_of(KeyCheck)


def keep(session: Session) -> int:
    session.insert_once(KEPT, {"id": 7, "sealed": ""})
    return 7


def keep_and_fail(session: Session) -> None:
    keep(session)
    raise LookupError


def kept(session: Session) -> list[int]:
    return [row.id for row in session.execute(select(KEPT.c.id))]


async def test_what_is_written_is_read_afterwards(database: Database) -> None:
    at_once = AtOnce(database)

    assert await at_once.write(None, keep) == 7
    assert await at_once.read(None, kept) == [7]


async def test_what_fails_leaves_nothing_behind(database: Database) -> None:
    at_once = AtOnce(database)

    with pytest.raises(LookupError):
        await at_once.write(None, keep_and_fail)
    assert await at_once.read(None, kept) == []


async def test_what_reads_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError):
        await AtOnce(database).read(None, keep)


@pytest.mark.parametrize("kind", ["read", "write"])
async def test_between_two_of_them_others_have_their_turn(database: Database, kind: str) -> None:
    at_once = AtOnce(database)
    do = at_once.read if kind == "read" else at_once.write
    turns: list[str] = []

    async def other() -> None:
        for _ in range(3):
            turns.append("other")
            await asyncio.sleep(0)

    beside = asyncio.create_task(other())
    for _ in range(3):
        await do(None, lambda session: turns.append("mine"))
    await beside

    assert turns == ["other", "mine"] * 3
