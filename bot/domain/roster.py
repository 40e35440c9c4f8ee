"""Rosters: files of pairs to bring in. Every line is empty, in a row, or named with what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.domain.roster_file import Record, decoded, records
from bot.domain.roster_problems import UNREADABLE, Problem, RowFault, Unreadable
from bot.domain.roster_row import Row, Wrong, folded, plain, quotable, row_of

ROWS: Final = 10_000
LONGEST_CELL: Final = 10_000
DELIMITERS: Final = (",", ";", "\t")
COLUMNS: Final = {
    "mentor": "mentor mentors",
    "mentee": "mentee mentees mentore mentoree mentores mentorees",
    "focus": "focus theme sujet",
    "rhythm": "rhythm rythme frequency frequence",
    "started": "started starton startdate start debut datededebut",
    "site": "site lieu",
}
"""Headings, with `plain` spelling: in French the *mentoré* is the mentee."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster:
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]

    @property
    def readable(self) -> bool:
        return not any(problem.fault in UNREADABLE for problem in self.problems)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Header:
    """Where each column stands, and which places are passed over because their headings are not known."""

    line: int
    places: Mapping[str, int]
    unknown: Mapping[int, str]


@dataclass(slots=True)
class _Reading:
    """What was understood so far. `seen` are the lines on which each pair was first named."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: dict[tuple[str, frozenset[str], str], int] = field(default_factory=dict)


def read(raw: bytes, today: date) -> Roster:
    """The rows of a CSV file with a header, separated by commas, semicolons or tabs."""
    reading = _Reading()
    try:
        _read(decoded(raw), today, reading)
    except Unreadable as unreadable:
        reading.problems.append(unreadable.problem)
    in_order = sorted(reading.problems, key=lambda problem: problem.line)
    return Roster(rows=tuple(reading.rows), problems=tuple(in_order))


def _read(text: str, today: date, reading: _Reading) -> None:
    found = records(text, _delimiter(text))
    header = _header(next(found, None))
    reading.problems.extend(
        Problem(line=header.line, fault=RowFault.UNKNOWN_COLUMN, word=quotable(heading))
        for heading in header.unknown.values()
    )
    for count, record in enumerate(found):
        if count == ROWS:
            raise Unreadable(Problem(line=record.line, fault=RowFault.TOO_MANY_ROWS, word=str(ROWS)))
        if isinstance(record, Problem):
            reading.problems.append(record)
        else:
            _keep(_row(record, header, today), reading)


def _keep(row: Row | tuple[Problem, ...], reading: _Reading) -> None:
    if not isinstance(row, Row):
        reading.problems.extend(row)
        return
    first = reading.seen.setdefault((row.mentee, frozenset(row.mentors), folded(row.focus)), row.line)
    if first == row.line:
        reading.rows.append(row)
    else:
        reading.problems.append(Problem(line=row.line, fault=RowFault.DUPLICATE, word=str(first)))


def _delimiter(text: str) -> str:
    """The one that finds the most headings."""

    def headings(delimiter: str) -> int:
        try:
            header = next(records(text, delimiter), None)
        except Unreadable:
            return 0
        return sum(_column(cell) is not None for cell in header.cells) if isinstance(header, Record) else 0

    return max(DELIMITERS, key=headings)


def _header(record: Record | Problem | None) -> _Header:
    if record is None:
        raise Unreadable(Problem(line=0, fault=RowFault.EMPTY))
    cells = record.cells if isinstance(record, Record) else ()
    if any("\0" in cell for cell in cells):
        raise Unreadable(Problem(line=record.line, fault=RowFault.NOT_UTF8))
    places: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for place, cell in enumerate(cells):
        column = _column(cell)
        if column in places:
            raise Unreadable(Problem(line=record.line, fault=RowFault.COLUMN_TWICE, word=column))
        if column is not None:
            places[column] = place
        elif cell.strip():
            unknown[place] = cell
    for needed in ("mentor", "mentee"):
        if needed not in places:
            raise Unreadable(Problem(line=record.line, fault=RowFault.NO_COLUMN, word=needed))
    return _Header(line=record.line, places=places, unknown=unknown)


def _column(heading: str) -> str | None:
    letters = plain(heading)
    return next((column for column, spellings in COLUMNS.items() if letters in spellings.split()), None)


def _row(record: Record, header: _Header, today: date) -> Row | tuple[Problem, ...]:
    wrongs = tuple(wrong.on(record.line) for wrong in _misshapen(record, header))
    cells = {column: record.cells[place] for column, place in header.places.items() if place < len(record.cells)}
    return wrongs or row_of(record.line, cells, today)


def _misshapen(record: Record, header: _Header) -> Iterator[Wrong]:
    headed = {*header.places.values(), *header.unknown}
    extra = next((cell for place, cell in enumerate(record.cells) if place not in headed and cell.strip()), None)
    if extra is not None:
        yield Wrong(RowFault.TOO_MANY_CELLS, extra)
    for cell in record.cells:
        if len(cell) > LONGEST_CELL:
            yield Wrong(RowFault.LONG_CELL, cell)
        if "\0" in cell:
            yield Wrong(RowFault.NUL, cell)
