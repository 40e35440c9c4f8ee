"""Cases that were brought to a coordinator, and the concerns behind some of them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.case import CaseState, Rule, Urgency
from storage.tables.columns import InWorkspace, belongs, maybe_moment, moment, words

DUE = text("next_look_at IS NOT NULL")
WAITING = text("state <> 'resolved'")


class Case(InWorkspace, table=True):
    """`natural_key` names what it is about: a pairing and a rule, or one concern. Opened again it counts its openings.
    It is about a pairing or about a group, and in a group perhaps about one of its members.

    `told` is how many of its hearers have heard of this opening, `stepped_at` when anything last happened to it;
    `since` and `checkins` are its evidence; `exhausted` that nobody was left to tell.
    """

    __table_args__ = (
        belongs("programme_id", "programme"),
        belongs("pairing_id", "pairing"),
        belongs("group_id", "group"),
        belongs("member_id", "member"),
        belongs("owner_id", "member"),
        UniqueConstraint("workspace_id", "natural_key"),
        UniqueConstraint("workspace_id", "code"),
        Index("ix_case_due", "next_look_at", "id", sqlite_where=DUE, postgresql_where=DUE),
        Index("ix_case_pairing", "workspace_id", "pairing_id"),
        Index("ix_case_group", "workspace_id", "group_id"),
        Index("ix_case_programme", "workspace_id", "programme_id"),
        # What waits is little, and what was resolved in years is much.
        Index("ix_case_waiting", "workspace_id", "programme_id", sqlite_where=WAITING, postgresql_where=WAITING),
    )

    natural_key: str
    code: str
    programme_id: UUID
    pairing_id: UUID | None = None
    group_id: UUID | None = None
    member_id: UUID | None = None
    rule: Rule = Field(sa_type=words(Rule))
    state: CaseState = Field(sa_type=words(CaseState))
    opening: int = 1
    told: int = 0
    climbing: bool = True
    exhausted: bool = False
    owner_id: UUID | None = None
    since: datetime = moment()
    checkins: int = 0
    opened_at: datetime = moment()
    stepped_at: datetime = moment()
    snoozed_until: datetime | None = maybe_moment()
    resolved_at: datetime | None = maybe_moment()
    next_look_at: datetime | None = maybe_moment()


class Concern(InWorkspace, table=True):
    """Help that somebody asked for, in their own sealed words. `read_at` is when a reader first opened it."""

    __table_args__ = (
        belongs("case_id", "case"),
        belongs("member_id", "member"),
        belongs("pairing_id", "pairing"),
        Index("ix_concern_case", "workspace_id", "case_id"),
        Index("ix_concern_member", "workspace_id", "member_id"),
    )

    case_id: UUID
    member_id: UUID
    pairing_id: UUID
    urgency: Urgency = Field(sa_type=words(Urgency))
    sealed: str
    at: datetime = moment()
    read_at: datetime | None = maybe_moment()


class ConcernReader(InWorkspace, table=True):
    """Who may read a concern, in the order in which they hear of it. `id` is the concern's."""

    __tablename__ = "concern_reader"
    __table_args__ = (belongs("id", "concern"), belongs("member_id", "member"))

    member_id: UUID = Field(primary_key=True)
    rank: int


class ConcernAbout(InWorkspace, table=True):
    """Whom a concern is about: for them it does not exist. `id` is the concern's."""

    __tablename__ = "concern_about"
    __table_args__ = (belongs("id", "concern"), belongs("member_id", "member"))

    member_id: UUID = Field(primary_key=True)
