"""TICKS, the clock's table: what is done as time passes, how often, by which service."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.turn import Turn
from bot.services import cases, housekeeping, look, rotation_look, rounds
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
    next_due: Callable[[Session], datetime | None]
    due: Callable[[Session, Turn, int], Sequence[tuple[int, Any]]]
    lock: Callable[[Session, Any], None]
    work: Callable[[Session, Turn, Collection[Any]], None]
    set_aside: Callable[[Session, Turn, Any, BaseException], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sweep:
    """Work across workspaces that is done in one transaction."""

    name: str
    every: timedelta
    sweep: Callable[[Session, Turn], int]


TICKS: Final[tuple[Claim | Sweep, ...]] = (
    Claim(
        name="pairings",
        every=None,
        batch=16,
        next_due=look.next_due,
        due=look.due,
        lock=look.lock,
        work=look.look,
        set_aside=look.set_aside,
    ),
    Claim(
        name="cases",
        every=None,
        batch=16,
        next_due=cases.next_due,
        due=cases.due,
        lock=cases.lock,
        work=cases.look,
        set_aside=cases.set_aside,
    ),
    Claim(
        name="groups",
        every=None,
        batch=16,
        next_due=rounds.next_due,
        due=rounds.due,
        lock=rounds.lock,
        work=rounds.look,
        set_aside=rounds.set_aside,
    ),
    Claim(
        name="rotations",
        every=None,
        batch=1,
        next_due=rotation_look.next_due,
        due=rotation_look.due,
        lock=rotation_look.lock,
        work=rotation_look.look,
        set_aside=rotation_look.set_aside,
    ),
    Sweep(name="forget_events", every=timedelta(hours=6), sweep=housekeeping.forget_events),
)
