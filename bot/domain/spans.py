"""What people type for a time: when a pause is over, which period a report covers. In English and in French.

Text is read without capitals, accents, commas and apostrophes; the tables below spell their words that way.
A phrase that can be read in two ways is unclear: a question is better than a guess.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, TypeVar
from unicodedata import combining, normalize

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

T = TypeVar("T")

DAY: Final = timedelta(days=1)
WEEK: Final = relativedelta(weeks=1)
LONGEST_PAUSE: Final = 366
SHORTEST_NAME: Final = 3  # letters of "mon", "jan"
LEAP_YEARS_APART: Final = 8  # at most, as from 2096 to 2104

NUMBERS: Final = {
    "a an one un une": 1,
    "two deux": 2,
    "three trois": 3,
    "four quatre": 4,
    "five cinq": 5,
    "six": 6,
    "seven sept": 7,
    "eight huit": 8,
    "nine neuf": 9,
    "ten dix": 10,
    "eleven onze": 11,
    "twelve douze": 12,
    "fifteen quinze": 15,
}
UNITS: Final = {
    "d day days j jour jours": relativedelta(days=1),
    "w week weeks semaine semaines": WEEK,
    "fortnight fortnights quinzaine": relativedelta(weeks=2),
    "month months mois": relativedelta(months=1),
    "quarter quarters trimestre trimestres": relativedelta(months=3),
    "year years an ans annee annees": relativedelta(years=1),
}
COMING: Final = {
    "today": relativedelta(),
    "aujourd hui": relativedelta(),
    "tomorrow": relativedelta(days=1),
    "demain": relativedelta(days=1),
    "next week": relativedelta(days=1, weekday=MO),
    "semaine prochaine": relativedelta(days=1, weekday=MO),
    "next month": relativedelta(months=1, day=1),
    "mois prochain": relativedelta(months=1, day=1),
}
WEEKDAYS: Final = {
    "monday lundi": MO,
    "tuesday mardi": TU,
    "wednesday mercredi": WE,
    "thursday jeudi": TH,
    "friday vendredi": FR,
    "saturday samedi": SA,
    "sunday dimanche": SU,
}
MONTHS: Final = {
    "january janvier": 1,
    "february fevrier": 2,
    "march mars": 3,
    "april avril": 4,
    "may mai": 5,
    "june juin": 6,
    "july juillet": 7,
    "august aout": 8,
    "september septembre": 9,
    "october octobre": 10,
    "november novembre": 11,
    "december decembre": 12,
}

UNTIL: Final = re.compile(r"^(((un)?till?|for|in|on|pendant|pour|dans|en|(jusqu|d ici)( au| a| en)?) )?((the|le|la) )?")
OVER: Final = re.compile(r"^((for|over|in|from|pendant|sur|du) )?((the|le|la|les|l) )?")
TO: Final = re.compile(r" ?(?:\.{2,3}|–|—) ?| - | to | au ")
SOME_UNITS: Final = re.compile(r"(\d{1,9}|[a-z]+(?= )) ?([a-z]+)")
LAST_UNITS: Final = re.compile(r"(?:last |past )?(\d{1,9}|[a-z]+) (?:(?:derniers|dernieres) )?([a-z]+)")
WEEKDAY: Final = re.compile(r"(?:next )?([a-z]+)(?: prochain)?")
DAY_OF_MONTH: Final = re.compile(r"(?P<day>\d{1,2})(st|nd|rd|th|er)?( of)? (?P<month>[a-z]+)( (?P<year>\d{4}))?")
MONTH_AND_DAY: Final = re.compile(r"(?P<month>[a-z]+)( (?P<day>\d{1,2})(st|nd|rd|th)?)?( (?P<year>\d{4}))?")
ISO_DAY: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
CALENDAR_YEAR: Final = re.compile(r"[12]\d{3}")


class SpanUnclear(Exception):
    """What was typed is not an end, or is two. The words stay out of the message: messages reach logs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class SpanPast(Exception):
    """The day that was typed is not after today."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class SpanTooLong(Exception):
    """What was typed ends more than `limit` days from today."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class PeriodUnclear(Exception):
    """What was typed is not a period. The words stay out of the message."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class PeriodBackwards(Exception):
    """The period that was typed ends before it starts."""

    def __init__(self, start: date, end: date) -> None:
        super().__init__(start, end)
        self.start = start
        self.end = end


def until(text: str, today: date) -> date:
    """The first day on which the pause is over: "until 3 December" is 3 December, "2 weeks" the day in two weeks.

    A day without a year is the next one, a month alone is its first day.
    Raises SpanUnclear, SpanPast, SpanTooLong.
    """
    phrase = UNTIL.sub("", _plain(text))
    readings = (_after_units(phrase, today), _coming(phrase, today), _weekday(phrase, today), _day(phrase, today))
    days = {day for day in readings if day is not None}
    if len(days) != 1:
        raise SpanUnclear(text)
    day = days.pop()
    if day <= today:
        raise SpanPast(day)
    if day - today > LONGEST_PAUSE * DAY:
        raise SpanTooLong(LONGEST_PAUSE)
    return day


def period(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of a period; nothing typed is the last 30 days, today among them.

    "Last 2 weeks" ends today, "last month" is the calendar's, "this month" is all of it, the days to come included.
    Raises PeriodUnclear, PeriodBackwards.
    """
    phrase = OVER.sub("", _plain(text)) or "30 days"
    found = _range(phrase) or _year(phrase) or _calendar_unit(phrase, today) or _last_units(phrase, today)
    if found is None:
        raise PeriodUnclear(text)
    start, end = found
    if end < start:
        raise PeriodBackwards(start, end)
    return start, end


def _plain(text: str) -> str:
    letters = "".join(char for char in normalize("NFKD", text).casefold() if not combining(char))
    spaced = re.sub(r"[,'’]|(?<=[a-z])\.(?!\.)", " ", letters)
    return " ".join(spaced.split()).strip(" .!")


def _after_units(phrase: str, today: date) -> date | None:
    length = _length(SOME_UNITS.fullmatch(phrase))
    if length is None:
        return None
    try:
        return today + length
    except (ValueError, OverflowError):
        return date.max


def _coming(phrase: str, today: date) -> date | None:
    wait = COMING.get(phrase)
    return None if wait is None else today + wait


def _weekday(phrase: str, today: date) -> date | None:
    typed = WEEKDAY.fullmatch(phrase)
    weekday = _meaning_of_beginning(WEEKDAYS, typed[1]) if typed else None
    return None if weekday is None else today + relativedelta(days=1, weekday=weekday)


def _day(phrase: str, today: date) -> date | None:
    typed = _year_month_day(phrase)
    if typed is None:
        return None
    year, month, day = typed
    day = 1 if day is None else day
    if year is not None:
        return _date(year, month, day)
    days = (_date(today.year + n, month, day) for n in range(LEAP_YEARS_APART + 1))
    return next((found for found in days if found is not None and found >= today), None)


def _range(phrase: str) -> tuple[date, date] | None:
    ends = [_full_day(end) for end in TO.split(phrase)]
    match ends:
        case [date() as start, date() as end]:
            return start, end
    return None


def _year(phrase: str) -> tuple[date, date] | None:
    if not CALENDAR_YEAR.fullmatch(phrase):
        return None
    return date(int(phrase), 1, 1), date(int(phrase), 12, 31)


def _calendar_unit(phrase: str, today: date) -> tuple[date, date] | None:
    match phrase.split():
        case [word] | ["this" | "ce" | "cette", word]:
            back = 0
        case ["last" | "previous" | "dernier" | "derniere", word] | [word, "dernier" | "derniere" | "passe" | "passee"]:
            back = 1
        case _:
            return None
    unit = _meaning(UNITS, word)
    this = _start_of(unit, today) if unit else None
    if unit is None or this is None:
        return None
    start = this - unit * back
    return start, start + unit - DAY


def _last_units(phrase: str, today: date) -> tuple[date, date] | None:
    length = _length(LAST_UNITS.fullmatch(phrase))
    if not length:
        return None
    try:
        return today - length + DAY, today
    except (ValueError, OverflowError):
        return None


def _year_month_day(phrase: str) -> tuple[int | None, int, int | None] | None:
    typed = ISO_DAY.fullmatch(phrase) or DAY_OF_MONTH.fullmatch(phrase) or MONTH_AND_DAY.fullmatch(phrase)
    if typed is None:
        return None
    name = typed["month"]
    month = int(name) if name.isdecimal() else _meaning_of_beginning(MONTHS, name)
    if month is None:
        return None
    year, day = (int(typed[part]) if typed[part] else None for part in ("year", "day"))
    return year, month, day


def _full_day(phrase: str) -> date | None:
    match _year_month_day(OVER.sub("", phrase)):
        case (int() as year, month, int() as day):
            return _date(year, month, day)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _start_of(unit: relativedelta, day: date) -> date | None:
    """The first day of the week, month, quarter or year around `day`; no other unit has its place in the calendar."""
    if unit == WEEK:
        return day - day.weekday() * DAY
    months = unit.years * 12 + unit.months
    if months == 0:
        return None
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def _length(typed: re.Match[str] | None) -> relativedelta | None:
    if typed is None:
        return None
    number = int(typed[1]) if typed[1].isdecimal() else _meaning(NUMBERS, typed[1])
    unit = _meaning(UNITS, typed[2])
    return None if number is None or unit is None else unit * number


def _meaning(table: Mapping[str, T], word: str) -> T | None:
    return next((meaning for words, meaning in table.items() if word in words.split()), None)


def _meaning_of_beginning(table: Mapping[str, T], word: str) -> T | None:
    """What the only row means of which `word` begins a name: "dec" is a month, "jui" could be two."""
    if len(word) < SHORTEST_NAME:
        return None
    found = [meaning for words, meaning in table.items() if any(name.startswith(word) for name in words.split())]
    return found[0] if len(found) == 1 else None
