"""One turn of work: its moment, the reference of what caused it, and ids for what it makes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """`new_id` gives UUIDv7s, in the order of time. `cause` is short enough to be read out over the telephone."""

    now: datetime
    new_id: Callable[[], UUID]
    cause: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """Who did something in Slack: a workspace of ours, and the person's id there."""

    workspace: int
    person: str
