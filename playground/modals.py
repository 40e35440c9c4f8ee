"""Filling in, submitting and closing what stands open before one person."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, Final

from playground import addressing, finding
from playground.blocks import Placed, elements
from playground.fields import REMEMBERS, answer, current
from playground.finding import Use
from playground.forms import as_file
from playground.methods.files import new_file
from playground.model import View
from playground.refusals import NotThere, OperationTimeout
from playground.screen import Screen
from playground.shapes import Json
from playground.world import World

_REQUIRED: Final = "Please complete this required field."
_FORMS: Final = {
    "email_text_input": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "Please enter a valid email address."),
    "url_text_input": (re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE), "Please enter a valid URL."),
}
"""What an address looks like; Slack's own words for one that does not are not documented."""


class Modals:
    """One person's forms. What Slack checks before it tells the app is checked here too."""

    def __init__(self, world: World, screen: Screen, person: str) -> None:
        self._world = world
        self._screen = screen
        self._person = person

    async def fill(self, given: Mapping[str, Any]) -> None:
        """By label, action_id or block_id; options by their words; files as {name: content}."""
        view = self._screen.form
        for name, value in given.items():
            placed = self._put(view, name, value)
            if placed.block["type"] != "input" or placed.block.get("dispatch_action"):
                use = Use(surface=view, placed=placed, held=view.filled[placed.spot])
                await self._world.interactions.used(self._person, use)
        self._world.workspace.touch()

    def put(self, given: Mapping[str, Any]) -> None:
        """The same without a word to the app."""
        for name, value in given.items():
            self._put(self._screen.form, name, value)
        self._world.workspace.touch()

    async def submit(self) -> None:
        """Errors, Slack's own or the app's, end up beside the view; else the app decides what comes next."""
        view = self._open()
        view.errors = dict(_missing(view))
        self._world.workspace.touch()
        if not view.errors:
            ack = await self._world.interactions.submitted(view)
            self._world.screens.submitted(view, ack.payload)

    async def close(self) -> None:
        """The app hears of it where the view says notify_on_close; nobody waits for its answer."""
        view = self._open()
        closed = self._world.screens.close(view)
        for each in reversed(closed):
            await self._tell_of_close(each, cleared=len(closed) > 1)

    async def close_all(self) -> None:
        """The app hears of each view that says notify_on_close, with is_cleared.

        https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
        """
        for each in reversed(self._world.screens.clear(self._open().person)):
            await self._tell_of_close(each, cleared=True)

    async def _tell_of_close(self, view: View, *, cleared: bool) -> None:
        if view.given.get("notify_on_close"):
            with suppress(OperationTimeout):
                await self._world.interactions.closed(view, cleared=cleared)

    def _put(self, view: View, name: str, value: Any) -> Placed:
        placed = finding.field(view, name)
        view.filled[placed.spot] = self._held(view, placed, value)
        view.errors.pop(placed.block["block_id"], None)
        return placed

    def _open(self) -> View:
        if self._screen.modal is None:
            raise NotThere("no modal is open")
        return self._screen.modal

    def _held(self, view: View, placed: Placed, value: Any) -> Json:
        if placed.element["type"] == "file_input" and isinstance(value, Mapping):
            value = [self._uploaded(name, content) for name, content in value.items()]
        return answer(finding.offering(view, placed), value, partial(addressing.to_id, self._world.workspace))

    def _uploaded(self, name: str, content: bytes) -> Json:
        file = new_file(self._world.workspace, self._world.address.http, name=name, owner=self._person)
        file.content, file.size = content, len(content)
        return as_file(file)


def _missing(view: View) -> Iterator[tuple[str, str]]:
    """What a person's Slack refuses to send, in Slack's words as far as they are known."""
    for placed in elements(view.given["blocks"]):
        if placed.block["type"] == "input" and placed.element["type"] in REMEMBERS:
            held = current(placed.element, view.filled.get(placed.spot))
            if reason := _complaint(placed, held):
                yield placed.block["block_id"], reason


def _complaint(placed: Placed, held: Any) -> str | None:
    if not held:
        return None if placed.block.get("optional") else _REQUIRED
    if isinstance(held, str):
        return (
            _wrong_number(placed.element, held)
            or _wrong_form(placed.element, held)
            or _wrong_length(placed.element, held)
        )
    return None


def _wrong_form(element: Json, held: str) -> str | None:
    form, complaint = _FORMS.get(element["type"], (None, ""))
    return complaint if form and not form.fullmatch(held) else None


def _wrong_length(element: Json, held: str) -> str | None:
    if len(held) < element.get("min_length", 0):
        return f"This entry needs to be at least {element['min_length']} characters."
    if "max_length" in element and len(held) > element["max_length"]:
        return f"This entry can have {element['max_length']} characters at most."
    return None


def _wrong_number(element: Json, held: str) -> str | None:
    if element["type"] != "number_input":
        return None
    try:
        number = float(held) if element.get("is_decimal_allowed") else int(held)
    except ValueError:
        return "Please enter a number."
    least, most = element.get("min_value"), element.get("max_value")
    if (least is not None and number < float(least)) or (most is not None and number > float(most)):
        return f"Please enter a number from {least} to {most}."
    return None
