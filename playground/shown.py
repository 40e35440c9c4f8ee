"""What a page is told of the workspace, as one person sees it. Costs as much as is shown, not as much as there is."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from playground.fields import values
from playground.model import Conversation, File, Kind, Member, Message
from playground.seen import notified
from playground.shapes import Json
from playground.workspace import Workspace

MOST_COUNTED: Final = 100
"""Unread messages are counted up to here; a page then says 99+."""

_BROADCASTS: Final = frozenset({"!channel", "!here", "!everyone"})


def as_person(member: Member, dm: str) -> Json:
    return {
        "id": member.id,
        "name": member.name,
        "handle": member.handle,
        "title": member.title,
        "email": member.email,
        "tz": member.tz,
        "locale": member.locale,
        "deactivated": member.deleted,
        "dm": dm,
    }


def title_of(workspace: Workspace, conversation: Conversation, person: str) -> str:
    """A channel's name, or the others in a conversation without one."""
    if conversation.kind in (Kind.PUBLIC, Kind.PRIVATE):
        return conversation.name
    return ", ".join(workspace.members[each].name for each in conversation.members if each != person)


def as_summary(workspace: Workspace, conversation: Conversation, member: Member) -> Json:
    """A line of the sidebar."""
    newest = next(visible_newest_first(conversation, member.id), None)
    unread = list(islice(_unread(conversation, member), MOST_COUNTED))
    return {
        "id": conversation.id,
        "kind": conversation.kind.value,
        "name": title_of(workspace, conversation, member.id),
        "members": conversation.members,
        "archived": conversation.archived,
        "total": len(conversation.messages),
        "unread": len(unread),
        "mentions": sum(_calls(conversation, each, member.id) for each in unread),
        "read_up_to": member.read_up_to.get(conversation.id, ""),
        "latest": _as_latest(conversation, newest, member.id) if newest else None,
    }


def as_message(workspace: Workspace, conversation: Conversation, message: Message, person: str) -> Json:
    if message.ts in conversation.deleted:
        gone = {"channel": message.channel, "ts": message.ts, "author": message.author, "deleted": True}
        return {**gone, "thread": _as_thread(conversation, message)}
    return {
        "channel": message.channel,
        "ts": message.ts,
        "thread_ts": message.thread_ts,
        "author": message.author,
        "text": message.text,
        "blocks": message.blocks,
        "values": values(message.blocks, message.filled.get(person, {})),
        "ephemeral": message.ephemeral_to is not None,
        "edited": message.edited is not None,
        "reactions": message.reactions,
        "files": [_as_file(workspace.files[each]) for each in message.files],
        "thread": _as_thread(conversation, message),
    }


def visible_newest_first(conversation: Conversation, person: str) -> Iterator[Message]:
    for message in reversed(conversation.messages.values()):
        if message.ephemeral_to in (None, person):
            yield message


def newest_of(conversation: Conversation, person: str, count: int) -> list[Message]:
    """The newest messages outside of threads, oldest first, with what is left of deleted ones among them."""
    outside = (each for each in visible_newest_first(conversation, person) if each.thread_ts in (None, each.ts))
    shown = list(islice(outside, count))
    since = shown[-1].ts if len(shown) == count else ""
    gone = [each for each in reversed(conversation.deleted.values()) if each.ts > since and _stood_alone(each)]
    return sorted([*shown, *gone[:count]], key=lambda each: each.ts)


def thread_of(conversation: Conversation, ts: str) -> list[Message]:
    """A message and the replies to it, or nothing where it never was."""
    parent = conversation.messages.get(ts) or conversation.deleted.get(ts)
    return [parent, *(conversation.messages[each] for each in parent.replies)] if parent else []


def _stood_alone(message: Message) -> bool:
    return message.thread_ts in (None, message.ts)


def _unread(conversation: Conversation, member: Member) -> Iterator[Message]:
    read = member.read_up_to.get(conversation.id, "")
    for message in visible_newest_first(conversation, member.id):
        if message.ts <= read:
            return
        if message.author != member.id:
            yield message


def _as_latest(conversation: Conversation, message: Message, person: str) -> Json:
    return {
        "ts": message.ts,
        "thread_ts": message.thread_ts,
        "author": message.author,
        "text": message.text,
        "notifies": message.author != person and _calls(conversation, message, person),
    }


def _calls(conversation: Conversation, message: Message, person: str) -> bool:
    """Whether Slack would ring for this person: any direct message, elsewhere only their name."""
    if conversation.kind in (Kind.IM, Kind.MPIM) or message.ephemeral_to:
        return True
    return bool(_pinged(message, message.revision) & (_BROADCASTS | {person}))


@lru_cache(maxsize=2048)
def _pinged(message: Message, revision: int) -> frozenset[str]:
    """`revision` is there so that a changed message is read again."""
    return notified(message.text, message.blocks)


def _as_thread(conversation: Conversation, message: Message) -> Json | None:
    if not message.replies:
        return None
    authors = dict.fromkeys(conversation.messages[each].author for each in message.replies)
    return {"count": len(message.replies), "latest": message.replies[-1], "authors": list(authors)}


def _as_file(file: File) -> Json:
    return {"id": file.id, "name": file.name, "title": file.title, "mimetype": file.mimetype, "size": file.size}
