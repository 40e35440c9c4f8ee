"""One group of a formation, from the proposal to the room in which it begins."""

from enum import StrEnum
from typing import Final

from bot.domain.life import Life


class DraftState(StrEnum):
    """One group of a formation. `WAITING`: for its people's first word and an hour that they share. `STUCK`: Slack lets
    the bot open no room for it. `FEW`: too few were left of it before it was opened.
    """

    PROPOSED = "proposed"
    WAITING = "waiting"
    OPENED = "opened"
    STUCK = "stuck"
    FEW = "few"


class DraftStep(StrEnum):
    APPROVE = "approve"
    OPEN = "open"
    STICK = "stick"
    TRY_AGAIN = "try_again"
    SHRINK = "shrink"


LIFE: Final[Life[DraftState, DraftStep]] = {
    DraftState.PROPOSED: {DraftStep.APPROVE: DraftState.WAITING},
    DraftState.WAITING: {
        DraftStep.OPEN: DraftState.OPENED,
        DraftStep.STICK: DraftState.STUCK,
        DraftStep.SHRINK: DraftState.FEW,
    },
    DraftState.STUCK: {DraftStep.TRY_AGAIN: DraftState.WAITING},
    DraftState.OPENED: {},
    DraftState.FEW: {},
}
