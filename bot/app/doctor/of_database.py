"""The database: is it there, is it today's, does the key open it, is there room. Nothing is made or changed."""

import shutil
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from bot.app.doctor.finding import Finding, fix, note, ok
from bot.app.doctor.of_zones import time_zones
from bot.settings import Settings
from storage import member
from storage.migrations import SchemaUnknown, head, pending
from storage.sealing import KEY_FILE, KeyMissing, Seal, keys_for, new_key
from storage.session import Database
from storage.urls import BadUrl, database_file, dialect_of, read_url

LEAST_ROOM: Final = 200_000_000
"""Bytes. A migration copies the file first, so that twice its size counts if that is more."""

PATIENCE: Final = 10
"""Seconds for a connection to PostgreSQL."""

NOT_YET: Final = "not checked: the database comes first."


def findings(settings: Settings) -> list[Finding]:
    try:
        where = read_url(settings.database_url)
    except BadUrl as wrong:
        return [fix("database", str(wrong))]
    if dialect_of(where) == "postgresql":
        return _of_database(settings, _impatient(settings.database_url), "PostgreSQL")
    return _of_file(settings, database_file(where))


def room(*, free: int, size: int) -> Finding:
    """For the file of a database of this size; both in bytes."""
    needed = max(LEAST_ROOM, 2 * size)
    says = f"{free // 1_000_000} MB are free beside the database"
    return ok("disk", f"{says}.") if free >= needed else fix("disk", f"{says}. Make room: {needed // 1_000_000} MB.")


def _of_file(settings: Settings, file: Path) -> list[Finding]:
    if not file.parent.is_dir():
        return [fix("database", f"the folder {file.parent.absolute()} does not exist. Make it, or mend DATABASE_URL.")]
    size = file.stat().st_size if file.exists() else 0
    space = room(free=shutil.disk_usage(file.parent).free, size=size)
    if size:
        return [*_of_database(settings, settings.database_url, f"SQLite, {file}"), space]
    return [ok("database", f"SQLite, {file}; it will be made at the first start."), _first_key(settings), space]


def _of_database(settings: Settings, url: str, name: str) -> list[Finding]:
    try:
        if pending(url):
            older = f"the database is older than this version, which ends at revision {head()}. Run: rapport migrate"
            return [ok("database", f"{name}."), fix("revision", older), note("key", NOT_YET)]
        return [ok("database", f"{name}, revision {head()}."), *_inside(settings, url)]
    except BadUrl as wrong:
        return [fix("database", str(wrong)), note("key", NOT_YET)]
    except SchemaUnknown as newer:
        return [fix("database", f"{newer} Install a newer version."), note("key", NOT_YET)]
    except DBAPIError as refused:
        reason = (str(refused.orig).strip() or "no answer").splitlines()[0]
        return [fix("database", f"it cannot be opened: {reason}. Check DATABASE_URL."), note("key", NOT_YET)]


def _inside(settings: Settings, url: str) -> list[Finding]:
    """A key is looked for last: zones can be read without, and only the database knows whether one was ever used."""
    try:
        seal, wrong = _seal(settings), None
    except KeyMissing as missing:
        seal, wrong = Seal([new_key()]), str(missing)
    database = Database.open(url, seal)
    try:
        with database.read() as session:
            known = member.zones(session)
        return [_key(settings, wrong, fits=database.key_fits()), time_zones(known)]
    finally:
        database.close()


def _key(settings: Settings, wrong: str | None, *, fits: bool | None) -> Finding:
    """`fits` is whether today's key opens what is sealed; None when nothing is."""
    if fits is None and _makes_its_own(settings):
        return ok("key", f"{KEY_FILE} will be made beside the database at the first start. Keep a copy of it.")
    if wrong:
        return fix("key", wrong)
    if fits is False:
        return fix(
            "key",
            f"it is not the one that this database was sealed with. Put the earlier one back: {KEY_FILE} beside the"
            " database, or RAPPORT_SECRET_KEYS.",
        )
    return ok("key", "opens what is sealed." if fits else "nothing is sealed yet.")


def _first_key(settings: Settings) -> Finding:
    try:
        _seal(settings)
    except KeyMissing as wrong:
        return _key(settings, str(wrong), fits=None)
    return _key(settings, None, fits=None)


def _seal(settings: Settings) -> Seal:
    """Today's keys. Raises KeyMissing."""
    if _makes_its_own(settings):
        raise KeyMissing(
            f"{_key_file(settings)} is missing. Put it back: without it the words of this database cannot be read."
        )
    return Seal(keys_for(settings.database_url, settings.keys()))


def _makes_its_own(settings: Settings) -> bool:
    """Whether the bot would make a key when it starts."""
    sqlite = dialect_of(read_url(settings.database_url)) == "sqlite"
    return sqlite and not settings.keys() and not _key_file(settings).exists()


def _key_file(settings: Settings) -> Path:
    return database_file(read_url(settings.database_url)).parent / KEY_FILE


def _impatient(url: str) -> str:
    """psycopg waits more than two minutes for a host that is silent."""
    if "connect_timeout" in url:
        return url
    return f"{url}{'&' if '?' in url else '?'}connect_timeout={PATIENCE}"
