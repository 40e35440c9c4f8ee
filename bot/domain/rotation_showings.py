"""What the bot shows of rotations in answer to a command or in a form, as values."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.groups import Joining, Room
from bot.domain.ids import EncounterId, GroupId, ProgrammeId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import Shape
from bot.domain.rotation_sayings import RotationFace
from bot.domain.sayings import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationForm:
    """Starting a rotation, or, with a `group`, changing it. `place` is the channel's id.

    `like` are programmes whose coordinators can answer for the new one. `next_on` is the day of the next round.
    """

    reader: Reader
    group: GroupId | None
    place: str
    room: Room
    readers: int
    like: tuple[tuple[ProgrammeId, str], ...]
    name: str
    shape: Shape
    rhythm: Rhythm
    next_on: date
    opens_at: time
    zone: str
    joining: Joining
    paused_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationSaved:
    """After the form. `started`: it is new."""

    reader: Reader
    face: RotationFace
    started: bool
    paused_until: date | None
    invited: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationNumbers:
    """Rounds that were opened, the meetings that they made, and of how many somebody said that they took place.

    `answered` of `asked` said something of theirs; `skipped` and `left_out` count people in rounds, `set_aside` people.
    """

    rounds: int
    meetings: int
    met: int
    asked: int
    answered: int
    skipped: int
    left_out: int
    set_aside: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationShown:
    """`/rapport rotation` in its channel, with one's own place in it.

    `round` is the one that is planned, if the reader can skip it; `skipped` that they do. `partners` are whom they are
    to meet now. `numbers` are for whoever runs it.
    """

    reader: Reader
    face: RotationFace
    mine: MembershipState | None
    round: RoundId | None
    skipped: bool
    partners: tuple[str, ...]
    paused_until: date | None
    numbers: RotationNumbers | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationJoined:
    """`again`: they were in it already."""

    reader: Reader
    face: RotationFace
    again: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationLeft:
    reader: Reader
    face: RotationFace


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationSkipped:
    """`/rapport rotation skip`: the next round goes by without the reader, or, not `skipped`, with them after all."""

    reader: Reader
    name: str
    round: RoundId
    opens_at: datetime
    skipped: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MyRotations:
    """`/rapport rotation` elsewhere: those that one is in, or runs."""

    reader: Reader
    joined: tuple[RotationFace, ...]
    run: tuple[RotationFace, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationEnding:
    """`/rapport rotation end`: what will happen, before it does. `over` once it has."""

    reader: Reader
    face: RotationFace
    over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationParting:
    """*Not for me* in a meeting: what it will do, before it does. `done` once it has."""

    reader: Reader
    encounter: EncounterId
    partners: tuple[str, ...]
    done: bool
