"""What messages about groups say, as values."""

from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.formation_showings import FormationCard
from bot.domain.groups import Facilitation, GroupState, Joining, Room, Whereabouts
from bot.domain.ids import GroupId, NoticeId, RoundId
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import Rhythm
from bot.domain.rounds import PromiseState, RoundState


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
    """In the channel, with Join and Leave. `formed_by` brought together `people`, '' where nobody did."""

    notice: NoticeId
    face: GroupFace
    formed_by: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupInvited:
    """To somebody whom a coordinator asks into a group; `settled` once they joined, said no, or it is over.

    `small` is their own group that has become so, '' where it is not about that.
    """

    notice: NoticeId
    face: GroupFace
    inviter: str
    settled: bool
    small: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupGrows:
    """In the room of a group: `people` of a `small` one were asked whether they would go on with it. `over` once that
    was taken back, or all have answered.
    """

    notice: NoticeId
    name: str
    small: str
    people: tuple[str, ...]
    over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupAdrift:
    """To the coordinator: the channel of a group, or of a rotation, cannot be written to. `back` once it can."""

    notice: NoticeId
    group: GroupId
    kind: ProgrammeKind
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


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundOpened:
    """The message whose thread is a round. `heard` of those `asked` were there, or said something.

    `leads` facilitates it, '' while nobody does. `zone` is the group's own; `over`: the group has ended.
    """

    notice: NoticeId
    round: RoundId
    name: str
    questions: tuple[str, ...]
    leads: str
    closes_at: datetime | None
    heard: int
    asked: int
    room: Room
    state: RoundState
    over: bool
    zone: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseLine:
    """A promise in a digest; without its author's leave neither name nor words."""

    name: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundDigest:
    """The end of a round, in its thread. `quotes` are words of people who gave leave, but for their `promises`, which
    stand once; `unnamed` counts the others who said something, `last` what became of the promises of the round before.

    `round` is the next one, none while none is planned; `leads` facilitates that, '' while nobody does.
    """

    notice: NoticeId
    round: RoundId | None
    name: str
    heard: int
    asked: int
    quotes: tuple[tuple[str, str], ...]
    unnamed: int
    promises: tuple[PromiseLine, ...]
    last: tuple[tuple[PromiseState, int], ...]
    next_at: datetime | None
    leads: str
    facilitation: Facilitation
    room: Room
    zone: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundPrivate:
    """To whoever leads a round: somebody wrote words for them alone. `waiting` is false once they are gone."""

    notice: NoticeId
    round: RoundId
    name: str
    waiting: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundGuide:
    """To whoever leads a round, the working day before: an agenda, open ends, numbers; never who was silent.

    `heard` of `asked` were heard last time, none asked the first time. `open_ends` are promises that are still open, of
    people who gave leave, `others` counts the rest of them. `leads` is who leads it now where that is somebody else.
    """

    notice: NoticeId
    round: RoundId
    name: str
    opens_at: datetime
    questions: tuple[str, ...]
    joined: int
    heard: int
    asked: int
    open_ends: tuple[PromiseLine, ...]
    others: int
    leads: str
    coordinator: str
    state: RoundState
    over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundNudge:
    """The one private word to somebody who was not heard in a round yet. `settled` once they were, or it has closed."""

    notice: NoticeId
    round: RoundId
    group: GroupId
    name: str
    channel: str
    closes_at: datetime
    room: Room
    settled: bool


RoundSaying = RoundOpened | RoundDigest | RoundPrivate | RoundGuide | RoundNudge


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupWord:
    """The private word to somebody of whom nothing was heard in three rounds: how is it going, would help be welcome?

    `settled` once they were heard, said that they stay, or left.
    """

    notice: NoticeId
    group: GroupId
    name: str
    coordinator: str
    settled: bool


GroupSaying = GroupCard | GroupInvited | GroupAdrift | GroupOver | GroupGrows | GroupWord | FormationCard
