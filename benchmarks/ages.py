"""What the years cost: the same questions of a programme of ten years and of one in its first month, side by side."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from time import perf_counter
from typing import Final

from benchmarks.behind import leave_behind
from benchmarks.databases import migrated, opened, settle
from benchmarks.figures import Figure
from benchmarks.gathered import gather
from benchmarks.history import live_through
from benchmarks.population import populate
from benchmarks.questions import NOW, QUESTIONS, Question
from benchmarks.rows import WORKSPACE
from storage.session import Database

PAIRINGS: Final = 64
YOUNG: Final = 4
OLD: Final = 520
"""Weeks, each with a check-in of every pairing and a round of every group."""

TIMES: Final = 100
FIRST_DAY: Final = date(2026, 9, 6)


def measure(engine: str) -> list[Figure]:
    with _programme(engine, YOUNG) as young, _programme(engine, OLD) as old:
        return [_figure(engine, name, question, young, old) for name, question in QUESTIONS.items()]


@contextmanager
def _programme(engine: str, weeks: int) -> Iterator[Database]:
    with migrated(engine) as url, opened(url) as database:
        grow(database, PAIRINGS, weeks=weeks)
        settle(url)
        yield database


def grow(database: Database, pairings: int, *, weeks: int) -> None:
    """A programme of pairings and groups, with so many weeks behind it."""
    populate(database, pairings, now=NOW, anchor=FIRST_DAY)
    live_through(database, pairings, now=NOW, day=NOW.date(), checkins=weeks)
    gather(database, now=NOW, weeks=weeks)
    leave_behind(database, now=NOW, weeks=weeks)


def _figure(engine: str, name: str, question: Question, young: Database, old: Database) -> Figure:
    """In turns, so that neither is always asked while somebody else is at work; the fastest answer of each counts."""
    took: dict[Database, list[float]] = {young: [], old: []}
    for _ in range(TIMES):
        for database, seconds in took.items():
            with database.read(WORKSPACE) as session:
                began = perf_counter()
                question.ask(session)
                seconds.append(perf_counter() - began)
    first, last = (min(took[each]) / question.each * 1000 for each in (young, old))
    said = f"{last:.2f} ms after {OLD} weeks, {first:.2f} after {YOUNG}"
    return Figure(name=f"{name}-{engine}", value=last / first, at_most=question.at_most, said_with=said)
