"""The things of a workspace: members, conversations, messages, views, files."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from playground.shapes import Blocks, Json

Spot: TypeAlias = tuple[str, str]
"""Where an element sits: its block's id and its own action id."""

Filled: TypeAlias = dict[Spot, Json]
"""What a person put into elements: each element's part of `state.values`, without its type."""

Offered: TypeAlias = dict[Spot, list[Json]]
"""The options that the app named for menus which ask it: https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload"""


class MemberKind(StrEnum):
    """Who can be in a workspace; each differs in the flags that users.info shows."""

    MEMBER = "member"
    GUEST = "guest"
    SINGLE_CHANNEL_GUEST = "single_channel_guest"
    STRANGER = "stranger"
    BOT = "bot"


class Kind(StrEnum):
    """The kinds of conversation, in the words of `channel_type`."""

    IM = "im"
    MPIM = "mpim"
    PRIVATE = "group"
    PUBLIC = "channel"


@dataclass(kw_only=True, eq=False)
class Member:
    id: str
    name: str
    handle: str
    kind: MemberKind
    team_id: str
    email: str | None
    tz: str
    locale: str
    title: str = ""
    """What the profile says of their work."""
    deleted: bool = False
    updated: int = 0
    conversations: list[str] = field(default_factory=list)
    read_up_to: dict[str, str] = field(default_factory=dict)
    """Of each conversation that they looked into, the ts of the newest message then."""


@dataclass(kw_only=True, eq=False)
class Message:
    channel: str
    ts: str
    order: int
    """Place among all messages of the workspace; a ts counts within its conversation only."""
    author: str
    text: str
    blocks: Blocks
    by_bot: bool
    thread_ts: str | None = None
    metadata: Json | None = None
    ephemeral_to: str | None = None
    edited: str | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    filled: dict[str, Filled] = field(default_factory=dict)
    """Each person's own choices in the message's menus and inputs."""
    offered: Offered = field(default_factory=dict)
    before: Blocks = field(default_factory=list)
    """What stood there until the last change: who presses while it changes has pressed that."""
    revision: int = 0
    """The workspace's version when the message last changed, so that a page gets only what it does not have."""


@dataclass(kw_only=True, eq=False)
class Conversation:
    id: str
    kind: Kind
    name: str
    members: list[str]
    created: int
    archived: bool = False
    last_stamp: int = 0
    messages: dict[str, Message] = field(default_factory=dict)
    """By ts, oldest first."""
    deleted: dict[str, Message] = field(default_factory=dict)
    """What was taken away, by ts: a page shows that there was something."""


@dataclass(kw_only=True, eq=False)
class View:
    id: str
    person: str
    given: Json
    """The view as the app sent it, dressed with the ids that Slack adds."""
    hash: str
    root: str
    previous: str | None = None
    filled: Filled = field(default_factory=dict)
    offered: Offered = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(kw_only=True, eq=False)
class File:
    id: str
    name: str
    title: str
    size: int
    owner: str
    mimetype: str
    url: str
    content: bytes | None = None
    shared_in: dict[str, str] = field(default_factory=dict)
    """The conversations it was shared in, each with the ts of the message."""
