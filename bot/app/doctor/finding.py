"""What a check found, and how it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text


class Verdict(StrEnum):
    """NOTE is neither good nor bad: what cannot be seen from here, or had to wait for something else."""

    OK = "ok"
    FIX = "fix"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    verdict: Verdict
    about: str
    says: str


def ok(about: str, says: str) -> Finding:
    return Finding(verdict=Verdict.OK, about=about, says=says)


def fix(about: str, says: str) -> Finding:
    """`says` is what is wrong and what mends it."""
    return Finding(verdict=Verdict.FIX, about=about, says=says)


def note(about: str, says: str) -> Finding:
    return Finding(verdict=Verdict.NOTE, about=about, says=says)


def to_mend(findings: Sequence[Finding]) -> int:
    return sum(each.verdict is Verdict.FIX for each in findings)


COLOURS: Final = {Verdict.OK: "green", Verdict.FIX: "bold red", Verdict.NOTE: "yellow"}


def show(findings: Sequence[Finding], console: Console) -> None:
    """A line a finding; in a terminal long ones go on below themselves."""
    if console.is_terminal:
        table = Table.grid(padding=(0, 2, 0, 0))
        for each in findings:
            table.add_row(Text(each.verdict, COLOURS[each.verdict]), each.about, Text(_line(each.says)))
        console.print(table)
    else:
        for each in findings:
            console.print(Text(f"{each.verdict:<6}{each.about:<16}{_line(each.says)}"), soft_wrap=True)
    mend = to_mend(findings)
    console.print(f"\n{mend} to mend." if mend else "\nAll is well.")


def _line(text: str) -> str:
    """Names come from outside: nothing in them moves a terminal's cursor."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
