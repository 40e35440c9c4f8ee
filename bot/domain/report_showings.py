"""What a report shows, and the question which one is meant."""

from dataclasses import dataclass
from datetime import date

from bot.domain.ids import ProgrammeId
from bot.domain.pairing import PairingState
from bot.domain.rotation_showings import RotationNumbers
from bot.domain.sayings import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """The state of a programme over a span of days, both ends included.

    `prompts` is how often somebody was asked, the denominator of `answered` and of `reminded`; `checkins` is that of
    `met`. `reminders` were sent to those `reminded`. A median is none without answers. `undeliverable` counts notices
    that could not be delivered. `rotations` are those of a rotation, which has no pairings and no check-ins.

    `groups` have not ended; of the `rounds` that closed, `asked` is how often they asked somebody, `heard` how often
    that was answered.
    """

    reader: Reader
    programme: str
    first: date
    last: date
    pairings: tuple[tuple[PairingState, int], ...]
    checkins: int
    prompts: int
    answered: int
    met: int
    median_hours: float | None
    reminders: int
    reminded: int
    undeliverable: int
    groups: int = 0
    rounds: int = 0
    asked: int = 0
    heard: int = 0
    promised: int = 0
    kept: int = 0
    rotations: RotationNumbers | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class WhichReport:
    """`/rapport report` of somebody who runs several programmes: which, over these days?"""

    reader: Reader
    programmes: tuple[tuple[ProgrammeId, str], ...]
    first: date
    last: date
