"""First"""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:

    op.create_table(
        "key_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_check")),
    )
    op.create_table(
        "workspace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enterprise_id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("bot_person", sa.String(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("stopped_why", sa.String(), nullable=False),
        sa.Column("leased_by", sa.String(), nullable=False),
        sa.Column("leased_until", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspace")),
        sa.UniqueConstraint("enterprise_id", "team_id", name=op.f("uq_workspace_enterprise_id_team_id")),
    )
    op.create_table(
        "heard",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_heard_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "event", name=op.f("pk_heard")),
    )
    op.create_index(op.f("ix_heard_at"), "heard", ["at"], unique=False)
    op.create_table(
        "member",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("ask_weekday", sa.Integer(), nullable=False),
        sa.Column("ask_at", sa.Time(), nullable=False),
        sa.Column("consent", sa.String(32), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("greeted_at", UtcDateTime(), nullable=True),
        sa.Column("dm", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_member_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_member")),
        sa.UniqueConstraint("workspace_id", "person", name=op.f("uq_member_workspace_id_person")),
    )
    op.create_table(
        "programme",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("rhythm", sa.String(32), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=True),
        sa.Column("outside_contact", sa.String(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("policy", sa.JSON(), nullable=False),
        sa.Column("retention_months", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_programme_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_programme")),
        sa.UniqueConstraint("workspace_id", "name", name=op.f("uq_programme_workspace_id_name")),
    )
    op.create_table(
        "step",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("from_state", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("to_state", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=True),
        sa.Column("cause", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_step_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_step")),
    )
    op.create_index("ix_step_subject", "step", ["workspace_id", "subject_id"], unique=False)
    op.create_table(
        "surface",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_surface_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_surface")),
        sa.UniqueConstraint("workspace_id", "kind", "subject_id", name=op.f("uq_surface_workspace_id_kind_subject_id")),
    )
    op.create_index(
        "ix_surface_due",
        "surface",
        ["due_at", "id"],
        unique=False,
        sqlite_where=sa.text("wanted > shown"),
        postgresql_where=sa.text("wanted > shown"),
    )
    op.create_table(
        "uptime",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("began_at", UtcDateTime(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_uptime_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_uptime")),
    )
    op.create_index("ix_uptime_seen", "uptime", ["workspace_id", "seen_at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_audit_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_audit_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_audit")),
    )
    op.create_table(
        "coordinator",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_coordinator_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "programme_id"],
            ["programme.workspace_id", "programme.id"],
            name=op.f("fk_coordinator_workspace_id_programme_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_coordinator")),
        sa.UniqueConstraint(
            "workspace_id", "programme_id", "member_id", name=op.f("uq_coordinator_workspace_id_programme_id_member_id")
        ),
    )
    op.create_table(
        "pairing",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("natural_key", sa.String(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("rule", sa.String(32), nullable=False),
        sa.Column("focus", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("introduce_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("introducing_at", UtcDateTime(), nullable=True),
        sa.Column("introduced_at", UtcDateTime(), nullable=True),
        sa.Column("met_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("end_reason", sa.String(32), nullable=True),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("next_look_at", UtcDateTime(), nullable=True),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "programme_id"],
            ["programme.workspace_id", "programme.id"],
            name=op.f("fk_pairing_workspace_id_programme_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_pairing")),
        sa.UniqueConstraint(
            "workspace_id", "programme_id", "natural_key", name=op.f("uq_pairing_workspace_id_programme_id_natural_key")
        ),
    )
    op.create_index(
        "ix_pairing_due",
        "pairing",
        ["next_look_at", "id"],
        unique=False,
        sqlite_where=sa.text("next_look_at IS NOT NULL"),
        postgresql_where=sa.text("next_look_at IS NOT NULL"),
    )
    op.create_table(
        "participant",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_participant_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "programme_id"],
            ["programme.workspace_id", "programme.id"],
            name=op.f("fk_participant_workspace_id_programme_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_participant")),
        sa.UniqueConstraint(
            "workspace_id", "programme_id", "member_id", name=op.f("uq_participant_workspace_id_programme_id_member_id")
        ),
    )
    op.create_table(
        "checkin",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("closes_at", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("answered", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_checkin_workspace_id_pairing_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_checkin")),
        sa.UniqueConstraint(
            "workspace_id", "pairing_id", "period", name=op.f("uq_checkin_workspace_id_pairing_id_period")
        ),
    )
    op.create_table(
        "climb",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("ladder", sa.JSON(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("rung_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_climb_workspace_id_pairing_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_climb_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_climb")),
    )
    op.create_table(
        "message",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("pairing_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("unasked", sa.Boolean(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("claimed_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("repeats", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_message_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_message_workspace_id_pairing_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_message_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_message")),
    )
    op.create_index(
        "ix_message_flight",
        "message",
        ["lease_until", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('sending', 'unknown')"),
        postgresql_where=sa.text("state IN ('sending', 'unknown')"),
    )
    op.create_index("ix_message_member", "message", ["workspace_id", "member_id", "sent_at"], unique=False)
    op.create_index("ix_message_place", "message", ["workspace_id", "conversation", "stamp"], unique=False)
    op.create_table(
        "pause",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=True),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_pause_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_pause_workspace_id_pairing_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_pause")),
    )
    op.create_index("ix_pause_member", "pause", ["workspace_id", "member_id"], unique=False)
    op.create_table(
        "rhythm",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("from_period", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(32), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_rhythm_workspace_id_pairing_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_rhythm")),
        sa.UniqueConstraint(
            "workspace_id", "pairing_id", "from_period", name=op.f("uq_rhythm_workspace_id_pairing_id_from_period")
        ),
    )
    op.create_table(
        "seat",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("meeting", sa.String(32), nullable=True),
        sa.Column("meeting_asked_at", UtcDateTime(), nullable=True),
        sa.Column("meeting_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_seat_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_seat_workspace_id_pairing_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_seat")),
        sa.UniqueConstraint(
            "workspace_id", "pairing_id", "member_id", name=op.f("uq_seat_workspace_id_pairing_id_member_id")
        ),
    )
    op.create_index("ix_seat_member", "seat", ["workspace_id", "member_id"], unique=False)
    op.create_table(
        "notice",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("pairing_id", sa.Uuid(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("not_before", UtcDateTime(), nullable=False),
        sa.Column("queued_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("cause", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_notice_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "message_id"],
            ["message.workspace_id", "message.id"],
            name=op.f("fk_notice_workspace_id_message_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_notice_workspace_id_pairing_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_notice_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_notice")),
        sa.UniqueConstraint("workspace_id", "key", name=op.f("uq_notice_workspace_id_key")),
    )
    op.create_index(
        "ix_notice_due",
        "notice",
        ["not_before", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('queued', 'failed')"),
        postgresql_where=sa.text("state IN ('queued', 'failed')"),
    )
    op.create_index("ix_notice_message", "notice", ["workspace_id", "message_id"], unique=False)
    op.create_index("ix_notice_pairing", "notice", ["workspace_id", "pairing_id"], unique=False)
    op.create_index("ix_notice_subject", "notice", ["workspace_id", "subject_id"], unique=False)
    op.create_table(
        "prompt",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("checkin_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("seat_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("ask_at", UtcDateTime(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("delivered_at", UtcDateTime(), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("snoozed_until", UtcDateTime(), nullable=True),
        sa.Column("skipped_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "checkin_id"],
            ["checkin.workspace_id", "checkin.id"],
            name=op.f("fk_prompt_workspace_id_checkin_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_prompt_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_prompt_workspace_id_pairing_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "seat_id"], ["seat.workspace_id", "seat.id"], name=op.f("fk_prompt_workspace_id_seat_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_prompt")),
        sa.UniqueConstraint(
            "workspace_id", "checkin_id", "seat_id", name=op.f("uq_prompt_workspace_id_checkin_id_seat_id")
        ),
    )
    op.create_index("ix_prompt_member", "prompt", ["workspace_id", "member_id"], unique=False)
    op.create_index("ix_prompt_pairing", "prompt", ["workspace_id", "pairing_id"], unique=False)
    op.create_table(
        "update",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prompt_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=True),
        sa.Column("usefulness", sa.Integer(), nullable=True),
        sa.Column("goal", sa.String(32), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pairing_id"],
            ["pairing.workspace_id", "pairing.id"],
            name=op.f("fk_update_workspace_id_pairing_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "prompt_id"],
            ["prompt.workspace_id", "prompt.id"],
            name=op.f("fk_update_workspace_id_prompt_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_update")),
        sa.UniqueConstraint("workspace_id", "prompt_id", name=op.f("uq_update_workspace_id_prompt_id")),
    )
    op.create_index("ix_update_pairing", "update", ["workspace_id", "pairing_id"], unique=False)
    op.create_table(
        "entry",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("update_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("about", sa.String(32), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("audience", sa.String(32), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=True),
        sa.Column("stamp", sa.String(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_entry_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "update_id"],
            ["update.workspace_id", "update.id"],
            name=op.f("fk_entry_workspace_id_update_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_entry")),
        sa.UniqueConstraint(
            "workspace_id", "conversation", "stamp", name=op.f("uq_entry_workspace_id_conversation_stamp")
        ),
    )
    op.create_index("ix_entry_member", "entry", ["workspace_id", "member_id"], unique=False)
    op.create_index("ix_entry_update", "entry", ["workspace_id", "update_id"], unique=False)
    op.create_table(
        "entry_reader",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "id"], ["entry.workspace_id", "entry.id"], name=op.f("fk_entry_reader_workspace_id_id")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_entry_reader_workspace_id_member_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "notice_id"],
            ["notice.workspace_id", "notice.id"],
            name=op.f("fk_entry_reader_workspace_id_notice_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", "member_id", name=op.f("pk_entry_reader")),
    )
    op.create_index(
        "ix_entry_reader_notice",
        "entry_reader",
        ["workspace_id", "notice_id"],
        unique=False,
        sqlite_where=sa.text("notice_id IS NOT NULL"),
        postgresql_where=sa.text("notice_id IS NOT NULL"),
    )
