"""A roster's bytes: which letters they are, and which cells stand on which line."""

import csv
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Final

from bot.domain.roster_problems import Problem, RowFault, Unreadable

LARGEST: Final = 5_000_000
"""Bytes of a file: a hundred times those of a large programme."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """The cells of one row. `line` is the one it begins on: a quoted cell may hold several."""

    line: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def decoded(raw: bytes) -> str:
    """UTF-8, or UTF-16 with its mark. Other letters are refused: a guess would spoil names. Raises Unreadable."""
    if len(raw) > LARGEST:
        raise Unreadable(Problem(line=0, fault=RowFault.TOO_LARGE, word=str(LARGEST // 1_000_000)))
    encoding = "utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as wrong:
        line = raw[: wrong.start].count(b"\n") + 1
        raise Unreadable(Problem(line=line, fault=RowFault.NOT_UTF8)) from wrong


def records(text: str, delimiter: str) -> Iterator[Record | Problem]:
    """The rows that are not blank. A row whose quotation marks are wrong is named, and reading goes on after its line.

    Raises Unreadable when such a row spans lines: what belongs to it would be a guess.
    """
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    while reader.line_num < len(lines):
        line = reader.line_num + 1
        try:
            record = Record(line=line, cells=tuple(next(reader)))
        except csv.Error:
            if reader.line_num > line:
                raise Unreadable(Problem(line=line, fault=RowFault.NEVER_CLOSED)) from None
            endless = len(lines[line - 1]) > csv.field_size_limit()
            yield Problem(line=line, fault=RowFault.LONG_CELL if endless else RowFault.QUOTES)
        else:
            if not record.blank:
                yield record
