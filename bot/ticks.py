"""TICKS, the clock's table: what is done as time passes, how often, by which service."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from bot.domain.rotation import Drawn
from bot.domain.rotation_facts import RotationFacts
from bot.domain.turn import Turn
from bot.services import cases, housekeeping, look, rotation_look, rounds
from bot.services.rotation_look import Hold, Look, Step
from storage.moments import Moment
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Work that waits in rows: claimed in batches, done, and tried one by one when a batch fails.

    Items are ids of the rows that carry `next_look_at`. `batch` keeps SQLite's write lock under 20 ms. `every` none
    means the setting RAPPORT_TICK_SECONDS.
    """

    name: str
    every: timedelta | None
    batch: int
    next_due: Moment
    due: Callable[[Session, Turn, int], Sequence[tuple[int, Any]]]
    lock: Callable[[Session, Any], None]
    work: Callable[[Session, Turn, Collection[Any]], None]
    set_aside: Callable[[Session, Turn, Any, BaseException], None]


class Take(Protocol):
    def __call__(self, session: Session, turn: Turn, /, *, hold: Hold, step: Step) -> bool: ...


class Finish(Protocol):
    def __call__(self, session: Session, turn: Turn, /, *, hold: Hold, at: datetime | None) -> bool: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Stepwise:
    """Work on one item that would hold SQLite's write lock for too long in one transaction.

    It is claimed until a moment, read beside the writer and thought over outside any transaction; what follows is done
    in steps, each of which first asks whether the claim still stands. What is to be drawn may take seconds.
    """

    name: str
    every: timedelta | None
    next_due: Moment
    claim: Callable[[Session, Turn], tuple[int, Hold] | None]
    read: Callable[[Session, Turn, Hold], RotationFacts | None]
    think: Callable[[RotationFacts, datetime], Look]
    steps: Callable[[Look, Drawn | None], Iterable[Step]]
    take: Take
    finish: Finish
    set_aside: Callable[[Session, Turn, Any, BaseException], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sweep:
    """Work across workspaces that is done in one transaction."""

    name: str
    every: timedelta
    sweep: Callable[[Session, Turn], int]


Work = Claim | Stepwise | Sweep

TICKS: Final[tuple[Work, ...]] = (
    Claim(
        name="pairings",
        every=None,
        batch=16,
        next_due=look.NEXT_DUE,
        due=look.due,
        lock=look.lock,
        work=look.look,
        set_aside=look.set_aside,
    ),
    Claim(
        name="cases",
        every=None,
        batch=16,
        next_due=cases.NEXT_DUE,
        due=cases.due,
        lock=cases.lock,
        work=cases.look,
        set_aside=cases.set_aside,
    ),
    Claim(
        name="groups",
        every=None,
        batch=16,
        next_due=rounds.NEXT_DUE,
        due=rounds.due,
        lock=rounds.lock,
        work=rounds.look,
        set_aside=rounds.set_aside,
    ),
    Stepwise(
        name="rotations",
        every=None,
        next_due=rotation_look.NEXT_DUE,
        claim=rotation_look.claim,
        read=rotation_look.read,
        think=rotation_look.think,
        steps=rotation_look.steps,
        take=rotation_look.take,
        finish=rotation_look.finish,
        set_aside=rotation_look.set_aside,
    ),
    Sweep(name="forget_events", every=timedelta(hours=6), sweep=housekeeping.forget_events),
)
