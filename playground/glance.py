"""What one page shows of one person's screen, and what has changed there since it was last told."""

from collections.abc import Mapping
from typing import Any, Final

from playground.model import Conversation, Message
from playground.people import Person
from playground.shapes import Json
from playground.shown import as_message, as_person, as_summary, newest_of, thread_of
from playground.workspace import Workspace

_NEWEST: Final = 100
_MOST: Final = 10_000


class Glance:
    """Remembers what was told. Messages are told by their revision: one that has not changed costs a comparison."""

    def __init__(self, workspace: Workspace, people: Mapping[str, Person], person: Person) -> None:
        self.person = person
        self._workspace = workspace
        self._people = people
        self._told: dict[str, Any] = {}
        self._look: Json = {}
        self._open = _Messages(workspace, person.id)
        self._thread = _Messages(workspace, person.id)

    def turn(self, look: Json) -> None:
        """The page turned to something else, and dropped what it had of the rest."""
        if look.get("channel") != self._look.get("channel"):
            self._open.forget()
            self._told.pop("open", None)
        if (look.get("channel"), look.get("thread")) != (self._look.get("channel"), self._look.get("thread")):
            self._thread.forget()
            self._told.pop("thread", None)
        self._look = look

    def changes(self) -> Json:
        look = self._look
        conversation = self._conversation(look.get("channel"))
        return {
            "version": self._workspace.version,
            "person": self.person.id,
            **self._if_new("people", [as_person(each.member, each.dm) for each in self._people.values()]),
            **self._if_new("conversations", self._summaries()),
            **self._if_new("open", self._opened(conversation, look)),
            **self._if_new("thread", self._threaded(conversation, look)),
            **self._if_new("home", self.person.home),
            **self._viewed(),
        }

    def _summaries(self) -> list[Json]:
        member = self.person.member
        return [as_summary(self._workspace, each, member) for each in self.person.screen.conversations()]

    def _viewed(self) -> Json:
        view, errors, depth = self.person.view, self.person.view_errors, self.person.screen.depth
        told = {"view": view, "view_errors": errors, "view_depth": depth}
        return told if self._if_new("view", told) else {}

    def _opened(self, conversation: Conversation | None, look: Json) -> Json | None:
        if conversation is None:
            return None
        wanted = look.get("newest")
        count = min(wanted, _MOST) if isinstance(wanted, int) and wanted > 0 else _NEWEST
        newest = newest_of(conversation, self.person.id, count)
        earlier = sum(each.ts not in conversation.deleted for each in newest) == count
        return {"channel": conversation.id, "earlier": earlier, **self._open.changes(conversation, newest)}

    def _threaded(self, conversation: Conversation | None, look: Json) -> Json | None:
        ts = look.get("thread")
        messages = thread_of(conversation, str(ts)) if conversation and ts else []
        if conversation is None or not messages:
            return None
        return {"ts": ts, **self._thread.changes(conversation, messages)}

    def _conversation(self, channel: object) -> Conversation | None:
        conversation = self._workspace.conversations.get(str(channel))
        return conversation if conversation and self.person.id in conversation.members else None

    def _if_new(self, name: str, value: Any) -> Json:
        """Kept as it is told, so that the next look can compare; `messages` lists changes and is never the same."""
        news = isinstance(value, dict) and bool(value.get("messages"))
        if not news and name in self._told and self._told[name] == value:
            return {}
        self._told[name] = {**value, "messages": []} if news else value
        return {name: value}


class _Messages:
    """The messages of one conversation or thread that the page has, each with the revision it has it in."""

    def __init__(self, workspace: Workspace, person: str) -> None:
        self._workspace = workspace
        self._person = person
        self._has: dict[str, int] = {}

    def forget(self) -> None:
        self._has = {}

    def changes(self, conversation: Conversation, messages: list[Message]) -> Json:
        known, self._has = self._has, {each.ts: each.revision for each in messages}
        news = [each for each in messages if known.get(each.ts) != each.revision]
        return {
            "order": [each.ts for each in messages],
            "messages": [as_message(self._workspace, conversation, each, self._person) for each in news],
        }
