"""What is left of a story: what was said to whom, what stands before people, and the rows, without what may differ."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table, select
from sqlmodel import SQLModel

from bot.domain.notice import NOTICES, Fate, NoticeKind, NoticeState
from playground.plain import plain_blocks
from playground.workspace import Workspace
from storage.sealing import Seal
from storage.session import Database
from storage.tables import Case, Message, Notice, table_of
from tests.stage import KEY
from tests.survival.rig import Rig

Row = Mapping[str, Any]
Rows = dict[str, list[Row]]
Said = tuple[str, str]
"""In whose conversation, and the words."""

UNTOLD: Final = frozenset({"key_check", "uptime", "workspace", "alembic_version"})
"""Tables that say how the process lived, not what became of people."""

ATTEMPTS: Final = frozenset(
    {"attempts", "tries", "why", "repeats", "cause", "code", "wanted", "shown", "mark", "stamp", "workspace_id"}
)
"""Columns that count tries, or are dice or time in another shape; the words themselves are compared opened,
and what stands before people as they see it."""

REPEATED: Final = frozenset(kind for kind, notice in NOTICES.items() if notice.fate is Fate.REPEAT)
"""Their `nth` counts how often they were said again."""

_ID: Final = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?7[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}")
_PLACE: Final = re.compile(r"\b[CD][A-Z0-9]{8,}\b")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(\+\d\d:\d\d)?|\d{10}\.\d{6}")
_KEY_OF_CHANNEL: Final = re.compile(r"-[0-9a-f]{6,10}$")
_SEALED: Final = re.compile(r"\d+:gAAAA")
_ROUNDS: Final = 5
"""How far a name reaches over references: a reader of an entry of an update of a prompt of a check-in."""


@dataclass(frozen=True, kw_only=True)
class Remains:
    """`said` holds every message that Slack took, `shown` those that the bot knows of, as they look at the end.

    `kinds` are the kinds of notice in a message, `rows` every row by its table.
    """

    said: Counter[Said]
    kinds: Mapping[Said, frozenset[NoticeKind]]
    shown: Counter[Said]
    rows: Counter[str]
    unsettled: list[str]


def of(there: Rig) -> Remains:
    rows = _read(there.url)
    codes = _codes(rows)
    posted = [(where, codes.sub("CODE", words), message) for where, words, message in _posted(there)]
    kinds = _kinds(rows)
    return Remains(
        said=Counter((where, words) for where, words, _ in posted),
        kinds={(where, words): kinds.get(message, frozenset()) for where, words, message in posted},
        shown=Counter((where, codes.sub("CODE", words)) for where, words in _shown(there, frozenset(kinds))),
        rows=Counter(_named(rows, there.slack.workspace)),
        unsettled=list(_unsettled(rows, there.clock.now())),
    )


def differences(expected: Remains, found: Remains) -> list[str]:
    """What was forgotten, said too often, or left otherwise. Only what may be repeated may have been said twice.

    A card says the same words again when its case wakes.
    """
    lacking = [f"never said: {each}" for each in expected.said - found.said]
    extra = found.said - expected.said
    too_often = {each: n for each, n in extra.items() if n > expected.said[each] or not _may_repeat(expected, each)}
    said = [f"said {n} times too often: {each}" for each, n in too_often.items()]
    shown = [f"no longer stands: {each}" for each in expected.shown - found.shown]
    shown += [f"stands otherwise: {each}" for each in found.shown - expected.shown]
    rows = [f"row gone: {each}" for each in expected.rows - found.rows]
    rows += [f"row too many: {each}" for each in found.rows - expected.rows]
    return [*lacking, *said, *shown, *rows, *found.unsettled]


def _may_repeat(expected: Remains, said: Said) -> bool:
    kinds = expected.kinds.get(said, frozenset())
    return bool(kinds) and kinds <= REPEATED


def _posted(there: Rig) -> Iterator[tuple[str, str, str]]:
    """Every message of the bot's that Slack stored: in whose conversation, its words, its own mark."""
    for call in there.slack.calls:
        if call.method == "chat.postMessage" and call.answer["ok"]:
            words = plain_blocks(call.args["blocks"], there["Maria"].reader)
            where = _people(there.slack.workspace, call.answer["channel"])
            yield where, words, call.args["metadata"]["event_payload"]["message"]


def _shown(there: Rig, known: frozenset[str]) -> Iterator[Said]:
    for person in there.people.values():
        for seen in person.messages():
            mark = ((seen.metadata or {}).get("event_payload") or {}).get("message")
            if mark in known and not seen.ephemeral:
                yield f"{person.name} in {_people(there.slack.workspace, seen.channel)}", seen.plain


def _people(workspace: Workspace, channel: str) -> str:
    names = [workspace.members[each].name for each in workspace.conversations[channel].members]
    return ", ".join(sorted(name for name in names if name != workspace.bot.name))


def _read(url: str) -> Rows:
    tables = [table for table in SQLModel.metadata.sorted_tables if table.name not in UNTOLD]
    database = Database.open(url, Seal([KEY]))
    try:
        with database.read() as session:
            return {
                table.name: [_opened(table, row._asdict()) for row in session.execute(select(table))]
                for table in tables
            }
    finally:
        database.close()


def _opened(table: Table, row: Row) -> Row:
    """Words as they were typed, whether what is shown lags, and no count of what may be said again.

    The key of a pairing and what a form is known by are marks of ids; what is in them says the same.
    """
    opened = dict(row)
    if row.get("kind") in REPEATED:
        opened["nth"] = 0
    for name, value in row.items():
        if isinstance(value, str) and _SEALED.match(value):
            place = {"workspace": row["workspace_id"], "table": table.name, "row": row["id"], "column": name}
            opened[name] = Seal([KEY]).open(value, **place)
    if table.name == "pairing":
        opened["natural_key"] = ""
    if table.name == "formation":
        opened["form"] = ""
    if table.name == "group":
        opened["channel_name"] = _KEY_OF_CHANNEL.sub("-key", row["channel_name"])
    if table.name == "heard" and row["event"].startswith("form:"):
        opened["event"] = "form"
    if "wanted" in row:
        opened["lags"] = row["wanted"] > row["shown"]
    return opened


def _kinds(rows: Rows) -> dict[str, frozenset[NoticeKind]]:
    """What each message that the bot knows to stand in Slack carries."""
    sent = {row["id"] for row in rows[table_of(Message).name] if row["state"] is NoticeState.SENT}
    carried: dict[str, set[NoticeKind]] = {}
    for notice in rows[table_of(Notice).name]:
        if notice["message_id"] in sent:
            carried.setdefault(str(notice["message_id"]), set()).add(notice["kind"])
    return {message: frozenset(kinds) for message, kinds in carried.items()}


def _codes(rows: Rows) -> re.Pattern[str]:
    """The cases' codes, which are dice."""
    return re.compile("|".join([r"(?!)", *(re.escape(row["code"]) for row in rows[table_of(Case).name])]))


def _unsettled(rows: Rows, now: datetime) -> Iterator[str]:
    """What should be over at the end, and is not."""
    for notice in rows[table_of(Notice).name]:
        waits = notice["state"] in (NoticeState.QUEUED, NoticeState.FAILED) and notice["not_before"] > now
        if not waits and notice["state"] not in (NoticeState.SENT, NoticeState.DROPPED):
            yield f"unsettled: {notice['key']} is {notice['state']} ({notice['why']})"


def _named(rows: Rows, workspace: Workspace) -> Iterator[str]:
    """Each row as a line, in which ids are names that follow from what the rows say themselves."""
    names: dict[UUID, str] = {}
    for _ in range(_ROUNDS):
        names = {
            row["id"]: sha256(_line(table, row, names, workspace).encode()).hexdigest()[:8]
            for table, row in _all(rows)
            if _has_own_id(table)
        }
    lines = [(table, _line(table, row, names, workspace)) for table, row in _all(rows)]
    yield from (line for table, line in lines if table != "audit")
    # Whoever saw nothing open looks again, and each look is recorded.
    yield from {line for table, line in lines if table == "audit"}


def _all(rows: Rows) -> Iterator[tuple[str, Row]]:
    """A message that was not taken was an attempt."""
    for table, theirs in rows.items():
        yield from ((table, row) for row in theirs if row.get("state") is not NoticeState.FAILED)


def _has_own_id(table: str) -> bool:
    columns = SQLModel.metadata.tables[table].c
    return "id" in columns and not any(key.column.name == "id" for key in columns["id"].foreign_keys)


def _line(table: str, row: Row, names: Mapping[UUID, str], workspace: Workspace) -> str:
    hidden = ATTEMPTS | ({"id"} if _has_own_id(table) else set())
    told = {name: _told(value, names, workspace) for name, value in row.items() if name not in hidden}
    return f"{table} " + " ".join(f"{name}={value}" for name, value in sorted(told.items()) if value)


def _told(value: Any, names: Mapping[UUID, str], workspace: Workspace) -> str:
    match value:
        case datetime():
            return "then"
        case UUID():
            return names.get(value, "someone")
        case None:
            return ""
        case _:
            with_names = _ID.sub(lambda found: names.get(UUID(found[0]), "someone"), str(value))
            with_places = _PLACE.sub(lambda found: _place(workspace, found[0]), with_names)
            return _MOMENT.sub("then", with_places)


def _place(workspace: Workspace, word: str) -> str:
    return _people(workspace, word) if word in workspace.conversations else word
