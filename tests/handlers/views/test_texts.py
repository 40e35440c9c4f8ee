"""Days, times, lists and numbers in the reader's language."""

from datetime import UTC, date, datetime, time

import pytest

from handlers import texts

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en", "en"), ("en-US", "en"), ("fr", "fr"), ("fr-CA", "fr"), ("FR_fr", "fr"), ("de-DE", "en"), ("", "en")],
)
def test_a_language_we_do_not_have_falls_to_english(locale: str, language: str) -> None:
    assert texts.of(locale).language == language


def test_a_language_is_read_once() -> None:
    assert texts.of("fr-CA") is texts.of("fr-FR")


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("en", DAY, "3 November"),
        ("en", date(2026, 12, 1), "1 December"),
        ("fr", DAY, "3 novembre"),
        ("fr", date(2026, 12, 1), "1er décembre"),
        ("fr", date(2028, 2, 29), "29 février"),
    ],
)
def test_days_are_said_as_people_say_them(language: str, day: date, said: str) -> None:
    assert texts.of(language).day(day) == said


@pytest.mark.parametrize(
    ("language", "zone", "said"),
    [
        ("en", "Europe/London", "Tuesday 3 November at 23:30"),
        ("fr", "Europe/Paris", "mercredi 4 novembre à 00:30"),
        ("en", "America/Los_Angeles", "Tuesday 3 November at 15:30"),
    ],
)
def test_a_moment_is_told_on_the_readers_own_clock(language: str, zone: str, said: str) -> None:
    at = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)

    assert texts.of(language).moment(at, zone) == said


def test_days_can_have_their_years() -> None:
    assert texts.of("en").full_day(DAY) == "3 November 2026"


def test_times_and_weekdays() -> None:
    assert texts.of("en").time(time(9, 5)) == "09:05"
    assert texts.of("en").weekday(0) == "Monday"
    assert texts.of("fr").weekday(6) == "dimanche"


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("en", [], ""),
        ("en", ["Ana"], "Ana"),
        ("en", ["Ana", "Ben"], "Ana and Ben"),
        ("en", ["Ana", "Ben", "Cleo"], "Ana, Ben and Cleo"),
        ("fr", ["Ana", "Ben", "Cleo"], "Ana, Ben et Cleo"),
    ],
)
def test_names_are_listed_as_people_list_them(language: str, names: list[str], said: str) -> None:
    assert texts.of(language).join(names) == said


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("en", 0, "0 texts are for you only."),
        ("en", 1, "1 text is for you only."),
        ("en", 1200, "1,200 texts are for you only."),
        ("fr", 0, "0 texte n’est que pour vous."),
        ("fr", 2, "2 textes ne sont que pour vous."),
    ],
)
def test_each_language_counts_in_its_own_way(language: str, n: int, said: str) -> None:
    assert texts.of(language).count("saved.private", n) == said


def test_what_a_language_lacks_is_said_in_english() -> None:
    assert texts.of("fr").knows("names")
    assert not texts.of("fr").knows("no.such.key")


def test_braces_that_people_type_are_not_filled_in() -> None:
    assert texts.of("en").say("names", names="{day}") == "{day}"
