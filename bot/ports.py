"""What services ask of the world, and what handlers ask of the bot. Whoever answers is chosen in bot/app."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from bot.domain.groups import Room, Whereabouts
from bot.domain.sayings import Outgoing, Place
from bot.domain.showings import Home
from bot.domain.turn import Caller, Turn
from storage.session import Session

Result = TypeVar("Result")
P = ParamSpec("P")


class Clock(Protocol):
    def now(self) -> datetime:
        """Aware, in UTC."""

    async def sleep(self, seconds: float) -> None: ...


class Refusal(Exception):
    """A message was not taken. Says what follows: again at a time, not so, never for this person, or stop."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class TryAgain(Refusal):
    """Not now. `seconds` says when, if Slack said; otherwise the pause grows with the attempts."""

    def __init__(self, why: str, seconds: float | None = None) -> None:
        super().__init__(why)
        self.seconds = seconds


class Undeliverable(Refusal):
    """Not this message, or not in this place. It says nothing of the person."""


class PlaceLost(Undeliverable):
    """Not in this place, and nothing else there either: it is archived, gone, or the bot is not let in."""

    def __init__(self, why: str, whereabouts: Whereabouts) -> None:
        super().__init__(why)
        self.whereabouts = whereabouts


class Unreachable(Undeliverable):
    """Never: this person's account is gone, or takes no messages."""


class WorkspaceStopped(Refusal):
    """The token is no longer good: nothing can be said in this workspace."""


class FateUnknown(Refusal):
    """Nobody knows whether it arrived."""


class Drawing(Protocol):
    """A message in the platform's own form, not said yet; `shows` is the same only for what looks the same."""

    @property
    def shows(self) -> str: ...


class Say(Protocol):
    """Puts values into words and says them. Each method may raise any Refusal."""

    def ready_at(self, now: datetime) -> datetime:
        """When the next message may be posted without passing the platform's limits; `now` if it may at once."""

    def resting(self, now: datetime) -> Mapping[str, datetime]:
        """Conversations and people just written to, with when the next message may follow there."""

    def repaint_ready_at(self, now: datetime) -> datetime: ...

    def repaints_at_once(self, now: datetime) -> int:
        """How many messages may be painted again now."""

    async def post(self, outgoing: Outgoing) -> Place: ...

    async def draw(self, outgoing: Outgoing) -> Drawing:
        """How a message should look today. Where others have come to read along, it says nothing any more."""

    async def repaint(self, drawing: Drawing, place: Place) -> None: ...

    async def publish(self, person: str, home: Home) -> None:
        """Shows a person's Home."""

    async def look(self, outgoing: Outgoing, since: datetime) -> Place | None:
        """Where the message stands, if it did arrive in a DM after `since`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody as the directory knows them. `outside` are people of another organisation, `confined` guests of a single
    channel, whom no other one takes in.

    `language` and `zone` are '' where it does not say.
    """

    id: str
    name: str
    zone: str
    language: str
    bot: bool = False
    gone: bool = False
    outside: bool = False
    confined: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Venue:
    """A conversation in which a group might live. One that is not `seen` does not exist for the bot.

    `inside`: the bot is in it. `readers` are whoever else is in it. `shared` is one that other organisations read too.
    `lacking` names what an administrator must grant before the bot can work there; if anything, the rest is unknown.
    """

    id: str
    name: str = ""
    room: Room = Room.PUBLIC
    readers: int = 0
    seen: bool = True
    inside: bool = False
    archived: bool = False
    shared: bool = False
    lacking: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class RoomWanted:
    """A room for the people of a group. `names` are what its channel may be called, none of which is used for another
    group: the first that is free is taken.
    """

    names: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoomMade:
    """`outside` could not be brought into it."""

    venue: Venue
    outside: tuple[str, ...] = ()


class Rooms(Protocol):
    """Opens rooms for groups and brings people into them. Whatever is asked twice is done once. Raises any Refusal."""

    def ready_at(self, now: datetime) -> datetime:
        """When the next room may be opened without passing the platform's limits."""

    async def open(self, wanted: RoomWanted) -> RoomMade:
        """A private channel where the workspace allows it, else a group DM."""

    async def bring(self, conversation: str, people: Sequence[str]) -> tuple[str, ...]:
        """Brings people into a channel; who could not be brought."""

    async def direct(self, people: Sequence[str]) -> Venue:
        """The group DM of these people."""


class People(Protocol):
    """Who works here. Both raise TryAgain, WorkspaceStopped."""

    async def by_id(self, person: str) -> Person | None: ...

    async def by_email(self, email: str) -> Person | None: ...


class Directory(People, Protocol):
    """And where they meet. Raises TryAgain, WorkspaceStopped."""

    async def venue(self, conversation: str) -> Venue: ...

    async def people_in(self, conversation: str) -> tuple[str, ...] | None:
        """Everybody in a channel, bots too; None for one that the bot cannot read."""


class Bot(Protocol):
    """The way from a handler to a service: a worker thread, one transaction, a turn."""

    clock: Clock
    directory: Directory

    def begin(self) -> str:
        """A new reference for what a person or Slack just did, bound to all that follows from it."""

    def reference(self) -> str:
        """The reference of what is being done."""

    async def do(
        self,
        service: Callable[Concatenate[Session, Caller, Turn, P], Result],
        caller: Caller,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Result:
        """Writes, commits, and wakes the delivery of what was queued."""

    async def ask(
        self,
        service: Callable[Concatenate[Session, Caller, Turn, P], Result],
        caller: Caller,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Result:
        """Reads, never behind the writer."""

    def workspace_of(self, enterprise: str | None, team: str | None) -> int:
        """Our number for a workspace. Raises UnknownWorkspace."""


class UnknownWorkspace(Exception):
    """Something came from a workspace that this installation does not serve."""
