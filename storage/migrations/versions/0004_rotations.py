"""rotations"""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:

    op.create_table(
        "apart",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("wished_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_apart_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "other_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_apart_workspace_id_other_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_apart")),
        sa.UniqueConstraint(
            "workspace_id", "member_id", "other_id", name=op.f("uq_apart_workspace_id_member_id_other_id")
        ),
    )
    op.create_index("ix_apart_other", "apart", ["workspace_id", "other_id"], unique=False)
    op.create_table(
        "chair",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_chair_workspace_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_chair_workspace_id_member_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_chair")),
        sa.UniqueConstraint(
            "workspace_id", "group_id", "member_id", name=op.f("uq_chair_workspace_id_group_id_member_id")
        ),
        sa.UniqueConstraint("workspace_id", "group_id", "number", name=op.f("uq_chair_workspace_id_group_id_number")),
    )
    op.create_table(
        "rotation",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_rotation_workspace_id_group_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_rotation")),
        sa.UniqueConstraint("workspace_id", "group_id", name=op.f("uq_rotation_workspace_id_group_id")),
    )
    op.create_table(
        "encounter",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("introduced_at", UtcDateTime(), nullable=True),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_encounter_workspace_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "round_id"],
            ["round.workspace_id", "round.id"],
            name=op.f("fk_encounter_workspace_id_round_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_encounter")),
    )
    op.create_index("ix_encounter_group", "encounter", ["workspace_id", "group_id"], unique=False)
    op.create_index("ix_encounter_round", "encounter", ["workspace_id", "round_id"], unique=False)
    op.create_table(
        "rotation_seat",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("encounter_id", sa.Uuid(), nullable=True),
        sa.Column("left_out", sa.String(32), nullable=True),
        sa.Column("warned_at", UtcDateTime(), nullable=True),
        sa.Column("skipped_at", UtcDateTime(), nullable=True),
        sa.Column("stay_asked_at", UtcDateTime(), nullable=True),
        sa.Column("stays_at", UtcDateTime(), nullable=True),
        sa.Column("nudged_at", UtcDateTime(), nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("answer", sa.String(32), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "encounter_id"],
            ["encounter.workspace_id", "encounter.id"],
            name=op.f("fk_rotation_seat_workspace_id_encounter_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_rotation_seat_workspace_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_rotation_seat_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "round_id"],
            ["round.workspace_id", "round.id"],
            name=op.f("fk_rotation_seat_workspace_id_round_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_rotation_seat")),
        sa.UniqueConstraint(
            "workspace_id", "round_id", "member_id", name=op.f("uq_rotation_seat_workspace_id_round_id_member_id")
        ),
    )
    op.create_index("ix_rotation_seat_encounter", "rotation_seat", ["workspace_id", "encounter_id"], unique=False)
    op.create_index("ix_rotation_seat_group", "rotation_seat", ["workspace_id", "group_id"], unique=False)
    op.create_index("ix_rotation_seat_member", "rotation_seat", ["workspace_id", "member_id"], unique=False)
