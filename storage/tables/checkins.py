"""Check-ins, the prompts that ask, and what people answered."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.checkin import About, Answered, Audience, CheckinState, Goal, Outcome
from storage.tables.columns import InWorkspace, belongs, maybe_moment, moment, words

TOLD: Final = text("notice_id IS NOT NULL")
HELD: Final = text("notice_id IS NULL")


class Pause(InWorkspace, table=True):
    """A person's clocks stand still from `from_day` until `until_day`, in one pairing or (none named) in all."""

    __table_args__ = (
        belongs("member_id", "member"),
        belongs("pairing_id", "pairing"),
        Index("ix_pause_member", "workspace_id", "member_id"),
    )

    member_id: UUID
    pairing_id: UUID | None = None
    from_day: date
    until_day: date


class Checkin(InWorkspace, table=True):
    """One period of one pairing. `day` is the nominal day, before anyone's own weekday."""

    __table_args__ = (
        belongs("pairing_id", "pairing"),
        UniqueConstraint("workspace_id", "pairing_id", "period"),
        Index("ix_checkin_opened", "workspace_id", "opened_at"),
    )

    pairing_id: UUID
    period: int
    day: date
    state: CheckinState = Field(sa_type=words(CheckinState))
    opened_at: datetime | None = maybe_moment()
    closes_at: datetime | None = maybe_moment()
    closed_at: datetime | None = maybe_moment()
    answered: Answered | None = Field(default=None, sa_type=words(Answered), nullable=True)


class Prompt(InWorkspace, table=True):
    """What asks one participant about one check-in. `reminders` counts those queued, two at most."""

    __table_args__ = (
        belongs("checkin_id", "checkin"),
        belongs("pairing_id", "pairing"),
        belongs("seat_id", "seat"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "checkin_id", "seat_id"),
        Index("ix_prompt_pairing", "workspace_id", "pairing_id"),
        Index("ix_prompt_member", "workspace_id", "member_id"),
    )

    checkin_id: UUID
    pairing_id: UUID
    seat_id: UUID
    member_id: UUID
    ask_at: datetime = moment()
    asked: int = 0
    delivered_at: datetime | None = maybe_moment()
    reminders: int = 0
    snoozed_until: datetime | None = maybe_moment()
    skipped_at: datetime | None = maybe_moment()


class Update(InWorkspace, table=True):
    """One participant's answer to one prompt."""

    __table_args__ = (
        belongs("prompt_id", "prompt"),
        belongs("pairing_id", "pairing"),
        UniqueConstraint("workspace_id", "prompt_id"),
        Index("ix_update_pairing", "workspace_id", "pairing_id"),
    )

    prompt_id: UUID
    pairing_id: UUID
    outcome: Outcome | None = Field(default=None, sa_type=words(Outcome), nullable=True)
    usefulness: int | None = None
    goal: Goal | None = Field(default=None, sa_type=words(Goal), nullable=True)
    answered_at: datetime = moment()
    changed_at: datetime = moment()


class Entry(InWorkspace, table=True):
    """One piece of a person's text, sealed. Typed words keep the conversation and stamp they came from.

    An entry without an update waits to be told which check-in it answers.
    """

    __table_args__ = (
        belongs("update_id", "update"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "conversation", "stamp"),
        Index("ix_entry_update", "workspace_id", "update_id"),
        Index("ix_entry_member", "workspace_id", "member_id"),
    )

    update_id: UUID | None = None
    member_id: UUID
    about: About = Field(sa_type=words(About))
    question: str = ""
    audience: Audience = Field(sa_type=words(Audience))
    sealed: str
    conversation: str | None = None
    stamp: str | None = None
    at: datetime = moment()


class EntryReader(InWorkspace, table=True):
    """A partner whom the author let read an entry whose audience is *partner*. `id` is the entry's.

    `notice_id` is the notice that told this reader of it; none while it is held back.
    """

    __tablename__ = "entry_reader"
    __table_args__ = (
        belongs("id", "entry"),
        belongs("member_id", "member"),
        belongs("notice_id", "notice"),
        Index("ix_entry_reader_notice", "workspace_id", "notice_id", sqlite_where=TOLD, postgresql_where=TOLD),
        # What is held back for somebody is little, and what they were ever told in years is much.
        Index("ix_entry_reader_held", "workspace_id", "member_id", sqlite_where=HELD, postgresql_where=HELD),
    )

    member_id: UUID = Field(primary_key=True)
    notice_id: UUID | None = None
