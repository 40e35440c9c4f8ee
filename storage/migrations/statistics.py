"""What SQLite's planner is told of our indexes, so that it chooses well at any size and without ever measuring.

It takes ten rows for whatever equals one value, so every index that begins with `workspace_id` looks good to it, and a
whole workspace is read for one row. The numbers that ANALYZE would write may be written by hand:
https://www.sqlite.org/fileformat2.html#stat1tab
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, inspect

ROWS: Final = 1_000_000
"""In one table, and nearly all of them in one workspace."""

ALIKE: Final = 10
"""Rows that share a value of anything else."""

DUE: Final = 100
"""Rows in a partial index: what waits just now."""


def tell_the_planner(connection: Connection) -> None:
    """Read by every connection that is opened afterwards."""
    connection.exec_driver_sql("PRAGMA analysis_limit = 1")
    connection.exec_driver_sql("ANALYZE")
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    for table in inspect(connection).get_table_names():
        for _, index, unique, _, partial in connection.exec_driver_sql(f'PRAGMA index_list("{table}")').all():
            columns = [row[2] for row in connection.exec_driver_sql(f'PRAGMA index_info("{index}")')]
            stat = _few(columns) if partial else _many(columns, unique=bool(unique))
            connection.exec_driver_sql("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", (table, index, stat))


def _many(columns: Sequence[str], *, unique: bool) -> str:
    """The rows, then how many of them share the first column, the first two, and so on."""
    sharing = [ROWS if column == "workspace_id" else ALIKE for column in columns]
    if unique:
        sharing[-1] = 1
    return " ".join(str(number) for number in (ROWS, *sharing))


def _few(columns: Sequence[str]) -> str:
    return " ".join(str(number) for number in (DUE, *(1 for _ in columns)))
