"""What the bot has to say, what it said, and what must still look right."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.notice import NoticeKind, NoticeState
from bot.domain.surface import SurfaceKind
from storage.tables.columns import InWorkspace, belongs, in_workspace, maybe_moment, moment, words

WAITING = text("state IN ('queued', 'failed')")
IN_FLIGHT = text("state IN ('sending', 'unknown')")
UNDELIVERABLE = text("state = 'undeliverable'")
LAGGING = text("wanted > shown")


class Notice(InWorkspace, table=True):
    """One thing to say: to whom, about which facts, not before when. `key` names its episode: once queued, once said.

    One without a member is heard in the group DM of its pairing, or in the channel of its group. `thread` is the stamp
    of the message it answers in a thread. `cause` is the reference of the click, event or tick
    that made it; `why` says why it was dropped or refused.
    """

    __table_args__ = (
        in_workspace(),
        belongs("member_id", "member"),
        belongs("pairing_id", "pairing"),
        belongs("group_id", "group"),
        belongs("message_id", "message"),
        UniqueConstraint("workspace_id", "key"),
        Index("ix_notice_due", "not_before", "id", sqlite_where=WAITING, postgresql_where=WAITING),
        Index(
            "ix_notice_undeliverable",
            "workspace_id",
            "not_before",
            sqlite_where=UNDELIVERABLE,
            postgresql_where=UNDELIVERABLE,
        ),
        Index("ix_notice_pairing", "workspace_id", "pairing_id"),
        Index("ix_notice_group", "workspace_id", "group_id"),
        Index("ix_notice_message", "workspace_id", "message_id"),
        Index("ix_notice_subject", "workspace_id", "subject_id"),
    )

    kind: NoticeKind = Field(sa_type=words(NoticeKind))
    key: str
    member_id: UUID | None = None
    pairing_id: UUID | None = None
    group_id: UUID | None = None
    subject_id: UUID | None = None
    nth: int = 0
    thread: str = ""
    urgency: int
    not_before: datetime = moment()
    queued_at: datetime = moment()
    state: NoticeState = Field(sa_type=words(NoticeState))
    why: str = ""
    attempts: int = 0
    message_id: UUID | None = None
    cause: str


class Message(InWorkspace, table=True):
    """One message in Slack, carrying one or more notices. `conversation` and `stamp` are where it stands."""

    __table_args__ = (
        in_workspace(),
        belongs("member_id", "member"),
        belongs("pairing_id", "pairing"),
        belongs("group_id", "group"),
        Index("ix_message_flight", "lease_until", "id", sqlite_where=IN_FLIGHT, postgresql_where=IN_FLIGHT),
        Index("ix_message_member", "workspace_id", "member_id", "sent_at"),
        Index("ix_message_place", "workspace_id", "conversation", "stamp"),
        Index("ix_message_group", "workspace_id", "group_id", "claimed_at"),
    )

    member_id: UUID | None = None
    pairing_id: UUID | None = None
    group_id: UUID | None = None
    state: NoticeState = Field(sa_type=words(NoticeState))
    unasked: bool
    conversation: str = ""
    stamp: str = ""
    thread: str = ""
    lease_until: datetime | None = maybe_moment()
    claimed_at: datetime = moment()
    sent_at: datetime | None = maybe_moment()
    repeats: int = 0


class Surface(InWorkspace, table=True):
    """A message or view that shows changing state: it lags while `wanted` is ahead of `shown`.

    `mark` tells whether what it should look like now is what stands there already; empty when nobody knows.
    """

    __table_args__ = (
        in_workspace(),
        UniqueConstraint("workspace_id", "kind", "subject_id"),
        Index("ix_surface_due", "due_at", "id", sqlite_where=LAGGING, postgresql_where=LAGGING),
    )

    kind: SurfaceKind = Field(sa_type=words(SurfaceKind))
    subject_id: UUID
    wanted: int = 0
    shown: int = 0
    due_at: datetime = moment()
    mark: str = ""
