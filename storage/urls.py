"""Where the database is: a URL as people write it, made into one that SQLAlchemy opens."""

import re
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

Dialect = Literal["sqlite", "postgresql"]

_SCHEME: Final = re.compile(r"(?P<name>[a-z][a-z0-9]*)(\+[a-z0-9_]+)?:", re.IGNORECASE)
_FORMS: Final = "Write sqlite:///rapport.db or postgresql://user:password@host/database."


class BadUrl(ValueError):
    """The database's URL cannot be used; the message is a sentence for an operator and never holds the password."""


def read_url(url: str) -> URL:
    """The URL with a driver that is installed: `sqlite` over a file, or `postgresql+psycopg`. Raises BadUrl."""
    scheme = _SCHEME.match(url.strip())
    if scheme is None:
        raise BadUrl(f"The database's URL does not say what kind of database it is. {_FORMS}")
    name = scheme["name"].lower()
    if name == "sqlite":
        return _sqlite(url.strip()[scheme.end() :])
    if name in ("postgres", "postgresql"):
        return _postgresql(url.strip()[scheme.end() :])
    raise BadUrl(f"The database's URL begins with {name}, which cannot be used. {_FORMS}")


def dialect_of(url: URL) -> Dialect:
    return "sqlite" if url.get_backend_name() == "sqlite" else "postgresql"


def database_file(url: URL) -> Path:
    """The file of a SQLite URL that read_url returned."""
    return Path(url.database or "")


def _sqlite(rest: str) -> URL:
    """People write two, three or four slashes, one, or none; three and more are as SQLAlchemy reads them."""
    path = rest.removeprefix("///") if rest.startswith("///") else rest.removeprefix("//")
    if path in ("", "/", ":memory:"):
        raise BadUrl("The database's URL names no file, so nothing would be kept. Write sqlite:///rapport.db.")
    if "?" in path or path.startswith("file:"):
        raise BadUrl("A SQLite URL takes no options. Write sqlite:///rapport.db.")
    return URL.create("sqlite", database=str(Path(path).expanduser()))


def _postgresql(rest: str) -> URL:
    try:
        url = make_url(f"postgresql+psycopg:{rest}")
    except (ArgumentError, ValueError):
        raise BadUrl(f"The database's URL cannot be read. {_FORMS}") from None
    if "@" in (url.host or ""):
        raise BadUrl("The password in the database's URL holds an @; write it as %40.")
    if not url.database and "dbname" not in url.query:
        raise BadUrl(f"The database's URL names no database. {_FORMS}")
    return url
