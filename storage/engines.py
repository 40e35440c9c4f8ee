"""SQLAlchemy engines: two over each database, one that writes and one that can only read."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, PoolProxiedConnection, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext

from storage.urls import BadUrl, database_file, dialect_of

BUSY_SECONDS: Final = 10
# A second process that starts while the first one migrates a large file waits for it.
MIGRATING_SECONDS: Final = 600
# One place in a pool per thread that asks at the same time; more would only wait inside the database.
POOL_SIZE: Final = 8
# Of pages that a reader keeps to itself; the system keeps them for all. Of SQLite's own 2,000 eight readers held 12 MB.
READERS_KIBIBYTES: Final = 500
# Routers and load balancers drop a connection that was silent for some minutes, without telling either end.
RECYCLE_SECONDS: Final = 240
# More than the statements that storage has, so that none is parsed twice.
CACHED_STATEMENTS: Final = 512

_LOG_ATTEMPTS: Final = 200
_LOG_PAUSE_SECONDS: Final = 0.01


def writing_engine(url: URL, *, durable: bool = True) -> Engine:
    """Transactions that may write. On SQLite they take the write lock at once: one that reads first and then writes
    would otherwise fail, or overwrite what it did not see (https://www.sqlite.org/lang_transaction.html). They wait for
    the disk unless they need not be `durable`.
    """
    if dialect_of(url) == "postgresql":
        return _postgresql(url)
    pragmas = () if durable else ("synchronous = off",)
    return _sqlite(url, size=1, begin="BEGIN IMMEDIATE", pragmas=pragmas, busy=BUSY_SECONDS)


def reading_engine(url: URL) -> Engine:
    """Transactions that see one moment of the database, wait for no writer and cannot write."""
    if dialect_of(url) == "postgresql":
        engine = _postgresql(url, isolation_level="REPEATABLE READ")
        event.listen(engine, "connect", _forbid_writing)
        return engine
    return _sqlite(
        url,
        size=POOL_SIZE,
        begin="BEGIN",
        pragmas=("query_only = on", f"cache_size = -{READERS_KIBIBYTES}"),
        busy=BUSY_SECONDS,
    )


def migrating_engine(url: URL) -> Engine:
    """One writing connection; on SQLite without foreign keys, because rebuilding a table drops it, and its children
    with it (https://www.sqlite.org/lang_altertable.html#otheralter).
    """
    if dialect_of(url) == "postgresql":
        return _postgresql(url)
    return _sqlite(url, size=1, begin="BEGIN IMMEDIATE", pragmas=("foreign_keys = off",), busy=MIGRATING_SECONDS)


def _sqlite(url: URL, *, size: int, begin: str, pragmas: tuple[str, ...], busy: int) -> Engine:
    folder = database_file(url).parent
    if not folder.is_dir():
        raise BadUrl(f"The database's folder {folder} does not exist.")
    engine = create_engine(
        url,
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        connect_args={"timeout": busy, "isolation_level": None, "cached_statements": CACHED_STATEMENTS},
    )
    event.listen(engine, "connect", _set_up(("synchronous = full", "foreign_keys = on", *pragmas)))
    # A "begin" listener would do, but then every statement of the engine looks its events up: 20 µs a transaction.
    engine.dialect.do_begin = _begin_with(begin)  # type: ignore[method-assign, assignment]  # its own dialect
    return engine


@contextmanager
def not_waiting(connection: Connection) -> Iterator[None]:
    """Within it a lock of another process is an OperationalError at once; on SQLite, outside a transaction."""
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA busy_timeout = 0").close()
    try:
        yield
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}").close()


def _set_up(pragmas: tuple[str, ...]) -> Callable[[sqlite3.Connection, object], None]:
    def run(connection: sqlite3.Connection, _record: object) -> None:
        _keep_a_write_ahead_log(connection)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    return run


def _keep_a_write_ahead_log(connection: sqlite3.Connection) -> None:
    """So that readers and the writer do not wait for each other. It stays with the file once it is set.

    SQLite does not wait for a lock here, whatever busy_timeout says, when several connections open a new file at once.
    """
    for attempt in range(_LOG_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = wal").close()
        except sqlite3.OperationalError:
            if attempt + 1 == _LOG_ATTEMPTS:
                raise
            time.sleep(_LOG_PAUSE_SECONDS)
        else:
            return


def _begin_with(statement: str) -> Callable[[PoolProxiedConnection], None]:
    """Python's driver begins a transaction only at the first write, which is too late for either kind."""

    def begin(dbapi_connection: PoolProxiedConnection) -> None:
        dbapi_connection.cursor().execute(statement)

    return begin


def _postgresql(url: URL, **options: Any) -> Engine:
    try:
        engine = create_engine(
            url,
            hide_parameters=True,
            pool_size=POOL_SIZE,
            max_overflow=0,
            pool_timeout=BUSY_SECONDS,
            pool_recycle=RECYCLE_SECONDS,
            **options,
        )
    except ModuleNotFoundError:
        raise BadUrl("PostgreSQL needs a driver: pip install 'rapport[postgres]'.") from None
    event.listen(engine, "handle_error", _leave_values_out)
    return engine


def _forbid_writing(connection: Any, _record: object) -> None:
    connection.read_only = True


def _leave_values_out(context: ExceptionContext) -> None:
    """PostgreSQL's details quote the row that it refused, and data errors the value: a log must hold neither."""
    diagnosis = getattr(context.original_exception, "diag", None)
    if diagnosis is None or diagnosis.sqlstate is None:
        return
    about = diagnosis.constraint_name or diagnosis.column_name or diagnosis.table_name or ""
    said = "" if diagnosis.sqlstate.startswith("22") else diagnosis.message_primary
    words = " ".join(part for part in (diagnosis.sqlstate, about, said) if part)
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None:
            error.args = (words,)
