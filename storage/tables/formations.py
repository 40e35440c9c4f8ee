"""Groups being formed from a list of people, whoever comes into a group later, and groups that go on together."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.draft_group import DraftState
from bot.domain.formation import FormationState, Why
from bot.domain.rhythm import Rhythm as Rule
from storage.tables.columns import InWorkspace, belongs, maybe_moment, moment, words

DUE = text("next_look_at IS NOT NULL")


class Formation(InWorkspace, table=True):
    """A list of people of whom a coordinator forms groups; its row is the lock of all that is here.

    `like_id` is the programme whose coordinators answer for the new groups, `programme_id` the one that the groups are
    of: an existing one, or none before they are made. `source` is the channel whose people they are, '' for a list.
    `listed`: who is in that channel was read. `nth` counts how often groups were proposed. `questions` are sealed.
    `next_look_at` is when people are next looked up; `trouble` is the error class and reference of a failed try.
    """

    __table_args__ = (
        belongs("like_id", "programme"),
        belongs("programme_id", "programme"),
        belongs("started_by", "member"),
        UniqueConstraint("workspace_id", "form"),
        Index("ix_formation_due", "next_look_at", "id", sqlite_where=DUE, postgresql_where=DUE),
    )

    form: str
    like_id: UUID
    programme_id: UUID | None = None
    started_by: UUID
    state: FormationState = Field(sa_type=words(FormationState))
    source: str = ""
    source_name: str = ""
    listed: bool = False
    name: str
    questions: str = ""
    language: str
    zone: str
    rhythm: Rule = Field(sa_type=words(Rule))
    first_on: date
    opens_at: time
    size: int
    nth: int = 0
    tries: int = 0
    trouble: str = ""
    created_at: datetime = moment()
    next_look_at: datetime | None = maybe_moment()


class DraftGroup(InWorkspace, table=True):
    """One group of a formation. `group_id` is the group it became, or that takes its people in.

    `next_look_at` is when its room is next tried to be opened, `tries` how often that failed, `why` the last refusal.
    """

    __tablename__ = "draft_group"
    __table_args__ = (
        belongs("formation_id", "formation"),
        belongs("group_id", "group"),
        UniqueConstraint("workspace_id", "formation_id", "number"),
        Index("ix_draft_group_due", "next_look_at", "id", sqlite_where=DUE, postgresql_where=DUE),
    )

    formation_id: UUID
    number: int
    name: str
    group_id: UUID | None = None
    state: DraftState = Field(sa_type=words(DraftState))
    tries: int = 0
    why: str = ""
    next_look_at: datetime | None = maybe_moment()


class FormationPlace(InWorkspace, table=True):
    """Somebody of the list, `name`, `zone` and `language` as the directory knows them; no `zone`: not looked up yet.

    Whoever is new to the bot gets a `member_id` when the groups are made, and is forgotten with a list that is dropped.
    They are in no `draft_id` for the reason in `why`. `outside`: they could not be brought into their group's room.
    """

    __tablename__ = "formation_place"
    __table_args__ = (
        belongs("formation_id", "formation"),
        belongs("member_id", "member"),
        belongs("draft_id", "draft_group"),
        UniqueConstraint("workspace_id", "formation_id", "person"),
        Index("ix_formation_place_draft", "workspace_id", "draft_id"),
        Index("ix_formation_place_member", "workspace_id", "member_id"),
    )

    formation_id: UUID
    person: str
    name: str = ""
    zone: str = ""
    language: str = ""
    member_id: UUID | None = None
    draft_id: UUID | None = None
    why: Why | None = Field(default=None, sa_type=words(Why), nullable=True)
    outside: bool = False


class Arrival(InWorkspace, table=True):
    """Somebody who joined a group elsewhere than in its room, and is to be brought there.

    `next_look_at` is none once they are there, or cannot come: `why` says what Slack said.
    """

    __table_args__ = (
        belongs("group_id", "group"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "group_id", "member_id"),
        Index("ix_arrival_due", "next_look_at", "id", sqlite_where=DUE, postgresql_where=DUE),
    )

    group_id: UUID
    member_id: UUID
    tries: int = 0
    why: str = ""
    next_look_at: datetime | None = maybe_moment()


class Merger(InWorkspace, table=True):
    """The people of one group were asked whether they would go on with another. Taken back at `undone_at`."""

    __table_args__ = (
        belongs("group_id", "group"),
        belongs("into_id", "group"),
        belongs("by", "member"),
        Index("ix_merger_group", "workspace_id", "group_id"),
        Index("ix_merger_into", "workspace_id", "into_id"),
    )

    group_id: UUID
    into_id: UUID
    by: UUID
    at: datetime = moment()
    undone_at: datetime | None = maybe_moment()
