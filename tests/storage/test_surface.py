"""Surfaces are painted when they look wrong, and only then; on both engines."""

from uuid import UUID

from bot.domain.ids import MessageId
from bot.domain.turn import Turn
from storage import surface as surfaces
from storage.sealing import Seal, new_key
from storage.session import Database, Session
from storage.surface import Lagging
from storage.tables import Surface, table_of
from tests.services.running import Running

SURFACE = table_of(Surface)
BEFORE, NOW_SO = "as it was", "as it is"


def _lags(session: Session, turn: Turn) -> Lagging:
    session.execute(SURFACE.update().values(wanted=SURFACE.c.shown + 1))
    return surfaces.lagging(session, turn.now, 1)[0]


def _said(session: Session, turn: Turn) -> None:
    surfaces.add(session, turn, {MessageId(UUID(int=7)): BEFORE})


def _looks(running: Running, shows: str) -> bool:
    return running.write(lambda session, turn: surfaces.looks(session, _lags(session, turn), shows))


def test_what_looks_as_it_should_lags_no_more_once_it_is_shown(database: Database) -> None:
    running = Running(database)
    running.write(_said)
    assert _looks(running, BEFORE)

    running.write(lambda session, turn: surfaces.shown(session, [_lags(session, turn)]))

    assert running.write(lambda session, turn: surfaces.lagging(session, turn.now, 1)) == []


def test_what_was_painted_looks_so(database: Database) -> None:
    running = Running(database)
    running.write(_said)
    lagging = running.write(_lags)
    assert not _looks(running, NOW_SO)

    running.write(lambda session, turn: surfaces.begin(session, [lagging]))
    running.write(lambda session, turn: surfaces.painted(session, {lagging: NOW_SO}))

    assert _looks(running, NOW_SO)
    assert not _looks(running, BEFORE)


def test_of_a_painting_that_nobody_saw_end_it_is_not_known_how_it_looks(database: Database) -> None:
    running = Running(database)
    running.write(_said)

    running.write(lambda session, turn: surfaces.begin(session, [_lags(session, turn)]))

    assert not _looks(running, NOW_SO)
    assert not _looks(running, BEFORE)


def test_what_came_meanwhile_still_lags_after_the_painting(database: Database) -> None:
    running = Running(database)
    running.write(_said)
    lagging = running.write(_lags)
    running.write(lambda session, turn: session.execute(SURFACE.update().values(wanted=SURFACE.c.wanted + 1)))

    running.write(lambda session, turn: surfaces.painted(session, {lagging: NOW_SO}))

    assert len(running.write(lambda session, turn: surfaces.lagging(session, turn.now, 1))) == 1


def test_the_mark_says_nothing_of_the_words_to_whoever_lacks_the_key(database: Database) -> None:
    running = Running(database)
    running.write(_said)

    mark = running.write(_lags).mark

    assert mark == running.write(lambda session, turn: session.mark(BEFORE))
    assert mark != Seal([new_key()]).mark(BEFORE)
