"""The app's own messages: posted, changed and removed, by the Web API or through a response url."""

import re
from typing import Any, Final

from playground.block_rules import refusals
from playground.blocks import dress
from playground.events import Events
from playground.forms import as_message
from playground.model import Conversation, Message
from playground.refusals import Refused, messages
from playground.shapes import Blocks, Json
from playground.workspace import Workspace

LONGEST_TEXT: Final = 40_000
"""https://docs.slack.dev/reference/methods/chat.postMessage"""

LONGEST_UPDATE: Final = 4_000
"""https://docs.slack.dev/reference/methods/chat.update, error msg_too_long"""

_EVENT_TYPE: Final = re.compile(r"[A-Za-z0-9_.:-]{1,255}")


class Messages:
    """`said` is what the app sent: text, blocks, thread_ts, metadata."""

    def __init__(self, *, workspace: Workspace, events: Events) -> None:
        self._workspace = workspace
        self._events = events

    def post(self, conversation: Conversation, said: Json, *, ephemeral_to: str | None = None) -> Message:
        text, blocks = self._content(said, longest=LONGEST_TEXT)
        metadata = read_metadata(said.get("metadata"))
        message = self._workspace.store(
            conversation,
            author=self._workspace.bot.id,
            text=text,
            blocks=blocks,
            thread_ts=_thread(conversation, said.get("thread_ts")),
            ephemeral_to=ephemeral_to,
        )
        message.metadata = metadata
        self._events.posted(message)
        return message

    def change(self, message: Message, said: Json) -> Message:
        """Text without blocks takes the blocks away: https://docs.slack.dev/reference/methods/chat.update"""
        text, blocks = self._content(said, longest=LONGEST_UPDATE)
        before = as_message(self._workspace, message)
        if "metadata" in said:
            message.metadata = read_metadata(said["metadata"])
        message.text = text
        message.before, message.blocks = message.blocks, blocks
        message.edited = self._workspace.moment()
        self._workspace.touch(message)
        self._events.changed(message, before)
        return message

    def remove(self, message: Message) -> None:
        self._workspace.remove(message)
        self._events.deleted(message)

    def _content(self, said: Json, *, longest: int) -> tuple[str, Blocks]:
        text, blocks = said.get("text") or "", said.get("blocks") or []
        if not text and not blocks:
            raise Refused("no_text")
        if len(text) > longest:
            raise Refused("msg_too_long")
        if reasons := refusals(blocks, "message"):
            raise Refused("invalid_blocks", {"errors": reasons, **messages(reasons)})
        return text, dress(blocks, self._workspace.ids)


def read_metadata(given: Any) -> Json | None:
    """Shape: https://docs.slack.dev/messaging/message-metadata"""
    if given in (None, {}, ""):
        return None
    well_formed = (
        isinstance(given, dict)
        and isinstance(given.get("event_type"), str)
        and _EVENT_TYPE.fullmatch(given["event_type"])
        and isinstance(given.get("event_payload"), dict)
    )
    if not well_formed:
        raise Refused("invalid_metadata_format")
    return {"event_type": given["event_type"], "event_payload": given["event_payload"]}


def _thread(conversation: Conversation, thread_ts: str | None) -> str | None:
    """A reply to a reply lands in the same thread; one to a message that is not there stands alone."""
    parent = conversation.messages.get(thread_ts or "")
    if parent is None or parent.ephemeral_to:
        return None
    return parent.thread_ts or parent.ts
