"""What the bot remembers about its own working: events heard, steps taken, climbs, uptime, audit, the key's check."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import InWorkspace, belongs, in_workspace, maybe_moment, moment


class Heard(SQLModel, table=True):
    """An event of Slack's or a form that was acted on, kept seven days so that a second time changes nothing."""

    __table_args__ = (in_workspace(),)

    workspace_id: int = Field(primary_key=True)
    event: str = Field(primary_key=True)
    at: datetime = moment(index=True)


class Step(InWorkspace, table=True):
    """Every move of every LIFE: what moved, from where, by which step, to where, when, by whom, because of what."""

    __table_args__ = (in_workspace(), Index("ix_step_subject", "workspace_id", "subject_id"))

    subject: str
    subject_id: UUID
    from_state: str
    step: str
    to_state: str
    at: datetime = moment()
    by: UUID | None = None
    cause: str


class Climb(InWorkspace, table=True):
    """One way up the ladder, of a pairing, or of a group or one of its members.

    The ladder is copied when the climb starts, so that a new policy changes only new climbs. `rung` is 0 on the way to
    the case and 1 once it is open; `rung_at` is when the next rung is reached.
    """

    __table_args__ = (
        in_workspace(),
        belongs("pairing_id", "pairing"),
        belongs("group_id", "group"),
        belongs("member_id", "member"),
        Index("ix_climb_pairing", "workspace_id", "pairing_id"),
        Index("ix_climb_group", "workspace_id", "group_id"),
    )

    pairing_id: UUID | None = None
    group_id: UUID | None = None
    member_id: UUID | None = None
    rule: str
    ladder: list[dict[str, object]] = Field(sa_type=JSON)
    rung: int = 0
    started_at: datetime = moment()
    rung_at: datetime = moment()
    ended_at: datetime | None = maybe_moment()


class Uptime(InWorkspace, table=True):
    """One stretch in which the bot was there, so that our own outages can be left out of anyone's count."""

    __table_args__ = (in_workspace(), Index("ix_uptime_seen", "workspace_id", "seen_at"))

    began_at: datetime = moment()
    seen_at: datetime = moment()


class Audit(InWorkspace, table=True):
    """What a coordinator saw or changed."""

    __table_args__ = (in_workspace(), belongs("member_id", "member"))

    member_id: UUID
    act: str
    subject: str = ""
    subject_id: UUID | None = None
    at: datetime = moment()
    cause: str


class KeyCheck(SQLModel, table=True):
    """A known word sealed with the first key: the bot refuses to start when today's keys cannot open it."""

    __tablename__ = "key_check"

    id: int = Field(primary_key=True)
    sealed: str
