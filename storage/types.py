"""Column types that mean the same on SQLite and PostgreSQL, and how constraints are named."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Dialect, String, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

# Alembic can only change a constraint that has a name: https://alembic.sqlalchemy.org/en/latest/naming.html
NAMING: Final[dict[str, str]] = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

_IDS_AT_HAND: Final = 4096
"""Those of a programme of some hundred; a megabyte."""

_TEXT_LENGTH: Final = len("2026-01-31T10:00:00.000000Z")


class Id(Uuid[UUID]):
    """As it is read from SQLite, where it is text: the same few ids come again and again, and are parsed once."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], UUID | None] | None:
        return None if dialect.supports_native_uuid else _read


_parsed = lru_cache(maxsize=_IDS_AT_HAND)(UUID)


def _read(value: str | None) -> UUID | None:
    return None if value is None else _parsed(value)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out.

    PostgreSQL keeps it as timestamptz. SQLite has no such type: there it is text of one width, so that it sorts and
    compares as time does.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(_TEXT_LENGTH))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a moment needs a time zone")
        utc = value.astimezone(UTC)
        if dialect.name == "sqlite":
            return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
        return utc

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, str):
            return datetime.fromisoformat(value)
        moment: datetime = value
        return moment.astimezone(UTC)
