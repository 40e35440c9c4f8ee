"""Blocks as an eye meets them: one line of text for each thing that is read or can be pressed."""

from collections.abc import Iterator, Sequence
from typing import Any

from handlers import views
from handlers.views import Block, Form, Rendered


def read(rendered: Rendered) -> list[str]:
    """The notification first."""
    return [f"(( {rendered.text} ))", *lines(rendered.blocks)]


def read_modal(view: Block) -> list[str]:
    frame: dict[str, Any] = view
    foot = [f"[{frame[name]['text']}]" for name in ("submit", "close") if name in frame]
    return [f"== {frame['title']['text']} ==", *lines(frame["blocks"]), " ".join(foot)]


def blocks(form: Form) -> list[dict[str, Any]]:
    view: dict[str, Any] = views.modal(form)
    found: list[dict[str, Any]] = view["blocks"]
    return found


def block(form: Form, block_id: str) -> dict[str, Any]:
    return next(each for each in blocks(form) if each.get("block_id") == block_id)


def lines(blocks: Sequence[Block]) -> list[str]:
    return [line for block in blocks for line in _block(block)]


def _block(block: dict[str, Any]) -> Iterator[str]:
    match block["type"]:
        case "section":
            yield from block["text"]["text"].split("\n")
            if "accessory" in block:
                yield _element(block["accessory"])
        case "context":
            for element in block["elements"]:
                yield from (f"~ {line}" for line in element["text"].split("\n"))
        case "actions":
            yield " ".join(_element(element) for element in block["elements"])
        case "input":
            yield f"{block['label']['text']}: {_element(block['element'])}"
            if "hint" in block:
                yield f"~ {block['hint']['text']}"
        case "rich_text":
            for part in block["elements"]:
                yield "> " + "".join(element["text"] for element in part["elements"])


def _element(element: dict[str, Any]) -> str:
    match element["type"]:
        case "button":
            return f"[{element['text']['text']}]"
        case "plain_text_input":
            return f"|{element.get('initial_value', '')}|"
        case "timepicker":
            return str(element["initial_time"])
        case "datepicker":
            return str(element.get("initial_date", "<day>"))
        case "users_select" | "multi_users_select" | "conversations_select":
            return f"<{element.get('initial_user', 'people')}>"
        case _:
            return f"<{' / '.join(_option(option, element) for option in element['options'])}>"


def _option(option: dict[str, Any], element: dict[str, Any]) -> str:
    chosen = option == element.get("initial_option") or option in element.get("initial_options", [])
    return ("✓ " if chosen else "") + str(option["text"]["text"])
