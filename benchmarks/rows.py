"""Rows by the million: written inside the database from a series of numbers, on either engine."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import IntEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Text, Uuid, cast, func, insert, literal, select
from sqlmodel import SQLModel

from storage.session import Session
from storage.tables import table_of
from storage.types import UtcDateTime

WORKSPACE: Final = 1
Number = ColumnElement[int]
Values = Mapping[str, Any]


class Kind(IntEnum):
    """Part of an id, so that ids of different tables differ."""

    PROGRAMME = 1
    COORDINATOR = 2
    MENTOR = 3
    MENTEE = 4
    PAIRING = 5
    MENTORS_SEAT = 6
    MENTEES_SEAT = 7
    RHYTHM = 8
    CHECKIN = 9
    PROMPT = 10
    NOTICE = 11
    MESSAGE = 12
    SURFACE = 13
    PAST_CHECKIN = 14
    PAST_PROMPT = 15
    PAST_UPDATE = 16
    PAST_ENTRY = 17
    PAST_NOTICE = 18
    PAST_REMINDER = 19
    PAST_PAIRING = 20
    PAST_SEAT = 21
    CASE = 22
    CONCERN = 23
    GROUP = 24
    PAST_ROUND = 25
    PAST_ROUND_SEAT = 26
    PAST_MESSAGE = 27
    ENCOUNTER = 28
    PAST_SAID = 29
    PAST_GROUP = 30
    PAST_MEMBERSHIP = 31


def uuid(kind: Kind, n: int) -> UUID:
    """In the shape of the bot's own ids, and rising with the rows, as those do."""
    return UUID(_start(kind) + f"{n:012x}")


def fill(session: Session, model: type[SQLModel], count: int, values: Callable[[Number], Values]) -> None:
    """`values` says what each column holds, as plain values or as expressions of the row's number."""
    table = table_of(model)
    numbers = _numbers(count)
    columns = {"workspace_id": WORKSPACE, **values(numbers.c.n)}
    chosen = [
        value if isinstance(value, ColumnElement) else literal(value, table.c[name].type)
        for name, value in columns.items()
    ]
    session.execute(insert(table).from_select(list(columns), select(*chosen), include_defaults=False))


def id_of(session: Session, kind: Kind, n: Number) -> ColumnElement[Any]:
    """What `uuid` says, within the database."""
    if session.dialect == "sqlite":
        return func.printf(f"{_start(kind)}%012x", n)
    return cast(func.concat(_start(kind), func.lpad(func.to_hex(n), 12, "0")), Uuid)


def numbered(session: Session, start: str, n: Number) -> ColumnElement[str]:
    """`start` and eight digits."""
    if session.dialect == "sqlite":
        return func.printf(f"{start}%08d", n)
    return func.concat(start, func.lpad(cast(n, Text), 8, "0"))


def weeks_before(session: Session, moment: datetime, weeks: Number) -> ColumnElement[Any]:
    """As each engine keeps moments (storage.types.UtcDateTime)."""
    if session.dialect == "sqlite":
        at = literal(moment, UtcDateTime())
        return func.strftime("%Y-%m-%dT%H:%M:%f000Z", at, func.printf("-%d days", weeks * 7))
    return literal(moment, UtcDateTime()) - func.make_interval(0, 0, weeks)


def _start(kind: Kind) -> str:
    return f"019000000000700080{kind:02x}"


def _numbers(count: int) -> CTE:
    first = select(literal(0).label("n")).cte("numbers", recursive=True)
    return first.union_all(select(first.c.n + 1).where(first.c.n < count - 1))
