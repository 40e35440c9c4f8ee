"""A rehearsal: what a policy would say to a programme over some weeks, if its people behaved as they are wont to.

The rules are the bot's own, the people follow scripts, and nothing is stored or sent. The same dice make the same
behaviour under every policy, so that two policies can be held against each other.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, TypeVar

from bot.domain.calendar import Hours, local_day
from bot.domain.case import Rule
from bot.domain.checkin import Outcome
from bot.domain.facts import PairingFacts, SeatFacts
from bot.domain.ids import MemberId
from bot.domain.living import ALL_OF_THEM, Heard, Living, Raised
from bot.domain.member import Consent
from bot.domain.pairing import PairingState
from bot.domain.policy import Policy

Happened = TypeVar("Happened", Heard, Raised)
Dice = Callable[[str], float]
"""A number from 0 up to 1 for a name, the same whenever it is asked."""


class Script(StrEnum):
    """How somebody answers."""

    KEEN = "keen"
    SLOW = "slow"
    FADING = "fading"
    MISFIT = "misfit"


FADES_AFTER: Final = timedelta(weeks=3)
ANSWERS: Final[Mapping[Script, tuple[float, float, float]]] = {
    Script.KEEN: (0.85, 0.7, 0.5),
    Script.SLOW: (0.2, 0.35, 0.5),
    Script.FADING: (0.85, 0.7, 0.5),
    Script.MISFIT: (1.0, 1.0, 1.0),
}
"""How likely they are to answer the prompt, the first reminder and the second."""

MEETS: Final[Mapping[Script, float]] = {Script.KEEN: 0.8, Script.SLOW: 0.5, Script.FADING: 0.7, Script.MISFIT: 0.0}
"""How often, when they answer, they have met."""

TOGETHER: Final = frozenset({"prompt", "reminder", "first meeting"})
"""What is due to one person on a day stands in one message."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rehearsed:
    """`messages` by what they are, `cases` by rule; `weeks` counts the messages of each week in turn."""

    messages: Counter[str]
    cases: Counter[Rule]
    weeks: tuple[int, ...]
    answered: int
    asked: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Message:
    at: datetime
    kind: str
    to: MemberId


def rehearse(
    pairings: Collection[PairingFacts],
    scripts: Mapping[MemberId, Script],
    policy: Policy,
    *,
    start: datetime,
    weeks: int,
    dice: Dice,
) -> Rehearsed:
    """Lives through `weeks` from `start`, when everybody is new. Costs about 2 ms a pairing and quarter."""
    lives = [_lived(facts, scripts, policy, start=start, weeks=weeks, dice=dice) for facts in pairings]
    messages = list(_messages(lives))
    heard = [each for living, _ in lives for each in living.heard]
    return Rehearsed(
        messages=Counter(each.kind for each in messages),
        cases=Counter(each.rule for living, left in lives for each in _before(living.cases, left)),
        weeks=tuple(_in_week(messages, start, week) for week in range(weeks)),
        asked=sum(each.kind == "prompt" for each in heard),
        answered=sum(len(living.answered) for living, _ in lives),
    )


def _lived(
    facts: PairingFacts,
    scripts: Mapping[MemberId, Script],
    policy: Policy,
    *,
    start: datetime,
    weeks: int,
    dice: Dice,
) -> tuple[Living, datetime | None]:
    """The pairing's life, and when somebody said that it does not fit."""
    left: list[datetime] = []

    def answers(heard: Heard) -> Outcome | None:
        script = scripts.get(heard.member, Script.KEEN)
        if script is Script.MISFIT and heard.kind in TOGETHER:
            left.append(heard.at)
        return _answer(script, heard, start, dice)

    living = Living(facts=_as_new(facts, policy), now=start, answers=answers)
    living.until(start + timedelta(weeks=weeks))
    return living, min(left, default=None)


def _as_new(facts: PairingFacts, policy: Policy) -> PairingFacts:
    """The same people in the same roles and hours, with nothing behind them."""
    return replace(
        facts,
        policy=policy,
        state=PairingState.ACCEPTED,
        introduce_on=None,
        introducing_at=None,
        introduced_at=None,
        met_at=None,
        began_at=None,
        rhythms=(),
        checkin=None,
        held=(),
        past=(),
        outages=(),
        climbs=(),
        resolved=(),
        seats=tuple(_seat_as_new(seat) for seat in facts.seats),
    )


def _seat_as_new(seat: SeatFacts) -> SeatFacts:
    return replace(
        seat,
        consent=Consent.UNASKED,
        greeted_at=None,
        reachable=True,
        meeting=None,
        meeting_asked_at=None,
        pauses=(),
    )


def _answer(script: Script, heard: Heard, start: datetime, dice: Dice) -> Outcome | None:
    if script is Script.FADING and heard.at > start + FADES_AFTER:
        return None
    rung = min(heard.nth, 2) if heard.kind == "reminder" else 0
    about = f"{heard.member.hex}:{heard.period}"
    if dice(f"answers:{about}:{rung}") >= ANSWERS[script][rung]:
        return None
    return Outcome.MET if dice(f"meets:{about}") < MEETS[script] else Outcome.NOT_YET


def _messages(lives: Collection[tuple[Living, datetime | None]]) -> Iterator[_Message]:
    """What people read: one first word each, one message a day, an introduction for all, a card for each case."""
    greeted: set[MemberId] = set()
    days: set[tuple[MemberId, object]] = set()
    for living, left in lives:
        hours = {seat.member: seat.hours for seat in living.facts.seats}
        for each in _before(living.heard, left):
            if _is_new(each, hours, greeted, days):
                yield _Message(at=each.at, kind=each.kind, to=each.member)
        if left is not None:
            yield _Message(at=left, kind="not a fit", to=ALL_OF_THEM)
        for case in _before(living.cases, left):
            yield _Message(at=case.at, kind="case", to=ALL_OF_THEM)


def _is_new(
    each: Heard, hours: Mapping[MemberId, Hours], greeted: set[MemberId], days: set[tuple[MemberId, object]]
) -> bool:
    """Whether it is a message of its own; notes that it was said."""
    if each.kind == "greeting":
        new = each.member not in greeted
        greeted.add(each.member)
        return new
    if each.kind not in TOGETHER:
        return True
    day = (each.member, local_day(hours[each.member], each.at))
    new = day not in days
    days.add(day)
    return new


def _before(things: Collection[Happened], left: datetime | None) -> list[Happened]:
    return [each for each in things if left is None or each.at <= left]


def _in_week(messages: Collection[_Message], start: datetime, week: int) -> int:
    begins = start + timedelta(weeks=week)
    return sum(begins <= each.at < begins + timedelta(weeks=1) for each in messages)
