"""what is asked of a span of time or of what waits, by that alone"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:

    op.create_index("ix_checkin_opened", "checkin", ["workspace_id", "opened_at"], unique=False)
    op.create_index("ix_group_channel", "group", ["workspace_id", "conversation"], unique=False)
    op.create_index("ix_membership_state", "membership", ["workspace_id", "group_id", "state"], unique=False)
    op.create_index("ix_round_closed", "round", ["workspace_id", "closed_at"], unique=False)
    op.create_index("ix_round_opens", "round", ["workspace_id", "group_id", "opens_at"], unique=False)
    op.create_index("ix_group_state", "group", ["workspace_id", "programme_id", "state", "kind"], unique=False)
    op.create_index(
        "ix_case_waiting",
        "case",
        ["workspace_id", "programme_id"],
        unique=False,
        sqlite_where=sa.text("state <> 'resolved'"),
        postgresql_where=sa.text("state <> 'resolved'"),
    )
    op.create_index(
        "ix_notice_undeliverable",
        "notice",
        ["workspace_id", "not_before"],
        unique=False,
        sqlite_where=sa.text("state = 'undeliverable'"),
        postgresql_where=sa.text("state = 'undeliverable'"),
    )
