"""groups"""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:

    op.create_table(
        "group",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("natural_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("questions", sa.String(), nullable=False),
        sa.Column("topic", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("whereabouts", sa.String(32), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
        sa.Column("room", sa.String(32), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("channel_name", sa.String(), nullable=False),
        sa.Column("readers", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.Column("opens_at", sa.Time(), nullable=False),
        sa.Column("closes_after", sa.Integer(), nullable=False),
        sa.Column("facilitation", sa.String(32), nullable=False),
        sa.Column("facilitator_id", sa.Uuid(), nullable=True),
        sa.Column("joining", sa.String(32), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("policy", sa.JSON(), nullable=False),
        sa.Column("started_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("next_look_at", UtcDateTime(), nullable=True),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "facilitator_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_group_workspace_id_facilitator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "programme_id"],
            ["programme.workspace_id", "programme.id"],
            name=op.f("fk_group_workspace_id_programme_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "started_by"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_group_workspace_id_started_by"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_group")),
        sa.UniqueConstraint("workspace_id", "natural_key", name=op.f("uq_group_workspace_id_natural_key")),
    )
    op.create_index(
        "ix_group_conversation",
        "group",
        ["workspace_id", "conversation", "kind"],
        unique=True,
        sqlite_where=sa.text("state <> 'ended' AND conversation <> ''"),
        postgresql_where=sa.text("state <> 'ended' AND conversation <> ''"),
    )
    op.create_index(
        "ix_group_due",
        "group",
        ["next_look_at", "id"],
        unique=False,
        sqlite_where=sa.text("next_look_at IS NOT NULL"),
        postgresql_where=sa.text("next_look_at IS NOT NULL"),
    )
    op.create_index("ix_group_programme", "group", ["workspace_id", "programme_id"], unique=False)
    op.create_table(
        "group_pause",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_group_pause_workspace_id_group_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_group_pause")),
    )
    op.create_index("ix_group_pause_group", "group_pause", ["workspace_id", "group_id"], unique=False)
    op.create_table(
        "group_rhythm",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("from_period", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(32), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_group_rhythm_workspace_id_group_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_group_rhythm")),
        sa.UniqueConstraint(
            "workspace_id", "group_id", "from_period", name=op.f("uq_group_rhythm_workspace_id_group_id_from_period")
        ),
    )
    op.create_table(
        "membership",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("volunteers", sa.Boolean(), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=True),
        sa.Column("turned_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_membership_workspace_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_membership_workspace_id_member_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_membership")),
        sa.UniqueConstraint(
            "workspace_id", "group_id", "member_id", name=op.f("uq_membership_workspace_id_group_id_member_id")
        ),
    )
    op.create_index("ix_membership_member", "membership", ["workspace_id", "member_id"], unique=False)
    op.create_table(
        "round",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("opens_at", UtcDateTime(), nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=True),
        sa.Column("opening_at", UtcDateTime(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("guided_at", UtcDateTime(), nullable=True),
        sa.Column("nudged_at", UtcDateTime(), nullable=True),
        sa.Column("digest_at", UtcDateTime(), nullable=True),
        sa.Column("questions", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("facilitator_id", sa.Uuid(), nullable=True),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "facilitator_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_round_workspace_id_facilitator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_round_workspace_id_group_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_round")),
        sa.UniqueConstraint("workspace_id", "group_id", "period", name=op.f("uq_round_workspace_id_group_id_period")),
    )
    op.create_index("ix_round_place", "round", ["workspace_id", "conversation", "stamp"], unique=False)
    op.create_table(
        "hand_over",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "by"], ["member.workspace_id", "member.id"], name=op.f("fk_hand_over_workspace_id_by")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_hand_over_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "round_id"],
            ["round.workspace_id", "round.id"],
            name=op.f("fk_hand_over_workspace_id_round_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_hand_over")),
    )
    op.create_index("ix_hand_over_round", "hand_over", ["workspace_id", "round_id"], unique=False)
    op.create_table(
        "round_entry",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("reader_id", sa.Uuid(), nullable=True),
        sa.Column("heard", sa.String(32), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=True),
        sa.Column("stamp", sa.String(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_round_entry_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "reader_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_round_entry_workspace_id_reader_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "round_id"],
            ["round.workspace_id", "round.id"],
            name=op.f("fk_round_entry_workspace_id_round_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_round_entry")),
        sa.UniqueConstraint(
            "workspace_id", "conversation", "stamp", name=op.f("uq_round_entry_workspace_id_conversation_stamp")
        ),
    )
    op.create_index("ix_round_entry_member", "round_entry", ["workspace_id", "member_id"], unique=False)
    op.create_index("ix_round_entry_round", "round_entry", ["workspace_id", "round_id"], unique=False)
    op.create_table(
        "round_seat",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("here_at", UtcDateTime(), nullable=True),
        sa.Column("said_at", UtcDateTime(), nullable=True),
        sa.Column("nudged_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_round_seat_workspace_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_round_seat_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "round_id"],
            ["round.workspace_id", "round.id"],
            name=op.f("fk_round_seat_workspace_id_round_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_round_seat")),
        sa.UniqueConstraint(
            "workspace_id", "round_id", "member_id", name=op.f("uq_round_seat_workspace_id_round_id_member_id")
        ),
    )
    op.create_index("ix_round_seat_group", "round_seat", ["workspace_id", "group_id"], unique=False)
    op.create_index("ix_round_seat_member", "round_seat", ["workspace_id", "member_id"], unique=False)
    op.create_table(
        "promise",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "entry_id"],
            ["round_entry.workspace_id", "round_entry.id"],
            name=op.f("fk_promise_workspace_id_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "group_id"],
            ["group.workspace_id", "group.id"],
            name=op.f("fk_promise_workspace_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_promise_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "round_id"],
            ["round.workspace_id", "round.id"],
            name=op.f("fk_promise_workspace_id_round_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_promise")),
    )
    op.create_index("ix_promise_group", "promise", ["workspace_id", "group_id"], unique=False)
    op.create_index("ix_promise_member", "promise", ["workspace_id", "member_id"], unique=False)
    op.create_index("ix_promise_round", "promise", ["workspace_id", "round_id"], unique=False)
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("member_id", sa.Uuid(), nullable=True))
        batch_op.alter_column("pairing_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.create_index("ix_case_group", ["workspace_id", "group_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_case_workspace_id_group_id"), "group", ["workspace_id", "group_id"], ["workspace_id", "id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_case_workspace_id_member_id"),
            "member",
            ["workspace_id", "member_id"],
            ["workspace_id", "id"],
        )

    with op.batch_alter_table("climb", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("member_id", sa.Uuid(), nullable=True))
        batch_op.alter_column("pairing_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.create_index("ix_climb_group", ["workspace_id", "group_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_climb_workspace_id_group_id"), "group", ["workspace_id", "group_id"], ["workspace_id", "id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_climb_workspace_id_member_id"),
            "member",
            ["workspace_id", "member_id"],
            ["workspace_id", "id"],
        )

    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_id", sa.Uuid(), nullable=True))
        batch_op.create_index("ix_message_group", ["workspace_id", "group_id", "claimed_at"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_message_workspace_id_group_id"),
            "group",
            ["workspace_id", "group_id"],
            ["workspace_id", "id"],
        )

    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_id", sa.Uuid(), nullable=True))
        batch_op.create_index("ix_notice_group", ["workspace_id", "group_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_notice_workspace_id_group_id"), "group", ["workspace_id", "group_id"], ["workspace_id", "id"]
        )
