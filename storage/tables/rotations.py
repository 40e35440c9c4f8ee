"""Rotations: whose chair is whose, who was introduced to whom in which round, and whether they met."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bot.domain.checkin import Meeting as Answer
from bot.domain.rotation import LeftOut, Shape
from storage.tables.columns import InWorkspace, belongs, maybe_moment, moment, words


class Rotation(InWorkspace, table=True):
    """What a group of kind `rotation` has beside other groups; the group's row is the lock of all that is here."""

    __table_args__ = (belongs("group_id", "group"), UniqueConstraint("workspace_id", "group_id"))

    group_id: UUID
    shape: Shape = Field(sa_type=words(Shape))


class Chair(InWorkspace, table=True):
    """A member's place in the circle. Whoever has left keeps the `number` until somebody new needs it."""

    __table_args__ = (
        belongs("group_id", "group"),
        belongs("member_id", "member"),
        UniqueConstraint("workspace_id", "group_id", "member_id"),
        UniqueConstraint("workspace_id", "group_id", "number"),
    )

    group_id: UUID
    member_id: UUID
    number: int | None = None


class Encounter(InWorkspace, table=True):
    """Two or three people whom a round brings together, and the group DM in which they were introduced."""

    __table_args__ = (
        belongs("round_id", "round"),
        belongs("group_id", "group"),
        Index("ix_encounter_round", "workspace_id", "round_id"),
        Index("ix_encounter_group", "workspace_id", "group_id"),
    )

    round_id: UUID
    group_id: UUID
    introduced_at: datetime | None = maybe_moment()
    conversation: str = ""


class RotationSeat(InWorkspace, table=True):
    """One person's part in one round: warned, skipped, brought together or left out, asked, and what they said of it.

    Whoever was brought together and is `left_out` too, meets nobody after all.
    `stay_asked_at` is when, after silent rounds, they were asked whether to stay, and `stays_at` when they said so.
    """

    __tablename__ = "rotation_seat"
    __table_args__ = (
        belongs("round_id", "round"),
        belongs("group_id", "group"),
        belongs("member_id", "member"),
        belongs("encounter_id", "encounter"),
        UniqueConstraint("workspace_id", "round_id", "member_id"),
        Index("ix_rotation_seat_encounter", "workspace_id", "encounter_id"),
        Index("ix_rotation_seat_group", "workspace_id", "group_id"),
        Index("ix_rotation_seat_member", "workspace_id", "member_id"),
    )

    round_id: UUID
    group_id: UUID
    member_id: UUID
    encounter_id: UUID | None = None
    left_out: LeftOut | None = Field(default=None, sa_type=words(LeftOut), nullable=True)
    warned_at: datetime | None = maybe_moment()
    skipped_at: datetime | None = maybe_moment()
    stay_asked_at: datetime | None = maybe_moment()
    stays_at: datetime | None = maybe_moment()
    nudged_at: datetime | None = maybe_moment()
    asked_at: datetime | None = maybe_moment()
    answer: Answer | None = Field(default=None, sa_type=words(Answer), nullable=True)
    answered_at: datetime | None = maybe_moment()


class Apart(InWorkspace, table=True):
    """A wish not to be put together with somebody, in any rotation or group. Private to whoever has it."""

    __table_args__ = (
        belongs("member_id", "member"),
        belongs("other_id", "member"),
        UniqueConstraint("workspace_id", "member_id", "other_id"),
        Index("ix_apart_other", "workspace_id", "other_id"),
    )

    member_id: UUID
    other_id: UUID
    wished_at: datetime = moment()
