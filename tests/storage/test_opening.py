"""A database is opened: how it keeps what is committed, and what it refuses to be opened with."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.sealing import Seal, new_key
from storage.session import Database, KeyWrong
from storage.urls import BadUrl
from tests.engines import ONLY_SQLITE


def test_a_new_file_may_be_opened_while_another_process_writes_to_it(tmp_path: Path, seal: Seal) -> None:
    elsewhere = sqlite3.connect(tmp_path / "rapport.db", isolation_level=None, check_same_thread=False)
    elsewhere.execute("BEGIN IMMEDIATE")
    ready = threading.Timer(0.1, elsewhere.close)
    ready.start()

    with closing(Database.open(f"sqlite:///{tmp_path}/rapport.db", seal)) as database, database.read() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"

    ready.join()


@ONLY_SQLITE
def test_what_is_committed_survives_a_power_cut(database: Database) -> None:
    with database.write() as session:
        pragmas = {
            name: session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout")
        }

    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 10_000}


def test_what_need_not_survive_one_does_not_wait_for_the_disk(tmp_path: Path, seal: Seal) -> None:
    url = f"sqlite:///{tmp_path}/rapport.db"
    with closing(Database.open(url, seal, durable=False)) as database, database.write() as session:
        assert session.execute(text("PRAGMA synchronous")).scalar() == 0


def test_the_bot_refuses_a_database_that_was_sealed_with_another_key(database_url: str) -> None:
    old, new = new_key(), new_key()

    def check(*keys: str) -> None:
        with closing(Database.open(database_url, Seal(keys))) as opened:
            opened.check_key()

    check(old)
    check(old)
    check(new, old)
    with pytest.raises(KeyWrong, match="Put the earlier key back"):
        check(new)


def test_a_database_in_a_folder_that_is_not_there_is_refused(tmp_path: Path, seal: Seal) -> None:
    with pytest.raises(BadUrl, match="does not exist"):
        Database.open(f"sqlite:///{tmp_path}/nowhere/rapport.db", seal)
