"""What is asked day by day goes through no more of the database after nine years than after one, on either engine."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from benchmarks.ages import grow
from benchmarks.databases import opened, settle
from benchmarks.gathered import ROTATION, group
from benchmarks.questions import BATCH, NOW, QUESTIONS
from benchmarks.rows import WORKSPACE, Kind, uuid
from bot.domain.ids import MemberId, PairingId
from bot.domain.notice import NoticeKind
from storage import asked, case, membership, message, rotation, rounds, said
from storage.session import Database, Session
from tests.engines import migrated_database
from tests.storage.visits import visits

YOUNG: Final = 60
OLD: Final = 8 * YOUNG
"""Weeks. The longest look back, that of a case's card, is over sixty check-ins."""

MENTOR: Final = MemberId(uuid(Kind.MENTOR, 0))
COORDINATOR: Final = MemberId(uuid(Kind.COORDINATOR, 0))
PAIRING: Final = PairingId(uuid(Kind.PAIRING, 0))
LATELY: Final = NOW - timedelta(weeks=6)

ASKED: Final[Mapping[str, Callable[[Session], object]]] = {
    **{name: question.ask for name, question in QUESTIONS.items()},
    "asked last": lambda session: asked.latest_of(session, MENTOR, PAIRING),
    "may answer": lambda session: asked.running_of(session, MENTOR),
    "shows a check-in": lambda session: asked.running_in(session, PAIRING),
    "said lately": lambda session: said.said_since(session, MENTOR, NoticeKind.REMINDER, LATELY),
    "back again": lambda session: message.revive(session, MENTOR, [PAIRING], since=LATELY, at=NOW),
    "cases to hear of": lambda session: case.locked_of(session, COORDINATOR),
    "who is in a rotation": lambda session: membership.joined(session, ROTATION),
    "rounds over": lambda session: rounds.past(session, group(0), 12),
    "shows a round": lambda session: rotation.current(session, ROTATION, MENTOR),
}

GROWS: Final = "FROM pairing JOIN seat"
"""Which pairings somebody ever had: one more in months."""

MORE: Final = 1.5
SOME: Final = {"sqlite": 1000, "postgresql": 200}
"""Steps and rows. What is little may grow by so much: with the pairings that ended, of which there are some dozens."""


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_nothing_that_is_asked_day_by_day_grows_with_the_years(engine: str, tmp_path: Path) -> None:
    young, old = (_visited(engine, tmp_path / str(weeks), weeks) for weeks in (YOUNG, OLD))

    assert young.keys() == old.keys()
    assert {each: (young[each], old[each]) for each in old if _has_grown(engine, each, young[each], old[each])} == {}


def _visited(engine: str, folder: Path, weeks: int) -> Counter[tuple[str, str]]:
    """What each question goes through, by its name and statement."""
    found: Counter[tuple[str, str]] = Counter()
    with _programme(engine, folder, weeks) as database, database.write(WORKSPACE) as session:
        for name, ask in ASKED.items():
            with visits(session) as visited:
                ask(session)
            found.update({(name, statement): count for statement, count in visited.items()})
    return found


@contextmanager
def _programme(engine: str, folder: Path, weeks: int) -> Iterator[Database]:
    folder.mkdir()
    with migrated_database(engine, folder) as url, opened(url) as database:
        grow(database, BATCH, weeks=weeks)
        settle(url)
        yield database


def _has_grown(engine: str, each: tuple[str, str], young: int, old: int) -> bool:
    return GROWS not in each[1] and old > MORE * young + SOME[engine]
