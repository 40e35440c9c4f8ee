"""Transactions: a Database opens them, and through a Session storage asks its questions within one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from typing import Any, Final, Self, TypeVar, overload
from uuid import UUID

from sqlalchemy import (
    Connection,
    CursorResult,
    Engine,
    Executable,
    Integer,
    RootTransaction,
    Select,
    Table,
    TableClause,
    Text,
    select,
)
from sqlalchemy import column as sql_column
from sqlalchemy import table as sql_table
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.sql.selectable import TypedReturnsRows
from sqlmodel import SQLModel

from storage.engines import not_waiting, reading_engine, writing_engine
from storage.sealing import Seal, SealBroken
from storage.statements import Columns, change_of, insert_into, insert_once_into, locking, named
from storage.urls import Dialect, dialect_of, read_url

Row = Mapping[str, Any]
Id = TypeVar("Id", bound=UUID)

# The table by name only: the models of storage.tables lie above this module.
_KEY_CHECK: Final = sql_table("key_check", sql_column("id", Integer), sql_column("sealed", Text))
_KNOWN_WORD: Final = "rapport"
_CHECK_ROW: Final = UUID(int=1)


class AcrossWorkspaces(Exception):
    """The session belongs to no workspace, and something asked for its workspace."""


class KeyWrong(Exception):
    """The database was sealed with a key that is not among today's; the message is a sentence for an operator."""


class Session:
    """One transaction, the workspace that it is bound to, and the seal.

    `returned` says that whoever acts was held to be unreachable: whoever opened the session follows that up.
    """

    __slots__ = ("_connection", "_later", "_workspace", "dialect", "returned", "seals")

    def __init__(self, connection: Connection, *, workspace: int | None, seals: Seal, dialect: Dialect) -> None:
        self._connection = connection
        self._workspace = workspace
        self._later: dict[tuple[int, AtTheEnd], set[Any]] = {}
        self.seals = seals
        self.dialect = dialect
        self.returned = False

    @property
    def workspace(self) -> int:
        if self._workspace is None:
            raise AcrossWorkspaces
        return self._workspace

    def within(self, workspace: int) -> "Session":
        """The same transaction, bound to one workspace: for what a claim across workspaces found."""
        here = Session(self._connection, workspace=workspace, seals=self.seals, dialect=self.dialect)
        here._later = self._later
        return here

    def at_the_end(self, do: "AtTheEnd", about: Iterable[Any]) -> None:
        """Does it once before the commit, about all that was named until then.

        For rows that many transactions change, each in an order of its own: so they are locked last of all, by one
        statement, in one order. SQLite's writers are one at a time: for them it is done at once.
        """
        if self.dialect == "sqlite":
            do(self, set(about))
        else:
            self._later.setdefault((self.workspace, do), set()).update(about)

    def finish(self) -> None:
        """What was left for the end."""
        for workspace, do in sorted(self._later, key=lambda each: each[0]):
            do(self.within(workspace), self._later[workspace, do])
        self._later.clear()

    @overload
    def execute(
        self, statement: TypedReturnsRows[*Columns], parameters: Row | Sequence[Row] | None = None
    ) -> CursorResult[*Columns]: ...

    @overload
    def execute(
        self, statement: Executable, parameters: Row | Sequence[Row] | None = None
    ) -> CursorResult[*tuple[Any, ...]]: ...

    def execute(
        self, statement: Executable, parameters: Row | Sequence[Row] | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        return self._connection.execute(statement, parameters)

    def insert_once(self, table: TableClause | type[SQLModel], values: Row) -> bool:
        """Whether a row was made: False when one with the same primary or unique key is there already."""
        return self._connection.execute(insert_once_into(named(table), self.dialect), values).rowcount == 1

    def insert_missing(self, table: TableClause | type[SQLModel], rows: Sequence[Row]) -> None:
        """Those of which none with the same primary or unique key is there already."""
        if rows:
            self._connection.execute(insert_once_into(named(table), self.dialect), rows)

    def change_each(self, table: Table, rows: Mapping[Id, Row]) -> None:
        """Sets columns of several rows of the workspace, of each its own, in as few statements as there are kinds."""
        alike: dict[frozenset[str], list[Row]] = {}
        for row, values in sorted(rows.items()):
            alike.setdefault(frozenset(values), []).append({"in_workspace": self.workspace, "of_row": row, **values})
        for some in alike.values():
            self._connection.execute(change_of(table), some)

    def insert(self, table: TableClause, values: Row | Sequence[Row]) -> None:
        """Makes a row, or several that have the same columns."""
        self._connection.execute(insert_into(table), values)

    def change(self, table: Table, row: UUID, values: Row) -> None:
        """Sets columns of one row of the workspace."""
        self._connection.execute(change_of(table), {"in_workspace": self.workspace, "of_row": row, **values})

    def for_update(self, statement: Select[*Columns], *, skip_locked: bool = False) -> Select[*Columns]:
        """Locks the rows found until the transaction ends, but not against others that only refer to them.

        SQLite needs no clause: its writers are one at a time.
        """
        return statement if self.dialect == "sqlite" else locking(statement, skip_locked)

    def seal(self, text: str, *, table: str, row: UUID, column: str) -> str:
        return self.seals.seal(text, workspace=self.workspace, table=table, row=row, column=column)

    def seal_words(self, words: str, *, table: str, row: UUID, column: str) -> str:
        """As `seal`, of what may have been left empty: that stays empty."""
        return self.seal(words, table=table, row=row, column=column) if words else ""

    def open_words(self, sealed: str, *, table: str, row: UUID, column: str) -> str:
        """What seal_words sealed. Raises SealBroken."""
        return self.open(sealed, table=table, row=row, column=column) if sealed else ""

    def mark(self, text: str) -> str:
        """As short as a name, and the same only for the same text: see Seal.mark."""
        return self.seals.mark(text)

    def open(self, sealed: str, *, table: str, row: UUID, column: str) -> str:
        """Raises SealBroken."""
        return self.seals.open(sealed, workspace=self.workspace, table=table, row=row, column=column)


AtTheEnd = Callable[[Session, Set[Any]], None]


class Transaction:
    """A transaction that whoever began it ends: once, from any thread, but used by one at a time."""

    __slots__ = ("_connection", "_transaction", "session")

    def __init__(self, connection: Connection, transaction: RootTransaction, session: Session) -> None:
        self._connection = connection
        self._transaction = transaction
        self.session: Final = session

    def commit(self) -> None:
        """Whatever is raised here has rolled everything back."""
        with self._connection, self._transaction:
            pass

    def roll_back(self) -> None:
        with self._connection:
            self._transaction.rollback()


class Database:
    """Safe to share between threads; a transaction is used by one of them at a time."""

    def __init__(self, writes: Engine, reads: Engine, *, seals: Seal, dialect: Dialect) -> None:
        self._writes = writes
        self._reads = reads
        self._seals = seals
        self.dialect: Final = dialect

    @classmethod
    def open(cls, url: str, seal: Seal, *, durable: bool = True) -> Self:
        """Connects at the first transaction. Of what is not `durable` a loss of power may leave nothing.

        Raises BadUrl.
        """
        where = read_url(url)
        return cls(writing_engine(where, durable=durable), reading_engine(where), seals=seal, dialect=dialect_of(where))

    @contextmanager
    def write(self, workspace: int | None = None) -> Iterator[Session]:
        """Commits at the end; whatever is raised inside rolls everything back. Not to be nested."""
        with self._writes.begin() as connection:
            session = Session(connection, workspace=workspace, seals=self._seals, dialect=self.dialect)
            yield session
            session.finish()

    def begin_at_once(self) -> Transaction | None:
        """For SQLite: one that may write, or None while another process writes or the database cannot be opened.

        It does not wait: `write` does, and says what is wrong.
        """
        try:
            connection = self._writes.connect()
        except SQLAlchemyError:
            return None
        try:
            with not_waiting(connection):
                transaction = connection.begin()
        except OperationalError:
            connection.close()
            return None
        session = Session(connection, workspace=None, seals=self._seals, dialect=self.dialect)
        return Transaction(connection, transaction, session)

    @contextmanager
    def read(self, workspace: int | None = None) -> Iterator[Session]:
        """One moment of the database, whatever writers do meanwhile; writing fails."""
        with self._reads.begin() as connection:
            yield Session(connection, workspace=workspace, seals=self._seals, dialect=self.dialect)

    def check_key(self) -> None:
        """The first time, seals a known word; from then on raises KeyWrong unless today's keys open it."""
        with self.write(workspace=0) as session:
            mine = session.seal(_KNOWN_WORD, table="key_check", row=_CHECK_ROW, column="sealed")
            session.insert_once(_KEY_CHECK, {"id": 1, "sealed": mine})
            kept = session.execute(select(_KEY_CHECK.c.sealed)).scalar_one()
        if not self._opens(kept):
            raise KeyWrong(
                "The keys are not those that this database was sealed with. Put the earlier key back:"
                " rapport.key beside the database, or RAPPORT_SECRET_KEYS."
            )

    def key_fits(self) -> bool | None:
        """Whether today's keys open what `check_key` sealed; None when it never did. Seals nothing itself."""
        with self.read(workspace=0) as session:
            kept = session.execute(select(_KEY_CHECK.c.sealed)).scalar_one_or_none()
        return None if kept is None else self._opens(kept)

    def close(self) -> None:
        self._writes.dispose()
        self._reads.dispose()

    def _opens(self, kept: str) -> bool:
        try:
            self._seals.open(kept, workspace=0, table="key_check", row=_CHECK_ROW, column="sealed")
        except SealBroken:
            return False
        return True


def was_sealed(url: str) -> bool:
    """Whether the database knows a key. Raises BadUrl."""
    engine = reading_engine(read_url(url))
    try:
        with engine.begin() as connection:
            return connection.execute(select(_KEY_CHECK.c.id)).scalar_one_or_none() is not None
    finally:
        engine.dispose()
