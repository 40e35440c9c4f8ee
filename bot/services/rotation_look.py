"""Looks at rotations that are due and saves what the rules say, in steps that are short however many people they have.

A look claims its rotation for a while, reads outside the writer, and thinks outside any transaction. What a step finds
done already, by an earlier look that was cut short, it does not do again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from bot.domain.groups import GroupState
from bot.domain.ids import GroupId
from bot.domain.programme import ProgrammeKind
from bot.domain.rotation import Drawn, Past, Person, Shape
from bot.domain.rotation_facts import LeaveOut, OpenRound, RotationChange, RotationFacts, SetAside
from bot.domain.rotation_rounds import RotationNext, what_next
from bot.domain.rounds import RoundState
from bot.domain.turn import Turn
from bot.services import rotation_steps
from bot.services.rotation_facts import facts_of
from storage import groups, rounds
from storage.session import Session

SET_ASIDE: Final = timedelta(hours=1)
NEXT_DUE: Final = groups.NEXT_LOOK[ProgrammeKind.ROTATION]
LEASE: Final = timedelta(seconds=60)
"""How long a look may take before another one does what it left."""

AT_ONCE: Final = 25
"""Changes in one step."""

LARGE: Final = {LeaveOut: 8, SetAside: 8}
"""Those that take longer each."""

A_MILLION: Final = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Hold:
    """A rotation that one look has for itself until then; no two looks have the same moment."""

    item: GroupId
    until: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One short transaction. `regardless` of what has happened to the rotation since it was read, if it still runs."""

    do: Callable[[Session, Turn], None]
    regardless: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ToDraw:
    """What a draw needs: see bot.domain.drawing."""

    people: tuple[Person, ...]
    past: Past
    shape: Shape


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What a look read, and what follows."""

    facts: RotationFacts
    decided: RotationNext

    @property
    def opening(self) -> OpenRound | None:
        return next((change for change in self.decided.changes if isinstance(change, OpenRound)), None)

    @property
    def to_draw(self) -> ToDraw | None:
        """A round that opens is drawn before the steps are taken."""
        if self.opening is None or self.facts.past is None:
            return None
        return ToDraw(people=self.opening.people, past=self.facts.past, shape=self.facts.shape)


def claim(session: Session, turn: Turn) -> tuple[int, Hold] | None:
    """The rotation that is due longest, with its workspace. Where a round is to open, who takes part is settled now."""
    due = groups.due(session, ProgrammeKind.ROTATION, turn.now, 1)
    if not due:
        return None
    workspace, group = due[0]
    here = session.within(workspace)
    until = turn.now + LEASE + timedelta(microseconds=turn.new_id().int % A_MILLION)
    groups.hold(here, group, until)
    _settle_who_comes(here, turn, group)
    return workspace, Hold(item=group, until=until)


def _settle_who_comes(session: Session, turn: Turn, group: GroupId) -> None:
    latest = rounds.latest(session, [group], 2)[group]
    coming = latest[-1] if latest else None
    if coming is None or any(each.state is RoundState.OPEN for each in latest):
        return
    if coming.state is RoundState.SCHEDULED and coming.opening_at is None and coming.opens_at <= turn.now:
        rounds.change(session, coming.id, opening_at=turn.now)


def read(session: Session, turn: Turn, hold: Hold) -> RotationFacts | None:
    """None of one that does not run."""
    return facts_of(session, turn, groups.by_id(session, hold.item))


def think(facts: RotationFacts, now: datetime) -> Look:
    return Look(facts=facts, decided=what_next(facts, now))


def steps(look: Look, drawn: Drawn | None) -> Iterator[Step]:
    """In this order; `drawn` is what came of `to_draw`."""
    group = look.facts.id
    by_kind: dict[type[RotationChange], list[RotationChange]] = defaultdict(list)
    for change in look.decided.changes:
        if not isinstance(change, OpenRound):
            by_kind[type(change)].append(change)
    for kind, alike in by_kind.items():
        for some in _cut(alike, LARGE.get(kind, AT_ONCE)):
            yield Step(do=partial(rotation_steps.save, group=group, changes=some))
    if look.opening is not None and drawn is not None:
        yield from (Step(do=each, regardless=True) for each in _opening(look.facts, look.opening, drawn))


def _opening(facts: RotationFacts, change: OpenRound, drawn: Drawn) -> Iterator[Callable[[Session, Turn], None]]:
    """Everything is written down before the round is open, and nothing is said before: cut short, it begins anew."""
    round, group = change.round, facts.id
    begun = sorted({part.encounter for part in facts.parts.values() if part.encounter is not None})
    over = any(part.over for part in facts.parts.values())
    for some in _cut(begun, AT_ONCE) or [()] * over:
        yield partial(rotation_steps.undo, round=round, encounters=some)
    for some in _cut(drawn.groups, AT_ONCE):
        yield partial(rotation_steps.bring_together, round=round, group=group, groups=some)
    for some in _cut(list(drawn.left_out.items()), AT_ONCE):
        yield partial(rotation_steps.leave_over, round=round, group=group, left_out=dict(some))
    yield partial(rotation_steps.open_round, round=round, closes_at=change.closes_at)


def _cut(items: Sequence[Any], size: int) -> list[Sequence[Any]]:
    return [items[first : first + size] for first in range(0, len(items), size)]


def take(session: Session, turn: Turn, *, hold: Hold, step: Step) -> bool:
    """False when the rotation is no longer this look's, or what it read is no longer so: then nothing is done."""
    state, at = groups.held(session, hold.item)
    if state is not GroupState.RUNNING or not _is_held(at, hold, turn, step):
        return False
    if at != hold.until:
        groups.hold(session, hold.item, hold.until)
    step.do(session, turn)
    return True


def _is_held(at: datetime | None, hold: Hold, turn: Turn, step: Step) -> bool:
    """Whoever changes facts of a rotation lets it be looked at at once; another look holds it until later."""
    return at == hold.until or (step.regardless and at is not None and at <= turn.now)


def finish(session: Session, turn: Turn, *, hold: Hold, at: datetime | None) -> bool:
    """When to look again. False when something has happened since: then it is looked at at once anyway."""
    _, held = groups.held(session, hold.item)
    if held == hold.until:
        groups.look_at(session, {hold.item: at})
    return held == hold.until


def set_aside(session: Session, turn: Turn, group: GroupId, error: BaseException) -> None:
    """A rotation whose look fails waits an hour, and says why to the operator."""
    trouble = f"{type(error).__name__} {turn.cause}"
    groups.set_aside(session, group, until=turn.now + SET_ASIDE, trouble=trouble)
