"""A promise in a reply: a line that begins with "I will"."""

import re
from typing import Final

LONGEST: Final = 250
"""Characters: as many as a list shows of one."""

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


def beside_promise(text: str) -> str:
    """What a reply says beside its promise, for where promises are listed: '' where it says nothing more.

    A promise too long for the list stays among the words, where it is whole.
    """
    found = _PROMISE.search(text)
    if found is None or len(found[1].strip()) > LONGEST:
        return text
    around = (text[: found.start()].rstrip(), text[found.end() :].lstrip("\n"))
    return "\n".join(part for part in around if part.strip())
