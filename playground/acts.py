"""The acts of a person that can be asked for in JSON, by a page or another process."""

from base64 import b64decode
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from playground.model import Spot
from playground.people import Person
from playground.screen import Which
from playground.shapes import Json


def _spot(body: Json) -> Spot | None:
    return (body["block_id"], body["action_id"]) if "action_id" in body else None


def _which(body: Json) -> Which:
    return (body["channel"], body["ts"]) if "channel" in body else str(body["ts"])


def _where(body: Json) -> Which | None:
    return _which(body) if "ts" in body else None


def _files(named: Json) -> dict[str, bytes]:
    """JSON carries bytes as base64."""
    return {name: b64decode(content, validate=True) for name, content in named.items()}


def _values(given: Json) -> dict[str, Any]:
    return {name: _files(value) if isinstance(value, dict) else value for name, value in given.items()}


async def _post(person: Person, body: Json) -> Json:
    ts = await person.posts(
        body["text"],
        channel=body.get("channel"),
        thread=body.get("thread"),
        files=_files(body.get("files", {})),
    )
    return {"ts": ts}


async def _edit(person: Person, body: Json) -> None:
    await person.edits(_which(body), body["text"])


async def _delete(person: Person, body: Json) -> None:
    await person.deletes(_which(body))


async def _react(person: Person, body: Json) -> None:
    await person.reacts(_which(body), body["name"])


async def _unreact(person: Person, body: Json) -> None:
    await person.unreacts(_which(body), body["name"])


async def _click(person: Person, body: Json) -> None:
    wanted = _spot(body) or body["label"]
    await person.clicks(wanted, _where(body), view=body.get("view"), nth=body.get("nth", 0))


async def _choose(person: Person, body: Json) -> None:
    await person.chooses(body["option"], _where(body), view=body.get("view"), spot=_spot(body), nth=body.get("nth", 0))


async def _type(person: Person, body: Json) -> None:
    spot = (body["block_id"], body["action_id"])
    person.puts(body["value"], spot, _where(body), view=body.get("view"))


async def _suggest(person: Person, body: Json) -> Json:
    spot = (body["block_id"], body["action_id"])
    return await person.looks_for(body["value"], spot, _where(body), view=body.get("view"))


async def _fill(person: Person, body: Json) -> None:
    await person.fills(_values(body["values"]))


async def _submit(person: Person, body: Json) -> Json:
    person.types(_values(body.get("typed", {})))
    await person.submits(_values(body.get("values", {})))
    return {"view_errors": person.view_errors}


async def _close(person: Person, body: Json) -> None:
    await (person.closes_all_views() if body.get("all") else person.closes_view())


async def _read(person: Person, body: Json) -> None:
    person.reads(body["channel"], body["ts"])


async def _run(person: Person, body: Json) -> Json:
    answer = await person.runs(body["command"], channel=body.get("channel"))
    return {"text": answer.text, "plain": answer.plain}


async def _open_home(person: Person, _: Json) -> None:
    await person.opens_home()


ACTS: Final[Mapping[str, Callable[[Person, Json], Awaitable[Json | None]]]] = {
    "post": _post,
    "edit": _edit,
    "delete": _delete,
    "react": _react,
    "unreact": _unreact,
    "click": _click,
    "choose": _choose,
    "type": _type,
    "suggest": _suggest,
    "fill": _fill,
    "submit": _submit,
    "close": _close,
    "read": _read,
    "run": _run,
    "home": _open_home,
}
"""What each act reads from its body.

post {text, channel?, thread?, files?: {name: base64}} · edit {ts, text} · delete {ts} · react, unreact {ts, name} ·
read {channel, ts} · click {label, or block_id and action_id; ts or view?, nth?} ·
choose {option; block_id and action_id?, ts or view?, nth?} · type, suggest {value, block_id, action_id; ts or view?} ·
fill {values: {label, action_id or block_id: value}} · submit {values?, typed?: values the app is not told of first} ·
close {all?} · run {command, channel?} · home {}.
A ts comes with its channel; alone it means the newest message that has it. A value that is an object is files.
"""
