"""A file of pairs is read to its last line: what cannot be brought in is named, and nothing is lost."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from io import StringIO
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import roster, roster_file
from bot.domain.rhythm import Rhythm
from bot.domain.roster import Roster, read
from bot.domain.roster_problems import Problem, RowFault
from bot.domain.roster_row import MENTORS, QUOTED, Row

TODAY = date(2026, 11, 22)
HEADER = "mentor,mentee,focus,rhythm,started,site"


def read_text(text: str) -> Roster:
    return read(text.encode(), TODAY)


def faults(text: str) -> list[tuple[int, RowFault, str]]:
    return [(problem.line, problem.fault, problem.word) for problem in read_text(text).problems]


def test_a_row_is_a_pairing_to_be() -> None:
    read_rows = read_text(f"{HEADER}\nU0ANA;ben@Example.org,U0CYD,Career in  research,weekly,2025-03-01,Lyon\n")

    assert read_rows == Roster(
        rows=(
            Row(
                line=2,
                mentors=("U0ANA", "ben@example.org"),
                mentee="U0CYD",
                focus="Career in research",
                rhythm=Rhythm.WEEKLY,
                started=date(2025, 3, 1),
                site="Lyon",
            ),
        ),
        problems=(),
    )


@pytest.mark.parametrize(
    "text",
    [
        "mentor,mentee\nU0ANA,U0CYD\n",
        "mentor;mentee\nU0ANA;U0CYD\n",
        "mentor\tmentee\nU0ANA\tU0CYD",
        "mentee,mentor\r\nU0CYD,U0ANA\r\n",
        "mentor,mentee\rU0ANA,U0CYD\r",
        " Mentor , MENTEE \nU0ANA, U0CYD \n",
        '"Mentor(s)","Mentee"\n"U0ANA", "U0CYD"\n',
        "mentor,mentee,,\nU0ANA,U0CYD,,\n",
        "Mentor;Mentoré(e);Thème;Rythme;Lieu\nU0ANA;U0CYD;;;\n",
        "mentor,mentee,focus\nU0ANA,U0CYD\n",
        "mentor,mentee\n\u200fU0ANA\u200e,\u200bU0CYD\n",
    ],
)
def test_files_differ_in_form_only(text: str) -> None:
    assert read_text(text) == Roster(rows=(Row(line=2, mentors=("U0ANA",), mentee="U0CYD"),), problems=())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_are_read_with_and_without_a_mark(encoding: str) -> None:
    found = read("mentor,mentee,focus\nU0ANA,U0CYD,Zoë שלום 🌱\n".encode(encoding), TODAY)

    assert [row.focus for row in found.rows] == ["Zoë שלום 🌱"]


@pytest.mark.parametrize(
    ("raw", "line", "fault"),
    [
        (b"mentor,mentee,focus\nU0ANA,U0CYD,x\nU0ANA,U0DEE,caf\xe9\n", 3, RowFault.NOT_UTF8),
        ("mentor,mentee\nU0ANA,U0CYD\n".encode("utf-16-le"), 1, RowFault.NOT_UTF8),
        (b"\xff\xfem\x00e\x00", 1, RowFault.NO_COLUMN),
        (b"\xff\xfem", 1, RowFault.NOT_UTF8),
        (b"", 0, RowFault.EMPTY),
        (b" \n,,\n\n", 0, RowFault.EMPTY),
        (b"\n\nmentor,who\nU0ANA,U0CYD\n", 3, RowFault.NO_COLUMN),
        (b"U0ANA,U0CYD\n", 1, RowFault.NO_COLUMN),
        (b"mentor,mentee,Mentor\nU0ANA,U0CYD,x\n", 1, RowFault.COLUMN_TWICE),
        (b'mentor,mentee\nU0ANA,"U0CYD\nU0BEN,U0DEE\n', 2, RowFault.NEVER_CLOSED),
        (b"x" * (roster_file.LARGEST + 1), 0, RowFault.TOO_LARGE),
    ],
)
def test_a_file_that_cannot_be_read_to_its_end_is_refused_as_a_whole(raw: bytes, line: int, fault: RowFault) -> None:
    found = read(raw, TODAY)

    assert not found.readable
    assert (found.problems[-1].line, found.problems[-1].fault) == (line, fault)


def test_a_file_has_as_many_rows_as_the_largest_programme() -> None:
    rows = "".join(f"U0ANA,u{n}@x.org\n" for n in range(roster.ROWS))

    assert len(read_text(f"mentor,mentee\n{rows}").rows) == roster.ROWS
    assert faults(f"mentor,mentee\n{rows}U0ANA,U0CYD\n") == [(roster.ROWS + 2, RowFault.TOO_MANY_ROWS, "10000")]


@pytest.mark.parametrize(
    ("cells", "fault", "word"),
    [
        (",U0CYD", RowFault.NO_MENTOR, ""),
        (" ; ,U0CYD", RowFault.NO_MENTOR, ""),
        ("U0ANA,", RowFault.NO_MENTEE, ""),
        ("U0ANA", RowFault.NO_MENTEE, ""),
        ("U0ANA,U0CYD;U0DEE", RowFault.TWO_MENTEES, "U0CYD;U0DEE"),
        ("U0ANA,U0ANA", RowFault.SAME_PERSON, "U0ANA"),
        ("ana@x.org,Ana@X.org", RowFault.SAME_PERSON, "ana@x.org"),
        ("U0ANA;U0BEN;U0ANA,U0CYD", RowFault.SAME_PERSON, "U0ANA"),
        (";".join(f"U0M{n}" for n in range(MENTORS + 1)) + ",U0CYD", RowFault.TOO_MANY_MENTORS, "8"),
        ("Ana Bell,U0CYD", RowFault.NOT_AN_ADDRESS, "Ana Bell"),
        ("@ana,U0CYD", RowFault.NOT_AN_ADDRESS, "@ana"),
        ("U0ANA,u0cyd", RowFault.NOT_AN_ADDRESS, "u0cyd"),
        ("U0ANA,<!channel>", RowFault.NOT_AN_ADDRESS, "<!channel>"),
        ('"=HYPERLINK(""http://x"")",U0CYD', RowFault.NOT_AN_ADDRESS, '=HYPERLINK("http://x")'),
        ("U0ANA,U0CYD,,biweekly", RowFault.UNKNOWN_RHYTHM, "biweekly"),
        ("U0ANA,U0CYD,,---", RowFault.UNKNOWN_RHYTHM, "---"),
        ("U0ANA,U0CYD,,,31/01/2026", RowFault.NOT_A_DATE, "31/01/2026"),
        ("U0ANA,U0CYD,,,2026-02-29", RowFault.NOT_A_DATE, "2026-02-29"),
        ("U0ANA,U0CYD,,,2026-01.02", RowFault.NOT_A_DATE, "2026-01.02"),
        ("U0ANA,U0CYD,,,2026-11-23", RowFault.FUTURE, "2026-11-23"),
        ("U0ANA,U0CYD,,,2016-11-21", RowFault.LONG_AGO, "2016-11-21"),
        ("U0ANA,U0CYD," + "x" * 201, RowFault.LONG_TEXT, "focus"),
        ("U0ANA,U0CYD,,,," + "x" * 201, RowFault.LONG_TEXT, "site"),
        ("U0ANA,U0CYD," + "x" * 10_001, RowFault.LONG_CELL, "x" * (QUOTED - 1) + "…"),
        ("U0ANA,U0CYD," + "x" * 140_000, RowFault.LONG_CELL, ""),
        ("U0ANA,U0CYD,a\0b", RowFault.NUL, "a b"),
        ("U0ANA,U0CYD,,,,,U0DEE", RowFault.TOO_MANY_CELLS, "U0DEE"),
        ('"U0ANA"x,U0CYD', RowFault.QUOTES, ""),
        ('U0ANA,"U0CYD', RowFault.QUOTES, ""),
    ],
)
def test_a_bad_row_is_named_and_those_around_it_are_read(cells: str, fault: RowFault, word: str) -> None:
    good = f"{HEADER}\nU0ONE,U0TWO\n"
    after = "" if cells.endswith('"U0CYD') else "\nU0SIX,U0TEN\n"

    found = read_text(good + cells + after)

    assert found.problems == (Problem(line=3, fault=fault, word=word),)
    assert [row.line for row in found.rows] == ([2, 4] if after else [2])


def test_everything_that_is_wrong_with_a_row_is_said() -> None:
    assert faults(f"{HEADER}\n,somebody,{'x' * 201},never,soon\n") == [
        (2, RowFault.NO_MENTOR, ""),
        (2, RowFault.NOT_AN_ADDRESS, "somebody"),
        (2, RowFault.LONG_TEXT, "focus"),
        (2, RowFault.UNKNOWN_RHYTHM, "never"),
        (2, RowFault.NOT_A_DATE, "soon"),
    ]


@pytest.mark.parametrize("day", ["2026-11-22", "2016-11-22", "2020-02-29", "2026/1/2", "2026.01.02"])
def test_a_start_lies_in_the_last_ten_years(day: str) -> None:
    assert faults(f"{HEADER}\nU0ANA,U0CYD,,,{day}\n") == []


def test_texts_and_cells_may_be_as_long_as_they_may_be() -> None:
    text = f"mentor,mentee,focus,notes\nU0ANA,U0CYD,{'x' * 200},{'x' * 10_000}\n"

    assert [row.focus for row in read_text(text).rows] == ["x" * 200]


def test_a_heading_of_several_lines_does_not_hide_the_delimiter() -> None:
    assert [row.line for row in read_text('"mentor\n(s)";mentee\nU0ANA;U0CYD\n').rows] == [3]


def test_a_team_has_as_many_mentors_as_a_group_message_has_room_for() -> None:
    team = tuple(f"U0M{n}" for n in range(MENTORS))

    assert [row.mentors for row in read_text(f'mentor,mentee\n"{",".join(team)}",U0CYD\n').rows] == [team]


@pytest.mark.parametrize(
    ("typed", "rhythm"),
    [
        ("Weekly", Rhythm.WEEKLY),
        ("every 2 weeks", Rhythm.FORTNIGHTLY),
        ("FORTNIGHTLY", Rhythm.FORTNIGHTLY),
        ("half-yearly", Rhythm.HALF_YEARLY),
        ("half_yearly", Rhythm.HALF_YEARLY),
        ("trimestriel", Rhythm.QUARTERLY),
        ("Hebdomadaire", Rhythm.WEEKLY),
        ("mensuel", Rhythm.MONTHLY),
        ("par quinzaine", Rhythm.FORTNIGHTLY),
        ("semestrielle", Rhythm.HALF_YEARLY),
        (" ", None),
    ],
)
def test_rhythms_are_read_in_english_and_french(typed: str, rhythm: Rhythm | None) -> None:
    assert [row.rhythm for row in read_text(f"mentor,mentee,rhythm\nU0ANA,U0CYD,{typed}\n").rows] == [rhythm]


def test_a_cell_of_several_lines_does_not_shift_the_lines_after_it() -> None:
    text = 'mentor,mentee,focus\n\nU0ANA,U0CYD,"one\ntwo\r\nthree"\n\nnobody,U0DEE,\n'

    found = read_text(text)

    assert [(row.line, row.focus) for row in found.rows] == [(3, "one two three")]
    assert found.problems == (Problem(line=7, fault=RowFault.NOT_AN_ADDRESS, word="nobody"),)


def test_a_pair_named_twice_is_brought_in_once() -> None:
    text = "mentor,mentee,focus\nU0ANA;U0BEN,U0CYD,Career\nU0BEN;U0ANA,U0CYD,career \nU0ANA,U0CYD,career\n"

    found = read_text(text)

    assert [row.line for row in found.rows] == [2, 4]
    assert found.problems == (Problem(line=3, fault=RowFault.DUPLICATE, word="2"),)
    assert all(problem.harmless for problem in found.problems)


def test_columns_that_are_not_known_are_passed_over() -> None:
    found = read_text("mentor,notes,mentee\nU0ANA,likes tea,U0CYD\n")

    assert found.rows == (Row(line=2, mentors=("U0ANA",), mentee="U0CYD"),)
    assert found.problems == (Problem(line=1, fault=RowFault.UNKNOWN_COLUMN, word="notes"),)


def test_what_is_quoted_from_a_file_cannot_disturb_a_terminal() -> None:
    ((_, _, word),) = faults("mentor,mentee\n\x1b[2J\x07nobody,U0CYD\n")

    assert word == "[2J nobody"


nasty = st.one_of(
    st.text(),
    st.sampled_from(
        ["=HYPERLINK(1)", "<!channel>", "שלום", "🌱" * 7, "x" * 10_000, "x" * 10_001, "\0", '"', "\r\n", " "]
    ),
    st.sampled_from(["U0ANA", "U0BEN", "ana@x.org", "U0ANA;U0BEN", "weekly", "2026-01-01", ""]),
)
tables = st.lists(st.lists(nasty, min_size=1, max_size=7), max_size=6)


def written(rows: Sequence[Sequence[str]], delimiter: str) -> tuple[bytes, list[int]]:
    """A file as spreadsheets write it, with the line on which each row begins."""
    texts = []
    for row in (HEADER.split(","), *rows):
        file = StringIO()
        csv.writer(file, delimiter=delimiter).writerow(row)
        texts.append(file.getvalue().encode("utf-8", "replace").decode())
    lengths = [len(re.findall(r"\r\n|\r|\n", text)) for text in texts]
    return "".join(texts).encode(), [start + 1 for start in accumulate(lengths)]


@settings(deadline=None)
@given(rows=tables, delimiter=st.sampled_from(roster.DELIMITERS))
def test_every_row_is_kept_or_named(rows: list[list[str]], delimiter: str) -> None:
    raw, lines = written(rows, delimiter)

    found = read(raw, TODAY)

    told = {row.line for row in found.rows} | {problem.line for problem in found.problems}
    filled = {line for line, row in zip(lines, rows, strict=False) if any(cell.strip() for cell in row)}
    assert found.readable
    assert told == filled


@settings(deadline=None)
@given(rows=tables, at=st.integers(0, 200), cut=st.integers(0, 3), junk=st.binary(max_size=8))
def test_a_spoilt_file_is_never_more_than_a_list_of_problems(
    rows: list[list[str]], at: int, cut: int, junk: bytes
) -> None:
    raw, _ = written(rows, ",")
    raw = raw[:at] + junk + raw[at + cut :]

    found = read(raw, TODAY)

    for row in found.rows:
        assert row.mentee not in row.mentors
        assert 1 <= len(row.mentors) <= MENTORS
        assert not any("\0" in text or len(text) > 200 for text in (row.focus, row.site))
    assert all(len(problem.word) <= QUOTED and problem.word.isprintable() for problem in found.problems)
