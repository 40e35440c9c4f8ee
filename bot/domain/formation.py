"""Groups that are formed from a list of people: looked up, proposed for review, made. Its life, and who is in which."""

from enum import StrEnum
from typing import Final

from bot.domain.forming import Unplaced
from bot.domain.groups import MOST_DIRECT
from bot.domain.life import Life


class FormationState(StrEnum):
    """`GATHERING`: people are being looked up. Nobody but a coordinator hears anything before it is `MADE`."""

    GATHERING = "gathering"
    PROPOSED = "proposed"
    MADE = "made"
    DROPPED = "dropped"


class FormationStep(StrEnum):
    PROPOSE = "propose"
    MAKE = "make"
    DROP = "drop"


LIFE: Final[Life[FormationState, FormationStep]] = {
    FormationState.GATHERING: {
        FormationStep.PROPOSE: FormationState.PROPOSED,
        FormationStep.DROP: FormationState.DROPPED,
    },
    FormationState.PROPOSED: {
        FormationStep.MAKE: FormationState.MADE,
        FormationStep.DROP: FormationState.DROPPED,
    },
    FormationState.MADE: {},
    FormationState.DROPPED: {},
}


class Why(StrEnum):
    """Why somebody of the list is in no group: as forming found, or because they are in one of these groups already,
    were left out by the coordinator, are gone, of another organisation, want nothing of the bot, or came into the
    channel later.
    """

    FEW = Unplaced.FEW.value
    HOURS = Unplaced.HOURS.value
    NEVER = Unplaced.NEVER.value
    IN_GROUP = "in_group"
    LEFT_OUT = "left_out"
    GONE = "gone"
    OUTSIDE = "outside"
    REFUSED = "refused"
    LATER = "later"


OPEN: Final = frozenset({Why.FEW, Why.HOURS, Why.NEVER, Why.LEFT_OUT, Why.LATER})
"""Whoever is in no group for one of these can still be put into one."""

SIZES: Final = range(3, MOST_DIRECT)
"""Sizes that can be wished: a group may have one more, and must fit into a group DM."""

OF_LATECOMERS: Final = 1
"""The `nth` of a notice of a formation that tells of people who came later."""

LARGEST: Final = MOST_DIRECT
"""People in one formed group."""

MOST_PEOPLE: Final = 300
"""From whom groups are formed at once: more groups than Slack lets a menu hold would come of it."""

LONGEST_WORDS: Final = 60


def channel_name(name: str, key: str) -> str:
    """What the channel of a group is called: the group's name as Slack takes it, and a `key` that nobody else uses.

    Lower case, without spaces or periods, at most 80 characters (https://docs.slack.dev/reference/methods/conversations.create).
    """
    letters = "".join(each if each.isalnum() else "-" for each in name.lower())
    words = "-".join(word for word in letters.split("-") if word)
    return "-".join(part for part in (words[:LONGEST_WORDS].rstrip("-"), key) if part)
