"""One running bot in the stand-in for Slack that many examples share, and what must hold after each of them."""

import asyncio
import logging
import traceback
from collections.abc import Coroutine, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import takewhile
from typing import Any, Final, TypeVar

from sqlalchemy import select
from sqlmodel import SQLModel
from structlog.testing import capture_logs

from bot.app.logs import may_be_said
from playground.mrkdwn import pings
from playground.people import Person
from playground.seen import Seen
from playground.shapes import Blocks
from storage.sealing import Seal
from storage.session import Database
from storage.tables import Entry, table_of
from tests.stage import KEY, Stage, stage

T = TypeVar("T")

MONDAY: Final = datetime(2026, 9, 7, 6, tzinfo=UTC)
MISHAP: Final = "went wrong on our side"
RESTLESS: Final = ("heard", "uptime", "workspace")
"""Tables that change without anybody having done anything to a pairing."""

PEOPLE: Final = {
    "Maria Santos": "Europe/Lisbon",
    "Tom Okafor": "Europe/London",
    "Ana Pereira": "Europe/Lisbon",
    "Ben Clarke": "Europe/London",
    "Cleo Marsh": "Europe/London",
    "Dan Novak": "Europe/Prague",
    "Eve Laurent": "Europe/Paris",
    "Zoe Strange": "Europe/Paris",
}

Pairs = tuple[tuple[tuple[str, ...], str], ...]
"""Each with its mentors, several in a team, and its mentee."""

PAIRS: Final[Pairs] = ((("Ana",), "Ben"), (("Ana",), "Cleo"), (("Dan",), "Eve"))


class Listening(logging.Handler):
    """Everything that libraries log, down to debug, as far as the bot's own log lets them speak."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.addFilter(may_be_said)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@dataclass
class Ground:
    """Maria and Tom run it, and Zoe is a stranger to the bot."""

    there: Stage
    url: str
    runner: asyncio.Runner
    logged: list[Any]
    listening: Listening
    database: Database
    _read: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        return self.there[name]

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    async def answered(self) -> None:
        """Two seconds on, so that the bot may write to the same person again."""
        await self.there.now()
        await self.there.pass_by(seconds=2)

    def new(self, name: str) -> list[Seen]:
        """What came to somebody's screen since this was asked last."""
        screen, last = self.there[name].screen, self._read.get(name, 0)
        self._read[name] = self.there.slack.workspace.last_order
        count = sum(1 for _ in takewhile(lambda message: message.order > last, screen.newest_first()))
        return screen.messages(newest=count)

    def rows(self, table: type[SQLModel], **only: Any) -> list[Mapping[str, Any]]:
        columns = table_of(table).c
        with self.database.read() as session:
            statement = select(table_of(table)).where(*(columns[name] == value for name, value in only.items()))
            return [dict(row._mapping) for row in session.execute(statement)]

    def everything(self) -> dict[str, list[str]]:
        """All that is stored of people and pairings."""
        quiet = [table for table in SQLModel.metadata.sorted_tables if table.name not in RESTLESS]
        with self.database.read() as session:
            return {table.name: sorted(repr(row) for row in session.execute(select(table))) for table in quiet}

    def words_of(self, stamp: str) -> list[str]:
        """The kept words of one message."""
        found = self.rows(Entry, stamp=stamp)
        with self.database.read(self.there.installation.workspace) as session:
            return [session.open(row["sealed"], table="entry", row=row["id"], column="sealed") for row in found]

    def show(self, name: str, blocks: Blocks) -> None:
        """A message of the bot's in somebody's DM that the bot never sent: with a forged button, for example."""
        person, workspace = self.there[name], self.there.slack.workspace
        workspace.store(workspace.direct(person.id), author=workspace.bot.id, text="forged", blocks=blocks)

    def sound(self, *planted: str) -> None:
        """Nobody was pinged, nothing broke, and no log holds what people wrote."""
        for name in PEOPLE:
            for seen in self.new(name):
                if seen.author == self.there.slack.bot_user_id:
                    assert self._reached(seen.channel, seen.notifies) == [], seen.plain
                    assert MISHAP not in seen.plain
        calls = self.there.slack.calls
        assert [call for call in calls if not call.answer["ok"]] == []
        assert [call for call in calls if self._reached(call.args.get("channel", ""), pinged(call.args))] == []
        calls.clear()
        log = self.log()
        assert [entry for entry in self.logged if entry["log_level"] in ("error", "critical")] == []
        for words in planted:
            assert words not in log
        self.logged.clear()
        self.listening.lines.clear()

    def _reached(self, channel: str, named: Iterable[str]) -> list[str]:
        """Of these, whom Slack would tell: somebody who is named where they are not hears nothing."""
        workspace = self.there.slack.workspace
        there = workspace.conversations[channel].members if channel in workspace.conversations else [channel]
        return [each for each in named if each not in workspace.members or each in there]

    def log(self) -> str:
        return "\n".join([*map(_written, self.logged), *self.listening.lines])


def pinged(thing: Any) -> Iterator[str]:
    """Whom a call to Slack would notify: by its text, or by what stands in its blocks."""
    match thing:
        case {"type": "user", "user_id": str(person)}:
            yield person
        case {"type": "user" | "usergroup" | "broadcast", **more}:
            yield str(more)
        case Mapping():
            yield from pings(str(thing.get("text", ""))) if thing.get("type") != "plain_text" else ()
            for value in thing.values():
                yield from pinged(value)
        case list():
            for value in thing:
                yield from pinged(value)


def _written(entry: Mapping[str, Any]) -> str:
    error = entry.get("exc_info")
    told = traceback.format_exception(error) if isinstance(error, BaseException) else []
    return "".join([repr(dict(entry)), *told])


@contextmanager
def ground(url: str, pairs: Pairs = PAIRS, *, room: Sequence[str] = ()) -> Iterator[Ground]:
    """In the middle of a check-in that everybody has been asked about and nobody has answered.

    `room` are those in the coordinators' private channel.
    """
    listening = Listening()
    with asyncio.Runner() as runner, capture_logs() as logged, _heard_by(listening):
        around = stage(url, start=MONDAY, people=PEOPLE, limits=False, grant_optional=bool(room))
        there = runner.run(around.__aenter__())
        database = Database.open(url, Seal([KEY]))
        try:
            made = Ground(there, url, runner, logged, listening, database)
            runner.run(_begin(there, pairs, room))
            made.sound()
            yield made
        finally:
            database.close()
            runner.run(around.__aexit__(None, None, None))


@contextmanager
def _heard_by(listening: Listening) -> Iterator[None]:
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(listening)
    try:
        yield
    finally:
        root.removeHandler(listening)
        root.setLevel(before)


async def _begin(there: Stage, pairs: Pairs, room: Sequence[str]) -> None:
    rows = [f"{';'.join(there[mentor].id for mentor in mentors)},{there[mentee].id}\n" for mentors, mentee in pairs]
    channel = there.slack.add_channel("mentoring", [there[name] for name in room], private=True) if room else None
    roster = "".join(["mentor,mentee\n", *rows])
    await there.bring(roster, coordinator="Maria", backup="Tom", room=channel.id if channel else "")
    while not all(any("We met" in seen.buttons for seen in there[mentee].messages()) for _, mentee in pairs):
        await there.pass_by(days=1)
    await there.pass_by(hours=1)


def button(action_id: str, value: str) -> Blocks:
    label = {"type": "plain_text", "text": "Press"}
    element = {"type": "button", "action_id": action_id, "value": value, "text": label}
    return [{"type": "actions", "block_id": "forged", "elements": [element]}]


def select_of(action_id: str, value: str, kind: str = "static_select") -> Blocks:
    offered = {"text": {"type": "plain_text", "text": "Choose"}, "value": value}
    element = {"type": kind, "action_id": action_id, "options": [offered]}
    return [{"type": "actions", "block_id": "forged", "elements": [element]}]
