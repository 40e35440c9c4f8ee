"""A promise in a reply: a line that begins with "I will"."""

import re
from typing import Final

LONGEST: Final = 300

OPENERS: Final = (
    "i will",
    "i'll",
    "i’ll",
    "i am going to",
    "i'm going to",
    "i’m going to",
    "i promise",
    "je vais",
    "je ferai",
    "je promets",
    "je m'engage",
    "je m’engage",
)
"""How a promise begins, in the languages of the bot."""

_PROMISE: Final = re.compile(rf"^[\s>*_•\-–]*((?:{'|'.join(OPENERS)})\b.+)$", re.IGNORECASE | re.MULTILINE)


def promise_in(text: str) -> str | None:
    """The first line that is one, as it was typed."""
    found = _PROMISE.search(text)
    return found[1].strip()[:LONGEST] if found else None
