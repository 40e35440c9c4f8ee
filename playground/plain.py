"""What an eye reads on the screen, line by line: blocks, messages and views as plain text."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from playground.blocks import label, options
from playground.fields import REMEMBERS, current
from playground.model import Filled
from playground.mrkdwn import Reader, on_date, read
from playground.shapes import Blocks, Json


def plain_blocks(blocks: Blocks, reader: Reader, filled: Filled | None = None) -> str:
    """Each block on lines of its own; `filled` is what the reader put into its elements."""
    lines = [line for block in blocks for line in _block(block, reader, filled or {})]
    return "\n".join(lines)


def plain_view(view: Json, reader: Reader, filled: Filled | None = None) -> str:
    """A modal with its title above and its buttons below, or a Home."""
    parts = [plain_blocks(view.get("blocks", []), reader, filled)]
    if view.get("type") == "modal":
        buttons = [f"[{label(view[name])}]" for name in ("close", "submit") if view.get(name)]
        parts = [f"# {label(view.get('title'))}", *parts, " ".join(buttons)]
    return "\n".join(part for part in parts if part)


def _block(block: Json, reader: Reader, filled: Filled) -> Iterator[str]:
    show = _BLOCKS.get(block.get("type", ""))
    yield from show(block, reader, filled) if show else [f"({block.get('type')})"]


def _section(block: Json, reader: Reader, filled: Filled) -> Iterator[str]:
    if "text" in block:
        yield _text(block["text"], reader)
    yield from (_text(each, reader) for each in block.get("fields", []))
    if "accessory" in block:
        yield _element(block, block["accessory"], filled)


def _header(block: Json, reader: Reader, _: Filled) -> Iterator[str]:
    yield _text(block["text"], reader)


def _divider(*_: object) -> Iterator[str]:
    yield "---"


def _context(block: Json, reader: Reader, _: Filled) -> Iterator[str]:
    yield " ".join(
        f"({each['alt_text']})" if each["type"] == "image" else _text(each, reader) for each in block["elements"]
    )


def _actions(block: Json, _: Reader, filled: Filled) -> Iterator[str]:
    yield " ".join(_element(block, each, filled) for each in block["elements"])


def _input(block: Json, reader: Reader, filled: Filled) -> Iterator[str]:
    name = f"{label(block['label'])} (optional)" if block.get("optional") else label(block["label"])
    yield f"{name}: {_element(block, block['element'], filled)}"
    if "hint" in block:
        yield _text(block["hint"], reader)


def _image(block: Json, reader: Reader, _: Filled) -> Iterator[str]:
    yield f"(image: {_text(block['title'], reader) if 'title' in block else block['alt_text']})"


def _markdown(block: Json, *_: object) -> Iterator[str]:
    yield block["text"]


def _table(block: Json, reader: Reader, _: Filled) -> Iterator[str]:
    if "caption" in block:
        yield block["caption"]
    for row in block["rows"]:
        yield " | ".join(_cell(cell, reader) for cell in row)


def _cell(cell: Json, reader: Reader) -> str:
    return " ".join(_rich(cell, reader)) if cell["type"] == "rich_text" else str(cell.get("text", ""))


def _chart(block: Json, *_: object) -> Iterator[str]:
    yield f"(chart: {block.get('title', '')})"


def _file(block: Json, *_: object) -> Iterator[str]:
    yield f"(file: {block.get('external_id', '')})"


def _rich(block: Json, reader: Reader, _: Filled | None = None) -> Iterator[str]:
    for part in block["elements"]:
        match part["type"]:
            case "rich_text_list":
                yield from _rich_list(part, reader)
            case "rich_text_quote":
                yield from (f"> {line}" for line in _inline(part, reader).split("\n"))
            case _:
                yield _inline(part, reader)


def _rich_list(part: Json, reader: Reader) -> Iterator[str]:
    ordered = part.get("style") == "ordered"
    for number, item in enumerate(part["elements"], start=1 + part.get("offset", 0)):
        mark = f"{number}." if ordered else "•"
        yield f"{'  ' * part.get('indent', 0)}{mark} {_inline(item, reader)}"


def _inline(part: Json, reader: Reader) -> str:
    return "".join(_word(each, reader) for each in part["elements"])


def _word(word: Json, reader: Reader) -> str:
    match word["type"]:
        case "user":
            return f"@{reader.name(word['user_id'])}"
        case "channel":
            return f"#{reader.name(word['channel_id'])}"
        case "usergroup":
            return f"@{word['usergroup_id']}"
        case "broadcast":
            return f"@{word['range']}"
        case "emoji":
            return f":{word['name']}:"
        case "link":
            return str(word.get("text") or word["url"])
        case "date":
            return on_date(word, reader)
        case _:
            return str(word.get("text", ""))


def _text(thing: Json, reader: Reader) -> str:
    return read(thing["text"], reader) if thing["type"] == "mrkdwn" else str(thing["text"])


def _element(block: Json, element: Json, filled: Filled) -> str:
    kind = element["type"]
    if kind == "image":
        return f"(image: {element['alt_text']})"
    if kind == "overflow":
        return f"[… {' | '.join(label(each['text']) for each in options(element))}]"
    if kind not in REMEMBERS:
        return f"[{label(element.get('text'))}]"
    held = current(element, filled.get((block["block_id"], element["action_id"])))
    if kind in ("checkboxes", "radio_buttons"):
        return _ticks(element, held)
    if kind.endswith("_select"):
        return _menu(element, held)
    return _written(kind, held)


def _ticks(element: Json, held: Any) -> str:
    chosen = [each["value"] for each in (held if isinstance(held, list) else [held]) if each]
    on, off = ("[x]", "[ ]") if element["type"] == "checkboxes" else ("(•)", "( )")
    return " ".join(f"{on if each['value'] in chosen else off} {label(each['text'])}" for each in options(element))


def _menu(element: Json, held: Any) -> str:
    chosen = ", ".join(_choice(each) for each in (held if isinstance(held, list) else [held]) if each)
    offered = " | ".join(label(each["text"]) for each in options(element))
    shown = chosen or label(element.get("placeholder"))
    return f"[▾ {': '.join(part for part in (shown, offered) if part)}]"


def _choice(held: Any) -> str:
    return label(held["text"]) if isinstance(held, dict) else str(held)


def _written(kind: str, held: Any) -> str:
    if not held:
        return "____"
    if kind == "file_input":
        return ", ".join(each["name"] for each in held)
    if kind == "rich_text_input":
        return " ".join("".join(_text_of(part)) for part in held["elements"])
    if kind == "datetimepicker":
        return datetime.fromtimestamp(held, UTC).isoformat(sep=" ", timespec="minutes")
    return str(held)


def _text_of(part: Json) -> Iterator[str]:
    return (str(each.get("text", "")) for each in part["elements"])


_BLOCKS: Final[Mapping[str, Callable[[Json, Reader, Filled], Iterator[str]]]] = {
    "section": _section,
    "header": _header,
    "divider": _divider,
    "context": _context,
    "actions": _actions,
    "context_actions": _actions,
    "input": _input,
    "image": _image,
    "markdown": _markdown,
    "table": _table,
    "data_table": _table,
    "data_visualization": _chart,
    "file": _file,
    "rich_text": _rich,
}
