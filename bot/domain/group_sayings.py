"""What messages about groups say, as values."""

from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.groups import Facilitation, GroupState, Joining, Room, Whereabouts
from bot.domain.ids import GroupId, NoticeId
from bot.domain.rhythm import Rhythm


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupFace:
    """A group as everybody who can read its card sees it.

    `readers` can read the channel, `joined` are in the group, `invited` counts those who were asked and did not say.
    `next_at` is when the next round opens, none while none is planned; `leads` facilitates it, '' while nobody does.
    """

    group: GroupId
    name: str
    purpose: str
    questions: tuple[str, ...]
    coordinator: str
    rhythm: Rhythm
    weekday: int
    opens_at: time
    zone: str
    next_at: datetime | None
    leads: str
    facilitation: Facilitation
    joining: Joining
    room: Room
    readers: int
    joined: tuple[str, ...]
    invited: int
    size: int
    state: GroupState
    whereabouts: Whereabouts


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCard:
    """In the channel, with Join and Leave."""

    notice: NoticeId
    face: GroupFace


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupInvited:
    """To somebody whom a coordinator asks into a group; `settled` once they joined, said no, or it is over."""

    notice: NoticeId
    face: GroupFace
    inviter: str
    settled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupAdrift:
    """To the coordinator: a group's channel cannot be written to. `back` once it can."""

    notice: NoticeId
    group: GroupId
    name: str
    channel: str
    whereabouts: Whereabouts
    back: bool
    over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupOver:
    """In the channel: the group has ended, by whom, after how many rounds."""

    notice: NoticeId
    name: str
    rounds: int


GroupSaying = GroupCard | GroupInvited | GroupAdrift | GroupOver
