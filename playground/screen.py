"""What one person sees: their messages, the open modal, their Home."""

import heapq
from collections.abc import Iterator
from typing import TypeAlias

from playground.finding import Surface
from playground.forms import as_view
from playground.model import Conversation, Member, Message, View
from playground.mrkdwn import Reader
from playground.plain import plain_view
from playground.refusals import NotThere
from playground.screens import Screens
from playground.seen import Seen, seen
from playground.shapes import Json
from playground.workspace import Workspace

Which: TypeAlias = Seen | str | tuple[str, str]
"""A message: as it was seen, its ts, or its conversation and its ts."""


class Screen:
    """Reads only."""

    def __init__(self, workspace: Workspace, screens: Screens, member: Member) -> None:
        self._workspace = workspace
        self._screens = screens
        self._member = member

    @property
    def reader(self) -> Reader:
        return Reader(tz=self._member.tz, locale=self._member.locale, now=self._workspace.clock.now(), name=self._name)

    def conversations(self) -> list[Conversation]:
        return list(self._workspace.conversations_of(self._member.id))

    def messages(self, channel: str | None = None, *, newest: int | None = None) -> list[Seen]:
        """Oldest first, over all conversations or in one; `newest` keeps only so many of them."""
        found: list[Message] = []
        for message in self.newest_first(channel):
            if newest is not None and len(found) == newest:
                break
            found.append(message)
        reader = self.reader
        return [self._seen(each, reader) for each in reversed(found)]

    def since(self, order: int, channel: str) -> list[Seen]:
        """What came into a conversation for this person's eyes only, after that place."""
        found = []
        for message in self.newest_first(channel):
            if message.order <= order:
                break
            if message.ephemeral_to:
                found.append(message)
        return [self._seen(each, self.reader) for each in reversed(found)]

    def newest_first(self, channel: str | None = None) -> Iterator[Message]:
        mine = [each for each in self.conversations() if channel in (None, each.id)]
        return heapq.merge(*(self._visible(each) for each in mine), key=lambda each: each.order, reverse=True)

    def message(self, which: Which) -> Message:
        """A ts alone may be in several conversations: the newest message that has it is meant."""
        channel, ts = _place(which)
        found = [
            each.messages[ts]
            for each in self.conversations()
            if channel in (None, each.id) and ts in each.messages and self._may_see(each.messages[ts])
        ]
        if not found:
            raise NotThere(f"{self._member.name} sees no message {ts} in {channel or 'any conversation'}")
        return max(found, key=lambda each: each.order)

    def surfaces(self) -> Iterator[Surface]:
        """Where a person looks for something to use: the open modal, the messages from the newest, the Home."""
        if modal := self.modal:
            yield modal
        yield from self.newest_first()
        if home := self._screens.homes.get(self._member.id):
            yield home

    @property
    def modal(self) -> View | None:
        return self._screens.top(self._member.id)

    def open_view(self, view_id: str) -> View:
        """The modal on top or the Home, by its id."""
        for view in (self.modal, self.published_home()):
            if view and view.id == view_id:
                return view
        raise NotThere(f"{self._member.name} has no view {view_id} open")

    @property
    def form(self) -> View:
        """Whatever can be filled: the open modal, else the Home."""
        view = self.modal or self._screens.homes.get(self._member.id)
        if view is None:
            raise NotThere(f"{self._member.name} has no modal and no Home open")
        return view

    @property
    def view(self) -> Json | None:
        return as_view(self._workspace, self.modal) if self.modal else None

    @property
    def home(self) -> Json | None:
        home = self._screens.homes.get(self._member.id)
        return as_view(self._workspace, home) if home else None

    def plain(self, view: View | None) -> str:
        return plain_view(view.given, self.reader, view.filled) if view else ""

    @property
    def depth(self) -> int:
        """How many modals lie on one another."""
        return len(self._screens.stacks[self._member.id])

    def published_home(self) -> View | None:
        return self._screens.homes.get(self._member.id)

    def _visible(self, conversation: Conversation) -> Iterator[Message]:
        for message in reversed(conversation.messages.values()):
            if self._may_see(message):
                yield message

    def _may_see(self, message: Message) -> bool:
        return message.ephemeral_to in (None, self._member.id)

    def _seen(self, message: Message, reader: Reader) -> Seen:
        titles = tuple(self._workspace.files[each].title for each in message.files)
        return seen(message, titles=titles, person=self._member.id, reader=reader)

    def _name(self, wanted: str) -> str:
        workspace = self._workspace
        if wanted in workspace.members:
            return workspace.members[wanted].name
        return workspace.conversations[wanted].name if wanted in workspace.conversations else ""


def _place(which: Which) -> tuple[str | None, str]:
    if isinstance(which, Seen):
        return which.channel, which.ts
    return (None, which) if isinstance(which, str) else which
