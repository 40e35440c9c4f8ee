"""One period of a group: its life, and what is said in it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from bot.domain.calendar import Hours, at_their_hour, working_day_from
from bot.domain.facts import PauseFacts
from bot.domain.life import Life
from bot.domain.pause import paused_until
from bot.domain.rhythm import NoSuchPeriod, RhythmRow, nominal_day


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


def round_day(rows: Sequence[RhythmRow], period: int) -> date:
    """The nominal day of a round: that of a row's first period is its anchor. Raises NoSuchPeriod."""
    row = max((row for row in rows if row.from_period <= period), key=lambda row: row.from_period, default=None)
    if row is None:
        raise NoSuchPeriod(period)
    return nominal_day(row.rhythm, row.anchor, period - row.from_period)


def opening(hours: Hours, pauses: Collection[PauseFacts], nominal: date) -> datetime:
    """The group's hour on the first working day from the nominal one on which the group does not pause."""
    day = working_day_from(hours, nominal)
    while (until := paused_until(pauses, day)) is not None:
        day = working_day_from(hours, until)
    return at_their_hour(hours, day)
