"""Everything that a Web API method may need, in one place."""

from dataclasses import dataclass

from playground.events import Events
from playground.interactions import Interactions
from playground.limits import Limits
from playground.manifest import Manifest
from playground.messages import Messages
from playground.model import Conversation, Kind
from playground.refusals import Refused
from playground.response_urls import ResponseUrls
from playground.screens import Screens
from playground.sockets import Sockets
from playground.triggers import Triggers
from playground.workspace import Workspace


@dataclass
class Address:
    """Where the stand-in listens; the port is known once it does."""

    port: int

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def websocket(self) -> str:
        return f"ws://127.0.0.1:{self.port}"


@dataclass(frozen=True, kw_only=True)
class World:
    """What lies behind the Web API."""

    address: Address
    manifest: Manifest
    workspace: Workspace
    events: Events
    messages: Messages
    screens: Screens
    triggers: Triggers
    response_urls: ResponseUrls
    interactions: Interactions
    sockets: Sockets
    limits: Limits | None
    """None where there are none."""

    def need(self, *scopes: str) -> None:
        """All of these scopes, or missing_scope: https://docs.slack.dev/reference/methods/auth.test#errors"""
        if any(scope not in self.manifest.scopes for scope in scopes):
            provided = ",".join(sorted(self.manifest.scopes))
            raise Refused("missing_scope", {"needed": ",".join(scopes), "provided": provided})

    def visible(self, channel: str) -> Conversation:
        """A conversation the app can see; a private one that it is not in looks as if it did not exist."""
        conversation = self.workspace.conversations.get(channel)
        if conversation is None:
            raise Refused("channel_not_found")
        if conversation.kind is not Kind.PUBLIC and not self.is_in(conversation):
            raise Refused("channel_not_found")
        return conversation

    def is_in(self, conversation: Conversation) -> bool:
        return self.workspace.bot.id in conversation.members
