"""A diary: who saw what, when, word for word, and what they did in between."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from difflib import unified_diff
from enum import StrEnum
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

from playground.people import Person
from playground.seen import Seen
from tests.stage import Stage

A_MOMENT: Final = timedelta(milliseconds=50)
"""The courier's own pace: a moment is never looked at twice without the clock having moved."""

Place = tuple[str, str]
AtMoment = Callable[[], Awaitable[None]]


class How(StrEnum):
    DOES = "does"
    READS = "reads"
    READS_ANEW = "reads anew"
    OPENS = "opens"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the diary: what a person did, read, read again because it changed, or had open before them."""

    at: datetime
    zone: str
    reader: str
    how: How
    words: str
    group: bool = False

    @property
    def local(self) -> datetime:
        return self.at.astimezone(ZoneInfo(self.zone))

    def __str__(self) -> str:
        head = f"{self.local:%a %d %b %H:%M}  {self.reader} {self.how}"
        if self.how is How.DOES:
            return f"{head}: {self.words}"
        return "\n".join([head, *(f"    {line}".rstrip() for line in self.words.splitlines())])


class Diary:
    """Follows a stage from moment to moment, and looks at everybody's screen after each."""

    def __init__(self, there: Stage, at_moment: AtMoment | None = None) -> None:
        self.there = there
        self.lines: list[Line] = []
        self._at_moment = at_moment
        self._read: dict[tuple[str, Place], Seen] = {}
        self._open: dict[str, str] = {}

    def __str__(self) -> str:
        return "\n\n".join(str(line) for line in _in_order(self.lines)) + "\n"

    async def until(self, moment: datetime) -> None:
        """Time passes, one due moment after the other."""
        there = self.there
        while (due := await there.installation.next_moment()) is not None and due <= moment:
            await there.until(max(due, there.clock.now() + A_MOMENT))
            self.look()
            if self._at_moment is not None:
                await self._at_moment()
                self.look()
        await there.until(moment)
        self.look()

    async def outage(self, moment: datetime) -> None:
        """Time passes, and the bot does not run."""
        self.there.clock.move_to(moment)

    async def clicks(self, name: str, button: str, *, nth: int = 0) -> None:
        await self.does(name, f"clicks [{button}]", self._person(name).clicks(button, nth=nth))

    async def clicks_in(self, name: str, words: str, button: str) -> None:
        """A button of the newest message that has these words."""
        message = self.newest(name, words)
        await self.does(name, f"clicks [{button}]", self._person(name).clicks(button, message))

    async def chooses(self, name: str, option: str) -> None:
        await self.does(name, f"chooses {option}", self._person(name).chooses(option))

    async def chooses_in(self, name: str, words: str, option: str) -> None:
        message = self.newest(name, words)
        await self.does(name, f"chooses {option}", self._person(name).chooses(option, message))

    async def submits(self, name: str, given: Mapping[str, Any] | None = None) -> None:
        filled = "; ".join(f"{field} = {value}" for field, value in (given or {}).items())
        await self.does(name, f"submits {filled}".strip(), self._person(name).submits(given))

    async def closes(self, name: str) -> None:
        await self.does(name, "closes the form", self._person(name).closes_view())

    async def runs(self, name: str, command: str) -> None:
        await self.does(name, f"runs {command}", self._person(name).runs(command))

    async def runs_in(self, name: str, command: str, channel: str) -> None:
        await self.does(name, f"runs {command} in the channel", self._person(name).runs(command, channel=channel))

    async def reacts(self, name: str, to: str, reaction: str) -> None:
        message = self.newest(name, to)
        await self.does(name, f"reacts with {reaction}", self._person(name).reacts(message_of(message), reaction))

    async def edits(self, name: str, words: str, now: str) -> None:
        """A message of one's own."""
        message = self._own(name, words)
        await self.does(name, f"edits “{words}” to “{now}”", self._person(name).edits(message_of(message), now))

    async def deletes(self, name: str, words: str) -> None:
        await self.does(name, f"deletes “{words}”", self._person(name).deletes(message_of(self._own(name, words))))

    def _own(self, name: str, words: str) -> Seen:
        mine = self._person(name)
        return next(each for each in reversed(mine.messages()) if words in each.plain and each.author == mine.id)

    async def types(self, name: str, words: str) -> None:
        await self.does(name, f"types “{words}”", self._person(name).posts(words))

    async def replies(self, name: str, to: str, words: str) -> None:
        """In the thread of the newest message that has the words `to`."""
        message = self.newest(name, to)
        posting = self._person(name).posts(words, channel=message.channel, thread=message)
        await self.does(name, f"replies in its thread “{words}”", posting)

    def newest(self, name: str, words: str) -> Seen:
        mine = self._person(name).messages()
        return next(seen for seen in reversed(mine) if words in seen.plain and seen.author != self._person(name).id)

    def look(self) -> None:
        """What is on the screens now that was not before, oldest first."""
        found: list[tuple[datetime, str, Line]] = []
        for name, person in self.there.people.items():
            for seen in person.messages():
                line = self._looked_at(name, person, seen)
                if line is not None:
                    found.append((line.at, f"{line.reader} {seen.channel} {seen.ts}", line))
        self.lines.extend(line for _, _, line in sorted(found, key=lambda each: each[:2]))
        for name, person in self.there.people.items():
            self._look_at_form(name, person)

    async def does(self, name: str, deed: str, doing: Awaitable[object]) -> None:
        """What somebody does, in the words of the diary."""
        self.look()
        self.lines.append(self._line(name, How.DOES, deed))
        await doing
        await self.there.now()
        self.look()

    def _looked_at(self, name: str, person: Person, seen: Seen) -> Line | None:
        if seen.author == person.id:
            return None
        key = (name, (seen.channel, seen.ts))
        before = self._read.get(key)
        self._read[key] = seen
        if before is None:
            return self._line(name, How.READS, seen.plain, sent=seen)
        if before.blocks != seen.blocks and (changes := _changes(before.plain, seen.plain)):
            return self._line(name, How.READS_ANEW, changes)
        return None

    def _look_at_form(self, name: str, person: Person) -> None:
        now = person.view_plain
        errors = "".join(f"\n! {each}" for each in person.view_errors.values()) if now else ""
        if now and self._open.get(name) != now + errors:
            self.lines.append(self._line(name, How.OPENS, now + errors))
        self._open[name] = now + errors

    def _line(self, name: str, how: How, words: str, *, sent: Seen | None = None) -> Line:
        person = self._person(name)
        return Line(
            at=datetime.fromtimestamp(float(sent.ts), UTC) if sent else self.there.clock.now(),
            zone=person.member.tz,
            reader=name.split()[0],
            how=how,
            words=words,
            group=sent is not None and sent.channel != person.dm,
        )

    def _person(self, name: str) -> Person:
        return self.there[name]


def message_of(seen: Seen) -> Place:
    return seen.channel, seen.ts


def _in_order(lines: Iterable[Line]) -> Iterator[Line]:
    """What came or changed within one minute, by reader: which of several goes first is nobody's promise."""
    for (is_a_deed, _), together in groupby(lines, key=lambda line: (_is_a_deed(line), _minute(line))):
        minute = list(together)
        yield from minute if is_a_deed else sorted(minute, key=_place)


def _is_a_deed(line: Line) -> bool:
    return line.how in (How.DOES, How.OPENS)


def _minute(line: Line) -> datetime:
    return line.at.replace(second=0, microsecond=0)


def _place(line: Line) -> tuple[str, bool, str]:
    """New messages first, in the order in which they came."""
    changed = line.how is How.READS_ANEW
    return line.reader, changed, line.words if changed else ""


def _changes(before: str, now: str) -> str:
    """The lines that are gone, and those that have come, each group of them in its place."""
    changed = list(unified_diff(before.splitlines(), now.splitlines(), n=0, lineterm=""))
    return "\n".join(f"{line[0]} {line[1:]}" for line in changed[2:] if not line.startswith("@@"))


def at(day: date, hour: str, zone: str) -> datetime:
    """A moment on somebody's clock."""
    return datetime.combine(day, time.fromisoformat(hour), ZoneInfo(zone))
