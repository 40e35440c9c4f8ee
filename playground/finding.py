"""Finding on a person's screen what they want to use, by the words an eye reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from playground.blocks import Placed, elements, label, options
from playground.fields import REMEMBERS, Directory, answer
from playground.model import Message, Spot, View
from playground.refusals import NotThere
from playground.shapes import Blocks, Json

Surface: TypeAlias = Message | View

_PRESSED: Final = ("button", "workflow_button")


@dataclass(frozen=True, kw_only=True)
class Use:
    """One use of one element: where, and what the element then holds."""

    surface: Surface
    placed: Placed
    held: Json


def blocks_of(surface: Surface) -> Blocks:
    return surface.blocks if isinstance(surface, Message) else surface.given["blocks"]


def button(surfaces: Iterator[Surface], wanted: str | Spot, *, nth: int) -> Use:
    """The nth such button (from 0) of the first surface that has one."""
    return _first(surfaces, lambda surface: _buttons(surface, wanted), nth, wanted)


def choice(surfaces: Iterator[Surface], wanted: Any, directory: Directory, *, spot: Spot | None, nth: int) -> Use:
    """The nth menu that offers this, of the first surface that has one."""
    return _first(surfaces, lambda surface: _choices(surface, wanted, directory, spot), nth, wanted)


def field(view: View, wanted: str) -> Placed:
    """An input of a view: by its label, its action_id or its block_id."""
    names: list[Callable[[Placed], str]] = [
        lambda placed: label(placed.block.get("label")),
        lambda placed: str(placed.element.get("action_id")),
        lambda placed: str(placed.block["block_id"]),
    ]
    usable = [placed for placed in elements(view.given["blocks"]) if placed.element["type"] in REMEMBERS]
    for name in names:
        if found := next((placed for placed in usable if name(placed) == wanted), None):
            return found
    offered = ", ".join(repr(label(placed.block.get("label")) or placed.element["action_id"]) for placed in usable)
    raise NotThere(f"no field {wanted!r}; the view has {offered or 'none'}")


def menu(surfaces: Iterator[Surface], spot: Spot) -> tuple[Surface, Placed]:
    """A menu that asks the app for its options."""
    for surface in surfaces:
        for placed in elements(blocks_of(surface)):
            if placed.spot == spot and placed.element["type"].endswith("external_select"):
                return surface, placed
    raise NotThere(f"no menu at {spot} asks the app for its options")


def offering(surface: Surface, placed: Placed) -> Json:
    """An element with all that may be chosen in it: of a menu that asks the app, what the app has named so far."""
    element = placed.element
    if not element["type"].endswith("external_select"):
        return element
    initial = [
        *element.get("initial_options", []),
        *([element["initial_option"]] if "initial_option" in element else []),
    ]
    return {**element, "options": [*surface.offered.get(placed.spot, []), *initial]}


def usable(surface: Surface) -> list[str]:
    """The words of everything that can be pressed or chosen."""
    words: list[str] = []
    for placed in elements(blocks_of(surface)):
        if placed.element["type"] in _PRESSED:
            words.append(label(placed.element["text"]))
        words.extend(label(each["text"]) for each in options(placed.element))
    return words


def _first(surfaces: Iterator[Surface], uses: Callable[[Surface], list[Use]], nth: int, wanted: object) -> Use:
    offered: list[str] = []
    for surface in surfaces:
        found = uses(surface)
        if len(found) > nth:
            return found[nth]
        offered.extend(usable(surface))
    there = ", ".join(dict.fromkeys(map(repr, offered)))
    raise NotThere(f"nothing to use as {wanted!r} (number {nth}); there is {there or 'nothing'}")


def _buttons(surface: Surface, wanted: str | Spot) -> list[Use]:
    """By its spot also one that stood there a moment ago: Slack delivers what was pressed, whatever it shows now."""
    found = [
        Use(surface=surface, placed=placed, held={})
        for placed in _pressed(blocks_of(surface))
        if wanted in (label(placed.element["text"]), placed.spot)
    ]
    if found or not isinstance(surface, Message):
        return found
    return [Use(surface=surface, placed=each, held={}) for each in _pressed(surface.before) if each.spot == wanted]


def _pressed(blocks: Blocks) -> list[Placed]:
    return [placed for placed in elements(blocks) if placed.element["type"] in _PRESSED]


def _choices(surface: Surface, wanted: Any, directory: Directory, spot: Spot | None) -> list[Use]:
    found = []
    for placed in elements(blocks_of(surface)):
        if spot is None or placed.spot == spot:
            held = _held(offering(surface, placed), wanted, directory, named=spot is not None)
            found.extend([Use(surface=surface, placed=placed, held=held)] if held else [])
    return found


def _held(element: Json, wanted: Any, directory: Directory, *, named: bool) -> Json | None:
    """What the element would hold if it offers this; `named` where this very element is meant."""
    if element["type"] == "overflow":
        fitting = [each for each in options(element) if wanted in (label(each["text"]), each.get("value"))]
        return {"selected_option": fitting[0]} if fitting else None
    if element["type"] not in REMEMBERS or (isinstance(wanted, str) and not named and not _takes_words(element)):
        return None
    try:
        return answer(element, wanted, directory)
    except (NotThere, AttributeError, TypeError):
        return None


def _takes_words(element: Json) -> bool:
    """Words choose an option, or a day or a time where they are written as one; they are never typed here."""
    return "options" in element or "option_groups" in element or element["type"].endswith("picker")
