"""One period of a group: its life, and what is said in it."""

from enum import StrEnum
from typing import Final

from bot.domain.life import Life


class RoundState(StrEnum):
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    SKIPPED = "skipped"


class RoundStep(StrEnum):
    OPEN = "open"
    CLOSE = "close"
    SKIP = "skip"


LIFE: Final[Life[RoundState, RoundStep]] = {
    RoundState.SCHEDULED: {RoundStep.OPEN: RoundState.OPEN, RoundStep.SKIP: RoundState.SKIPPED},
    RoundState.OPEN: {RoundStep.CLOSE: RoundState.CLOSED},
    RoundState.CLOSED: {},
    RoundState.SKIPPED: {},
}


class Heard(StrEnum):
    """Who reads a piece of what a member says in a round: the group, or only whoever facilitates that round."""

    GROUP = "group"
    FACILITATOR = "facilitator"


class PromiseState(StrEnum):
    """What became of a promise, as whoever made it says."""

    MADE = "made"
    KEPT = "kept"
    GOING = "going"
    LET_GO = "let_go"
