"""formations"""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0005"
down_revision = "0004"


def upgrade() -> None:

    op.create_table(
        "formation",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("like_id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=True),
        sa.Column("started_by", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("questions", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(32), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("opens_at", sa.Time(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("next_look_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "like_id"],
            ["programme.workspace_id", "programme.id"],
            name=op.f("fk_formation_workspace_id_like_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "programme_id"],
            ["programme.workspace_id", "programme.id"],
            name=op.f("fk_formation_workspace_id_programme_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "started_by"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_formation_workspace_id_started_by"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_formation")),
        sa.UniqueConstraint("workspace_id", "form", name=op.f("uq_formation_workspace_id_form")),
    )
    op.create_index(
        "ix_formation_due",
        "formation",
        ["next_look_at", "id"],
        unique=False,
        sqlite_where=sa.text("next_look_at IS NOT NULL"),
        postgresql_where=sa.text("next_look_at IS NOT NULL"),
    )
    op.create_table(
        "arrival",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("next_look_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_arrival_workspace_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_arrival_workspace_id_member_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_arrival")),
        sa.UniqueConstraint(
            "workspace_id", "group_id", "member_id", name=op.f("uq_arrival_workspace_id_group_id_member_id")
        ),
    )
    op.create_index(
        "ix_arrival_due",
        "arrival",
        ["next_look_at", "id"],
        unique=False,
        sqlite_where=sa.text("next_look_at IS NOT NULL"),
        postgresql_where=sa.text("next_look_at IS NOT NULL"),
    )
    op.create_table(
        "draft_group",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("formation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("next_look_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "formation_id"],
            ["formation.workspace_id", "formation.id"],
            name=op.f("fk_draft_group_workspace_id_formation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_draft_group_workspace_id_group_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_draft_group")),
        sa.UniqueConstraint(
            "workspace_id", "formation_id", "number", name=op.f("uq_draft_group_workspace_id_formation_id_number")
        ),
    )
    op.create_index(
        "ix_draft_group_due",
        "draft_group",
        ["next_look_at", "id"],
        unique=False,
        sqlite_where=sa.text("next_look_at IS NOT NULL"),
        postgresql_where=sa.text("next_look_at IS NOT NULL"),
    )
    op.create_table(
        "merger",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("into_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "by"], ["member.workspace_id", "member.id"], name=op.f("fk_merger_workspace_id_by")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_merger_workspace_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "into_id"], ["group.workspace_id", "group.id"], name=op.f("fk_merger_workspace_id_into_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_merger")),
    )
    op.create_index("ix_merger_group", "merger", ["workspace_id", "group_id"], unique=False)
    op.create_index("ix_merger_into", "merger", ["workspace_id", "into_id"], unique=False)
    op.create_table(
        "formation_place",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("formation_id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("draft_id", sa.Uuid(), nullable=True),
        sa.Column("why", sa.String(32), nullable=True),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "draft_id"],
            ["draft_group.workspace_id", "draft_group.id"],
            name=op.f("fk_formation_place_workspace_id_draft_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "formation_id"],
            ["formation.workspace_id", "formation.id"],
            name=op.f("fk_formation_place_workspace_id_formation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_formation_place_workspace_id_member_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_formation_place")),
        sa.UniqueConstraint(
            "workspace_id", "formation_id", "person", name=op.f("uq_formation_place_workspace_id_formation_id_person")
        ),
    )
    op.create_index("ix_formation_place_draft", "formation_place", ["workspace_id", "draft_id"], unique=False)
    op.create_index("ix_formation_place_member", "formation_place", ["workspace_id", "member_id"], unique=False)
