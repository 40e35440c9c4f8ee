"""Database, key, zones and room, on both engines: what is wrong is named with what mends it."""

from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app.doctor import of_database, of_zones
from bot.app.doctor.finding import Finding, Verdict, fix, note, ok
from playground.server import StandIn
from storage import member as members
from storage.migrations import head
from storage.sealing import Seal, new_key
from storage.session import Database
from tests import engines
from tests.app.doctor.examined import about, as_sealed_by, examined, printed, wrong
from tests.services.office import Office
from tests.stage import KEY


async def test_a_database_behind_this_version_is_to_be_migrated(slack: StandIn, tmp_path: Path) -> None:
    with engines.empty_database("postgresql", tmp_path) as url:
        findings = await examined(slack, url)

    assert wrong(findings) == ["revision"]
    assert about(findings, "revision").says.endswith("Run: rapport migrate")
    assert about(findings, "key") == note("key", "not checked: the database comes first.")


async def test_a_database_ahead_of_this_version_needs_a_newer_one(slack: StandIn, database_url: str) -> None:
    database = Database.open(database_url, Seal([KEY]))
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()

    findings = await examined(slack, database_url)

    assert wrong(findings) == ["database"]
    assert about(findings, "database").says == (
        f"The database is at revision 9999, and this version of Rapport ends at {head()}. Install a newer version."
    )


async def test_another_key_than_the_one_that_sealed_does_not_fit(slack: StandIn, database_url: str) -> None:
    as_sealed_by(database_url, new_key())

    findings = await examined(slack, database_url)

    assert wrong(findings) == ["key"]
    assert "not the one that this database was sealed with" in about(findings, "key").says


async def test_a_key_that_nobody_made_is_named_without_its_value(slack: StandIn, database_url: str) -> None:
    findings = await examined(slack, database_url, settings={"rapport_secret_keys": "hunter2"})

    assert wrong(findings) == ["key"]
    assert "hunter2" not in printed(findings, terminal=False)


async def test_a_lost_key_file_is_missed_and_not_made_anew(slack: StandIn, tmp_path: Path) -> None:
    with engines.migrated_database("sqlite", tmp_path) as url:
        as_sealed_by(url, KEY)

        findings = await examined(slack, url, settings={"rapport_secret_keys": ""})

    assert wrong(findings) == ["key"]
    assert about(findings, "key").says.startswith(f"{tmp_path / 'rapport.key'} is missing. Put it back")
    assert not (tmp_path / "rapport.key").exists()


async def test_postgresql_needs_a_key_of_ones_own(slack: StandIn, tmp_path: Path) -> None:
    with engines.migrated_database("postgresql", tmp_path) as url:
        findings = await examined(slack, url, settings={"rapport_secret_keys": ""})

    assert wrong(findings) == ["key"]
    assert about(findings, "key").says.startswith("With PostgreSQL, set RAPPORT_SECRET_KEYS")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://localhost/x", "The database's URL begins with mysql"),
        ("sqlite:////nowhere/at/all.db", "the folder /nowhere/at does not exist."),
        ("postgresql://ana:hunter2@127.0.0.1:9/x", "it cannot be opened: connection failed:"),
    ],
)
async def test_a_database_that_is_not_there_is_one_sentence(slack: StandIn, url: str, says: str) -> None:
    findings = await examined(slack, url)

    assert wrong(findings) == ["database"]
    assert about(findings, "database").says.startswith(says)
    assert "hunter2" not in printed(findings, terminal=False)


async def test_a_file_that_is_no_database_is_said_to_be_none(slack: StandIn, no_database: str, tmp_path: Path) -> None:
    (tmp_path / "rapport.db").write_text("Dear diary, " * 100, encoding="utf-8")

    findings = await examined(slack, no_database)

    assert about(findings, "database").says == "it cannot be opened: file is not a database. Check DATABASE_URL."


async def test_a_zone_that_is_not_known_here_is_named(slack: StandIn, database_url: str) -> None:
    database = Database.open(database_url, Seal([KEY]))
    office = Office(database)
    office.bring_in("mentor,mentee\nU0ANA,U0BEN\n")
    with database.write(office.workspace) as session:
        ana = members.find(session, "U0ANA")
        assert ana is not None
        members.change(session, ana.id, zone="Mars/Olympus")
    database.close()

    findings = await examined(slack, database_url)

    assert wrong(findings) == ["time zones"]
    assert about(findings, "time zones").says.startswith("not known here: Mars/Olympus. Update the system's tzdata")


@pytest.mark.parametrize(
    ("version", "this_year", "verdict"),
    [("2025b", 2026, Verdict.OK), ("2024b", 2026, Verdict.FIX), (None, 2026, Verdict.OK), ("custom", 2026, Verdict.OK)],
)
def test_zones_of_the_year_before_last_are_too_old(version: str | None, this_year: int, verdict: Verdict) -> None:
    assert of_zones.age(version, this_year=this_year, members=3).verdict is verdict


def test_the_systems_zones_go_before_the_packages(tmp_path: Path) -> None:
    packaged = of_zones.data_version([str(tmp_path)])
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "London").touch()

    assert packaged is not None
    assert packaged >= "2025"
    assert of_zones.data_version([str(tmp_path)]) is None
    (tmp_path / "tzdata.zi").write_text("# version 2019c\nR x\n", encoding="utf-8")
    assert of_zones.data_version([str(tmp_path)]) == "2019c"


@pytest.mark.parametrize(
    ("free", "size", "expected"),
    [
        (200_000_000, 5, ok("disk", "200 MB are free beside the database.")),
        (199_000_000, 5, fix("disk", "199 MB are free beside the database. Make room: 200 MB.")),
        (900_000_000, 500_000_000, fix("disk", "900 MB are free beside the database. Make room: 1000 MB.")),
    ],
)
def test_there_is_room_for_a_copy_of_the_database(free: int, size: int, expected: Finding) -> None:
    assert of_database.room(free=free, size=size) == expected
