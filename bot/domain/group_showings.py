"""What the bot shows of groups in answer to a command or in a form, as values."""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.group_sayings import GroupFace
from bot.domain.groups import Facilitation, Joining, Room, Topic
from bot.domain.ids import GroupId, ProgrammeId
from bot.domain.membership import MembershipState
from bot.domain.rhythm import Rhythm
from bot.domain.sayings import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupForm:
    """Starting a group, or, with a `group`, changing it. `place` names where: a channel's id, or people's.

    `like` are programmes whose coordinators can answer for the new group. `next_on` is the day of the next round.
    """

    reader: Reader
    group: GroupId | None
    place: str
    room: Room
    readers: int
    like: tuple[tuple[ProgrammeId, str], ...]
    name: str
    purpose: str
    questions: str
    topic: Topic
    rhythm: Rhythm
    next_on: date
    opens_at: time
    zone: str
    facilitation: Facilitation
    facilitator: str
    joining: Joining
    size: int
    paused_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupSaved:
    """After the form. `started`: it is new. `again_on` is when a group that pauses goes on."""

    reader: Reader
    face: GroupFace
    started: bool
    paused_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupShown:
    """`/rapport group` in its channel, with one's own place in it."""

    reader: Reader
    face: GroupFace
    mine: MembershipState | None
    named: bool
    runs: bool
    paused_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupJoined:
    """`again`: they were in it already. `named` is their leave to be named in digests."""

    reader: Reader
    face: GroupFace
    named: bool
    again: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLeft:
    reader: Reader
    face: GroupFace


@dataclass(frozen=True, kw_only=True, slots=True)
class MyGroups:
    """`/rapport group` elsewhere: the groups that one is in, or runs."""

    reader: Reader
    joined: tuple[GroupFace, ...]
    run: tuple[GroupFace, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupEnding:
    """`/rapport group end`: what will happen, before it does. `over` once it has."""

    reader: Reader
    face: GroupFace
    over: bool
