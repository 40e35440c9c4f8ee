"""Pairings, who sits in them, and the rhythm they keep."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.checkin import Meeting
from bot.domain.pairing import EndReason, PairingState, Role
from bot.domain.rhythm import Rhythm as Rule
from storage.tables.columns import InWorkspace, belongs, maybe_moment, moment, words

DUE = text("next_look_at IS NOT NULL")


class Pairing(InWorkspace, table=True):
    """`next_look_at` is the earliest moment at which the rules could have something to say; its row is the lock.

    `natural_key` marks who is paired with whom about what, so that the same file twice makes one pairing. `focus` and
    `site` are sealed, or empty. `rule` is the rhythm they were to have when the pairing was made: its Rhythm rows come
    with the introduction.
    `trouble` is the error class and reference of a look that failed alone and was set aside.
    """

    __table_args__ = (
        belongs("programme_id", "programme"),
        UniqueConstraint("workspace_id", "programme_id", "natural_key"),
        Index("ix_pairing_due", "next_look_at", "id", sqlite_where=DUE, postgresql_where=DUE),
    )

    programme_id: UUID
    natural_key: str
    state: PairingState = Field(sa_type=words(PairingState))
    rule: Rule = Field(sa_type=words(Rule))
    focus: str = ""
    site: str = ""
    introduce_on: date | None = None
    started_on: date | None = None
    created_at: datetime = moment()
    introducing_at: datetime | None = maybe_moment()
    introduced_at: datetime | None = maybe_moment()
    met_at: datetime | None = maybe_moment()
    ended_at: datetime | None = maybe_moment()
    end_reason: EndReason | None = Field(default=None, sa_type=words(EndReason), nullable=True)
    conversation: str = ""
    next_look_at: datetime | None = maybe_moment()
    trouble: str = ""


class Seat(InWorkspace, table=True):
    """One person's place in one pairing. `meeting` is what they said of the first meeting."""

    __table_args__ = (
        belongs("pairing_id", "pairing"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "pairing_id", "member_id"),
        Index("ix_seat_member", "workspace_id", "member_id"),
    )

    pairing_id: UUID
    member_id: UUID
    role: Role = Field(sa_type=words(Role))
    meeting: Meeting | None = Field(default=None, sa_type=words(Meeting), nullable=True)
    meeting_asked_at: datetime | None = maybe_moment()
    meeting_at: datetime | None = maybe_moment()


class Rhythm(InWorkspace, table=True):
    """How often a pairing is asked, from one period on. A change adds a row; the period number goes on."""

    __table_args__ = (
        belongs("pairing_id", "pairing"),
        UniqueConstraint("workspace_id", "pairing_id", "from_period"),
    )

    pairing_id: UUID
    from_period: int
    rule: Rule = Field(sa_type=words(Rule))
    anchor: date
