"""People of a programme in one channel: a peer group, or those of a rotation. Its life, its place, who is in it."""

from enum import StrEnum
from typing import Final

from bot.domain.life import Life


class GroupState(StrEnum):
    """`ADRIFT`: its channel cannot be written to, and `Whereabouts` says why."""

    RUNNING = "running"
    ADRIFT = "adrift"
    ENDED = "ended"


class GroupStep(StrEnum):
    LOSE = "lose"
    FIND = "find"
    END = "end"


LIFE: Final[Life[GroupState, GroupStep]] = {
    GroupState.RUNNING: {GroupStep.LOSE: GroupState.ADRIFT, GroupStep.END: GroupState.ENDED},
    GroupState.ADRIFT: {GroupStep.FIND: GroupState.RUNNING, GroupStep.END: GroupState.ENDED},
    GroupState.ENDED: {},
}


class Whereabouts(StrEnum):
    """How a group's channel stands. `REMOVED`: the bot is not in it, or cannot see it; `CLOSED`: it may not write;
    `EXPOSED`: everybody can read there by now what is asked about well-being.
    """

    THERE = "there"
    ARCHIVED = "archived"
    REMOVED = "removed"
    CLOSED = "closed"
    EXPOSED = "exposed"


class Room(StrEnum):
    """What kind of conversation a group lives in. In a group DM the bot hears no replies, ever."""

    PUBLIC = "public"
    PRIVATE = "private"
    DIRECT = "direct"


class Facilitation(StrEnum):
    """Who leads a round: each in turn, whoever says so, or always the same person."""

    IN_TURN = "in_turn"
    VOLUNTEERS = "volunteers"
    FIXED = "fixed"


class Joining(StrEnum):
    """Who may join: whoever can read the card, or whom the coordinator adds."""

    ANYBODY = "anybody"
    ADDED = "added"


class Topic(StrEnum):
    """What a group's questions are about. Well-being is asked only where not everybody can read along."""

    WORK = "work"
    WELL_BEING = "well_being"


SMALLEST: Final = 2
"""People without whom a round is not opened."""

LARGEST: Final = 15
"""Beyond that, not everybody is heard in a round."""

DEFAULT_SIZE: Final = 8

MOST_DIRECT: Final = 8
"""People beside the bot in a group DM (https://docs.slack.dev/reference/methods/conversations.open)."""

LONGEST_NAME: Final = 60
LONGEST_TEXT: Final = 500
MOST_QUESTIONS: Final = 5


def questions_of(text: str) -> tuple[str, ...]:
    """One a line, as they were typed; empty lines are none."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
