"""People, a workspace and a programme, as tests of what coordinators do need them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from bot.app.clock import seeded_ids
from bot.domain.roster import read
from bot.domain.turn import Caller, Turn
from bot.ports import Person
from bot.services.importing import Import, Imported, import_pairs, people_of
from storage import workspace
from storage.session import Database

NOW: Final = datetime(2026, 11, 23, 12, tzinfo=UTC)


def person(id: str, **changes: Any) -> Person:
    """Ana for U0ANA, in Berlin."""
    known = Person(id=id, name=id.removeprefix("U0").capitalize(), zone="Europe/Berlin", language="en-GB")
    return replace(known, **changes)


MARIA: Final = person("U0MARIA")
BRUNO: Final = person("U0BRUNO")


def turn_at(now: datetime, seed: int = 1) -> Turn:
    """Turns of one seed make the same ids."""
    return Turn(now=now, new_id=seeded_ids(lambda: now, seed), cause="test")


class Office:
    """One workspace of a database, at one moment."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.turn = turn_at(NOW)
        with database.write() as session:
            self.workspace = workspace.register(session, enterprise="", team="T0", name="Test", bot_person="U0BOT")

    def caller(self, person: str) -> Caller:
        return Caller(workspace=self.workspace, person=person)

    def bring_in(
        self,
        csv: str,
        *,
        people: Mapping[str, Person | None] | None = None,
        turn: Turn | None = None,
        **changes: Any,
    ) -> Imported:
        """A roster whose addresses are ids of real people, but for those in `people`."""
        rows = read(csv.encode(), NOW.date())
        everybody = {address: person(address) for address in people_of(rows)} | dict(people or {})
        plan = Import(roster=rows, people=everybody, programme="Mentors 2026", coordinator=MARIA, backup=BRUNO)
        with self.database.write(self.workspace) as session:
            return import_pairs(session, turn or self.turn, replace(plan, **changes))
