"""Channels that the app makes: conversations.create, conversations.invite, and which it is in."""

import re
from typing import Final

from playground.arguments import Arguments
from playground.forms import as_conversation
from playground.methods.paging import next_page, start_of_page
from playground.model import Conversation, Kind, MemberKind
from playground.refusals import Refused, invalid_arguments
from playground.shapes import Json
from playground.world import World

LONGEST_NAME: Final = 80
MOST_INVITED: Final = 100

_SPECIALS: Final = re.compile(r"[^\w-]")
_KINDS: Final = {
    "public_channel": Kind.PUBLIC,
    "private_channel": Kind.PRIVATE,
    "mpim": Kind.MPIM,
    "im": Kind.IM,
}
_READ: Final = {
    Kind.IM: "im:read",
    Kind.MPIM: "mpim:read",
    Kind.PRIVATE: "groups:read",
    Kind.PUBLIC: "channels:read",
}
_WRITE: Final = {Kind.PRIVATE: "groups:write", Kind.PUBLIC: "channels:manage"}


def create(world: World, args: Arguments) -> Json:
    """The app is its first member. A name is taken by any channel there ever was, seen or not, archived or not."""
    kind = Kind.PRIVATE if args.flag("is_private") else Kind.PUBLIC
    world.need(_WRITE[kind])
    name = args.text("name")
    _sound(name)
    if world.workspace.channels_restricted:
        raise Refused("restricted_action")
    if any(each.name == name for each in world.workspace.conversations.values()):
        raise Refused("name_taken")
    made = world.workspace.open(kind, name, [world.workspace.bot.id])
    world.events.joined(made, user=world.workspace.bot.id)
    return {"channel": _written(world, made)}


def invite(world: World, args: Arguments) -> Json:
    """All of them, or nobody and what is wrong with the first; by `force` whoever can come does."""
    conversation = world.visible(args.text("channel"))
    if conversation.kind not in _WRITE:
        raise Refused("method_not_supported_for_channel_type")
    world.need(_WRITE[conversation.kind])
    if not world.is_in(conversation):
        raise Refused("not_in_channel")
    if conversation.archived:
        raise Refused("is_archived")
    users = list(dict.fromkeys(args.names("users")))
    if not users:
        raise Refused("no_user")
    if len(users) > MOST_INVITED:
        raise invalid_arguments(f"must be at most {MOST_INVITED} users [json-pointer:/users]")
    wrong = {user: why for user in users if (why := _cannot_come(world, conversation, user))}
    errors = [{"user": user, "ok": False, "error": why} for user, why in wrong.items()]
    if wrong and (not args.flag("force") or len(wrong) == len(users)):
        raise Refused(next(iter(wrong.values())), {"errors": errors})
    for user in users:
        if user not in wrong:
            world.workspace.join(conversation, user)
            world.events.joined(conversation, user=user)
    return {"channel": _written(world, conversation), **({"errors": errors} if errors else {})}


def mine(world: World, args: Arguments) -> Json:
    """The conversations that the app is in: public channels, where no other types are named."""
    kinds = [_kind(each) for each in args.names("types")] or [Kind.PUBLIC]
    world.need(*(_READ[kind] for kind in kinds))
    start, limit = start_of_page(args), args.number("limit", 100)
    if not 0 < limit < 1000:
        raise Refused("invalid_limit")
    found = [
        each
        for each in world.workspace.conversations_of(world.workspace.bot.id)
        if each.kind in kinds and not (each.archived and args.flag("exclude_archived"))
    ]
    more = start + limit < len(found)
    page = [_listed(world, each) for each in found[start : start + limit]]
    return {"channels": page, **next_page(str(start + limit) if more else "")}


def _sound(name: str) -> None:
    if not name:
        raise Refused("invalid_name_required")
    if len(name) > LONGEST_NAME:
        raise Refused("invalid_name_maxlength")
    if name != name.lower() or _SPECIALS.search(name):
        raise Refused("invalid_name_specials")
    if not name.strip("-_"):
        raise Refused("invalid_name_punctuation")


def _cannot_come(world: World, conversation: Conversation, user: str) -> str:
    """Why somebody cannot be invited; '' if nothing is in the way."""
    member = world.workspace.members.get(user)
    if member is None:
        return "user_not_found"
    if member is world.workspace.bot:
        return "cant_invite_self"
    if user in conversation.members:
        return "already_in_channel"
    if member.deleted:
        return "user_is_deactivated"
    if member.kind is MemberKind.STRANGER:
        return "no_external_invite_permission"
    if member.kind is MemberKind.SINGLE_CHANNEL_GUEST and any(
        each.kind in _WRITE for each in world.workspace.conversations_of(user)
    ):
        return "ura_max_channels"
    return "" if member.kind is not MemberKind.BOT else "cant_invite"


def _kind(name: str) -> Kind:
    if name not in _KINDS:
        raise Refused("invalid_types")
    return _KINDS[name]


def _written(world: World, conversation: Conversation) -> Json:
    return {**as_conversation(world.workspace, conversation), "creator": world.workspace.bot.id}


def _listed(world: World, conversation: Conversation) -> Json:
    """In a list nobody says that the app is in what it asked for, nor how many others are."""
    written = as_conversation(world.workspace, conversation)
    return {key: value for key, value in written.items() if key not in ("is_member", "num_members")}
