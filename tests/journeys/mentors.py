"""A programme that Maria runs, with Tom as backup, in which weekly pairs can go quiet."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import create_engine, inspect, text

from playground.people import Person
from playground.seen import Seen
from storage.urls import database_file, read_url
from tests.stage import Stage, stage

MONDAY: Final = datetime(2026, 9, 7, 6, tzinfo=UTC)
"""Everybody is greeted on this day, introduced on the 8th, and asked on Tuesdays at ten from the 15th on."""

QUIET: Final = datetime(2026, 10, 1, 9, tzinfo=UTC)
"""Ten in London: when the coordinator hears of a pair of which nobody has answered the first two check-ins."""

NEVER_MET: Final = datetime(2026, 10, 2, 9, tzinfo=UTC)
"""When the coordinator hears of a pair that has not met, three weeks and three working days on."""

LONDON: Final = "Europe/London"


@asynccontextmanager
async def mentors(
    database_url: str,
    *pairs: Sequence[str],
    zones: Mapping[str, str] | None = None,
    room: Sequence[str] = (),
    outside: str = "",
    grant_optional: bool = False,
) -> AsyncIterator[Stage]:
    """Pairs are mentor and mentee; by default Ana and Ben. `room` are those in the coordinators' private channel,
    `outside` is whom people can turn to outside the programme."""
    paired = pairs or (("Ana", "Ben"),)
    names = dict.fromkeys(("Maria", "Tom", *(name for pair in paired for name in pair)))
    people = {name: (zones or {}).get(name, LONDON) for name in names}
    async with stage(database_url, start=MONDAY, people=people, grant_optional=grant_optional, limits=False) as there:
        rows = "".join(f"{there[mentor].id},{there[mentee].id},weekly\n" for mentor, mentee in paired)
        channel = there.slack.add_channel("mentoring", [there[name] for name in room], private=True) if room else None
        await there.bring(
            f"mentor,mentee,rhythm\n{rows}",
            coordinator="Maria",
            backup="Tom",
            room=channel.id if channel else "",
            outside_contact=outside,
        )
        yield there


def cards(person: Person, *, channel: str | None = None) -> list[Seen]:
    """The messages of cases that a person can see, oldest first."""
    return [seen for seen in person.messages(channel) if "case " in seen.plain.lower() and not seen.ephemeral]


def told(person: Person) -> str:
    """What was said to this person alone since their last message."""
    return person.messages()[-1].plain


def everything_kept(database_url: str) -> str:
    """Every column of every row, as the database holds it; of SQLite also the bytes of its files."""
    url = read_url(database_url)
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        rows = [str(row) for table in tables for row in connection.execute(text(f'SELECT * FROM "{table}"'))]
    engine.dispose()
    if url.get_backend_name() == "sqlite":
        file = database_file(url)
        rows += [each.read_bytes().decode("latin-1") for each in file.parent.glob(f"{file.name}*")]
    return "\n".join(rows)


def acts_on_record(database_url: str) -> list[tuple[str, str]]:
    """What coordinators are on record as having done, oldest first."""
    engine = create_engine(read_url(database_url))
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT act, subject FROM audit ORDER BY id")).all()
    engine.dispose()
    return [(row.act, row.subject) for row in rows]
