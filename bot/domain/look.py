"""The one pure function behind the clock: what the rules say of a pairing now, and when to look again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import asking, stalling
from bot.domain.changes import Change
from bot.domain.facts import PairingFacts
from bot.domain.introduction import beginning, first_meeting, first_meeting_questions, greetings, introduction
from bot.domain.pairing import OVER
from bot.domain.policy import Policy
from bot.domain.release import releasing
from bot.domain.saved import saved_all


class LookedBack(Exception):
    """A rule wants to look again at a moment that has passed; it would spin for ever."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at.isoformat())
        self.at = at


@dataclass(frozen=True, kw_only=True, slots=True)
class Next:
    """What to change, and the earliest moment at which there could be more to say (none: never)."""

    changes: tuple[Change, ...]
    next_look_at: datetime | None


def what_next(facts: PairingFacts, policy: Policy, now: datetime) -> Next:
    """Everything that is due now. When something is due the pairing is looked at again at once, on the new facts;
    where those are known already, when they could have more to say.

    Raises LookedBack.
    """
    if facts.state in OVER:
        return Next(changes=(), next_look_at=None)
    changes = tuple(_due(facts, policy, now))
    if changes:
        return Next(changes=changes, next_look_at=_once_saved(facts, changes, policy, now))
    at = min(_moments(facts, policy, now), default=None)
    if at is not None and at <= now:
        raise LookedBack(at)
    return Next(changes=(), next_look_at=at)


def _once_saved(facts: PairingFacts, changes: Sequence[Change], policy: Policy, now: datetime) -> datetime | None:
    known = saved_all(facts, changes)
    if known is None:
        return now
    at = min(_moments(known, policy, now), default=None)
    return at if at is None else max(at, now)


def _due(facts: PairingFacts, policy: Policy, now: datetime) -> Iterator[Change]:
    yield from greetings(facts, now)
    yield from introduction(facts, now)
    yield from beginning(facts, now)
    yield from first_meeting(facts, policy, now)
    yield from asking.in_time(facts, policy, now)
    yield from releasing(facts, now)
    yield from stalling.climbing(facts, now, policy)


def _moments(facts: PairingFacts, policy: Policy, now: datetime) -> Iterator[datetime]:
    yield from asking.next_look(facts, policy, now)
    yield from (at - policy.lead for _, at in first_meeting_questions(facts, policy))
    yield from stalling.moments(facts, now, policy)
    yield now + asking.LOOK_AGAIN
