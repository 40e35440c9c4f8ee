"""SQL is put into words once by each process of the tests, not anew for every database that a test opens.

SQLAlchemy keeps what it has put into words with each engine. Every test has two engines of its own, and a bot that is
started again two more, which would spend a quarter of a short test on the same few hundred statements.
"""

from typing import Any, Final

from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Dialect

DIALECTS: Final = (SQLiteDialect_pysqlite, PGDialect_psycopg)


def keep_words() -> None:
    """From now on, for every engine that is made: the servers of one run are of one version, so that all dialects of a
    kind say the same.
    """
    for dialect in DIALECTS:
        _share(dialect)


def _share(dialect: type[Dialect]) -> None:
    words: dict[Any, Any] = {}

    def engine_created(engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=words)

    dialect.engine_created = engine_created  # type: ignore[method-assign]  # only in tests
    dialect.__eq__ = _is_alike  # type: ignore[method-assign]
    dialect.__hash__ = _of_kind  # type: ignore[method-assign, assignment]


def _is_alike(one: object, other: object) -> bool:
    return type(one) is type(other)


def _of_kind(one: object) -> int:
    return hash(type(one))
