"""Workspaces, the people in them, and the programmes they take part in."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.domain.member import Consent
from bot.domain.participant import ParticipantState
from bot.domain.programme import CoordinatorRole, ProgrammeKind
from bot.domain.rhythm import Rhythm
from bot.domain.workspace import WorkspaceState
from storage.tables.columns import InWorkspace, belongs, in_workspace, maybe_moment, moment, words


class Workspace(SQLModel, table=True):
    """One Slack workspace or Enterprise org. `leased_by` is the replica that delivers for it just now."""

    __table_args__ = (UniqueConstraint("enterprise_id", "team_id"),)

    id: int = Field(primary_key=True)
    enterprise_id: str = ""
    team_id: str = ""
    name: str = ""
    bot_person: str = ""
    state: WorkspaceState = Field(sa_type=words(WorkspaceState))
    stopped_why: str = ""
    leased_by: str = ""
    leased_until: datetime | None = maybe_moment()


class Member(InWorkspace, table=True):
    """A Slack person known to the bot. `person` is Slack's id, `dm` the conversation the bot has with them."""

    __table_args__ = (in_workspace(), UniqueConstraint("workspace_id", "person"))

    person: str
    name: str
    language: str
    zone: str
    country: str
    days: str
    opens: time
    closes: time
    ask_weekday: int
    ask_at: time
    consent: Consent = Field(sa_type=words(Consent))
    reachable: bool = True
    greeted_at: datetime | None = maybe_moment()
    dm: str = ""


class Programme(InWorkspace, table=True):
    """`anchor` is the day from which all rhythms of the programme are counted, set by its first introduction.

    `outside_contact` is sealed, or empty.
    """

    __table_args__ = (in_workspace(), UniqueConstraint("workspace_id", "name"))

    name: str
    kind: ProgrammeKind = Field(sa_type=words(ProgrammeKind))
    rhythm: Rhythm = Field(sa_type=words(Rhythm))
    anchor: date | None = None
    outside_contact: str = ""
    room: str = ""
    policy: dict[str, object] = Field(default_factory=dict, sa_type=JSON)
    retention_months: int = 24
    created_at: datetime = moment()


class Coordinator(InWorkspace, table=True):
    """Who runs a programme: `rank` 0 hears first, the backup after."""

    __table_args__ = (
        belongs("programme_id", "programme"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "programme_id", "member_id"),
    )

    programme_id: UUID
    member_id: UUID
    role: CoordinatorRole = Field(sa_type=words(CoordinatorRole))
    rank: int


class Participant(InWorkspace, table=True):
    __table_args__ = (
        belongs("programme_id", "programme"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "programme_id", "member_id"),
    )

    programme_id: UUID
    member_id: UUID
    state: ParticipantState = Field(sa_type=words(ParticipantState))
