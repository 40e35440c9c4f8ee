"""words held back, by whom they are for"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:

    op.create_index(
        "ix_entry_reader_held",
        "entry_reader",
        ["workspace_id", "member_id"],
        unique=False,
        sqlite_where=sa.text("notice_id IS NULL"),
        postgresql_where=sa.text("notice_id IS NULL"),
    )
