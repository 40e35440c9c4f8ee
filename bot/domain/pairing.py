"""A mentoring relationship: who sits in it and the life it leads."""

from enum import StrEnum
from typing import Final

from bot.domain.life import Life


class Role(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"


class PairingState(StrEnum):
    DRAFT = "draft"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    INTRODUCED = "introduced"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDING = "ending"
    ENDED = "ended"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class PairingStep(StrEnum):
    OFFER = "offer"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    INTRODUCE = "introduce"
    BEGIN = "begin"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    CLOSE = "close"


LIFE: Final[Life[PairingState, PairingStep]] = {
    PairingState.DRAFT: {
        PairingStep.OFFER: PairingState.OFFERED,
        PairingStep.ACCEPT: PairingState.ACCEPTED,
        PairingStep.WITHDRAW: PairingState.WITHDRAWN,
    },
    PairingState.OFFERED: {
        PairingStep.ACCEPT: PairingState.ACCEPTED,
        PairingStep.DECLINE: PairingState.DECLINED,
        PairingStep.WITHDRAW: PairingState.WITHDRAWN,
    },
    PairingState.ACCEPTED: {
        PairingStep.INTRODUCE: PairingState.INTRODUCED,
        PairingStep.BEGIN: PairingState.ACTIVE,
        PairingStep.DECLINE: PairingState.DECLINED,
        PairingStep.WITHDRAW: PairingState.WITHDRAWN,
    },
    PairingState.INTRODUCED: {
        PairingStep.BEGIN: PairingState.ACTIVE,
        PairingStep.END: PairingState.ENDING,
    },
    PairingState.ACTIVE: {
        PairingStep.PAUSE: PairingState.PAUSED,
        PairingStep.END: PairingState.ENDING,
    },
    PairingState.PAUSED: {
        PairingStep.RESUME: PairingState.ACTIVE,
        PairingStep.END: PairingState.ENDING,
    },
    PairingState.ENDING: {PairingStep.CLOSE: PairingState.ENDED},
    PairingState.ENDED: {},
    PairingState.DECLINED: {},
    PairingState.WITHDRAWN: {},
}

OVER: Final = frozenset({PairingState.ENDED, PairingState.DECLINED, PairingState.WITHDRAWN})
RUNNING: Final = frozenset({PairingState.INTRODUCED, PairingState.ACTIVE, PairingState.PAUSED})


class EndReason(StrEnum):
    """Why a relationship is over; for the coordinator, never for the partner."""

    NOT_FOR_ME = "not_for_me"
    NOT_A_FIT = "not_a_fit"
