"""What the bot tidies behind itself, and how it knows when it has something to deliver."""

from datetime import datetime

from bot.domain.turn import Turn
from storage import arrivals, formations, heard, message, notice, surface, workspace
from storage.session import Session


def forget_events(session: Session, turn: Turn) -> int:
    """How many events are old enough to be forgotten, and now are."""
    return heard.forget(session, turn.now)


def next_delivery(session: Session) -> datetime | None:
    """When there is next something to say, to paint, to look for, or to ask of Slack for groups that are formed.

    It counts only while a workspace is served; nothing else would ever make it less due.
    """
    all_that_waits = (notice.next_due, surface.next_due, message.next_lapse, formations.next_due, arrivals.next_due)
    waiting = all_that_waits if workspace.active(session) else ()
    moments = (due(session) for due in waiting)
    return min((each for each in moments if each is not None), default=None)
