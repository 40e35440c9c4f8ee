"""References: a short word for each click, event and tick, in the log and in what a person is shown of an error."""

from contextvars import ContextVar
from secrets import token_bytes
from typing import Final

import structlog

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32, without what is misread aloud or in print: 0 and O, 1 and I."""

LENGTH: Final = 6

_reference: ContextVar[str] = ContextVar("reference", default="start")


def new_reference() -> str:
    """Binds a fresh reference to everything that follows in this task and its threads."""
    reference = "".join(ALPHABET[byte % len(ALPHABET)] for byte in token_bytes(LENGTH))
    _reference.set(reference)
    structlog.contextvars.bind_contextvars(reference=reference)
    return reference


def current_reference() -> str:
    return _reference.get()
