"""A check-in: its life, what an answer can say, and who may read words."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from bot.domain.ids import MemberId
from bot.domain.life import Life


class CheckinState(StrEnum):
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    SKIPPED = "skipped"


class CheckinStep(StrEnum):
    OPEN = "open"
    CLOSE = "close"
    SKIP = "skip"


LIFE: Final[Life[CheckinState, CheckinStep]] = {
    CheckinState.SCHEDULED: {CheckinStep.OPEN: CheckinState.OPEN, CheckinStep.SKIP: CheckinState.SKIPPED},
    CheckinState.OPEN: {CheckinStep.CLOSE: CheckinState.CLOSED, CheckinStep.SKIP: CheckinState.SKIPPED},
    CheckinState.CLOSED: {},
    CheckinState.SKIPPED: {},
}


class Answered(StrEnum):
    """How a check-in closed."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


class Outcome(StrEnum):
    """What one click says."""

    MET = "met"
    BOOKED = "booked"
    NOT_YET = "not_yet"


class Goal(StrEnum):
    MOVED = "moved"
    SAME = "same"
    STUCK = "stuck"


class Audience(StrEnum):
    """Who may read one piece of text besides its author."""

    ONLY_ME = "only_me"
    PARTNER = "partner"
    COORDINATOR = "coordinator"


def readers_after(
    before: Collection[MemberId], *, ticked: tuple[MemberId, ...], offered: Collection[MemberId]
) -> tuple[MemberId, ...]:
    """Who may read a text after a form in which readers are ticked for all of its texts at once.

    `offered` were ticked already when the form opened, some for other texts only: they are not let into this one by
    it. Whoever was ticked in the form is let into every text that is shared.
    """
    if not before:
        return ticked
    return tuple(each for each in ticked if each in before or each not in offered) or ticked


class About(StrEnum):
    """What a piece of text is about. TYPED is a plain reply in Slack, CARE a coordinator's message to a member."""

    MOVED = "moved"
    NEXT = "next"
    IN_THE_WAY = "in_the_way"
    PRIVATE_LINE = "private_line"
    QUESTION = "question"
    TYPED = "typed"
    CARE = "care"


class Meeting(StrEnum):
    """What a person said of the first meeting, seven days after the introduction."""

    PLANNED = "planned"
    MET = "met"
    NOT_YET = "not_yet"
