"""Blocks and views in few words."""

from collections.abc import Awaitable, Callable
from typing import Any

Json = dict[str, Any]
Opens = Callable[..., Awaitable[str]]
"""Opens a modal of these blocks before Ana, and tells its id."""


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text: str, action_id: str = "press", **more: Any) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def actions(*elements: Json, block_id: str = "row") -> Json:
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def option(text: str, value: str | None = None) -> Json:
    return {"text": plain(text), "value": value or text.lower()}


def field(label: str, element: Json, *, block_id: str, **more: Any) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, **more}


def words_field(label: str = "What moved", block_id: str = "moved", **more: Any) -> Json:
    return field(label, {"type": "plain_text_input", "action_id": "words"}, block_id=block_id, **more)


def modal(*blocks: Json, title: str = "A form", **more: Any) -> Json:
    view = {"type": "modal", "title": plain(title), "submit": plain("Save"), "close": plain("Cancel")}
    return {**view, "blocks": list(blocks) or [words_field()], **more}


def home(*blocks: Json, **more: Any) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}
