"""What stands open before each person: a stack of modals, and their Home.

https://docs.slack.dev/surfaces/modals
"""

from collections import defaultdict
from typing import Final, Literal

from playground.block_rules import is_too_large, view_refusals
from playground.blocks import dress
from playground.ids import Ids
from playground.model import View
from playground.refusals import Refused, Trouble, invalid_arguments
from playground.shapes import Json
from playground.workspace import Workspace

DEEPEST: Final = 3
"""Views in one stack: https://docs.slack.dev/surfaces/modals"""

TROUBLE: Final = "We had some trouble connecting. Try again?"


class Screens:
    """Opens, changes and closes views, and refuses as Slack does."""

    def __init__(self, workspace: Workspace) -> None:
        self.stacks: defaultdict[str, list[View]] = defaultdict(list)
        self.homes: dict[str, View] = {}
        self._workspace = workspace
        self._ids: Ids = workspace.ids
        self._by_id: dict[str, View] = {}

    def top(self, person: str) -> View | None:
        return self.stacks[person][-1] if self.stacks[person] else None

    def find(self, view_id: str = "", external_id: str = "") -> View:
        """An open view or a Home by either of its ids."""
        if view_id in self._by_id:
            return self._by_id[view_id]
        for view in self._by_id.values():
            if external_id and view.given.get("external_id") == external_id:
                return view
        raise Refused("not_found")

    def open(self, person: str, given: Json) -> View:
        """A new stack; one that stood open gives way (not documented)."""
        self._check(given, "modal")
        self.clear(person)
        return self._put_on_top(person, given)

    def push(self, person: str, given: Json) -> View:
        if not self.stacks[person]:
            raise Refused("not_found")
        if len(self.stacks[person]) >= DEEPEST:
            raise Refused("push_limit_reached")
        self._check(given, "modal")
        return self._put_on_top(person, given)

    def update(self, view: View, given: Json, *, expected: str | None = None) -> View:
        """What the person put in stays where block_id and action_id stay; `expected` is the hash the app knows."""
        if expected and expected != view.hash:
            raise Refused("hash_conflict")
        self._check(given, view.given["type"], instead_of=view)
        view.given = self._dressed(given)
        view.hash = self._hash()
        view.errors = {}
        self._workspace.touch()
        return view

    def publish(self, person: str, given: Json, *, expected: str | None = None) -> View:
        home = self.homes.get(person)
        if home:
            return self.update(home, given, expected=expected)
        if expected:
            raise Refused("hash_conflict")
        self._check(given, "home")
        self.homes[person] = self._new(person, given)
        return self.homes[person]

    def close(self, view: View) -> list[View]:
        """Take a view away, with all of its stack where it says clear_on_close; returns what closed."""
        stack = self.stacks[view.person]
        closed = list(stack) if view.given.get("clear_on_close") else [view]
        self.stacks[view.person] = [each for each in stack if each not in closed]
        self._forget(closed)
        return closed

    def clear(self, person: str) -> list[View]:
        """Take a whole stack away; returns what closed."""
        closed = self.stacks.pop(person, [])
        self._forget(closed)
        return closed

    def submitted(self, view: View, answer: Json | str | None) -> None:
        """Do what the app said in its acknowledgement; nothing said closes the view.

        Raises Trouble where Slack would show the person an error, since the app's answer makes no sense.
        """
        said = answer if isinstance(answer, dict) else {}
        try:
            self._obey(view, said)
        except Refused as refused:
            raise Trouble(f"{TROUBLE} ({refused.error}: {refused.more})") from refused

    def _obey(self, view: View, said: Json) -> None:
        match said.get("response_action"):
            case "errors":
                self._show_errors(view, said.get("errors", {}))
            case "update":
                self.update(view, said.get("view") or {})
            case "push":
                self.push(view.person, said.get("view") or {})
            case "clear":
                self.clear(view.person)
            case None:
                stack = self.stacks[view.person]
                self.stacks[view.person] = [each for each in stack if each is not view]
                self._forget([view])
            case unknown:
                raise Refused(f"unknown response_action {unknown}")

    def _show_errors(self, view: View, errors: dict[str, str]) -> None:
        inputs = {block["block_id"] for block in view.given["blocks"] if block["type"] == "input"}
        if not errors or not errors.keys() <= inputs:
            raise Refused(f"errors for blocks that are no inputs of this view: {sorted(errors.keys() - inputs)}")
        view.errors = dict(errors)
        self._workspace.touch()

    def _put_on_top(self, person: str, given: Json) -> View:
        below = self.top(person)
        view = self._new(person, given)
        view.previous = below.id if below else None
        view.root = below.root if below else view.id
        self.stacks[person].append(view)
        return view

    def _new(self, person: str, given: Json) -> View:
        view_id = self._ids.new("V")
        view = View(id=view_id, person=person, given=self._dressed(given), hash=self._hash(), root=view_id)
        self._by_id[view_id] = view
        self._workspace.touch()
        return view

    def _dressed(self, given: Json) -> Json:
        return {**given, "blocks": dress(given["blocks"], self._ids)}

    def _hash(self) -> str:
        return f"{int(self._workspace.clock.now().timestamp())}.{self._ids.secret()[:8]}"

    def _check(self, given: Json, surface: Literal["modal", "home"], *, instead_of: View | None = None) -> None:
        if is_too_large(given):
            raise Refused("view_too_large")
        if reasons := view_refusals(given):
            raise invalid_arguments(*reasons)
        if given["type"] != surface:
            raise invalid_arguments(f"a {surface} is wanted here [json-pointer:/view/type]")
        external = given.get("external_id")
        if external and any(
            each.given.get("external_id") == external and each is not instead_of for each in self._by_id.values()
        ):
            raise Refused("duplicate_external_id")

    def _forget(self, views: list[View]) -> None:
        for view in views:
            self._by_id.pop(view.id, None)
        self._workspace.touch()
