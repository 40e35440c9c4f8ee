"""What follows `/rapport pair`: a mentor, mentees and, if somebody likes, a focus and a programme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.refusals import Refusal, Refused
from bot.domain.roster_row import folded
from bot.domain.words import nearest

MENTION: Final = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
"""A person, as Slack writes one into a command (https://docs.slack.dev/interactivity/implementing-slash-commands)."""

BETWEEN: Final = frozenset({"", ",", "and", "et", "with", "avec", "&", "+", "/"})
IN: Final = r"(?:^|\s)(?:in|dans)\s+[\"“«]?\s*"
END: Final = r"\s*[\"”»]?(?=$|[\s,.;:])"


@dataclass(frozen=True, kw_only=True, slots=True)
class PairWords:
    """People by their Slack ids. `programme` is the name as it is stored."""

    mentor: str
    mentees: tuple[str, ...]
    focus: str
    programme: str

    @property
    def people(self) -> tuple[str, ...]:
        return (self.mentor, *self.mentees)


def read(text: str, programmes: Sequence[str]) -> PairWords:
    """The first person is the mentor, everybody after a mentee. `programmes` are those to choose from.

    Raises Refused: PAIR_WHOM, PAIR_SELF, WHICH_PROGRAMME.
    """
    people = MENTION.findall(text)
    if len(people) < 2:
        raise Refused(Refusal.PAIR_WHOM)
    mentor, *mentees = people
    if mentor in mentees:
        raise Refused(Refusal.PAIR_SELF)
    focus, programme = _programme(_words(text), programmes)
    return PairWords(mentor=mentor, mentees=tuple(dict.fromkeys(mentees)), focus=focus, programme=programme)


def _words(text: str) -> str:
    """What is left without the people, and without the words that only join them."""
    parts = (part.strip() for part in MENTION.split(text)[::2])
    return " ".join(" ".join(part for part in parts if part.casefold() not in BETWEEN).split())


def _programme(words: str, programmes: Sequence[str]) -> tuple[str, str]:
    """The focus and the programme's name. A longer name wins: "Women in Science" over "Science"."""
    for name in sorted(programmes, key=len, reverse=True):
        found = re.search(IN + r"\s+".join(map(re.escape, name.split())) + END, words, re.IGNORECASE)
        if found:
            return _tidy(f"{words[: found.start()]} {words[found.end() :]}"), name
    if len(programmes) != 1 or _is_misspelt(words, programmes[0]):
        raise Refused(Refusal.WHICH_PROGRAMME, *programmes)
    return _tidy(words), programmes[0]


def _is_misspelt(words: str, name: str) -> bool:
    """Whether "in …" seems to mean the programme: otherwise "working in industry" is a focus."""
    return any(nearest(folded(words[found.end() :]), [folded(name)]) for found in re.finditer(IN, words))


def _tidy(focus: str) -> str:
    return " ".join(focus.split()).strip(" ,.;:")
