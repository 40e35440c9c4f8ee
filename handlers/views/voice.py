"""The bot's voice in the reader's language: every word that a person typed is made safe here, and nowhere else."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from bot.domain.sayings import Mention, Reader
from handlers import texts
from handlers.texts import Texts
from handlers.views.escape import clean, cut, escape, size

WORD_MOST: Final = 250
"""Characters of a name, a focus, a programme as they are sent: longer ones are cut, so that ours still fit beside."""

ENTITY: Final = 5
"""Characters of the longest that stands for one: `&amp;`."""

PERSON: Final = re.compile(r"[UW][A-Z0-9]+")

Word = str | int | float | date | time | Mention | Sequence[str]


@dataclass(frozen=True, slots=True)
class Voice:
    """`plain` is for plain_text, `marked` for mrkdwn; `_of` takes the form for `n`.

    Text that comes in is what people typed; names come in as sequences and are joined; days and times are put in the
    reader's language and zone. A mention is a link to a person where it is marked, else their name.
    """

    texts: Texts
    zone: str

    def plain(self, key: str, /, **words: Word) -> str:
        return self.texts.say(key, **self._put(words, clean))

    def plain_of(self, key: str, n: int, /, **words: Word) -> str:
        return self.texts.count(key, n, **self._put(words, clean))

    def marked(self, key: str, /, **words: Word) -> str:
        return self.texts.say(key, **self._put(words, escape))

    def marked_of(self, key: str, n: int, /, **words: Word) -> str:
        return self.texts.count(key, n, **self._put(words, escape))

    def coordinator(self, name: str) -> str:
        """Who that is, to be put into a sentence as a word."""
        if not clean(name):
            return self.plain("coordinator.unnamed")
        return self.plain("coordinator.named", name=name)

    def programme(self, name: str) -> str:
        return name if clean(name) else self.plain("programme.unnamed")

    def coordinators(self, names: Sequence[str]) -> list[str]:
        return [self.coordinator(name) for name in names] or [self.coordinator("")]

    def _put(self, words: dict[str, Word], place: Callable[[str], str]) -> dict[str, str]:
        return {name: self._one(word, place) for name, word in words.items()}

    def _one(self, word: Word, place: Callable[[str], str]) -> str:
        match word:
            case str():
                return _fitted(word, place) or self.texts.say("name.none")
            case Mention() if place is escape and PERSON.fullmatch(word.person):
                return f"<@{word.person}>"
            case Mention():
                return self._one(word.name, place)
            case datetime():
                return self.texts.moment(word, self.zone)
            case date():
                return self.texts.day(word)
            case time():
                return self.texts.time(word)
            case int() | float():
                return self.texts.number(word)
            case _:
                return self.texts.join([self._one(each, place) for each in word])


def _fitted(word: str, place: Callable[[str], str]) -> str:
    """Cut before it is placed: what `place` puts around it must not be torn."""
    whole = place(cut(clean(word), WORD_MOST))
    return whole if size(whole) <= WORD_MOST else place(cut(clean(word), WORD_MOST // ENTITY))


def voice_for(reader: Reader) -> Voice:
    return Voice(texts.of(reader.language), reader.zone)
