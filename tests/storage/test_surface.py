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

BEFORE, NOW_SO = "as it was", "as it is"


def _lags(session: Session, turn: Turn) -> Lagging:
    session.execute(table_of(Surface).update().values(wanted=table_of(Surface).c.shown + 1))
    return surfaces.lagging(session, turn.now, 1)[0]


def _said(session: Session, turn: Turn) -> None:
    surfaces.add(session, turn, MessageId(UUID(int=7)), BEFORE)


def test_what_looks_as_it_should_is_not_painted(database: Database) -> None:
    running = Running(database)
    running.write(_said)

    begun = running.write(lambda session, turn: surfaces.begin(session, _lags(session, turn), BEFORE))

    assert not begun
    assert running.write(lambda session, turn: surfaces.lagging(session, turn.now, 1)) == []


def test_what_changed_is_painted_once(database: Database) -> None:
    running = Running(database)
    running.write(_said)
    lagging = running.write(_lags)

    begun = running.write(lambda session, turn: surfaces.begin(session, lagging, NOW_SO))
    running.write(lambda session, turn: surfaces.painted(session, lagging, NOW_SO))
    again = running.write(lambda session, turn: surfaces.begin(session, _lags(session, turn), NOW_SO))

    assert (begun, again) == (True, False)


def test_a_painting_that_nobody_saw_end_is_done_again_even_if_all_is_as_before(database: Database) -> None:
    running = Running(database)
    running.write(_said)

    begun = running.write(lambda session, turn: surfaces.begin(session, _lags(session, turn), NOW_SO))
    killed_and_back = running.write(lambda session, turn: surfaces.begin(session, _lags(session, turn), BEFORE))

    assert (begun, killed_and_back) == (True, True)


def test_the_mark_says_nothing_of_the_words_to_whoever_lacks_the_key(database: Database) -> None:
    running = Running(database)
    running.write(_said)

    mark = running.write(_lags).mark

    assert mark == running.write(lambda session, turn: session.mark(BEFORE))
    assert mark != Seal([new_key()]).mark(BEFORE)
