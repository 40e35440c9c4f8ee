"""METHODS: each Web API method with what it needs, how often it may be called, and what does it.

Scopes, tiers and required arguments are those of https://docs.slack.dev/reference/methods
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from playground.arguments import Arguments
from playground.limits import Tier
from playground.methods import channels, chat, conversations, files, reactions, users, views
from playground.shapes import Json
from playground.world import World


@dataclass(frozen=True, kw_only=True)
class Method:
    """A scope that depends on the kind of conversation is checked by the method itself."""

    does: Callable[[World, Arguments], Json]
    scopes: tuple[str, ...] = ()
    tier: Tier | None = None
    """None where Slack gives the method a limit of its own."""
    required: tuple[str, ...] = ()
    by_app_token: bool = False


METHODS: Final[Mapping[str, Method]] = {
    "auth.test": Method(does=users.who_am_i),
    "apps.connections.open": Method(does=users.open_connection, tier=Tier.T3, by_app_token=True),
    "chat.postMessage": Method(does=chat.post_message, scopes=("chat:write",), required=("channel",)),
    "chat.postEphemeral": Method(
        does=chat.post_ephemeral, scopes=("chat:write",), tier=Tier.T4, required=("channel", "user")
    ),
    "chat.update": Method(does=chat.update, scopes=("chat:write",), tier=Tier.T3, required=("channel", "ts")),
    "chat.delete": Method(does=chat.delete, scopes=("chat:write",), tier=Tier.T3, required=("channel", "ts")),
    "conversations.open": Method(does=conversations.open_conversation, tier=Tier.T3),
    "conversations.create": Method(does=channels.create, tier=Tier.T2),
    "conversations.invite": Method(does=channels.invite, tier=Tier.T3, required=("channel",)),
    "conversations.info": Method(does=conversations.show, tier=Tier.T3, required=("channel",)),
    "conversations.members": Method(does=conversations.members, tier=Tier.T4, required=("channel",)),
    "conversations.history": Method(does=conversations.history, tier=Tier.T3, required=("channel",)),
    "conversations.replies": Method(does=conversations.replies, tier=Tier.T3, required=("channel", "ts")),
    "users.conversations": Method(does=channels.mine, tier=Tier.T3),
    "users.info": Method(does=users.show, scopes=("users:read",), tier=Tier.T4, required=("user",)),
    "users.list": Method(does=users.everyone, scopes=("users:read",), tier=Tier.T2),
    "users.lookupByEmail": Method(
        does=users.with_email, scopes=("users:read.email",), tier=Tier.T3, required=("email",)
    ),
    "views.open": Method(does=views.open_view, tier=Tier.T4, required=("view",)),
    "views.push": Method(does=views.push, tier=Tier.T4, required=("view",)),
    "views.update": Method(does=views.update, tier=Tier.T4, required=("view",)),
    "views.publish": Method(does=views.publish, tier=Tier.T4, required=("user_id", "view")),
    "reactions.add": Method(
        does=reactions.add,
        scopes=("reactions:write",),
        tier=Tier.T3,
        required=("channel", "name", "timestamp"),
    ),
    "files.getUploadURLExternal": Method(
        does=files.get_upload_url, scopes=("files:write",), tier=Tier.T4, required=("filename", "length")
    ),
    "files.completeUploadExternal": Method(
        does=files.complete_upload, scopes=("files:write",), tier=Tier.T4, required=("files",)
    ),
    "files.info": Method(does=files.show, scopes=("files:read",), tier=Tier.T4, required=("file",)),
    "team.info": Method(does=users.show_team, scopes=("team:read",), tier=Tier.T3),
}
