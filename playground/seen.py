"""A message as one person sees it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from playground.blocks import elements
from playground.model import Filled, Message
from playground.mrkdwn import Reader, pings, read
from playground.plain import plain_blocks
from playground.shapes import Blocks, Json


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A copy: later edits of the message do not reach it."""

    channel: str
    ts: str
    thread_ts: str | None
    author: str
    text: str
    blocks: Blocks
    metadata: Json | None
    ephemeral: bool
    edited: bool
    reactions: Mapping[str, tuple[str, ...]]
    """Each emoji's name with the ids of those who reacted."""
    files: tuple[str, ...]
    """Titles of the files shared with it."""
    _filled: Filled = field(repr=False, compare=False)
    _reader: Reader = field(repr=False, compare=False)

    @cached_property
    def plain(self) -> str:
        """What an eye reads: the blocks where there are any, else the text; then the files."""
        body = plain_blocks(self.blocks, self._reader, self._filled) if self.blocks else read(self.text, self._reader)
        return "\n".join([*([body] if body else []), *(f"(file: {title})" for title in self.files)])

    @cached_property
    def notifies(self) -> frozenset[str]:
        """Whom the words would ping: ids of people and groups, `!channel`, `!here`, `!everyone`.

        Escaped mentions ping nobody. Both the top-level text and the blocks count.
        """
        return notified(self.text, self.blocks)

    @property
    def buttons(self) -> list[str]:
        """The words on its buttons."""
        return [str(each.element["text"]["text"]) for each in elements(self.blocks) if each.element["type"] == "button"]


def seen(message: Message, *, titles: tuple[str, ...], person: str, reader: Reader) -> Seen:
    return Seen(
        channel=message.channel,
        ts=message.ts,
        thread_ts=message.thread_ts,
        author=message.author,
        text=message.text,
        blocks=message.blocks,
        metadata=message.metadata,
        ephemeral=message.ephemeral_to is not None,
        edited=message.edited is not None,
        reactions={name: tuple(users) for name, users in message.reactions.items()},
        files=titles,
        _filled=dict(message.filled.get(person, {})),
        _reader=reader,
    )


def notified(text: str, blocks: Blocks) -> frozenset[str]:
    """Whom these words would ping, see Seen.notifies."""
    return frozenset([*pings(text), *_pinged(blocks)])


def _pinged(thing: Any) -> Iterator[str]:
    if isinstance(thing, list):
        for each in thing:
            yield from _pinged(each)
    elif isinstance(thing, dict):
        yield from _pinged_here(thing)
        for value in thing.values():
            yield from _pinged(value)


def _pinged_here(thing: Json) -> Iterator[str]:
    match thing.get("type"):
        case "mrkdwn" | "markdown":
            yield from pings(thing["text"])
        case "user" if "user_id" in thing:
            yield thing["user_id"]
        case "usergroup":
            yield thing["usergroup_id"]
        case "broadcast":
            yield f"!{thing['range']}"
