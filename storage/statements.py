"""Statements of one shape for every table, each made once, so that SQLAlchemy finds its text at once."""

from functools import cache, lru_cache
from typing import TypeVarTuple

from sqlalchemy import (
    Executable,
    Select,
    Table,
    TableClause,
    bindparam,
    insert,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from storage.urls import Dialect


def named(table: TableClause | type[SQLModel]) -> TableClause:
    if isinstance(table, TableClause):
        return table
    return SQLModel.metadata.tables[str(table.__tablename__)]


Columns = TypeVarTuple("Columns")


@lru_cache(maxsize=256)
def locking(statement: Select[*Columns], skip_locked: bool) -> Select[*Columns]:
    """The same object each time, so that SQLAlchemy finds its text at once."""
    return statement.with_for_update(skip_locked=skip_locked, key_share=True)


@cache
def insert_into(table: TableClause) -> Executable:
    return insert(table)


@cache
def change_of(table: Table) -> Executable:
    """Which columns it sets follows from the values that it is given."""
    return update(table).where(table.c.workspace_id == bindparam("in_workspace"), table.c.id == bindparam("of_row"))


@cache
def insert_once_into(table: TableClause, dialect: Dialect) -> Executable:
    """One statement object a table, so that SQLAlchemy finds its text in the cache at once.

    The count of rows has to be asked for: SQLAlchemy keeps it by itself for UPDATE and DELETE only.
    """
    statement = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    return statement.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
