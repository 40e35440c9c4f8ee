"""What holds for a message or a view as a whole: counts, totals, ids that may not repeat, what may be shown where."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from playground.block_rules.blocks import BLOCKS
from playground.block_rules.rules import Items, said

Surface = Literal["message", "modal", "home"]

# https://docs.slack.dev/block-kit: up to 50 blocks in each message, and 100 in modals or Home tabs
MOST_BLOCKS: Final[Mapping[Surface, int]] = {"message": 50, "modal": 100, "home": 100}

_MESSAGE: Final[frozenset[Surface]] = frozenset({"message"})
_MODAL: Final[frozenset[Surface]] = frozenset({"modal"})
_VIEWS: Final[frozenset[Surface]] = frozenset({"modal", "home"})

# Types that are not at home everywhere. Elements: the surfaces column of
# https://docs.slack.dev/reference/block-kit/block-elements. Blocks: the page of each, under …/blocks/; a table is
# described there for chat.postMessage only.
SURFACES: Final[Mapping[str, frozenset[Surface]]] = {
    "markdown": _MESSAGE,
    "table": _MESSAGE,
    "data_table": _MESSAGE,
    "data_visualization": _MESSAGE,
    "file": _MESSAGE,
    "file_input": _MODAL,
    "email_text_input": _MODAL,
    "number_input": _VIEWS,
    "url_text_input": _VIEWS,
    "rich_text_input": _VIEWS,
    "datetimepicker": frozenset({"message", "modal"}),
}

# https://docs.slack.dev/reference/block-kit/blocks/table-block (a second one: invalid_attachments)
# https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
MOST_OF_A_KIND: Final[Mapping[str, int]] = {"table": 1, "data_visualization": 2}

# https://docs.slack.dev/reference/block-kit/blocks/markdown-block: cumulative, in a single payload
MARKDOWN_MOST: Final = 12_000
# https://docs.slack.dev/reference/block-kit/blocks/table-block: across all cells of all tables of a message
CELLS_MOST: Final = 10_000

_Placed = tuple[str, Mapping[str, object]]


def all_refusals(blocks: object, surface: Surface, at: str) -> Iterator[str]:
    """What Slack would refuse in these blocks, with pointers that start with `at`."""
    yield from Items(of=BLOCKS, most=MOST_BLOCKS[surface], least=0).refusals(blocks, at)
    if not isinstance(blocks, list):
        return
    placed = [(f"{at}/{place}", block) for place, block in enumerate(blocks) if isinstance(block, dict)]
    within = [_walk(block, where) for where, block in placed]
    parts = [part for parts in within for part in parts]
    yield from _homeless(parts, surface)
    yield from _repeated(placed, "block_id")
    for each in within:
        yield from _repeated(each, "action_id")
    yield from _focused_twice(parts)
    yield from _misfits(parts)
    yield from _too_many(placed, at)


def _walk(value: object, at: str) -> list[_Placed]:
    """Every object in it, the outer ones first."""
    found: list[_Placed] = []
    _gather(value, at, found)
    return found


def _gather(value: object, at: str, found: list[_Placed]) -> None:
    parts: Iterable[tuple[object, object]] = ()
    if isinstance(value, dict):
        found.append((at, value))
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    for name, part in parts:
        if isinstance(part, dict | list):
            _gather(part, f"{at}/{name}", found)


def _homeless(parts: Iterable[_Placed], surface: Surface) -> Iterator[str]:
    for at, part in parts:
        kind = part.get("type")
        if isinstance(kind, str) and surface not in SURFACES.get(kind, {surface}):
            yield said(f"unsupported type: {kind}", f"{at}/type")


def _repeated(parts: Iterable[_Placed], name: str) -> Iterator[str]:
    """An id may stand once: https://docs.slack.dev/reference/block-kit/blocks/actions-block"""
    seen: set[str] = set()
    for at, part in parts:
        value = part.get(name)
        if not isinstance(value, str):
            continue
        if value in seen:
            yield said(f'`{name}` "{value}" already exists', f"{at}/{name}")
        seen.add(value)


def _focused_twice(parts: Iterable[_Placed]) -> Iterator[str]:
    focused = [at for at, part in parts if part.get("focus_on_load") is True]
    yield from (said("only one element can set `focus_on_load`", f"{at}/focus_on_load") for at in focused[1:])


def _misfits(parts: Iterable[_Placed]) -> Iterator[str]:
    """Fields that contradict each other.

    What is chosen at first must be among the options (select-menu-element); a file input cannot dispatch (input-block).
    """
    for at, part in parts:
        offered = _offered(part)
        for name in ("initial_option", "initial_options"):
            chosen = part.get(name)
            for option in chosen if isinstance(chosen, list) else [chosen]:
                if option is not None and offered and option not in offered:
                    yield said(f"`{name}` must match one of the options", f"{at}/{name}")
        element = part.get("element")
        if part.get("dispatch_action") is True and isinstance(element, dict) and element.get("type") == "file_input":
            yield said("unsupported type: file_input", f"{at}/element/type")


def _offered(part: Mapping[str, object]) -> list[object]:
    groups = part.get("option_groups")
    menus = [part, *(groups if isinstance(groups, list) else [])]
    lists = [menu.get("options") for menu in menus if isinstance(menu, dict)]
    return [option for options in lists if isinstance(options, list) for option in options]


def _too_many(placed: Iterable[_Placed], at: str) -> Iterator[str]:
    """What is counted over the whole payload."""
    blocks = [block for _, block in placed]
    for kind, most in MOST_OF_A_KIND.items():
        if sum(block.get("type") == kind for block in blocks) > most:
            yield said(f"no more than {most} {kind} blocks allowed", at)
    markdown = [block for block in blocks if block.get("type") == "markdown"]
    if sum(len(str(block.get("text", ""))) for block in markdown) > MARKDOWN_MOST:
        yield said(f"markdown blocks must be less than {MARKDOWN_MOST + 1} characters in total", at)
    tables = [block.get("rows") for block in blocks if block.get("type") in ("table", "data_table")]
    words = [part.get("text") for rows in tables for _, part in _walk(rows, at)]
    if sum(len(word) for word in words if isinstance(word, str)) > CELLS_MOST:
        yield said(f"table cells must be less than {CELLS_MOST + 1} characters in total", at)
