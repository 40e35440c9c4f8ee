"""How a difference between database and tables is written down as a revision."""

from typing import Any, Literal

from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import CreateIndexOp, MigrateOperation, MigrationScript, ModifyTableOps
from sqlalchemy import Enum
from sqlmodel import AutoString

from storage.types import UtcDateTime


def render_item(kind: str, item: Any, context: AutogenContext) -> str | Literal[False]:
    """Types as the database knows them, so that a revision does not change its meaning with the models."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        context.imports.add("from storage.types import UtcDateTime")
        return "UtcDateTime()"
    if isinstance(item, AutoString | Enum):
        return f"sa.String({item.length or ''})"
    return False


def leave_batches_to_tables(_context: object, _revision: object, scripts: list[MigrationScript]) -> None:
    """A new index needs no batch, which on SQLite may rebuild its table."""
    for script in scripts:
        if script.upgrade_ops is not None:
            script.upgrade_ops.ops = [each for operation in script.upgrade_ops.ops for each in _unwrapped(operation)]


def _unwrapped(operation: MigrateOperation) -> list[MigrateOperation]:
    if isinstance(operation, ModifyTableOps) and all(isinstance(each, CreateIndexOp) for each in operation.ops):
        return list(operation.ops)
    return [operation]
