"""What Alembic runs for every command: the connection comes from storage.migrations.running, never from a file."""

from alembic import context

from storage.migrations.rendering import leave_batches_to_tables, render_item
from storage.tables import Workspace

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Workspace.metadata,
    render_as_batch=True,
    render_item=render_item,
    process_revision_directives=leave_batches_to_tables,
)
context.run_migrations()
