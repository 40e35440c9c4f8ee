"""A member's place in a programme."""

from enum import StrEnum
from typing import Final

from bot.domain.life import Life


class ParticipantState(StrEnum):
    INVITED = "invited"
    ENROLLED = "enrolled"
    PLACED = "placed"
    PAUSED = "paused"
    LEFT = "left"


class ParticipantStep(StrEnum):
    ENROL = "enrol"
    PLACE = "place"
    UNPLACE = "unplace"
    PAUSE = "pause"
    RESUME = "resume"
    LEAVE = "leave"


LIFE: Final[Life[ParticipantState, ParticipantStep]] = {
    ParticipantState.INVITED: {
        ParticipantStep.ENROL: ParticipantState.ENROLLED,
        ParticipantStep.PLACE: ParticipantState.PLACED,
        ParticipantStep.LEAVE: ParticipantState.LEFT,
    },
    ParticipantState.ENROLLED: {
        ParticipantStep.PLACE: ParticipantState.PLACED,
        ParticipantStep.PAUSE: ParticipantState.PAUSED,
        ParticipantStep.LEAVE: ParticipantState.LEFT,
    },
    ParticipantState.PLACED: {
        ParticipantStep.UNPLACE: ParticipantState.ENROLLED,
        ParticipantStep.PAUSE: ParticipantState.PAUSED,
        ParticipantStep.LEAVE: ParticipantState.LEFT,
    },
    ParticipantState.PAUSED: {
        ParticipantStep.RESUME: ParticipantState.PLACED,
        ParticipantStep.LEAVE: ParticipantState.LEFT,
    },
    ParticipantState.LEFT: {ParticipantStep.ENROL: ParticipantState.ENROLLED},
}
