"""What is measured is a programme as the bot itself would have made it: its rows fit today's tables and rules."""

from datetime import UTC, date, datetime
from typing import Final

from benchmarks.history import live_through
from benchmarks.population import open_checkins, populate
from benchmarks.rows import WORKSPACE, Kind, uuid
from bot.domain.ids import PairingId
from bot.services.look import decide
from storage.session import Database

PAIRINGS: Final = 3
NOW: Final = datetime(2026, 10, 6, 8, tzinfo=UTC)


def test_the_programme_that_is_measured_waits_for_answers(database: Database) -> None:
    populate(database, PAIRINGS, now=NOW, anchor=date(2026, 9, 6))
    live_through(database, PAIRINGS, now=NOW, day=NOW.date())
    open_checkins(database, PAIRINGS, now=NOW, day=NOW.date())

    with database.read(WORKSPACE) as session:
        decided = decide(session, [PairingId(uuid(Kind.PAIRING, n)) for n in range(PAIRINGS)], NOW)

    for facts, due in decided.values():
        assert facts.checkin is not None
        assert [prompt.answered for prompt in facts.checkin.prompts] == [False, False]
        assert due.changes == ()
