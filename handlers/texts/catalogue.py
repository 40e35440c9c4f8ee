"""The sentences of one language, its days and its numbers.

Messages are found by key. `en.po` holds the English that translators start from, so English can be improved without
losing a translation. Catalogues are compiled in memory when a language is first spoken: no build step, nothing stale.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cached_property, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

LANGUAGES: Final = ("en", "fr")
FALLBACK: Final = "en"
LOCALES: Final = {"en": "en_GB", "fr": "fr"}
_FIRST_GROUPED: Final = 1000
"""Whole numbers below it are digits alone in all of our languages."""


def of(language: str) -> "Texts":
    """The texts of a Slack locale such as `fr-CA`; English for what is not there."""
    spoken = language.replace("_", "-").partition("-")[0].casefold()
    return _texts(spoken if spoken in LANGUAGES else FALLBACK)


@lru_cache
def _texts(language: str) -> "Texts":
    return Texts(language, _translations(language))


@lru_cache
def _translations(language: str) -> Translations:
    source = files("handlers.texts").joinpath(f"{language}.po").read_bytes()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source), locale=LOCALES[language]))
    compiled.seek(0)
    translations = Translations(compiled)
    if language != FALLBACK:
        translations.add_fallback(_translations(FALLBACK))
    return translations


class Texts:
    """What can be said in one language. Values come in as they shall be read; nothing is escaped here."""

    def __init__(self, language: str, translations: Translations) -> None:
        self.language = language
        self._translations = translations

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(LOCALES[self.language])

    def say(self, key: str, /, **names: object) -> str:
        return self._translations.gettext(key).format(**names)

    def count(self, key: str, n: int, /, **names: object) -> str:
        """The form that the language has for `n`; the sentence may quote it as {n}."""
        form = self._translations.ngettext(key, key, n)
        return form.format(**{"n": self.number(n), **names})

    def knows(self, key: str) -> bool:
        return self._translations.gettext(key) != key

    def day(self, day: date) -> str:
        pattern = self.say("date.first" if day.day == 1 else "date.day")
        return format_date(day, pattern, self._locale)

    def full_day(self, day: date) -> str:
        """With its year."""
        return self.say("date.full", day=self.day(day), year=day.year)

    def moment(self, at: datetime, zone: str) -> str:
        local = at.astimezone(ZoneInfo(zone))
        return self.say(
            "date.moment",
            weekday=self.weekday(local.weekday()),
            day=self.day(local.date()),
            time=self.time(local.time()),
        )

    def time(self, at: time) -> str:
        return format_time(at.replace(tzinfo=None), self.say("date.time"), locale=self._locale)

    def weekday(self, day: int) -> str:
        """0 is Monday."""
        return str(get_day_names("wide", locale=self._locale)[day])

    def join(self, names: Sequence[str]) -> str:
        return format_list(names, locale=self._locale)

    def number(self, number: float) -> str:
        if isinstance(number, int) and 0 <= number < _FIRST_GROUPED:
            return str(number)
        return format_decimal(number, "#,##0.#", locale=self._locale)
