"""What can be wrong with a roster: with the file, with a row, with a person whom a row names."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class RowFault(StrEnum):
    """Each has a sentence in bot/services/importing_words.py, which says what its word is."""

    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    NOT_UTF8 = "not_utf8"
    EMPTY = "empty"
    NO_COLUMN = "no_column"
    COLUMN_TWICE = "column_twice"
    NEVER_CLOSED = "never_closed"

    QUOTES = "quotes"
    TOO_MANY_CELLS = "too_many_cells"
    LONG_CELL = "long_cell"
    NUL = "nul"
    NO_MENTOR = "no_mentor"
    NO_MENTEE = "no_mentee"
    TWO_MENTEES = "two_mentees"
    TOO_MANY_MENTORS = "too_many_mentors"
    NOT_AN_ADDRESS = "not_an_address"
    SAME_PERSON = "same_person"
    UNKNOWN_RHYTHM = "unknown_rhythm"
    NOT_A_DATE = "not_a_date"
    FUTURE = "future"
    LONG_AGO = "long_ago"
    LONG_TEXT = "long_text"

    NOBODY = "nobody"
    BOT = "bot"
    GONE = "gone"
    OUTSIDE = "outside"
    REFUSED = "refused"

    UNKNOWN_COLUMN = "unknown_column"
    DUPLICATE = "duplicate"
    ZONE_UNKNOWN = "zone_unknown"
    ONLY_COORDINATORS = "only_coordinators"
    OTHER_COORDINATORS = "other_coordinators"
    OTHER_ROOM = "other_room"
    OTHER_DAY = "other_day"


UNREADABLE: Final = frozenset(
    {
        RowFault.TOO_LARGE,
        RowFault.TOO_MANY_ROWS,
        RowFault.NOT_UTF8,
        RowFault.EMPTY,
        RowFault.NO_COLUMN,
        RowFault.COLUMN_TWICE,
        RowFault.NEVER_CLOSED,
    }
)
"""Of these nobody can say which rows the file has, so none of it is brought in."""

HARMLESS: Final = frozenset(
    {
        RowFault.UNKNOWN_COLUMN,
        RowFault.DUPLICATE,
        RowFault.ZONE_UNKNOWN,
        RowFault.ONLY_COORDINATORS,
        RowFault.OTHER_COORDINATORS,
        RowFault.OTHER_ROOM,
        RowFault.OTHER_DAY,
    }
)
"""Worth saying; nothing is kept out because of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """`line` is where in the file its row begins, 0 for the file as a whole. `word` is what the sentence quotes."""

    line: int
    fault: RowFault
    word: str = ""

    @property
    def harmless(self) -> bool:
        return self.fault in HARMLESS


class Unreadable(Exception):
    """The file cannot be read any further."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fault.value)
        self.problem = problem
