"""One row of a roster: what its cells mean, and every way in which they can mean nothing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar
from unicodedata import category, combining, normalize

from dateutil.relativedelta import relativedelta

from bot.domain.rhythm import Rhythm
from bot.domain.roster_problems import Problem, RowFault

T = TypeVar("T")

MENTORS: Final = 7
"""A group DM takes eight people beside the bot (https://docs.slack.dev/reference/methods/conversations.open)."""

LONGEST_TEXT: Final = 200
OLDEST: Final = relativedelta(years=10)
QUOTED: Final = 60
"""Characters of a cell that a problem quotes at most."""

RHYTHMS: Final = {
    Rhythm.WEEKLY: "weekly everyweek hebdomadaire chaquesemaine",
    Rhythm.FORTNIGHTLY: "fortnightly every2weeks everytwoweeks quinzaine parquinzaine touteslesdeuxsemaines",
    Rhythm.MONTHLY: "monthly everymonth mensuel mensuelle chaquemois",
    Rhythm.QUARTERLY: "quarterly everyquarter trimestriel trimestrielle chaquetrimestre",
    Rhythm.HALF_YEARLY: "halfyearly every6months everysixmonths semestriel semestrielle chaquesemestre",
}
"""With `plain` spelling. *Biweekly* and *bimensuel* can be read in two ways, so they are unknown."""

ADDRESS: Final = re.compile(r"[UW][A-Z0-9]{2,}|[^\s@]+@[^\s@]+")
BETWEEN_ADDRESSES: Final = re.compile(r"[;,\r\n]")
DAY: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One pairing to be. Mentors and mentee are addresses: Slack ids, or e-mail in small letters."""

    line: int
    mentors: tuple[str, ...]
    mentee: str
    focus: str = ""
    rhythm: Rhythm | None = None
    started: date | None = None
    site: str = ""


class Wrong(Exception):
    """A cell that cannot be read."""

    def __init__(self, fault: RowFault, word: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.word = quotable(word)

    def on(self, line: int) -> Problem:
        return Problem(line=line, fault=self.fault, word=self.word)


def row_of(line: int, cells: Mapping[str, str], today: date) -> Row | tuple[Problem, ...]:
    """The row of the cells that stand under each heading, or everything that is wrong with it."""
    wrongs: list[Wrong] = []

    def cell(column: str, meaning: Callable[[str], T], otherwise: T) -> T:
        try:
            return meaning(cells.get(column, ""))
        except Wrong as wrong:
            wrongs.append(wrong)
            return otherwise

    row = Row(
        line=line,
        mentors=cell("mentor", _mentors, ()),
        mentee=cell("mentee", _mentee, ""),
        focus=cell("focus", lambda text: _short(text, "focus"), ""),
        rhythm=cell("rhythm", _rhythm, None),
        started=cell("started", lambda text: _started(text, today), None),
        site=cell("site", lambda text: _short(text, "site"), ""),
    )
    if row.mentee in row.mentors:
        wrongs.append(Wrong(RowFault.SAME_PERSON, row.mentee))
    return tuple(wrong.on(line) for wrong in wrongs) or row


def folded(text: str) -> str:
    """A focus or a name as it is compared: case and spaces make no difference."""
    return " ".join(text.split()).casefold()


def _mentors(text: str) -> tuple[str, ...]:
    mentors = _addresses(text)
    if not mentors:
        raise Wrong(RowFault.NO_MENTOR)
    if len(mentors) > MENTORS:
        raise Wrong(RowFault.TOO_MANY_MENTORS, str(len(mentors)))
    twice = next((mentor for mentor in mentors if mentors.count(mentor) > 1), None)
    if twice is not None:
        raise Wrong(RowFault.SAME_PERSON, twice)
    return mentors


def _mentee(text: str) -> str:
    mentees = _addresses(text)
    if not mentees:
        raise Wrong(RowFault.NO_MENTEE)
    if len(mentees) > 1:
        raise Wrong(RowFault.TWO_MENTEES, text)
    return mentees[0]


def _addresses(text: str) -> tuple[str, ...]:
    """Invisible marks come along when an address is copied from a page, and are dropped."""
    visible = "".join(char for char in text if category(char) != "Cf")
    return tuple(_address(part.strip()) for part in BETWEEN_ADDRESSES.split(visible) if part.strip())


def _address(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise Wrong(RowFault.NOT_AN_ADDRESS, text)
    return text.lower() if "@" in text else text


def _rhythm(text: str) -> Rhythm | None:
    letters = plain(text)
    found = next((rhythm for rhythm, spellings in RHYTHMS.items() if letters in spellings.split()), None)
    if found is None and text.strip():
        raise Wrong(RowFault.UNKNOWN_RHYTHM, text)
    return found


def _started(text: str, today: date) -> date | None:
    if not text.strip():
        return None
    typed = DAY.fullmatch(text.strip())
    try:
        day = date(int(typed[1]), int(typed[3]), int(typed[4])) if typed else None
    except ValueError:
        day = None
    if day is None:
        raise Wrong(RowFault.NOT_A_DATE, text)
    if day > today:
        raise Wrong(RowFault.FUTURE, text)
    if day < today - OLDEST:
        raise Wrong(RowFault.LONG_AGO, text)
    return day


def _short(text: str, column: str) -> str:
    short = " ".join(text.split())
    if len(short) > LONGEST_TEXT:
        raise Wrong(RowFault.LONG_TEXT, column)
    return short


def plain(text: str) -> str:
    """Letters and digits without capitals and accents."""
    letters = (char for char in normalize("NFKD", text).casefold() if not combining(char))
    return "".join(char for char in letters if char.isalnum())


def quotable(text: str) -> str:
    """Short, on one line, and harmless to a terminal."""
    shown = " ".join("".join(char if char.isprintable() else " " for char in text[: 4 * QUOTED]).split())
    return shown if len(shown) <= QUOTED else shown[: QUOTED - 1] + "…"
