"""What the bot tidies behind itself."""

from bot.domain.turn import Turn
from storage import heard
from storage.session import Session


def forget_events(session: Session, turn: Turn) -> int:
    """How many events are old enough to be forgotten, and now are."""
    return heard.forget(session, turn.now)
