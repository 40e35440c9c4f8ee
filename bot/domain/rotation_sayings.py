"""What messages about rotations say, as values."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from bot.domain.checkin import Meeting
from bot.domain.groups import GroupState, Joining, Room, Whereabouts
from bot.domain.ids import EncounterId, GroupId, NoticeId, RoundId
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import LeftOut, Shape

NAMED_AT_MOST: Final = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationFace:
    """A rotation as everybody who can read its card sees it.

    `readers` can read the channel, so many `joined` are in the rotation; they are `named` if they are NAMED_AT_MOST.
    `next_at` is when the next round opens, none where none will.
    """

    group: GroupId
    name: str
    coordinator: str
    shape: Shape
    rhythm: Rhythm
    weekday: int
    opens_at: time
    zone: str
    next_at: datetime | None
    joining: Joining
    room: Room
    readers: int
    joined: int
    named: tuple[str, ...]
    state: GroupState
    whereabouts: Whereabouts


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationCard:
    """In the channel, with Join and Leave."""

    notice: NoticeId
    face: RotationFace


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationInvited:
    """To somebody whom a coordinator asks in; `settled` once they joined, said no, or it is over."""

    notice: NoticeId
    face: RotationFace
    inviter: str
    settled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationWarning:
    """The working day before a round. `settled`: it has begun or will not, or the reader has left; it `waits` while the
    rotation's channel is lost.
    """

    notice: NoticeId
    round: RoundId
    name: str
    opens_at: datetime
    skipped: bool
    settled: bool
    waits: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationMeeting:
    """In the group DM of a round's pair or trio. `slots` are hours that all share, `until` the last day of the round.

    `planned_by` and `met_by` are who said so; `left` who has left the rotation since. `over`: the round is, or one of
    them said that it is not for them.
    """

    notice: NoticeId
    encounter: EncounterId
    name: str
    people: tuple[str, ...]
    until: date
    slots: tuple[datetime, ...]
    zones: tuple[str, ...]
    planned_by: tuple[str, ...]
    met_by: tuple[str, ...]
    left: tuple[str, ...]
    over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationLeftOut:
    """To whoever meets nobody in a round, with the reason. `next_at` is when the next round opens."""

    notice: NoticeId
    name: str
    why: LeftOut
    next_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationNudge:
    """Have you found a time? `answer` is the reader's own, `settled` that nothing is to be answered any more."""

    notice: NoticeId
    encounter: EncounterId
    name: str
    partners: tuple[str, ...]
    until: date
    answer: Meeting | None
    settled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationAsk:
    """Did you meet?"""

    notice: NoticeId
    encounter: EncounterId
    name: str
    partners: tuple[str, ...]
    coordinator: str
    answer: Meeting | None
    settled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationStay:
    """After silent rounds: do you want to stay? `stays` is none while they have not said."""

    notice: NoticeId
    group: GroupId
    round: RoundId
    name: str
    rounds: int
    opens_at: datetime
    stays: bool | None
    settled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationAside:
    """To whoever was set aside, with a way back; `back` once they took it, `over` when there is none."""

    notice: NoticeId
    group: GroupId
    name: str
    back: bool
    over: bool


RotationSaying = (
    RotationCard
    | RotationInvited
    | RotationWarning
    | RotationMeeting
    | RotationLeftOut
    | RotationNudge
    | RotationAsk
    | RotationStay
    | RotationAside
)
