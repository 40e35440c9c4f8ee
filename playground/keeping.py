"""A pretend workspace that outlives its process: everything but what stands open on a screen, as JSON."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pydantic import ConfigDict, TypeAdapter, ValidationError

from playground.model import Conversation, File, Member
from playground.server import StandIn

VERSION: Final = 1


class CannotResume(Exception):
    """What was kept is not of this version, or no playground's at all."""


@dataclass(kw_only=True)
class Kept:
    """`dice` is the state of the one pair of dice, so that ids go on where they stopped. One can be any of `people`."""

    version: int
    seed: int
    now: datetime
    dice: list[Any]
    changes: int
    last_order: int
    members: list[Member]
    people: list[str]
    conversations: list[Conversation]
    files: list[File]

    __pydantic_config__ = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")


_KEPT: Final = TypeAdapter(Kept)
_PASSING: Final = {"filled", "offered", "before"}
_UNSENT: Final = {"conversations": {"__all__": {each: {"__all__": _PASSING} for each in ("messages", "deleted")}}}
"""What somebody has put into a message's menus and not sent, and what stood there before it was changed."""


def keep(slack: StandIn, *, seed: int) -> bytes:
    workspace = slack.workspace
    kept = Kept(
        version=VERSION,
        seed=seed,
        now=slack.clock.now(),
        dice=_listed(workspace.ids.dice),
        changes=workspace.version,
        last_order=workspace.last_order,
        members=list(workspace.members.values()),
        people=list(slack.people),
        conversations=list(workspace.conversations.values()),
        files=list(workspace.files.values()),
    )
    return _KEPT.dump_json(kept, exclude=_UNSENT)


def read(written: bytes) -> Kept:
    """Raises CannotResume."""
    try:
        kept = _KEPT.validate_json(written)
    except ValidationError:
        raise CannotResume from None
    if kept.version != VERSION:
        raise CannotResume
    return kept


def resume(slack: StandIn, kept: Kept) -> None:
    """Fills a stand-in that was made with the kept seed and has not begun: its tokens and ids are the same."""
    slack.workspace.resume(
        members=kept.members,
        conversations=kept.conversations,
        files=kept.files,
        version=kept.changes,
        last_order=kept.last_order,
    )
    slack.workspace.ids.dice = _state(kept.dice)
    for person in kept.people:
        slack.walk_on(slack.workspace.members[person])


def _listed(state: tuple[Any, ...]) -> list[Any]:
    version, numbers, gauss = state
    return [version, list(numbers), gauss]


def _state(listed: list[Any]) -> tuple[Any, ...]:
    version, numbers, gauss = listed
    return version, tuple(numbers), gauss
