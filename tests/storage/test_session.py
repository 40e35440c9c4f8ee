"""Transactions mean the same on both engines."""

import sqlite3
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    cast,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError, StatementError
from sqlalchemy.schema import CreateTable

from storage import engines
from storage.sealing import Seal, SealBroken
from storage.session import AcrossWorkspaces, Database
from storage.types import UtcDateTime
from tests.engines import ONLY_POSTGRESQL, ONLY_SQLITE

T = TypeVar("T")


tally = Table(
    "tally",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("count", Integer),
    Column("note", String, unique=True),
    Column("at", UtcDateTime),
    Column("parent", ForeignKey("tally.id")),
)


@pytest.fixture
def tallies(database: Database) -> Database:
    with database.write() as session:
        session.execute(CreateTable(tally))
        session.execute(insert(tally), [{"id": 1, "count": 0}, {"id": 2, "count": 0}])
    return database


def count(database: Database, id: int = 1) -> int:
    with database.read() as session:
        return int(session.execute(select(tally.c.count).where(tally.c.id == id)).scalar_one())


def side_by_side(*works: Callable[[], T]) -> list[T]:
    """Every piece of work in a thread of its own, begun at the same moment."""
    start = threading.Barrier(len(works))

    def begin(work: Callable[[], T]) -> T:
        start.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begin, works))


def test_what_is_written_is_there_afterwards(tallies: Database) -> None:
    with tallies.write() as session:
        session.execute(update(tally).values(count=5).where(tally.c.id == 1))

    assert count(tallies) == 5


def test_what_fails_half_way_leaves_nothing(tallies: Database) -> None:
    def fail_half_way() -> None:
        with tallies.write() as session:
            session.execute(update(tally).values(count=5).where(tally.c.id == 1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    assert count(tallies) == 0


def test_a_reading_session_cannot_write(tallies: Database) -> None:
    with pytest.raises(DBAPIError), tallies.read() as session:
        session.execute(update(tally).values(count=5))

    assert count(tallies) == 0


def test_a_reader_sees_one_moment_and_waits_for_no_writer(tallies: Database) -> None:
    with tallies.read() as reading:
        before = reading.execute(select(tally.c.count).where(tally.c.id == 1)).scalar_one()
        with tallies.write() as writing:
            writing.execute(update(tally).values(count=5))
            assert count(tallies) == 0
        after = reading.execute(select(tally.c.count).where(tally.c.id == 2)).scalar_one()

    assert (before, after) == (0, 0)
    assert count(tallies, 2) == 5


def test_of_two_who_count_at_once_neither_is_lost(tallies: Database) -> None:
    def count_up() -> None:
        for _ in range(50):
            with tallies.write() as session:
                row = select(tally.c.count).where(tally.c.id == 1)
                seen = session.execute(session.for_update(row)).scalar_one()
                session.execute(update(tally).values(count=seen + 1).where(tally.c.id == 1))

    side_by_side(count_up, count_up)

    assert count(tallies) == 100


def test_of_two_who_insert_the_same_once_one_made_it(tallies: Database) -> None:
    def insert_once(id: int) -> bool:
        with tallies.write() as session:
            return session.insert_once(tally, {"id": id, "count": 1})

    for id in range(10, 40):
        made = side_by_side(partial(insert_once, id), partial(insert_once, id))

        assert sorted(made) == [False, True]


def test_inserting_once_more_leaves_the_row_as_it_was(tallies: Database) -> None:
    with tallies.write() as session:
        made = session.insert_once(tally, {"id": 1, "count": 9})

    assert made is False
    assert count(tallies) == 0


@ONLY_POSTGRESQL
def test_a_claim_skips_what_another_has_claimed(tallies: Database) -> None:
    rows = select(tally.c.id).order_by(tally.c.id)
    with tallies.write() as first, tallies.write() as second:
        second.execute(text("SET LOCAL lock_timeout = '1s'"))
        mine = first.execute(first.for_update(rows.limit(1), skip_locked=True)).scalars().all()
        theirs = second.execute(second.for_update(rows, skip_locked=True)).scalars().all()

    assert (mine, theirs) == ([1], [2])


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch, database_url: str, seal: Seal) -> Iterator[Database]:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    opened = Database.open(database_url, seal)
    yield opened
    opened.close()


@ONLY_SQLITE
def test_a_writer_that_waited_too_long_fails_at_its_beginning_and_the_next_one_works(
    tallies: Database, impatient: Database, tmp_path: Path
) -> None:
    elsewhere = sqlite3.connect(tmp_path / "rapport.db", isolation_level=None)
    elsewhere.execute("BEGIN IMMEDIATE")

    with pytest.raises(OperationalError, match="locked"), impatient.write():
        raise AssertionError("it must not get this far")
    elsewhere.execute("ROLLBACK")
    elsewhere.close()
    with impatient.write() as session:
        session.execute(update(tally).values(count=1))

    assert count(impatient) == 1


def test_a_row_that_points_at_nothing_is_refused(tallies: Database) -> None:
    with pytest.raises(DatabaseError), tallies.write() as session:
        session.execute(insert(tally), {"id": 3, "parent": 99})


def test_a_refused_row_is_not_quoted_in_the_error(tallies: Database) -> None:
    words = "please tell nobody"
    with tallies.write() as session:
        session.execute(insert(tally), {"id": 3, "note": words})

    with pytest.raises(DBAPIError) as refused, tallies.write() as session:
        session.execute(insert(tally), {"id": 4, "note": words})

    told = "".join(traceback.format_exception(refused.value))
    assert "tally" in str(refused.value)
    assert words not in told.replace(f'words = "{words}"', "")


@ONLY_POSTGRESQL
def test_a_value_that_does_not_fit_is_not_quoted_in_the_error(tallies: Database) -> None:
    with pytest.raises(DBAPIError) as refused, tallies.read() as session:
        session.execute(select(cast(bindparam("word", type_=String), Integer)), {"word": "please tell nobody"})

    assert refused.value.args == ("22P02",)
    assert "nobody" not in str(refused.value.orig)


def test_moments_come_back_in_utc_and_sort_as_time_does(tallies: Database) -> None:
    noon = datetime(2026, 3, 29, 12, tzinfo=UTC)
    written = [
        noon.astimezone(ZoneInfo("Asia/Kathmandu")),
        noon + timedelta(microseconds=1),
        (noon - timedelta(seconds=1)).astimezone(timezone(timedelta(hours=-11))),
        datetime(1999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        None,
    ]
    with tallies.write() as session:
        session.execute(insert(tally), [{"id": id, "at": at} for id, at in enumerate(written, start=10)])

    with tallies.read() as session:
        at = tally.c.at
        sorted_ = session.execute(select(at).where(at.is_not(None)).order_by(at)).scalars().all()
        early = (
            session.execute(select(tally.c.id).where(at < noon.astimezone(ZoneInfo("America/Lima")))).scalars().all()
        )

    assert sorted_ == sorted(moment for moment in written if moment)
    assert {moment.tzinfo for moment in sorted_} == {UTC}
    assert set(early) == {12, 13}


def test_a_moment_without_a_zone_is_refused(tallies: Database) -> None:
    with pytest.raises(StatementError, match="time zone"), tallies.write() as session:
        session.execute(insert(tally), {"id": 3, "at": datetime(2026, 1, 1)})  # noqa: DTZ001 - the point of the test


def test_a_session_knows_its_workspace_or_says_that_it_has_none(database: Database) -> None:
    with database.read(workspace=7) as bound, database.read() as across:
        assert bound.workspace == 7
        assert across.within(8).workspace == 8
        with pytest.raises(AcrossWorkspaces):
            _ = across.workspace


def test_a_session_seals_for_its_own_workspace(database: Database) -> None:
    row = UUID(int=1)
    with database.read() as session:
        sealed = session.within(1).seal("hello", table="entry", row=row, column="sealed")

        assert session.within(1).open(sealed, table="entry", row=row, column="sealed") == "hello"
        with pytest.raises(SealBroken):
            session.within(2).open(sealed, table="entry", row=row, column="sealed")
