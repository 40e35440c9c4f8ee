"""The nearest command to a word that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.words import nearest

COMMANDS = (
    "join",
    "profile",
    "checkin",
    "history",
    "agreement",
    "goals",
    "pause",
    "resume",
    "concern",
    "end",
    "statement",
    "mine",
    "forget me",
    "help",
    "report",
    "people",
    "person",
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pause", "pause"),
        ("PAUSE ", "pause"),
        ("puase", "pause"),
        ("ned", "end"),
        ("hlep", "help"),
        ("joni", "join"),
        ("chekin", "checkin"),
        ("check-in", "checkin"),
        ("goal", "goals"),
        ("stat", "statement"),
        ("rep", "report"),
        ("re", "resume"),  # begins two: the first
        ("pe", "people"),
        ("person", "person"),
        ("forget  me", "forget me"),
        ("forgetme", "forget me"),
        ("Résumé", "resume"),
        ("histroy", "history"),
        ("", None),
        ("p", None),
        ("xyzzy", None),
        ("weather", None),
        ("🙂", None),
        ("pause" * 800, None),
    ],
)
def test_a_slip_finds_its_command_and_nonsense_none(typed: str, expected: str | None) -> None:
    assert nearest(typed, COMMANDS) == expected


def test_where_nothing_is_known_nothing_is_near() -> None:
    assert nearest("pause", ()) is None


def test_a_known_word_is_answered_as_it_is_written() -> None:
    assert nearest("lead", ("Leader", "LEAD")) == "LEAD"


@given(word=st.sampled_from([word for word in COMMANDS if len(word) > 3]), data=st.data())
def test_two_neighbours_that_changed_places_always_find_a_command(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    assert nearest(slip, COMMANDS) == word
