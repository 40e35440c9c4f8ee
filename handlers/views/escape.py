"""Makes what people typed safe to stand in a sentence of ours."""

import re
import unicodedata
from typing import Final

ELLIPSIS: Final = "…"

# Embeddings, overrides and isolates could turn the rest of our sentence round: https://www.unicode.org/reports/tr9/
_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp", "Mn", "Me"})
_BREAKS: Final = frozenset({"Cc", "Zl", "Zp"})
_FIRST_COMBINING: Final = "\u0300"
"""Before it nothing printable is invisible but the space, and all is written from left to right."""

_JOINERS: Final = frozenset("\u200d\ufe0f\ufe0e")

# Slack has no escape for its own marks, so their full-width twins stand in. Inside a word they mark nothing there:
# https://docs.slack.dev/messaging/formatting-message-text
_TWINS: Final = str.maketrans("*_~`", "＊＿～｀")
_MARKS: Final = re.compile(r"`|(?<![^\W_])[*_~]+|[*_~]+(?![^\W_])")
_QUOTE: Final = re.compile(r"^>")


def clean(typed: str) -> str:
    """One line without control characters, of which nothing reaches beyond its end; '' if nothing can be seen."""
    if typed.isprintable() and max(typed, default="") < _FIRST_COMBINING:
        return " ".join(typed.split())
    return _cleaned(typed)


def _cleaned(typed: str) -> str:
    """Character by character, for any script."""
    spaced = "".join(" " if unicodedata.category(each) in _BREAKS else each for each in typed)
    seen = "".join(each for each in spaced if each not in _BIDI and unicodedata.category(each) != "Cs")
    line = " ".join(seen.split())
    if all(unicodedata.category(each) in _INVISIBLE for each in line):
        return ""
    if any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in line):
        return f"{_FIRST_STRONG_ISOLATE}{line}{_POP_ISOLATE}"
    return line


def escape(typed: str) -> str:
    """`clean`, for mrkdwn: Slack's three characters as entities, its marks disarmed. Never for plain_text."""
    line = _QUOTE.sub("＞", clean(typed))
    disarmed = _MARKS.sub(lambda marks: marks[0].translate(_TWINS), line)
    return disarmed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def words(typed: str) -> str:
    """A person's own lines for rich_text, which parses nothing: only what cannot be sent or seen is taken out."""
    kept = (each for each in typed if each in "\n\t" or unicodedata.category(each) not in ("Cc", "Cs"))
    return "".join(kept)


def size(text: str) -> int:
    """Characters as the strictest reader would count them (UTF-16 units): Slack does not say how it counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """`text`, or its beginning and an ellipsis; neither an entity nor a character of several parts is torn."""
    if size(text) <= most:
        return text
    end = _fitting(text, most - 1)
    while end and (unicodedata.combining(text[end]) or text[end] in _JOINERS or text[end - 1] in _JOINERS):
        end -= 1
    return re.sub(r"(&[a-z]*|\s+)$", "", text[:end]) + ELLIPSIS


def pieces(text: str, most: int) -> list[str]:
    """`text` in parts of at most `most`, nothing lost."""
    parts = []
    while text:
        end = _fitting(text, most)
        parts.append(text[:end])
        text = text[end:]
    return parts


def _fitting(text: str, most: int) -> int:
    """How many characters of `text` fit."""
    room = most
    for at, each in enumerate(text):
        room -= 2 if each > "\uffff" else 1
        if room < 0:
            return at
    return len(text)
