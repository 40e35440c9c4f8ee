"""Groups in channels, who joined them, their rounds, and what is said in those."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.groups import Facilitation, GroupState, Joining, Room, Topic, Whereabouts
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import Rhythm as Rule
from bot.domain.rounds import Heard, PromiseState, RoundState
from storage.tables.columns import InWorkspace, belongs, maybe_moment, moment, words

DUE = text("next_look_at IS NOT NULL")
LIVING = text("state <> 'ended' AND conversation <> ''")


class Group(InWorkspace, table=True):
    """People of a programme in one channel. `next_look_at` is the earliest moment at which the rules could have
    anything to say; its row is the lock of its rounds and of all that is said in them.

    `kind` is that of its programme. `purpose` and `questions` (one a line) are sealed, or empty. `opens_at`, `days`,
    `zone` and `country` are the group's own clock and calendar, `closes_after` a round's working days. `channel_name`
    and `readers` are as last seen; `lost` counts how often its channel was lost. A `natural_key` marks what a group
    was formed from, so that forming twice makes one group.
    `trouble` is the error class and reference of a look that failed alone and was set aside.
    """

    __table_args__ = (
        belongs("programme_id", "programme"),
        belongs("started_by", "member"),
        belongs("facilitator_id", "member"),
        UniqueConstraint("workspace_id", "natural_key"),
        Index("ix_group_due", "next_look_at", "id", sqlite_where=DUE, postgresql_where=DUE),
        Index("ix_group_programme", "workspace_id", "programme_id"),
        Index("ix_group_state", "workspace_id", "programme_id", "state", "kind"),
        Index("ix_group_channel", "workspace_id", "conversation"),
        # A channel has one living group of a kind.
        Index(
            "ix_group_conversation",
            "workspace_id",
            "conversation",
            "kind",
            unique=True,
            sqlite_where=LIVING,
            postgresql_where=LIVING,
        ),
    )

    programme_id: UUID
    natural_key: str
    kind: ProgrammeKind = Field(sa_type=words(ProgrammeKind))
    name: str
    purpose: str = ""
    questions: str = ""
    topic: Topic = Field(sa_type=words(Topic))
    state: GroupState = Field(sa_type=words(GroupState))
    whereabouts: Whereabouts = Field(sa_type=words(Whereabouts))
    lost: int = 0
    room: Room = Field(sa_type=words(Room))
    conversation: str = ""
    channel_name: str = ""
    readers: int = 0
    language: str
    zone: str
    country: str
    days: str
    opens_at: time
    closes_after: int
    facilitation: Facilitation = Field(sa_type=words(Facilitation))
    facilitator_id: UUID | None = None
    joining: Joining = Field(sa_type=words(Joining))
    size: int
    policy: dict[str, object] = Field(default_factory=dict, sa_type=JSON)
    started_by: UUID
    created_at: datetime = moment()
    ended_at: datetime | None = maybe_moment()
    next_look_at: datetime | None = maybe_moment()
    trouble: str = ""


class GroupRhythm(InWorkspace, table=True):
    """How often a group has a round, from one period on. A change adds a row; the period number goes on."""

    __tablename__ = "group_rhythm"
    __table_args__ = (
        belongs("group_id", "group"),
        UniqueConstraint("workspace_id", "group_id", "from_period"),
    )

    group_id: UUID
    from_period: int
    rule: Rule = Field(sa_type=words(Rule))
    anchor: date


class GroupPause(InWorkspace, table=True):
    """A group's clock stands still from `from_day` until `until_day`, which is a day of work again."""

    __tablename__ = "group_pause"
    __table_args__ = (belongs("group_id", "group"), Index("ix_group_pause_group", "workspace_id", "group_id"))

    group_id: UUID
    from_day: date
    until_day: date


class Membership(InWorkspace, table=True):
    """One person's place in one group. `named` is their leave to be named and quoted in digests.

    `volunteers` says that they would lead a round; `turned_at` is when they last led one.
    """

    __table_args__ = (
        belongs("group_id", "group"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "group_id", "member_id"),
        Index("ix_membership_member", "workspace_id", "member_id"),
        Index("ix_membership_state", "workspace_id", "group_id", "state"),
    )

    group_id: UUID
    member_id: UUID
    state: MembershipState = Field(sa_type=words(MembershipState))
    named: bool = False
    volunteers: bool = False
    joined_at: datetime = moment()
    left_at: datetime | None = maybe_moment()
    turned_at: datetime | None = maybe_moment()


class Round(InWorkspace, table=True):
    """One period of one group. `day` is the nominal day, `opens_at` when it is to open, `opened_at` when it did.

    `questions` are those it asked, sealed; `why` says why it was skipped.
    `conversation` and `stamp` are where its thread begins. `facilitator_id` leads it; `guided_at` is when they were
    prepared, `nudged_at` when the quiet were asked. `digest_at` is when its end was said.
    """

    __table_args__ = (
        belongs("group_id", "group"),
        belongs("facilitator_id", "member"),
        UniqueConstraint("workspace_id", "group_id", "period"),
        Index("ix_round_place", "workspace_id", "conversation", "stamp"),
        Index("ix_round_opens", "workspace_id", "group_id", "opens_at"),
        Index("ix_round_closed", "workspace_id", "closed_at"),
    )

    group_id: UUID
    period: int
    day: date
    state: RoundState = Field(sa_type=words(RoundState))
    opens_at: datetime = moment()
    closes_at: datetime | None = maybe_moment()
    opening_at: datetime | None = maybe_moment()
    opened_at: datetime | None = maybe_moment()
    closed_at: datetime | None = maybe_moment()
    guided_at: datetime | None = maybe_moment()
    nudged_at: datetime | None = maybe_moment()
    digest_at: datetime | None = maybe_moment()
    questions: str = ""
    why: str = ""
    facilitator_id: UUID | None = None
    conversation: str = ""
    stamp: str = ""


class RoundSeat(InWorkspace, table=True):
    """Somebody of whom a round asked something, and what they did in it, as far as numbers go."""

    __tablename__ = "round_seat"
    __table_args__ = (
        belongs("round_id", "round"),
        belongs("group_id", "group"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "round_id", "member_id"),
        Index("ix_round_seat_group", "workspace_id", "group_id"),
        Index("ix_round_seat_member", "workspace_id", "member_id"),
    )

    round_id: UUID
    group_id: UUID
    member_id: UUID
    here_at: datetime | None = maybe_moment()
    said_at: datetime | None = maybe_moment()
    nudged_at: datetime | None = maybe_moment()


class RoundEntry(InWorkspace, table=True):
    """One piece of what a member said in a round, sealed. What was typed in its thread keeps where it stands.

    `reader_id` is the one person who may read what is not for the group: whoever led the round then.
    """

    __tablename__ = "round_entry"
    __table_args__ = (
        belongs("round_id", "round"),
        belongs("member_id", "member"),
        belongs("reader_id", "member"),
        UniqueConstraint("workspace_id", "conversation", "stamp"),
        Index("ix_round_entry_round", "workspace_id", "round_id"),
        Index("ix_round_entry_member", "workspace_id", "member_id"),
    )

    round_id: UUID
    member_id: UUID
    reader_id: UUID | None = None
    heard: Heard = Field(sa_type=words(Heard))
    sealed: str
    conversation: str | None = None
    stamp: str | None = None
    at: datetime = moment()


class Promise(InWorkspace, table=True):
    """What a member promised in a round, sealed, and what became of it. One made by a reply belongs to its entry."""

    __table_args__ = (
        belongs("round_id", "round"),
        belongs("group_id", "group"),
        belongs("member_id", "member"),
        belongs("entry_id", "round_entry"),
        Index("ix_promise_round", "workspace_id", "round_id"),
        Index("ix_promise_group", "workspace_id", "group_id"),
        Index("ix_promise_member", "workspace_id", "member_id"),
    )

    round_id: UUID
    group_id: UUID
    member_id: UUID
    entry_id: UUID | None = None
    sealed: str
    state: PromiseState = Field(sa_type=words(PromiseState))
    at: datetime = moment()
    settled_at: datetime | None = maybe_moment()


class HandOver(InWorkspace, table=True):
    """Who was to lead a round, from when on, and by whose click."""

    __tablename__ = "hand_over"
    __table_args__ = (
        belongs("round_id", "round"),
        belongs("member_id", "member"),
        belongs("by", "member"),
        Index("ix_hand_over_round", "workspace_id", "round_id"),
    )

    round_id: UUID
    member_id: UUID | None = None
    by: UUID | None = None
    at: datetime = moment()
