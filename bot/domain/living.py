"""A pairing that lives in memory: what the rules ask for happens, and its notices are delivered when they may be.

The rules are the bot's own; what is around them (rows, delivery, people) is as little as they need.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from bot.domain import changes, pairing
from bot.domain.asking import overtaken
from bot.domain.case import Rule
from bot.domain.changes import Change
from bot.domain.checkin import CheckinState, Outcome
from bot.domain.facts import CheckinFacts, ClimbFacts, PairingFacts, PastCheckin, PromptFacts
from bot.domain.ids import CheckinId, ClimbId, MemberId, PromptId
from bot.domain.life import after
from bot.domain.look import what_next
from bot.domain.member import Consent
from bot.domain.pairing import PairingStep
from bot.domain.pause import from_now_on
from bot.domain.saved import saved

REMEMBERED: Final = 3
"""Closed check-ins that the rules look back on."""

ALL_OF_THEM: Final = MemberId(UUID(int=0))
"""Who hears an introduction."""

RESTS_WITHIN: Final = 12
"""Looks at one moment until nothing more is asked for: each kind of change once, and one for a following period."""


class NeverRests(Exception):
    """The rules ask for something again and again at one moment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """Something that a person was told: a first word, a prompt, a reminder."""

    at: datetime
    kind: str
    member: MemberId
    period: int = 0
    nth: int = 0


Answers = Callable[[Heard], Outcome | None]
"""What the person answers to what they have just heard, if anything."""


def nobody(heard: Heard) -> Outcome | None:
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Raised:
    """A case that was opened."""

    at: datetime
    rule: Rule


@dataclass(kw_only=True)
class Living:
    """`facts` as of `now`; `heard` is all that was said, `closed` the check-ins that are over, `cases` those opened."""

    facts: PairingFacts
    now: datetime
    answers: Answers = nobody
    heard: list[Heard] = field(default_factory=list)
    closed: list[CheckinFacts] = field(default_factory=list)
    cases: list[Raised] = field(default_factory=list)
    answered: list[Heard] = field(default_factory=list)
    _queue: list[Heard] = field(default_factory=list)
    _made: int = 1000
    _opened_at: datetime | None = None

    def until(self, end: datetime) -> "Living":
        """Lives on, from one moment at which there is something to do to the next."""
        while True:
            look_at = self.rest()
            moments = [each.at for each in self._queue] + ([look_at] if look_at else [])
            following = min(moments, default=end)
            if following >= end:
                self.now = end
                return self
            self.now = max(following, self.now)
            self._deliver()

    def outage(self, end: datetime) -> "Living":
        """The bot is away: nothing is looked at and nothing delivered. Once back it looks first, then delivers."""
        self.now = end
        self.rest()
        self._queue = [each if each.at >= end else replace(each, at=self._in_their_hours(each)) for each in self._queue]
        return self

    def _in_their_hours(self, late: Heard) -> datetime:
        if late.kind in ("greeting", "introduction"):
            return self.now
        seat = self.facts.seat_of(late.member)
        return from_now_on(seat.hours, seat.pauses, late.at, self.now)

    def rest(self) -> datetime | None:
        """Looks until there is nothing more to change. Returns when to look again."""
        for _ in range(RESTS_WITHIN):
            decided = what_next(self.facts, self.facts.policy, self.now)
            if not decided.changes:
                return decided.next_look_at
            for change in decided.changes:
                self._save(change)
        raise NeverRests(decided.changes)

    def _deliver(self) -> None:
        due = sorted((each for each in self._queue if each.at <= self.now), key=lambda each: (each.at, each.kind))
        self._queue = [each for each in self._queue if each.at > self.now]
        for each in due:
            self._say(replace(each, at=self.now))

    def _say(self, said: Heard) -> None:
        if said.kind == "greeting":
            self.heard.append(said)
            self._change_seat(said.member, greeted_at=self.now)
        elif said.kind == "introduction":
            state = after(pairing.LIFE, self.facts.state, PairingStep.INTRODUCE)
            self.facts = replace(self.facts, state=state, introduced_at=self.now)
            self.heard.append(said)
        elif said.kind == "first meeting":
            self.heard.append(said)
        else:
            self._say_of_checkin(said)

    def _say_of_checkin(self, said: Heard) -> None:
        """As at delivery: a notice about what is closed, answered, skipped or asked again since is dropped."""
        checkin = self.facts.checkin
        if checkin is None or checkin.period != said.period or checkin.state is CheckinState.CLOSED:
            return
        prompt = self._prompt(said.member)
        self._change_prompt(prompt, waiting=False)
        if prompt.answered or prompt.skipped or self._overtaken(prompt, said):
            return
        self.heard.append(said)
        if said.kind == "prompt":
            self._change_prompt(self._prompt(said.member), delivered_at=self.now)
            self._opens(checkin)
        answer = self.answers(said)
        if answer is not None:
            self.answered.append(said)
            self._change_prompt(self._prompt(said.member), answered=True)
        if answer is Outcome.MET and self.facts.met_at is None:
            self.facts = replace(self.facts, met_at=self.now)

    def _opens(self, checkin: CheckinFacts) -> None:
        if checkin.state is CheckinState.SCHEDULED:
            self._change_checkin(state=CheckinState.OPEN)
            self._opened_at = self.now

    def _overtaken(self, prompt: PromptFacts, said: Heard) -> bool:
        if said.kind != "reminder" or prompt.delivered_at is None:
            return False
        hours = self.facts.seat_of(said.member).hours
        if prompt.reminders > said.nth:
            return True
        return overtaken(hours, prompt.delivered_at, said.nth, self.facts.policy, self.now)

    def _save(self, change: Change) -> None:
        match change:
            case changes.Greet():
                self._change_seat(change.member, consent=Consent.ASKED)
                self._queue.append(Heard(at=change.not_before, kind="greeting", member=change.member))
            case changes.Introduce():
                self.facts = replace(self.facts, introducing_at=change.not_before)
                self._queue.append(Heard(at=change.not_before, kind="introduction", member=ALL_OF_THEM))
            case changes.Keep():
                self.facts = replace(self.facts, rhythms=(*self.facts.rhythms, change.row), grid=change.row.anchor)
            case changes.Take():
                self.facts = replace(self.facts, state=after(pairing.LIFE, self.facts.state, change.step))
            case changes.AskOfFirstMeeting():
                self._change_seat(change.member, meeting_asked_at=self.now)
                self._queue.append(Heard(at=change.not_before, kind="first meeting", member=change.member))
            case changes.StartClimb():
                climb = ClimbFacts(id=ClimbId(self._id()), rule=change.rule, case_at=change.case_at, case_open=False)
                self.facts = replace(self.facts, climbs=(*self.facts.climbs, climb))
            case changes.OpenCase():
                self._change_climbs(change.climb, case_open=True)
                self.cases.append(Raised(at=self.now, rule=change.rule))
            case changes.EndClimb():
                climbs = tuple(each for each in self.facts.climbs if each.id != change.climb)
                self.facts = replace(self.facts, climbs=climbs)
            case changes.Release():
                told = set(change.entries)
                self.facts = replace(self.facts, held=tuple(w for w in self.facts.held if w.entry not in told))
            case _:
                self._save_of_checkin(change)

    def _save_of_checkin(self, change: Change) -> None:
        match change:
            case changes.Schedule():
                self._schedule(change)
            case changes.Ask():
                self.facts = saved(self.facts, change)
                self._queue_of_checkin("prompt", change)
            case changes.Remind():
                self.facts = saved(self.facts, change)
                self._queue_of_checkin("reminder", change)
            case changes.SetClose():
                self.facts = saved(self.facts, change)
            case changes.Close():
                self._close()

    def _close(self) -> None:
        self._change_checkin(state=CheckinState.CLOSED)
        closed = self.facts.checkin
        assert closed is not None
        self.closed.append(closed)
        if self._opened_at is not None:
            answered = any(prompt.answered for prompt in closed.prompts)
            over = PastCheckin(period=closed.period, opened_at=self._opened_at, closed_at=self.now, answered=answered)
            self.facts = replace(self.facts, past=(over, *self.facts.past)[:REMEMBERED])
        self._opened_at = None

    def _change_climbs(self, climb: ClimbId, *, case_open: bool) -> None:
        climbs = tuple(replace(each, case_open=case_open) if each.id == climb else each for each in self.facts.climbs)
        self.facts = replace(self.facts, climbs=climbs)

    def _queue_of_checkin(self, kind: str, change: changes.Ask | changes.Remind) -> None:
        assert self.facts.checkin is not None
        period = self.facts.checkin.period
        said = Heard(at=change.not_before, kind=kind, member=change.member, period=period, nth=change.nth)
        self._queue.append(said)

    def _schedule(self, change: changes.Schedule) -> None:
        prompts = tuple(
            PromptFacts(
                id=PromptId(self._id()),
                seat=where,
                ask_at=at,
                asked=0,
                waiting=False,
                delivered_at=None,
                reminders=0,
                snoozed_until=None,
                skipped=False,
                answered=False,
            )
            for where, _, at in change.asks
        )
        self.facts = replace(
            self.facts,
            checkin=CheckinFacts(
                id=CheckinId(self._id()),
                period=change.period,
                day=change.day,
                state=CheckinState.SCHEDULED,
                closes_at=None,
                prompts=prompts,
            ),
        )

    def _id(self) -> UUID:
        self._made += 1
        return UUID(int=self._made)

    def _prompt(self, member: MemberId) -> PromptFacts:
        assert self.facts.checkin is not None
        where = self.facts.seat_of(member).id
        return next(each for each in self.facts.checkin.prompts if each.seat == where)

    def _change_prompt(self, prompt: PromptFacts, **values: object) -> None:
        assert self.facts.checkin is not None
        changed = replace(prompt, **values)  # type: ignore[arg-type]  # fields of the prompt, named by the caller
        self._change_checkin(
            prompts=tuple(changed if each.id == prompt.id else each for each in self.facts.checkin.prompts)
        )

    def _change_checkin(self, **values: object) -> None:
        assert self.facts.checkin is not None
        changed = replace(self.facts.checkin, **values)  # type: ignore[arg-type]  # fields of the check-in
        self.facts = replace(self.facts, checkin=changed)

    def _change_seat(self, member: MemberId, **values: object) -> None:
        seats = tuple(
            replace(each, **values) if each.member == member else each  # type: ignore[arg-type]  # fields of a seat
            for each in self.facts.seats
        )
        self.facts = replace(self.facts, seats=seats)
