"""What the courier has to do: what is to be said, painted, looked for, or asked of Slack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage import arrivals, formations
from storage import message as messages
from storage import notice as notices
from storage import surface as surfaces
from storage.moments import Moment, next_of
from storage.session import Session

LAPSE: Final = "lapse"


ERRANDS: Final[Mapping[str, Moment]] = {
    "looking_up": formations.NEXT_LOOKING_UP,
    "room": formations.NEXT_ROOM,
    "arrival": arrivals.NEXT_LOOK,
}


WHAT_WAITS: Final[Mapping[str, Moment]] = {
    "notice": notices.NEXT_DUE,
    "surface": surfaces.NEXT_DUE,
    LAPSE: messages.NEXT_LAPSE,
    **ERRANDS,
}
"""What the courier has to do: to say, to paint, to look for, and to ask of Slack for groups that are formed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """Whether there is `anything` to say, to paint or to look for, whether a message's lease has `lapsed`, and whether
    groups that are being formed want something of Slack: `errands`.
    """

    anything: bool
    lapsed: bool
    errands: bool


def waiting(session: Session, now: datetime) -> Waiting:
    due = {name for name, at in next_of(session, WHAT_WAITS).items() if at is not None and at <= now}
    return Waiting(anything=bool(due), lapsed=LAPSE in due, errands=not due.isdisjoint(ERRANDS))
