"""The elements that remember what a person put into them, and `state.values` made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final, TypeVar

from playground.blocks import elements, label, options
from playground.model import Filled
from playground.refusals import NotThere
from playground.shapes import Blocks, Json


@dataclass(frozen=True)
class Memory:
    """How one type of element shows its value: under which key, from which initial, and what it is when empty."""

    key: str
    initial: str
    empty: Any = None


REMEMBERS: Final = {
    "plain_text_input": Memory("value", "initial_value"),
    "email_text_input": Memory("value", "initial_value"),
    "url_text_input": Memory("value", "initial_value"),
    "number_input": Memory("value", "initial_value"),
    "rich_text_input": Memory("rich_text_value", "initial_value"),
    "static_select": Memory("selected_option", "initial_option"),
    "external_select": Memory("selected_option", "initial_option"),
    "users_select": Memory("selected_user", "initial_user"),
    "conversations_select": Memory("selected_conversation", "initial_conversation"),
    "channels_select": Memory("selected_channel", "initial_channel"),
    "multi_static_select": Memory("selected_options", "initial_options", []),
    "multi_external_select": Memory("selected_options", "initial_options", []),
    "multi_users_select": Memory("selected_users", "initial_users", []),
    "multi_conversations_select": Memory("selected_conversations", "initial_conversations", []),
    "multi_channels_select": Memory("selected_channels", "initial_channels", []),
    "checkboxes": Memory("selected_options", "initial_options", []),
    "radio_buttons": Memory("selected_option", "initial_option"),
    "datepicker": Memory("selected_date", "initial_date"),
    "timepicker": Memory("selected_time", "initial_time"),
    "datetimepicker": Memory("selected_date_time", "initial_date_time"),
    "file_input": Memory("files", "", []),
}
"""https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload (state.values)"""

_T = TypeVar("_T")

Directory = Callable[[Any], str]
"""From a person or a conversation, or the name of one, to an id."""


def values(blocks: Blocks, filled: Filled) -> dict[str, dict[str, Json]]:
    """`state.values`: every element that remembers, filled or not."""
    state: dict[str, dict[str, Json]] = {}
    for placed in elements(blocks):
        if placed.element.get("type") in REMEMBERS:
            block, action = placed.spot
            state.setdefault(block, {})[action] = value(placed.element, filled.get(placed.spot))
    return state


def value(element: Json, put: Json | None) -> Json:
    """One entry of `state.values`."""
    memory = REMEMBERS[element["type"]]
    return {"type": element["type"], memory.key: current(element, put)}


def current(element: Json, put: Json | None) -> Any:
    """What the element holds now: what was put there, else what the app began with."""
    memory = REMEMBERS[element["type"]]
    if put is not None:
        return put[memory.key]
    return element.get(memory.initial, memory.empty)


def answer(element: Json, given: Any, directory: Directory) -> Json:
    """What a person gives an element, in Slack's form.

    Options are named by their words or their value. Raises NotThere when the element offers no such thing.
    """
    kind, key = element["type"], REMEMBERS[element["type"]].key
    match kind.removeprefix("multi_"):
        case "static_select" | "external_select" | "radio_buttons" | "checkboxes":
            return {key: _chosen(element, given)}
        case "users_select" | "conversations_select" | "channels_select":
            chosen = [directory(each) for each in _listed(given)]
            return {key: chosen if "multi" in kind else next(iter(chosen), None)}
        case "datepicker" | "timepicker" | "datetimepicker":
            return {key: _when(kind, given)}
        case "rich_text_input":
            return {key: rich_text(str(given))}
        case "file_input":
            return {key: given}
        case _:
            return {key: None if given in (None, "") else str(given)}


def rich_text(words: str) -> Json:
    """Plain words as Slack keeps what is typed: raw, in one rich_text section."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
    return {"type": "rich_text", "elements": [section]}


def _chosen(element: Json, given: Any) -> Any:
    found = [_option(element, each) for each in _listed(given)]
    if REMEMBERS[element["type"]].empty == []:
        return found
    return found[0] if found else None


def _option(element: Json, wanted: Any) -> Json:
    for match in (lambda each: label(each["text"]) == wanted, lambda each: each.get("value") == wanted):
        if found := next(filter(match, options(element)), None):
            return found
    offered = ", ".join(repr(label(each["text"])) for each in options(element))
    raise NotThere(f"no option {wanted!r}; there are {offered}")


def _listed(given: Any) -> list[Any]:
    if given is None:
        return []
    return list(given) if isinstance(given, (list, tuple, set)) else [given]


def _when(kind: str, given: Any) -> str | int | None:
    """A day, a time or a moment, also as it is written; raises NotThere for anything else."""
    if given in (None, ""):
        return None
    try:
        match kind:
            case "datepicker":
                return (date.fromisoformat(given) if isinstance(given, str) else _only(date, given)).isoformat()
            case "timepicker":
                return (time.fromisoformat(given) if isinstance(given, str) else _only(time, given)).strftime("%H:%M")
            case _:
                return given if isinstance(given, int) else int(_only(datetime, given).timestamp())
    except ValueError as unreadable:
        raise NotThere(f"a {kind} takes no {given!r}") from unreadable


def _only(wanted: type[_T], given: object) -> _T:
    if not isinstance(given, wanted):
        raise ValueError(given)
    return given
