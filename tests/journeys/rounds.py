"""The rounds of Writers as Ana sees them in the channel, the first from Tuesday 15 to Friday 18 September."""

from datetime import UTC, datetime, timedelta
from typing import Final

from playground.model import Conversation
from playground.seen import Seen
from tests.stage import Stage

CLOSE: Final = datetime(2026, 9, 18, 9, 0, tzinfo=UTC)
"""Three working days after the first round."""
A_MINUTE: Final = timedelta(minutes=1)


def threads(there: Stage, channel: Conversation) -> list[Seen]:
    """The messages that opened rounds, oldest first."""
    found = there["Ana"].messages(channel.id)
    opened = [each for each in found if "a new round is open" in each.plain or "this round is closed" in each.plain]
    return [each for each in opened if each.thread_ts in (None, each.ts)]


def said_in(there: Stage, thread: Seen) -> list[Seen]:
    return [
        each for each in there["Ana"].messages(thread.channel) if each.thread_ts == thread.ts and each.ts != thread.ts
    ]
