"""What the years of a pairing cost: a look at one that was asked every week for ten, and at one that has just begun."""

from datetime import UTC, date, datetime
from time import perf_counter
from typing import Final

from benchmarks.databases import migrated, opened, settle
from benchmarks.figures import Figure
from benchmarks.history import live_through
from benchmarks.population import populate
from benchmarks.rows import WORKSPACE, Kind, uuid
from bot.domain.ids import PairingId
from bot.services import look
from bot.ticks import TICKS, Claim

PAIRINGS: Final = 64
YOUNG: Final = 3
OLD: Final = 520
"""Check-ins behind a pairing."""

AS_MUCH: Final = 1.5
LOOKS: Final = 100

FIRST_DAY: Final = date(2026, 9, 6)
NOW: Final = datetime(2026, 10, 6, 8, tzinfo=UTC)
BATCH: Final = next(work.batch for work in TICKS if isinstance(work, Claim) and work.name == "pairings")


def measure(engine: str) -> list[Figure]:
    young, old = _cost(engine, YOUNG), _cost(engine, OLD)
    said = f"{old * 1000:.2f} ms each after {OLD} check-ins, {young * 1000:.2f} after {YOUNG}"
    return [Figure(name=f"look-old-{engine}", value=old / young, at_most=AS_MUCH, said_with=said)]


def _cost(engine: str, checkins: int) -> float:
    """Seconds for each pairing of a batch, in the look that nobody disturbed."""
    ids = [PairingId(uuid(Kind.PAIRING, n)) for n in range(BATCH)]
    with migrated(engine) as url, opened(url) as database:
        populate(database, PAIRINGS, now=NOW, anchor=FIRST_DAY)
        live_through(database, PAIRINGS, now=NOW, day=NOW.date(), checkins=checkins)
        settle(url)
        took = []
        for _ in range(LOOKS):
            with database.read(WORKSPACE) as session:
                began = perf_counter()
                found = look.decide(session, ids, NOW)
                took.append(perf_counter() - began)
            assert len(found) == BATCH
    return min(took) / BATCH
