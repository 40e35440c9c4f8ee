"""What a coordinator types after `/rapport report`, and the middle of their people's answering times."""

from datetime import date, timedelta

import pytest

from bot.domain.refusals import Refusal, Refused
from bot.domain.report import Asked, median_hours, read

TODAY = date(2026, 11, 22)
TWO = ["Mentors", "Mentors 2026"]


@pytest.mark.parametrize(
    ("text", "programmes", "programme", "first", "last"),
    [
        ("", ["Mentors"], "Mentors", date(2026, 10, 24), TODAY),
        ("last 7 days", ["Mentors"], "Mentors", date(2026, 11, 16), TODAY),
        ("mentors  2026 last 7 days", TWO, "Mentors 2026", date(2026, 11, 16), TODAY),
        ("“Mentors 2026”, last month", TWO, "Mentors 2026", date(2026, 10, 1), date(2026, 10, 31)),
        ("Mentors 2026", TWO, "Mentors 2026", date(2026, 10, 24), TODAY),
        ("Mentors 2025", TWO, "Mentors", date(2025, 1, 1), date(2025, 12, 31)),
        ("Mentors: 2026-01-01..2026-03-31", TWO, "Mentors", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026", ["2026"], "2026", date(2026, 10, 24), TODAY),
    ],
)
def test_a_programme_stands_before_the_period(
    text: str, programmes: list[str], programme: str, first: date, last: date
) -> None:
    assert read(text, programmes, TODAY) == Asked(programme=programme, first=first, last=last)


@pytest.mark.parametrize(
    ("here", "programme"),
    [((), ""), (["Mentors"], "Mentors"), (TWO, ""), (["Others"], ""), (["Mentors", "Others"], "Mentors")],
)
def test_a_programme_that_is_not_named_is_the_one_of_the_place_if_there_is_one(here: list[str], programme: str) -> None:
    assert read("last 7 days", TWO, TODAY, here=here) == Asked(
        programme=programme, first=date(2026, 11, 16), last=TODAY
    )
    assert read("Mentors 2026", TWO, TODAY, here=here).programme == "Mentors 2026"


@pytest.mark.parametrize(
    ("text", "programmes", "refusal", "words"),
    [
        ("Mentorship last 7 days", TWO, Refusal.WHICH_PROGRAMME, ("Mentors", "Mentors 2026")),
        ("Mentors some day", TWO, Refusal.PERIOD_UNCLEAR, ("some day",)),
        ("2026-03-31..2026-01-01", ["Mentors"], Refusal.PERIOD_BACKWARDS, ("2026-03-31..2026-01-01",)),
    ],
)
def test_what_is_unclear_is_asked(text: str, programmes: list[str], refusal: Refusal, words: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as refused:
        read(text, programmes, TODAY)

    assert (refused.value.refusal, refused.value.words) == (refusal, words)


@pytest.mark.parametrize(
    ("hours", "median"), [([], None), ([3.0], 3.0), ([1.0, 30.0, 2.0], 2.0), ([1.0, 2.0, 3.0, 100.0], 2.5)]
)
def test_half_of_the_answers_took_no_longer_than_the_median(hours: list[float], median: float | None) -> None:
    assert median_hours([timedelta(hours=each) for each in hours]) == median
