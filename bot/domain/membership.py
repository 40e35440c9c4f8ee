"""A member's place in a group: invited, joined, left, or kindly set aside with a way back."""

from enum import StrEnum
from typing import Final

from bot.domain.life import Life


class MembershipState(StrEnum):
    INVITED = "invited"
    JOINED = "joined"
    LEFT = "left"
    SET_ASIDE = "set_aside"


class MembershipStep(StrEnum):
    INVITE = "invite"
    JOIN = "join"
    LEAVE = "leave"
    SET_ASIDE = "set_aside"


LIFE: Final[Life[MembershipState, MembershipStep]] = {
    MembershipState.INVITED: {
        MembershipStep.JOIN: MembershipState.JOINED,
        MembershipStep.LEAVE: MembershipState.LEFT,
    },
    MembershipState.JOINED: {
        MembershipStep.LEAVE: MembershipState.LEFT,
        MembershipStep.SET_ASIDE: MembershipState.SET_ASIDE,
    },
    MembershipState.SET_ASIDE: {
        MembershipStep.JOIN: MembershipState.JOINED,
        MembershipStep.LEAVE: MembershipState.LEFT,
    },
    MembershipState.LEFT: {
        MembershipStep.INVITE: MembershipState.INVITED,
        MembershipStep.JOIN: MembershipState.JOINED,
    },
}
