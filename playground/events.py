"""Events: which of them the app hears of, and what they say.

https://docs.slack.dev/apis/events-api and https://docs.slack.dev/reference/events
"""

from collections.abc import Mapping
from typing import Final

from playground.delivery import Post
from playground.forms import as_message, as_user
from playground.manifest import Manifest
from playground.model import Conversation, Kind, Member, Message
from playground.shapes import Json
from playground.tried import Tried
from playground.workspace import Workspace

HISTORY: Final[Mapping[Kind, str]] = {
    Kind.IM: "im:history",
    Kind.MPIM: "mpim:history",
    Kind.PRIVATE: "groups:history",
    Kind.PUBLIC: "channels:history",
}
"""The scope that reading each kind of conversation needs: https://docs.slack.dev/reference/events/message"""

_SUBSCRIPTION: Final[Mapping[Kind, str]] = {
    Kind.IM: "message.im",
    Kind.MPIM: "message.mpim",
    Kind.PRIVATE: "message.groups",
    Kind.PUBLIC: "message.channels",
}


class Events:
    """Only what the manifest subscribes to, and its scopes allow, is sent."""

    def __init__(self, *, workspace: Workspace, manifest: Manifest, post: Post) -> None:
        self._workspace = workspace
        self._manifest = manifest
        self._post = post

    def posted(self, message: Message) -> Tried:
        """The app's own messages come back to it too, with their bot_id."""
        extra = {"subtype": "file_share"} if message.files and not message.by_bot else {}
        return self._of_message(message, {**as_message(self._workspace, message), **extra})

    def changed(self, message: Message, before: Json) -> Tried:
        return self._of_message(
            message,
            {
                "type": "message",
                "subtype": "message_changed",
                "hidden": True,
                "message": as_message(self._workspace, message),
                "previous_message": before,
                "ts": self._workspace.moment(),
            },
        )

    def deleted(self, message: Message) -> Tried:
        return self._of_message(
            message,
            {
                "type": "message",
                "subtype": "message_deleted",
                "hidden": True,
                "deleted_ts": message.ts,
                "previous_message": as_message(self._workspace, message),
                "ts": self._workspace.moment(),
            },
        )

    def reacted(self, message: Message, *, user: str, name: str, event: str) -> Tried:
        """`event` is reaction_added or reaction_removed."""
        item = {"type": "message", "channel": message.channel, "ts": message.ts}
        told = {"type": event, "user": user, "reaction": name, "item_user": message.author, "item": item}
        if self._workspace.bot.id not in self._conversation(message).members:
            return Tried.nothing()
        return self._send(event, "reactions:read", told)

    def member(self, event: str, member: Member) -> Tried:
        """`event` is user_change or team_join."""
        with_email = "users:read.email" in self._manifest.scopes
        now = self._workspace.clock.now()
        user = as_user(member, now=now, with_email=with_email, with_locale=True)
        return self._send(event, "users:read", {"type": event, "user": user, "cache_ts": int(now.timestamp())})

    def joined(self, conversation: Conversation, *, user: str) -> Tried:
        scope = "channels:read" if conversation.kind is Kind.PUBLIC else "groups:read"
        told = {
            "type": "member_joined_channel",
            "user": user,
            "channel": conversation.id,
            "channel_type": "C" if conversation.kind is Kind.PUBLIC else "G",
            "team": self._workspace.team_id,
        }
        return self._send("member_joined_channel", scope, told)

    def channel(self, happened: str, conversation: Conversation) -> Tried:
        """`happened` is archive, unarchive, rename or left: https://docs.slack.dev/reference/events/channel_archive"""
        public = conversation.kind is Kind.PUBLIC
        name = f"{'channel' if public else 'group'}_{happened}"
        about: object = conversation.id
        if happened == "rename":
            about = {"id": conversation.id, "name": conversation.name, "created": conversation.created}
        if happened != "left" and self._workspace.bot.id not in conversation.members and not public:
            return Tried.nothing()
        return self._send(name, "channels:read" if public else "groups:read", {"type": name, "channel": about})

    def converted(self, conversation: Conversation) -> Tried:
        """A channel has become private: a message of nobody's in it, which only its subtype tells."""
        told = {
            "type": "message",
            "subtype": "channel_convert_to_private",
            "channel": conversation.id,
            "channel_type": conversation.kind.value,
            "ts": self._workspace.moment(),
        }
        if self._workspace.bot.id not in conversation.members:
            return Tried.nothing()
        return self._send(_SUBSCRIPTION[conversation.kind], HISTORY[conversation.kind], told)

    def home_opened(self, *, user: str, channel: str, view: Json | None) -> Tried:
        told: Json = {"type": "app_home_opened", "user": user, "channel": channel, "tab": "home"}
        return self._send("app_home_opened", None, told | ({"view": view} if view else {}))

    def uninstalled(self) -> tuple[Tried, Tried]:
        """The two come in any order: https://docs.slack.dev/reference/events/app_uninstalled"""
        revoked = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self._workspace.bot.id]}}
        return (
            self._send("tokens_revoked", None, revoked),
            self._send("app_uninstalled", None, {"type": "app_uninstalled"}),
        )

    def _of_message(self, message: Message, told: Json) -> Tried:
        conversation = self._conversation(message)
        if message.ephemeral_to or self._workspace.bot.id not in conversation.members:
            return Tried.nothing()
        kind = conversation.kind
        return self._send(
            _SUBSCRIPTION[kind], HISTORY[kind], told | {"channel": conversation.id, "channel_type": kind.value}
        )

    def _send(self, subscription: str, scope: str | None, event: Json) -> Tried:
        if subscription not in self._manifest.events or (scope and scope not in self._manifest.scopes):
            return Tried.nothing()
        return self._post.send_event(self._wrapped({**event, "event_ts": event.get("ts", self._workspace.moment())}))

    def _wrapped(self, event: Json) -> Json:
        workspace = self._workspace
        return {
            "token": "stand-in",
            "team_id": workspace.team_id,
            "context_team_id": workspace.team_id,
            "api_app_id": workspace.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": workspace.ids.new("Ev"),
            "event_time": int(workspace.clock.now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.team_id,
                    "user_id": workspace.bot.id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
        }

    def _conversation(self, message: Message) -> Conversation:
        return self._workspace.conversations[message.channel]
