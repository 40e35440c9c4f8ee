"""What the code asks of Slack, and so of the manifest: methods, events, commands, and the scope that each needs.

Scopes are those of https://docs.slack.dev/reference/methods and https://docs.slack.dev/reference/events, for the
conversations in which the bot uses them.
"""

from collections.abc import Mapping
from typing import Final

from bot.app.manifest import Manifest

METHODS: Final[Mapping[str, frozenset[str]]] = {
    "apps.connections.open": frozenset(),
    "auth.test": frozenset(),
    "chat.postMessage": frozenset({"chat:write"}),
    "chat.update": frozenset({"chat:write"}),
    "conversations.create": frozenset({"groups:write"}),
    "conversations.history": frozenset({"im:history"}),
    "conversations.info": frozenset({"channels:read", "groups:read"}),
    "conversations.invite": frozenset({"groups:write"}),
    "conversations.members": frozenset({"channels:read", "groups:read"}),
    "conversations.open": frozenset({"im:write", "mpim:write"}),
    "conversations.replies": frozenset({"im:history"}),
    "users.conversations": frozenset({"groups:read"}),
    "users.info": frozenset({"users:read"}),
    "users.lookupByEmail": frozenset({"users:read.email"}),
    "views.open": frozenset(),
    "views.publish": frozenset(),
    "views.update": frozenset(),
}

EVENTS: Final[Mapping[str, frozenset[str]]] = {
    "app_home_opened": frozenset(),
    "app_uninstalled": frozenset(),
    "channel_archive": frozenset({"channels:read"}),
    "channel_deleted": frozenset({"channels:read"}),
    "channel_id_changed": frozenset({"channels:read", "groups:read"}),
    "channel_left": frozenset({"channels:read"}),
    "channel_rename": frozenset({"channels:read"}),
    "channel_unarchive": frozenset({"channels:read"}),
    "group_archive": frozenset({"groups:read"}),
    "group_deleted": frozenset({"groups:read"}),
    "group_left": frozenset({"groups:read"}),
    "group_rename": frozenset({"groups:read"}),
    "group_unarchive": frozenset({"groups:read"}),
    "member_joined_channel": frozenset({"channels:read", "groups:read"}),
    "message.channels": frozenset({"channels:history"}),
    "message.groups": frozenset({"groups:history"}),
    "message.im": frozenset({"im:history"}),
    "reaction_added": frozenset({"reactions:read"}),
    "tokens_revoked": frozenset(),
    "user_change": frozenset({"users:read"}),
}

COMMANDS: Final[Mapping[str, frozenset[str]]] = {"/rapport": frozenset({"commands"})}

OPTIONAL: Final = frozenset({"channels:history", "channels:read", "groups:history", "groups:read", "groups:write"})
"""Without them peer groups live in group DMs, formed ones too, and a case goes to the coordinator's own messages, not
to a private channel. Slack is not heard to refuse an event whose scope was left out at the installation: it does not
send it."""

RESERVED: Final = frozenset({"files:read", "files:write"})
"""Asked for before there is a use, because a new scope means that every workspace installs the app again: files for
rosters and reports."""


def scopes() -> frozenset[str]:
    """Everything that the code needs, optional or not."""
    return frozenset().union(*METHODS.values(), *EVENTS.values(), *COMMANDS.values())


def misfits(manifest: Manifest) -> list[str]:
    """What of the manifest does not fit the code, a clause each; empty when all does."""
    found = [f"scope {scope} is missing" for scope in sorted(scopes() - manifest.scopes - manifest.optional)]
    found += [f"event {event} is missing" for event in sorted(EVENTS.keys() - manifest.events)]
    found += [f"nobody hears event {event}" for event in sorted(manifest.events - EVENTS.keys())]
    found += [f"command {command} is missing" for command in sorted(COMMANDS.keys() - manifest.commands)]
    found += [f"nobody hears command {command}" for command in sorted(manifest.commands - COMMANDS.keys())]
    switches = {
        "interactivity is off": manifest.interactivity,
        "the Home tab is off": manifest.home_tab,
        "the Messages tab is off or read-only": manifest.messages_tab,
    }
    return found + [problem for problem, good in switches.items() if not good]
