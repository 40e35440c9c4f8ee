"""A case: one escalation to a coordinator. Its life, whose turn it is, and when the next one hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.calendar import Hours, add_working_days, at_their_hour, local_day
from bot.domain.ids import CaseId, MemberId
from bot.domain.life import Life


class CaseState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"


class CaseStep(StrEnum):
    TAKE = "take"
    EXPIRE = "expire"
    SNOOZE = "snooze"
    WAKE = "wake"
    RESOLVE = "resolve"
    REOPEN = "reopen"


LIFE: Final[Life[CaseState, CaseStep]] = {
    CaseState.OPEN: {
        CaseStep.TAKE: CaseState.TAKEN,
        CaseStep.SNOOZE: CaseState.SNOOZED,
        CaseStep.RESOLVE: CaseState.RESOLVED,
    },
    CaseState.TAKEN: {
        CaseStep.EXPIRE: CaseState.OPEN,
        CaseStep.SNOOZE: CaseState.SNOOZED,
        CaseStep.RESOLVE: CaseState.RESOLVED,
    },
    CaseState.SNOOZED: {
        CaseStep.WAKE: CaseState.OPEN,
        CaseStep.TAKE: CaseState.TAKEN,
        CaseStep.RESOLVE: CaseState.RESOLVED,
    },
    CaseState.RESOLVED: {CaseStep.REOPEN: CaseState.OPEN},
}


class Rule(StrEnum):
    """Why a case exists. The rules themselves are in bot/domain/stalling.py."""

    NEVER_MET = "never_met"
    SILENT_BOTH = "silent_both"
    GONE = "gone"
    CONCERN = "concern"
    GROUP_QUIET = "group_quiet"
    NO_FACILITATOR = "no_facilitator"
    MEMBER_SILENT = "member_silent"
    GROUP_SMALL = "group_small"


OF_GROUPS: Final = frozenset({Rule.GROUP_QUIET, Rule.NO_FACILITATOR, Rule.MEMBER_SILENT, Rule.GROUP_SMALL})
"""Those of peer groups are in bot/domain/group_health.py. *Gone* is of pairings and of groups."""


PRIVATE: Final = frozenset({Rule.CONCERN})
"""Born of a private signal: the coordinator may write only to whoever gave it."""


SILENCES: Final = frozenset({Rule.NEVER_MET, Rule.SILENT_BOTH})
"""Mostly one thing in two lights: of one pairing they are one case, whichever came first."""


class Urgency(StrEnum):
    """How soon a concern should be read. Only *now* breaks working hours."""

    WHEN_YOU_CAN = "when_you_can"
    SOON = "soon"
    NOW = "now"


TAKE_WITHIN: Final = {
    Rule.NEVER_MET: 3,
    Rule.SILENT_BOTH: 3,
    Rule.GONE: 3,
    Rule.CONCERN: 1,
    Rule.GROUP_QUIET: 3,
    Rule.NO_FACILITATOR: 3,
    Rule.MEMBER_SILENT: 3,
    Rule.GROUP_SMALL: 3,
}
"""Working days of the hearer after which the next one hears of an untaken case."""

EXPIRES_AFTER: Final = 5
"""Working days without a step after which a taken case is open again."""

LOOK_AGAIN: Final = timedelta(hours=1)
"""While word is on its way past its time, because we were out or Slack makes us wait."""

SNOOZE_DAYS: Final = 3
"""Working days of a snooze."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hearer:
    """Somebody who may be told of a case, in their order. Who is away or unreachable is skipped at once.

    `coming_at` is when word of the case is due that is still on its way to them.
    """

    member: MemberId
    hours: Hours
    reachable: bool
    coming_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseFacts:
    """`told` is how many hearers have been told in this opening; `stepped_at` when anything last happened to it: of a
    hearer who was told, when they really heard. Whoever owned a case that is open again comes first among `hearers`.

    `climbing` is false once a meeting or an answer ended the climb: then nobody further is told.
    """

    id: CaseId
    rule: Rule
    state: CaseState
    told: int
    stepped_at: datetime
    owner: MemberId | None
    snoozed_until: datetime | None
    climbing: bool
    exhausted: bool
    hearers: tuple[Hearer, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tell:
    """Tell the hearer at this place in the order."""

    index: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StepCase:
    """EXPIRE or WAKE: the case waits for somebody again, and whoever owned it is told first."""

    step: CaseStep


@dataclass(frozen=True, kw_only=True, slots=True)
class Exhaust:
    """Nobody is left to tell. Of a concern, its author hears this and is shown the outside contact."""


CaseChange = Tell | StepCase | Exhaust


def next_of_case(facts: CaseFacts, now: datetime) -> tuple[CaseChange | None, datetime | None]:
    """What is due for a case now, and otherwise when to look again (none: never)."""
    match facts.state:
        case CaseState.RESOLVED:
            return None, None
        case CaseState.SNOOZED:
            wakes = facts.snoozed_until or now
            return (StepCase(step=CaseStep.WAKE), None) if wakes <= now else (None, wakes)
        case CaseState.TAKEN:
            owner = _owner(facts)
            expires = _after(owner.hours, facts.stepped_at, EXPIRES_AFTER) if owner else now
            return (StepCase(step=CaseStep.EXPIRE), None) if expires <= now else (None, expires)
        case CaseState.OPEN:
            return _next_hearer(facts, now)


def snoozed_until(hours: Hours, now: datetime) -> datetime:
    return _after(hours, now, SNOOZE_DAYS)


def _next_hearer(facts: CaseFacts, now: datetime) -> tuple[CaseChange | None, datetime | None]:
    """The first hearer at once; the next when the one before had their working days; the unreachable never."""
    told = [hearer for hearer in facts.hearers[: facts.told] if hearer.reachable]
    if told:
        if not facts.climbing:
            return None, None
        coming = told[-1].coming_at
        if coming is not None:
            return None, max(coming, now + LOOK_AGAIN)
        due = _after(told[-1].hours, facts.stepped_at, TAKE_WITHIN[facts.rule])
        if due > now:
            return None, due
    for index, hearer in enumerate(facts.hearers):
        if index >= facts.told and hearer.reachable:
            return Tell(index=index), None
    return (None, None) if facts.exhausted else (Exhaust(), None)


def _owner(facts: CaseFacts) -> Hearer | None:
    """None when they cannot be reached any more."""
    return next((each for each in facts.hearers if each.member == facts.owner and each.reachable), None)


def _after(hours: Hours, at: datetime, working_days: int) -> datetime:
    return at_their_hour(hours, add_working_days(hours, local_day(hours, at), working_days))


def code_from(dice: int) -> str:
    """A case's code: five letters and digits that nobody mistakes when read aloud; never in order, so no gap shows."""
    letters: list[str] = []
    for _ in range(CODE_LENGTH):
        dice, letter = divmod(dice, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH: Final = 5


def waiting(states: Sequence[CaseState]) -> int:
    """How many of these wait for somebody."""
    return sum(state is not CaseState.RESOLVED for state in states)
