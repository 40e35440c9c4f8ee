"""What the bot shows of groups in answer to a command or in a form, as values."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from bot.domain.group_sayings import GroupFace
from bot.domain.groups import Facilitation, Joining, Room, Topic
from bot.domain.ids import CaseId, GroupId, ProgrammeId, PromiseId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.persons import Reader
from bot.domain.rhythm import Rhythm
from bot.domain.rounds import PromiseState, RoundState


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


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseMade:
    """A promise of one's own, and what one said of it since."""

    promise: PromiseId
    words: str
    state: PromiseState


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundForm:
    """Answering a round by a form. `leads` may read what is not for the group, '' where nobody else does.

    `direct`: in a group DM, where this is the only way. `promises` are one's own of the round before.
    """

    reader: Reader
    round: RoundId
    name: str
    leads: str
    direct: bool
    promises: tuple[PromiseMade, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundAnswered:
    """After the form: what was kept, and who reads it. `named`: digests may quote them."""

    reader: Reader
    name: str
    leads: str
    private: bool
    to_group: bool
    promised: bool
    settled: int
    named: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivateRead:
    """Behind [Read]: what people wrote to whoever leads a round."""

    reader: Reader
    name: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundSkipped:
    """`/rapport group skip`: when the round would have opened, and in the face when the next one does."""

    reader: Reader
    face: GroupFace
    skipped_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class PastRoundRow:
    """A round in numbers; `why` says why one was left out, '' for one that was held."""

    day: date
    state: RoundState
    why: str
    leads: str
    heard: int
    asked: int
    promises: int
    kept: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundHistory:
    """`/rapport group history`: rounds, the newest first. `earlier` counts those that are not shown."""

    reader: Reader
    face: GroupFace
    rounds: tuple[PastRoundRow, ...]
    earlier: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LeadingRound:
    """Whoever pressed leads the round. `zone` is the group's own."""

    reader: Reader
    name: str
    opens_at: datetime
    zone: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HandedOver:
    """Somebody else leads the round now."""

    reader: Reader
    name: str
    leads: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HereNow:
    """[I'm here], pressed in the private word: that is heard."""

    reader: Reader
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupStays:
    """[I'm still in], in answer to the private word."""

    reader: Reader
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeTarget:
    """A group that could take in others: how many are in it, and the hours a week that all would share."""

    group: GroupId
    name: str
    people: int
    shared_hours: float


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeForm:
    """Which group the `people` of a small one shall be asked to join."""

    reader: Reader
    case: CaseId
    name: str
    people: tuple[str, ...]
    targets: tuple[MergeTarget, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """They were asked, or, once it is `undone`, are not any more. `open`: somebody has not answered yet."""

    reader: Reader
    merger: UUID
    name: str
    into: str
    undone: bool
    open: bool
