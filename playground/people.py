"""What a person can do in Slack."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from playground import addressing, finding, suggestions
from playground.fields import REMEMBERS, rich_text
from playground.finding import Surface, Use
from playground.forms import as_message
from playground.methods.files import new_file
from playground.modals import Modals
from playground.model import Conversation, Kind, Member, Message, Spot
from playground.mrkdwn import Reader
from playground.refusals import NotThere, Refused, Trouble
from playground.screen import Screen, Which
from playground.screens import TROUBLE
from playground.seen import Seen
from playground.shapes import Blocks, Json
from playground.world import World


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a command brought to the person's screen while it ran: oldest first, for their eyes only."""

    seen: tuple[Seen, ...]

    @property
    def text(self) -> str:
        return self.seen[-1].text if self.seen else ""

    @property
    def blocks(self) -> Blocks:
        return self.seen[-1].blocks if self.seen else []

    @property
    def plain(self) -> str:
        return "\n".join(each.plain for each in self.seen)


class Person:
    """One person at their screen. An act returns once the app has acknowledged it, or has failed to.

    An interaction that the app does not acknowledge raises OperationTimeout, since the person sees it; a message
    that it does not acknowledge is sent to it again later, and the person sees nothing.
    """

    def __init__(self, world: World, member: Member) -> None:
        self.id = member.id
        self.member = member
        self._world = world
        self._workspace = world.workspace
        self.screen = Screen(world.workspace, world.screens, member)
        self._modals = Modals(world, self.screen, member.id)

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def dm(self) -> str:
        """The id of the conversation with the app."""
        return self._workspace.direct(self.id).id

    async def posts(
        self,
        words: str,
        *,
        channel: str | None = None,
        thread: Which | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> str:
        """Say something, by default to the app; "@Ana Pereira" becomes a mention. Returns the ts."""
        conversation = self._mine(channel or self.dm)
        self._may_post(conversation)
        message = self._workspace.store(
            conversation,
            author=self.id,
            text=addressing.in_message(self._workspace, words),
            blocks=_typed(self._workspace.ids.block(), words) if words else [],
            thread_ts=self._thread(conversation, thread),
        )
        for name, content in (files or {}).items():
            self._attach(message, name, content)
        await self._world.events.posted(message).wait()
        return message.ts

    async def edits(self, which: Which, words: str) -> None:
        message = self._own(which)
        before = as_message(self._workspace, message)
        message.text = addressing.in_message(self._workspace, words)
        message.blocks = _typed(self._workspace.ids.block(), words)
        message.edited = self._workspace.moment()
        self._workspace.touch(message)
        await self._world.events.changed(message, before).wait()

    async def deletes(self, which: Which) -> None:
        message = self._own(which)
        self._workspace.remove(message)
        await self._world.events.deleted(message).wait()

    async def reacts(self, which: Which, name: str) -> None:
        message = self._acting().screen.message(which)
        users = message.reactions.setdefault(name, [])
        if self.id not in users:
            users.append(self.id)
            self._workspace.touch(message)
            await self._world.events.reacted(message, user=self.id, name=name, event="reaction_added").wait()

    async def unreacts(self, which: Which, name: str) -> None:
        message = self._acting().screen.message(which)
        if self.id not in message.reactions.get(name, []):
            raise NotThere(f"{self.name} has not reacted with {name}")
        message.reactions[name].remove(self.id)
        if not message.reactions[name]:
            del message.reactions[name]
        self._workspace.touch(message)
        await self._world.events.reacted(message, user=self.id, name=name, event="reaction_removed").wait()

    def reads(self, channel: str, ts: str) -> None:
        """Look at a conversation up to this message."""
        conversation = self._mine(channel)
        if ts > self.member.read_up_to.get(conversation.id, ""):
            self.member.read_up_to[conversation.id] = ts
            self._workspace.touch()

    async def clicks(
        self, button: str | Spot, message: Which | None = None, *, view: str | None = None, nth: int = 0
    ) -> None:
        """The newest such button on the screen, or the nth (from 0) of one message or one view."""
        self._acting()
        await self._world.interactions.used(self.id, finding.button(self._where(message, view), button, nth=nth))

    async def chooses(
        self,
        option: Any,
        message: Which | None = None,
        *,
        view: str | None = None,
        spot: Spot | None = None,
        nth: int = 0,
    ) -> None:
        """An option of a menu by its words, or a day, a time or a person that a picker takes."""
        self._acting()
        directory = partial(addressing.to_id, self._workspace)
        use = finding.choice(self._where(message, view), option, directory, spot=spot, nth=nth)
        self._remember(use)
        await self._world.interactions.used(self.id, use)

    def puts(self, value: Any, spot: Spot, message: Which | None = None, *, view: str | None = None) -> None:
        """Fill one element without the app being told; it sees it in the state of the next interaction."""
        self._acting()
        directory = partial(addressing.to_id, self._workspace)
        self._remember(finding.choice(self._where(message, view), value, directory, spot=spot, nth=0))

    async def looks_for(self, typed: str, spot: Spot, message: Which | None = None, *, view: str | None = None) -> Json:
        """Type into a menu whose options the app names; what it offers can be chosen from then on."""
        self._acting()
        surface, placed = finding.menu(self._where(message, view), spot)
        return await suggestions.ask(self._world, self.id, surface, placed, typed)

    async def fills(self, given: Mapping[str, Any]) -> None:
        await self._acting()._modals.fill(given)

    def types(self, given: Mapping[str, Any]) -> None:
        """Fill in without the app being told, as one does before pressing Enter."""
        self._acting()._modals.put(given)

    async def submits(self, given: Mapping[str, Any] | None = None) -> None:
        """Fill in and submit the open modal; look at `view_errors` for what was refused."""
        await self._acting()._modals.fill(given or {})
        await self._modals.submit()

    async def closes_view(self) -> None:
        await self._acting()._modals.close()

    async def closes_all_views(self) -> None:
        """The cross in the corner, which takes the whole stack away."""
        await self._acting()._modals.close_all()

    async def runs(self, typed: str, *, channel: str | None = None) -> Answer:
        """A slash command, by default in the DM with the app."""
        conversation = self._mine(channel or self.dm)
        command, _, text = typed.partition(" ")
        if command not in self._world.manifest.escapes:
            raise Trouble(f"{command} is not a valid command.")
        if self._world.manifest.escapes[command]:
            text = addressing.in_command(self._workspace, text)
        before = self._workspace.last_order
        ack = await self._world.interactions.command(self.id, conversation, command, text.strip())
        self._show(ack.payload, conversation)
        return Answer(seen=tuple(self.screen.since(before, conversation.id)))

    async def opens_home(self) -> None:
        self._acting()
        if not self._world.manifest.home_tab:
            raise Trouble("This app has no Home tab.")
        await self._world.events.home_opened(user=self.id, channel=self.dm, view=self.home).wait()

    def messages(self, channel: str | None = None) -> list[Seen]:
        """All that this person can see, oldest first, ephemeral messages among them."""
        return self.screen.messages(channel)

    @property
    def view(self) -> Json | None:
        """The modal on top, as the app would be told of it."""
        return self.screen.view

    @property
    def view_plain(self) -> str:
        return self.screen.plain(self.screen.modal)

    @property
    def view_errors(self) -> dict[str, str]:
        """What stands beside the inputs of the modal on top, by block_id."""
        return dict(self.screen.modal.errors) if self.screen.modal else {}

    @property
    def home(self) -> Json | None:
        return self.screen.home

    @property
    def home_plain(self) -> str:
        return self.screen.plain(self.screen.published_home())

    @property
    def reader(self) -> Reader:
        return self.screen.reader

    def _acting(self) -> "Person":
        if self.member.deleted:
            raise Trouble(f"{self.name} is deactivated and cannot sign in.")
        return self

    def _mine(self, channel: str) -> Conversation:
        self._acting()
        conversation = self._workspace.conversations[addressing.to_id(self._workspace, channel)]
        if self.id not in conversation.members:
            raise NotThere(f"{self.name} is not in {channel}")
        return conversation

    def _may_post(self, conversation: Conversation) -> None:
        manifest = self._world.manifest
        if conversation.kind is Kind.IM and (manifest.messages_read_only or not manifest.messages_tab):
            raise Trouble("Sending messages to this app has been turned off.")

    def _thread(self, conversation: Conversation, thread: Which | None) -> str | None:
        if thread is None:
            return None
        parent = self.screen.message((conversation.id, thread) if isinstance(thread, str) else thread)
        return parent.thread_ts or parent.ts

    def _own(self, which: Which) -> Message:
        message = self._acting().screen.message(which)
        if message.author != self.id:
            raise Trouble("You can only change messages of your own.")
        return message

    def _attach(self, message: Message, name: str, content: bytes) -> None:
        file = new_file(self._workspace, self._world.address.http, name=name, owner=self.id)
        file.content, file.size = content, len(content)
        file.shared_in[message.channel] = message.ts
        message.files.append(file.id)

    def _where(self, which: Which | None, view: str | None = None) -> Iterator[Surface]:
        if view:
            return iter([self.screen.open_view(view)])
        return iter([self.screen.message(which)]) if which else self.screen.surfaces()

    def _remember(self, use: Use) -> None:
        if use.placed.element["type"] not in REMEMBERS:
            return
        surface = use.surface
        filled = surface.filled.setdefault(self.id, {}) if isinstance(surface, Message) else surface.filled
        filled[use.placed.spot] = use.held
        self._workspace.touch(surface if isinstance(surface, Message) else None)

    def _show(self, payload: Json | str | None, conversation: Conversation) -> None:
        """What the app said in its acknowledgement of a command."""
        said = {"text": payload} if isinstance(payload, str) else payload or {}
        if not said.get("text") and not said.get("blocks"):
            return
        try:
            self._world.response_urls.answer(said, person=self.id, conversation=conversation)
        except Refused as refused:
            raise Trouble(f"{TROUBLE} ({refused.error}: {refused.more})") from refused


def _typed(block_id: str, words: str) -> Blocks:
    return [{**rich_text(words), "block_id": block_id}]
