"""conversations.*: opening DMs and group DMs, and looking into conversations."""

import re
from itertools import islice
from typing import Final

from playground.arguments import Arguments
from playground.events import HISTORY
from playground.forms import as_conversation, as_message
from playground.methods.paging import next_page, place_of_page, start_of_page
from playground.model import Conversation, Kind, MemberKind, Message
from playground.refusals import Refused
from playground.shapes import Json
from playground.workspace import Workspace
from playground.world import World

MOST_OTHERS: Final = 8
"""https://docs.slack.dev/reference/methods/conversations.open"""

_READ: Final = {
    Kind.IM: "im:read",
    Kind.MPIM: "mpim:read",
    Kind.PRIVATE: "groups:read",
    Kind.PUBLIC: "channels:read",
}
_LONGEST_PAGE: Final = 999
_TS: Final = re.compile(r"\d+(\.\d+)?")


def open_conversation(world: World, args: Arguments) -> Json:
    """The same people get the same conversation, however often it is opened."""
    if args.has("channel"):
        return _reopened(world, args.text("channel"))
    users = list(dict.fromkeys(args.names("users")))
    if not users:
        raise Refused("users_list_not_supplied")
    world.need("im:write" if len(users) == 1 else "mpim:write")
    _may_be_opened(world.workspace, users)
    before = _existing(world.workspace, users)
    if before is None and args.flag("prevent_creation"):
        raise Refused("channel_not_found")
    conversation = world.workspace.direct(users[0]) if len(users) == 1 else world.workspace.group(users)
    again = {"no_op": True, "already_open": True} if before else {}
    shown = as_conversation(world.workspace, conversation) if args.flag("return_im") else {"id": conversation.id}
    return {**again, "channel": shown}


def show(world: World, args: Arguments) -> Json:
    conversation = world.visible(args.text("channel"))
    world.need(_READ[conversation.kind])
    written = as_conversation(world.workspace, conversation)
    if not args.flag("include_num_members"):
        written.pop("num_members", None)
    return {"channel": written}


def members(world: World, args: Arguments) -> Json:
    conversation = world.visible(args.text("channel"))
    world.need(_READ[conversation.kind])
    start, limit = start_of_page(args), args.number("limit", 100)
    page = conversation.members[start : start + limit]
    more = start + limit < len(conversation.members)
    return {"members": page, **next_page(str(start + limit) if more else "")}


def history(world: World, args: Arguments) -> Json:
    """Newest first; replies within threads and ephemeral messages are not in it."""
    conversation = _readable(world, args)
    wanted = (each for each in _newest_first(conversation, args) if _is_parent(each))
    return _page(world, args, list(islice(wanted, _limit(args) + 1)))


def replies(world: World, args: Arguments) -> Json:
    """The parent, then its replies, oldest first."""
    conversation = _readable(world, args)
    parent = conversation.messages.get(args.text("ts"))
    if parent is None or parent.ephemeral_to:
        raise Refused("thread_not_found")
    thread = [parent, *(conversation.messages[each] for each in parent.replies)]
    after = place_of_page(args)
    return _page(world, args, [each for each in thread if each.ts > after][: _limit(args) + 1])


def _reopened(world: World, channel: str) -> Json:
    conversation = world.visible(channel)
    if conversation.kind not in (Kind.IM, Kind.MPIM):
        raise Refused("method_not_supported_for_channel_type")
    world.need("im:write" if conversation.kind is Kind.IM else "mpim:write")
    return {"no_op": True, "already_open": True, "channel": {"id": conversation.id}}


def _may_be_opened(workspace: Workspace, users: list[str]) -> None:
    if len(users) > MOST_OTHERS:
        raise Refused("too_many_users")
    if users == [workspace.bot.id]:
        raise Refused("not_enough_users")
    for user in users:
        member = workspace.members.get(user)
        if member is None:
            raise Refused("user_not_found")
        if member.deleted:
            raise Refused("user_disabled")
        if member.kind is MemberKind.STRANGER:
            raise Refused("invalid_user_combination" if len(users) > 1 else "user_not_visible")


def _existing(workspace: Workspace, users: list[str]) -> Conversation | None:
    return workspace.existing_direct(users[0]) if len(users) == 1 else workspace.existing_group(users)


def _readable(world: World, args: Arguments) -> Conversation:
    conversation = world.visible(args.text("channel"))
    world.need(HISTORY[conversation.kind])
    if not world.is_in(conversation):
        raise Refused("not_in_channel")
    return conversation


def _newest_first(conversation: Conversation, args: Arguments) -> list[Message]:
    """Stops at the oldest that is asked for, so that a look at what is new costs little."""
    oldest, latest = _stamp(args, "oldest"), _stamp(args, "latest")
    latest = place_of_page(args) or latest
    inclusive = args.flag("inclusive")
    found = []
    for message in reversed(conversation.messages.values()):
        if oldest and (_before(message.ts, oldest) or (message.ts == oldest and not inclusive)):
            break
        if not latest or _before(message.ts, latest) or (message.ts == latest and inclusive):
            found.append(message)
    return found


def _stamp(args: Arguments, name: str) -> str:
    given = args.text(name)
    if given and not _TS.fullmatch(given):
        raise Refused(f"invalid_ts_{name}")
    return given


def _before(ts: str, other: str) -> bool:
    return float(ts) < float(other)


def _is_parent(message: Message) -> bool:
    return message.ephemeral_to is None and message.thread_ts in (None, message.ts)


def _page(world: World, args: Arguments, found: list[Message]) -> Json:
    """`found` has one more than the page where there is a next one."""
    limit = _limit(args)
    page = found[:limit]
    more = len(found) > limit
    written = [_written(world, args, each) for each in page]
    return {"messages": written, "has_more": more, **next_page(page[-1].ts if more else "")}


def _written(world: World, args: Arguments, message: Message) -> Json:
    metadata = {"metadata": message.metadata} if message.metadata and args.flag("include_all_metadata") else {}
    return {**as_message(world.workspace, message), **metadata}


def _limit(args: Arguments) -> int:
    return max(1, min(args.number("limit", 100), _LONGEST_PAGE))
