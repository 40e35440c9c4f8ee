"""Two who wait for each other's locks: PostgreSQL stops one, and the bot does it again."""

import asyncio
from collections.abc import Callable
from threading import Barrier, BrokenBarrierError

import pytest
from sqlalchemy import select, update

from bot.app.bot import writer_for
from storage.session import Database, Session
from storage.tables import Workspace, table_of

WORKSPACE = table_of(Workspace)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_of_two_that_lock_in_opposite_orders_both_are_done(database: Database) -> None:
    with database.write() as session:
        for number in (1, 2):
            row = {"id": number, "enterprise_id": "", "team_id": f"T{number}", "name": "", "bot_person": ""}
            session.insert_once(Workspace, {**row, "state": "active", "stopped_why": "", "leased_by": ""})
    both_hold_one = Barrier(2)

    def work(first: int, second: int) -> Callable[[Session], None]:
        def rename(session: Session) -> None:
            for number in (first, second):
                mine = WORKSPACE.c.id == number
                session.execute(update(WORKSPACE).where(mine).values(name=WORKSPACE.c.name + "x"))
                try:
                    both_hold_one.wait(timeout=2)
                except BrokenBarrierError:
                    continue

        return rename

    writer = writer_for(database)
    await asyncio.gather(writer.write(None, work(1, 2)), writer.write(None, work(2, 1)))
    writer.close()

    with database.read() as session:
        assert session.execute(select(WORKSPACE.c.name).order_by(WORKSPACE.c.id)).scalars().all() == ["xx", "xx"]
