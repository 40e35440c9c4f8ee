"""How much a database goes through for each statement: SQLite's steps, PostgreSQL's rows. Time is of no account."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, event, text

from storage.session import Session

A_FEW_STEPS: Final = 10
A_STATEMENT: Final = 50
"""What asking costs by itself, in steps or rows, so that many small questions are not for nothing."""

ROWS_COST: Final = {"seq_page_cost": 0, "random_page_cost": 0, "cpu_tuple_cost": 1, "cpu_index_tuple_cost": 1}
"""While tables are as small as a test's, PostgreSQL reads them whole for what it saves in pages."""

LIST: Final = re.compile(r"IN \((?:[^()]|\(\w+\))*\)")


@contextmanager
def visits(session: Session) -> Iterator[Counter[str]]:
    """Filled at the end of the block, by statement, however many values its lists have."""
    found: Counter[str] = Counter()
    if session.dialect == "sqlite":
        with _steps(found):
            yield found
    else:
        with _rows(session, found):
            yield found


@contextmanager
def _steps(found: Counter[str]) -> Iterator[None]:
    connections: list[Any] = []

    def count(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        name = LIST.sub("IN ()", statement)
        found[name] += A_STATEMENT

        def step() -> None:
            found[name] += A_FEW_STEPS

        connections.append(connection.connection.dbapi_connection)
        connections[-1].set_progress_handler(step, A_FEW_STEPS)

    with _before_each(count):
        yield
    for each in connections:
        each.set_progress_handler(None, 0)


@contextmanager
def _rows(session: Session, found: Counter[str]) -> Iterator[None]:
    asked: list[tuple[Connection, str, Any]] = []

    def note(connection: Connection, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        asked.append((connection, statement, parameters))

    with _before_each(note):
        yield
    for name, cost in ROWS_COST.items():
        session.execute(text(f"SET LOCAL {name} = {cost}"))
    for connection, statement, parameters in asked:
        plan = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters).scalar_one()
        found[LIST.sub("IN ()", statement)] += A_STATEMENT + _of_node(plan[0]["Plan"])


def _of_node(node: Mapping[str, Any]) -> int:
    """The rows that it and all below it found, and those that they looked at for nothing."""
    each = node["Actual Rows"] + sum(rows for name, rows in node.items() if name.startswith("Rows Removed by"))
    return int(each * node["Actual Loops"]) + sum(_of_node(below) for below in node.get("Plans", ()))


@contextmanager
def _before_each(hear: Any) -> Iterator[None]:
    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
