"""The nearest of some known words to what a person typed."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

LIKENESS: Final = 0.65
"""difflib's ratio from which two words are near: two letters changed places in a word of three still are."""

SHORTEST_BEGINNING: Final = 2
"""Letters that make a beginning: one letter begins too many words."""


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word that `word` is, begins or resembles, in this order; of several that it begins, the first."""
    by_sound = {name.casefold(): name for name in known}
    typed = " ".join(word.casefold().split())
    if typed in by_sound:
        return by_sound[typed]
    if len(typed) >= SHORTEST_BEGINNING:
        for name in known:
            if name.casefold().startswith(typed):
                return name
    close = get_close_matches(typed, list(by_sound), n=1, cutoff=LIKENESS)
    return by_sound[close[0]] if close else None
