"""Typed text stands in a sentence without changing the rest of it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.escape import _cleaned, clean, cut, escape, pieces, size, words


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ana", "Ana"),
        ("Ana <!channel>", "Ana &lt;!channel&gt;"),
        ("R&D", "R&amp;D"),
        ("&lt;", "&amp;lt;"),
        ("*Ana*", "＊Ana＊"),
        ("_Ana_ ~Ben~", "＿Ana＿ ～Ben～"),
        ("`rm`", "｀rm｀"),
        ("a`b", "a｀b"),
        ("ana_maria*b", "ana_maria*b"),
        ("Ana **", "Ana ＊＊"),
        ("> Ana", "＞ Ana"),
        ("Ana > Ben", "Ana &gt; Ben"),
    ],
)
def test_what_slack_would_read_as_a_mark_is_disarmed(typed: str, shown: str) -> None:
    assert escape(typed) == shown


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Ana\nBen", "Ana Ben"),
        ("  Ana \t\r\n Ben ", "Ana Ben"),
        ("Ana\u2028Ben\u2029", "Ana Ben"),
        ("A\x00na\x1b", "A na"),
        ("\u202eanA", "anA"),
        ("A\ud800na", "Ana"),
        ("", ""),
        ("\u200b\u2060 \u00ad", ""),
        ("\u0301", ""),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("🙂", "🙂"),
        ("Zoë", "Zoë"),
        ("אנה", "\u2068אנה\u2069"),
        ("Ana \u202eأنا", "\u2068Ana أنا\u2069"),
    ],
)
def test_a_name_is_one_line_that_turns_nothing_round(typed: str, line: str) -> None:
    assert clean(typed) == line


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Ana", 3, "Ana"),
        ("Anabel", 3, "An…"),
        ("Ana bel", 5, "Ana…"),
        ("R&amp;D", 5, "R…"),
        ("😀😀😀", 4, "😀…"),
        ("e\u0301e\u0301", 3, "e\u0301…"),
        ("👩\u200d🔬👩\u200d🔬", 8, "👩\u200d🔬…"),
        ("", 3, ""),
    ],
)
def test_what_is_too_long_is_cut_between_characters(text: str, most: int, short: str) -> None:
    assert cut(text, most) == short


def test_a_persons_own_lines_keep_everything_that_can_be_seen() -> None:
    assert words("*Done* <at last>\n\t& more\x00") == "*Done* <at last>\n\t& more"


@given(st.text())
def test_a_clean_line_stays_as_it_is(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


@given(st.text())
def test_no_name_breaks_the_line_or_opens_a_token(typed: str) -> None:
    shown = escape(typed)

    assert not re.search(r"[\n\r<>*]|^\s|\s$|^&gt;", re.sub(r"(?<=\w)\*(?=\w)", "", shown))
    assert not any(unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") for each in shown)


@given(st.text(), st.integers(1, 100))
def test_a_cut_text_fits(text: str, most: int) -> None:
    assert size(cut(text, most)) <= most


@given(st.text(), st.integers(2, 100))
def test_pieces_fit_and_lose_nothing(text: str, most: int) -> None:
    parts = pieces(text, most)

    assert "".join(parts) == text
    assert all(0 < size(part) <= most for part in parts)


@pytest.mark.parametrize("around", ["{}", "a {}", "{}{} a"])
def test_what_is_cleaned_at_once_is_as_if_looked_at_character_by_character(around: str) -> None:
    typed = [around.format(chr(point), chr(point)) for point in range(0x800)]

    assert [clean(each) for each in typed] == [_cleaned(each) for each in typed]
