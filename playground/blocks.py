"""Block Kit as Slack keeps it: every block and element with an id, every text with its defaults."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playground.ids import Ids
from playground.shapes import Blocks, Json


@dataclass(frozen=True, kw_only=True)
class Placed:
    """An element and the block it sits in."""

    block: Json
    element: Json

    @property
    def spot(self) -> tuple[str, str]:
        return self.block["block_id"], self.element["action_id"]


def dress(blocks: Blocks, ids: Ids) -> Blocks:
    """A copy with what Slack fills in: block_id, action_id, and the defaults of text objects."""
    dressed: Blocks = _copy(blocks)
    for block in dressed:
        block.setdefault("block_id", ids.block())
    for placed in elements(dressed):
        if placed.element.get("type") != "image":
            placed.element.setdefault("action_id", ids.block())
    return dressed


def elements(blocks: Blocks) -> Iterator[Placed]:
    """Whatever a person can use, in reading order."""
    for block in blocks:
        for element in _held_by(block):
            yield Placed(block=block, element=element)


def options(element: Json) -> list[Json]:
    """All options of a menu, its groups flattened."""
    grouped = [option for group in element.get("option_groups", []) for option in group.get("options", [])]
    return [*element.get("options", []), *grouped]


def label(thing: Json | None) -> str:
    """The words of a text object."""
    return str((thing or {}).get("text", ""))


def _held_by(block: Json) -> list[Json]:
    match block.get("type"):
        case "actions" | "context_actions":
            return list(block.get("elements", []))
        case "section":
            return [block["accessory"]] if "accessory" in block else []
        case "input":
            return [block["element"]]
        case _:
            return []


def _copy(thing: Any) -> Any:
    if isinstance(thing, list):
        return [_copy(each) for each in thing]
    if not isinstance(thing, dict):
        return thing
    copy = {key: _copy(value) for key, value in thing.items()}
    if copy.get("type") == "plain_text":
        copy.setdefault("emoji", True)
    elif copy.get("type") == "mrkdwn":
        copy.setdefault("verbatim", False)
    return copy
