"""Slack's text: what an eye reads in it, and whom it would ping.

https://docs.slack.dev/messaging/formatting-message-text
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from playground.shapes import Json

_SPECIAL: Final = re.compile(r"<([^<>]*)>|&(amp|lt|gt);")
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">"}
_TOKEN: Final = re.compile(r"\{(\w+)\}")
_BROADCASTS: Final = ("channel", "here", "everyone")


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Whoever reads: their zone and habits, and how an id is called in this workspace."""

    tz: str
    locale: str
    now: datetime
    name: Callable[[str], str]


def escape(typed: str) -> str:
    """What Slack keeps of typed words: only these three characters are changed."""
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read(text: str, reader: Reader) -> str:
    """Mentions, links and dates as they are shown, entities as characters; *marks* stay."""

    def shown(match: re.Match[str]) -> str:
        inside, entity = match.groups()
        return _ENTITIES[entity] if entity else _unescape(_special(inside, reader))

    return _SPECIAL.sub(shown, text)


def pings(text: str) -> Iterator[str]:
    """Ids of people and groups, and `!channel`, `!here`, `!everyone`, that the text would notify."""
    for inside, _ in _SPECIAL.findall(text):
        target = inside.partition("|")[0]
        if target[:1] == "@":
            yield target[1:]
        elif target[1:] in _BROADCASTS and target[0] == "!":
            yield target
        elif target.startswith("!subteam^"):
            yield target.removeprefix("!subteam^")


def on_date(date: Json, reader: Reader) -> str:
    """A date element of rich text."""
    return _dated(int(date["timestamp"]), date.get("format", "{date_num}"), reader)


def _special(inside: str, reader: Reader) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("!date^"):
        parts = target.removeprefix("!date^").split("^")
        return _dated(int(parts[0]), parts[1], reader)
    if target.startswith("!subteam^"):
        return label or f"@{target.removeprefix('!subteam^')}"
    if target[:1] == "!":
        return f"@{target[1:]}" if target[1:] in _BROADCASTS else label or target[1:]
    if target[:1] in ("@", "#"):
        return f"{target[0]}{reader.name(target[1:]) or label}"
    return label or target.removeprefix("mailto:")


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _dated(unix: int, form: str, reader: Reader) -> str:
    zone = ZoneInfo(reader.tz)
    when = datetime.fromtimestamp(unix, zone)
    return _TOKEN.sub(lambda token: _date_part(token[1], when, reader), form)


def _date_part(token: str, when: datetime, reader: Reader) -> str:
    """English words only, a 24-hour clock outside the United States; Slack follows the reader's language."""
    day, weekday, month = _ordinal(when.day), when.strftime("%A"), when.strftime("%B")
    if token.endswith("_pretty") and (near := _near(when, reader)):
        return near
    match token.removesuffix("_pretty"):
        case "date_num":
            return when.strftime("%Y-%m-%d")
        case "date_slash":
            return when.strftime("%d/%m/%Y")
        case "date" | "day_divider":
            return f"{month} {day}, {when.year}"
        case "date_short":
            return f"{month[:3]} {when.day}, {when.year}"
        case "date_long":
            return f"{weekday}, {month} {day}, {when.year}"
        case "time":
            return _clock_time(when, reader)
        case "time_secs":
            return when.strftime("%H:%M:%S")
        case _:
            return f"{{{token}}}"


def _near(when: datetime, reader: Reader) -> str | None:
    today = reader.now.astimezone(when.tzinfo).date()
    days = {today - timedelta(days=1): "yesterday", today: "today", today + timedelta(days=1): "tomorrow"}
    return days.get(when.date())


def _clock_time(when: datetime, reader: Reader) -> str:
    if reader.locale == "en-US":
        return f"{when.hour % 12 or 12}:{when.minute:02d} {'PM' if when.hour >= 12 else 'AM'}"
    return when.strftime("%H:%M")


def _ordinal(day: int) -> str:
    if day in (11, 12, 13):
        return f"{day}th"
    return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th') }"
