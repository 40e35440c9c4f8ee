"""The shapes that every table repeats: the two-part key, references within a workspace, enums as words."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Enum, ForeignKeyConstraint, Table
from sqlmodel import Field, SQLModel

from storage.types import NAMING, UtcDateTime

SQLModel.metadata.naming_convention = NAMING


class InWorkspace(SQLModel):
    """Everything belongs to one workspace; `id` is a UUIDv7 known before the row is."""

    workspace_id: int = Field(primary_key=True)
    id: UUID = Field(primary_key=True)


def words(enum: type[StrEnum]) -> Any:
    """A column that stores the enum's value as text, so that a new member needs no migration."""
    return Enum(
        enum, native_enum=False, create_constraint=False, length=32, values_callable=lambda e: [m.value for m in e]
    )


def moment(*, index: bool = False) -> Any:
    """A required UTC moment."""
    return Field(sa_type=UtcDateTime, index=index)


def maybe_moment() -> Any:
    """A UTC moment that may not have come yet."""
    return Field(default=None, sa_type=UtcDateTime, nullable=True)


def belongs(column: str, table: str) -> ForeignKeyConstraint:
    """A reference that cannot leave the workspace."""
    return ForeignKeyConstraint(["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"])


def in_workspace() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace_id"], ["workspace.id"])


def table_of(model: type[SQLModel]) -> Table:
    """The Core table, whose columns are typed as columns; statements are written over it."""
    return SQLModel.metadata.tables[str(model.__tablename__)]
