"""NOTICES: everything the bot may say unprompted, how urgent it is, and what is done when its fate is unknown."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from bot.domain.life import Life


class NoticeState(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    DROPPED = "dropped"
    UNDELIVERABLE = "undeliverable"


class NoticeStep(StrEnum):
    CLAIM = "claim"
    POSTED = "posted"
    RETRY = "retry"
    LOST = "lost"
    DROP = "drop"
    REFUSE = "refuse"
    REVIVE = "revive"


LIFE: Final[Life[NoticeState, NoticeStep]] = {
    NoticeState.QUEUED: {
        NoticeStep.CLAIM: NoticeState.SENDING,
        NoticeStep.DROP: NoticeState.DROPPED,
        NoticeStep.REFUSE: NoticeState.UNDELIVERABLE,
    },
    NoticeState.SENDING: {
        NoticeStep.POSTED: NoticeState.SENT,
        NoticeStep.RETRY: NoticeState.FAILED,
        NoticeStep.LOST: NoticeState.UNKNOWN,
        NoticeStep.REFUSE: NoticeState.UNDELIVERABLE,
    },
    NoticeState.FAILED: {
        NoticeStep.CLAIM: NoticeState.SENDING,
        NoticeStep.DROP: NoticeState.DROPPED,
        NoticeStep.REFUSE: NoticeState.UNDELIVERABLE,
    },
    NoticeState.UNKNOWN: {
        NoticeStep.POSTED: NoticeState.SENT,
        NoticeStep.RETRY: NoticeState.FAILED,
        NoticeStep.REFUSE: NoticeState.UNDELIVERABLE,
    },
    NoticeState.SENT: {},
    NoticeState.DROPPED: {},
    NoticeState.UNDELIVERABLE: {NoticeStep.REVIVE: NoticeState.QUEUED},
}

WAITING: Final = (NoticeState.QUEUED, NoticeState.FAILED)


class Urgency(IntEnum):
    """Lower goes first. `ANSWER` is said at once, whatever the hour: the person has just done something."""

    ANSWER = 0
    HELP = 10
    TOMORROW = 20
    CHECKIN = 30
    WORDS = 40
    REMINDER = 50
    REST = 60


FOR_WHOEVER_COMES: Final = 1
"""The `nth` of what is for coordinators and found none of them: the first who comes hears it."""


class Fate(StrEnum):
    """What follows when nobody knows whether a message arrived.

    LOOK: in a DM the bot may read its own messages back, no sooner than 60 s after.
    REPEAT: say it once more, at most once. SHOW: leave it to the coordinator's eyes.
    """

    LOOK = "look"
    REPEAT = "repeat"
    SHOW = "show"


class Ear(StrEnum):
    """Where a notice is heard: a person's own DM, the group DM of a pairing or of a rotation's round, or the channel of
    a group.
    """

    MEMBER = "member"
    PAIRING = "pairing"
    GROUP = "group"
    ENCOUNTER = "encounter"


class NoticeKind(StrEnum):
    FIRST_WORD = "first_word"
    INTRODUCTION = "introduction"
    FIRST_MEETING = "first_meeting"
    PROMPT = "prompt"
    REMINDER = "reminder"
    WORDS = "words"
    TYPED = "typed"
    DELETED = "deleted"
    LINE = "line"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    LONG_PAUSE = "long_pause"
    CASE = "case"
    CONCERN = "concern"
    CONCERN_STANDS = "concern_stands"
    CARE = "care"
    WELCOME = "welcome"
    GROUP_CARD = "group_card"
    GROUP_INVITED = "group_invited"
    GROUP_ADRIFT = "group_adrift"
    GROUP_OVER = "group_over"
    ROUND = "round"
    ROUND_DIGEST = "round_digest"
    ROUND_PRIVATE = "round_private"
    ROUND_GUIDE = "round_guide"
    ROUND_NUDGE = "round_nudge"
    ROTATION_CARD = "rotation_card"
    ROTATION_INVITED = "rotation_invited"
    ROTATION_WARNING = "rotation_warning"
    ROTATION_MEETING = "rotation_meeting"
    ROTATION_LEFT_OUT = "rotation_left_out"
    ROTATION_NUDGE = "rotation_nudge"
    ROTATION_ASK = "rotation_ask"
    ROTATION_STAY = "rotation_stay"
    ROTATION_ASIDE = "rotation_aside"
    GROUP_WORD = "group_word"
    GROUP_FORMED = "group_formed"
    GROUP_MERGED = "group_merged"
    GROUP_GROWS = "group_grows"
    FORMATION = "formation"


ABOUT_HELP: Final = frozenset({NoticeKind.CONCERN, NoticeKind.CONCERN_STANDS, NoticeKind.CARE})
"""What comes of asking for help. No look at the pairing follows from it: the rules have nothing to say of it, and a
look brings the Homes of all in the pairing up to date, so that whoever it is about would see that something happened.
"""


LOOKED_AFTER: Final = frozenset({NoticeKind.FIRST_WORD, NoticeKind.INTRODUCTION, NoticeKind.PROMPT})
"""That these were said is a fact that the rules of pairings know: they look again. They need no look after others."""


NO_CHECKIN: Final = frozenset({*ABOUT_HELP, NoticeKind.CASE, NoticeKind.LINE})
"""Words written under one of these are meant for a person, never for a check-in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """One row of NOTICES.

    `unasked` notices share one message a person a working day, or come one a day in a channel. The others are set apart
    by the product (introductions, answers, concerns, cases), each kind for the reason beside it. `any_hour` is for
    answers to what the person has just done. Of `folds` ones, more than three new in a day come as one list.
    """

    ear: Ear
    urgency: Urgency
    fate: Fate
    unasked: bool
    any_hour: bool = False
    folds: bool = False


NOTICES: Final[dict[NoticeKind, Notice]] = {
    # It introduces the bot; without it there is no introduction.
    NoticeKind.FIRST_WORD: Notice(ear=Ear.MEMBER, urgency=Urgency.HELP, fate=Fate.LOOK, unasked=False),
    NoticeKind.INTRODUCTION: Notice(ear=Ear.PAIRING, urgency=Urgency.HELP, fate=Fate.REPEAT, unasked=False),
    NoticeKind.FIRST_MEETING: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=True),
    NoticeKind.PROMPT: Notice(ear=Ear.MEMBER, urgency=Urgency.CHECKIN, fate=Fate.LOOK, unasked=True),
    NoticeKind.WORDS: Notice(ear=Ear.MEMBER, urgency=Urgency.WORDS, fate=Fate.LOOK, unasked=True),
    NoticeKind.REMINDER: Notice(ear=Ear.MEMBER, urgency=Urgency.REMINDER, fate=Fate.LOOK, unasked=True),
    # It answers words that were typed a moment ago.
    NoticeKind.TYPED: Notice(ear=Ear.MEMBER, urgency=Urgency.ANSWER, fate=Fate.LOOK, unasked=False, any_hour=True),
    # It asks about what was deleted a moment ago.
    NoticeKind.DELETED: Notice(ear=Ear.MEMBER, urgency=Urgency.ANSWER, fate=Fate.LOOK, unasked=False, any_hour=True),
    # A private signal, which is worth a case; a coordinator hears of it, as such.
    NoticeKind.LINE: Notice(ear=Ear.MEMBER, urgency=Urgency.HELP, fate=Fate.LOOK, unasked=False),
    # A pair that fell apart before it began, for a coordinator to find another: as a case is.
    NoticeKind.WITHDRAWN: Notice(ear=Ear.MEMBER, urgency=Urgency.HELP, fate=Fate.LOOK, unasked=False),
    NoticeKind.ENDED: Notice(ear=Ear.MEMBER, urgency=Urgency.HELP, fate=Fate.LOOK, unasked=True),
    # A pairing that has long stood still, for a coordinator to look at: as a case is.
    NoticeKind.LONG_PAUSE: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=False),
    NoticeKind.CASE: Notice(ear=Ear.MEMBER, urgency=Urgency.HELP, fate=Fate.REPEAT, unasked=False, folds=True),
    NoticeKind.CONCERN: Notice(ear=Ear.MEMBER, urgency=Urgency.HELP, fate=Fate.LOOK, unasked=False),
    NoticeKind.CONCERN_STANDS: Notice(
        ear=Ear.MEMBER, urgency=Urgency.ANSWER, fate=Fate.LOOK, unasked=False, any_hour=True
    ),
    # A step of a case.
    NoticeKind.CARE: Notice(ear=Ear.MEMBER, urgency=Urgency.HELP, fate=Fate.LOOK, unasked=False),
    # It introduces the bot to whoever runs a programme, once.
    NoticeKind.WELCOME: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=False),
    # It stands where somebody has just asked for it.
    NoticeKind.GROUP_CARD: Notice(ear=Ear.GROUP, urgency=Urgency.ANSWER, fate=Fate.LOOK, unasked=False, any_hour=True),
    NoticeKind.GROUP_INVITED: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=True),
    # A group that stands still, for a coordinator to look at: as a case is.
    NoticeKind.GROUP_ADRIFT: Notice(ear=Ear.MEMBER, urgency=Urgency.HELP, fate=Fate.LOOK, unasked=False),
    # The last word of what somebody has just ended.
    NoticeKind.GROUP_OVER: Notice(ear=Ear.GROUP, urgency=Urgency.ANSWER, fate=Fate.LOOK, unasked=False, any_hour=True),
    NoticeKind.ROUND: Notice(ear=Ear.GROUP, urgency=Urgency.CHECKIN, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROUND_DIGEST: Notice(ear=Ear.GROUP, urgency=Urgency.WORDS, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROUND_GUIDE: Notice(ear=Ear.MEMBER, urgency=Urgency.CHECKIN, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROUND_PRIVATE: Notice(ear=Ear.MEMBER, urgency=Urgency.WORDS, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROUND_NUDGE: Notice(ear=Ear.MEMBER, urgency=Urgency.REMINDER, fate=Fate.LOOK, unasked=True),
    # It stands where somebody has just asked for it.
    NoticeKind.ROTATION_CARD: Notice(
        ear=Ear.GROUP, urgency=Urgency.ANSWER, fate=Fate.LOOK, unasked=False, any_hour=True
    ),
    NoticeKind.ROTATION_INVITED: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROTATION_WARNING: Notice(ear=Ear.MEMBER, urgency=Urgency.TOMORROW, fate=Fate.LOOK, unasked=True),
    # An introduction.
    NoticeKind.ROTATION_MEETING: Notice(ear=Ear.ENCOUNTER, urgency=Urgency.HELP, fate=Fate.REPEAT, unasked=False),
    NoticeKind.ROTATION_LEFT_OUT: Notice(ear=Ear.MEMBER, urgency=Urgency.TOMORROW, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROTATION_NUDGE: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROTATION_ASK: Notice(ear=Ear.MEMBER, urgency=Urgency.CHECKIN, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROTATION_STAY: Notice(ear=Ear.MEMBER, urgency=Urgency.TOMORROW, fate=Fate.LOOK, unasked=True),
    NoticeKind.ROTATION_ASIDE: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=True),
    NoticeKind.GROUP_WORD: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=True),
    # An introduction, in a room that was opened for it a moment ago, in an hour that was chosen for all.
    NoticeKind.GROUP_FORMED: Notice(
        ear=Ear.GROUP, urgency=Urgency.ANSWER, fate=Fate.LOOK, unasked=False, any_hour=True
    ),
    NoticeKind.GROUP_MERGED: Notice(ear=Ear.MEMBER, urgency=Urgency.REST, fate=Fate.LOOK, unasked=True),
    NoticeKind.GROUP_GROWS: Notice(ear=Ear.GROUP, urgency=Urgency.REST, fate=Fate.LOOK, unasked=True),
    # What a coordinator has just asked for.
    NoticeKind.FORMATION: Notice(ear=Ear.MEMBER, urgency=Urgency.ANSWER, fate=Fate.LOOK, unasked=False, any_hour=True),
}
