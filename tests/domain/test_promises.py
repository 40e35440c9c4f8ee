"""What counts as a promise in a reply."""

import pytest

from bot.domain.promises import LONGEST, beside_promise, promise_in


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("I will finish chapter two.", "I will finish chapter two."),
        ("Two pages done.\n- I'll send them to Ben", "I'll send them to Ben"),
        ("i’ll rest", "i’ll rest"),
        ("> Je vais relire le plan", "Je vais relire le plan"),
        ("Je m’engage à écrire une page", "Je m’engage à écrire une page"),
        ("I will", None),
        ("I willingly wait", None),
        ("Perhaps I will finish", None),
        ("", None),
    ],
)
def test_a_line_that_begins_so_is_a_promise(text: str, promise: str | None) -> None:
    assert promise_in(text) == promise


def test_a_long_promise_is_cut() -> None:
    assert promise_in("I will " + "x" * 1000) == ("I will " + "x" * 1000)[:LONGEST]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("I will finish chapter two.", ""),
        ("  > I will finish chapter two.  \n", ""),
        ("Two pages done.\n- I'll send them to Ben", "Two pages done."),
        ("I'll send them to Ben\n\nThe rest is hard.", "The rest is hard."),
        ("Two pages done.\nI will rest.\nThank you all.", "Two pages done.\nThank you all."),
        ("Two pages done.", "Two pages done."),
        ("I will " + "x" * LONGEST, "I will " + "x" * LONGEST),
    ],
)
def test_words_beside_a_promise_are_what_is_left_without_it(text: str, beside: str) -> None:
    assert beside_promise(text) == beside
