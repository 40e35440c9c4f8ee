"""cases and concerns"""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:

    op.create_table(
        "case",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("natural_key", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("opening", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("climbing", sa.Boolean(), nullable=False),
        sa.Column("exhausted", sa.Boolean(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("checkins", sa.Integer(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("stepped_at", UtcDateTime(), nullable=False),
        sa.Column("snoozed_until", UtcDateTime(), nullable=True),
        sa.Column("resolved_at", UtcDateTime(), nullable=True),
        sa.Column("next_look_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "owner_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_case_workspace_id_owner_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_case_workspace_id_pairing_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "programme_id"],
            ["programme.workspace_id", "programme.id"],
            name=op.f("fk_case_workspace_id_programme_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_case")),
        sa.UniqueConstraint("workspace_id", "code", name=op.f("uq_case_workspace_id_code")),
        sa.UniqueConstraint("workspace_id", "natural_key", name=op.f("uq_case_workspace_id_natural_key")),
    )
    op.create_index(
        "ix_case_due",
        "case",
        ["next_look_at", "id"],
        unique=False,
        sqlite_where=sa.text("next_look_at IS NOT NULL"),
        postgresql_where=sa.text("next_look_at IS NOT NULL"),
    )
    op.create_index("ix_case_pairing", "case", ["workspace_id", "pairing_id"], unique=False)
    op.create_index("ix_case_programme", "case", ["workspace_id", "programme_id"], unique=False)
    op.create_table(
        "concern",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("urgency", sa.String(32), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("read_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"], ["case.workspace_id", "case.id"], name=op.f("fk_concern_workspace_id_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_concern_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_concern_workspace_id_pairing_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_concern")),
    )
    op.create_index("ix_concern_case", "concern", ["workspace_id", "case_id"], unique=False)
    op.create_index("ix_concern_member", "concern", ["workspace_id", "member_id"], unique=False)
    op.create_table(
        "concern_about",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "id"],
            ["concern.workspace_id", "concern.id"],
            name=op.f("fk_concern_about_workspace_id_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_concern_about_workspace_id_member_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", "member_id", name=op.f("pk_concern_about")),
    )
    op.create_table(
        "concern_reader",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "id"],
            ["concern.workspace_id", "concern.id"],
            name=op.f("fk_concern_reader_workspace_id_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_concern_reader_workspace_id_member_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", "member_id", name=op.f("pk_concern_reader")),
    )
    op.create_index("ix_climb_pairing", "climb", ["workspace_id", "pairing_id"], unique=False)
