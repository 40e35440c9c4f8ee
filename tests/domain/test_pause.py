"""Clocks that stand still."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.calendar import is_working, local_day
from bot.domain.facts import PauseFacts
from bot.domain.pause import after_pauses, paused_in_year, paused_until
from tests.builders import day, hours, pause, utc

pauses = st.lists(
    st.builds(
        lambda start, length: PauseFacts(from_day=start, until_day=start + timedelta(days=length)),
        st.dates(date(2026, 1, 1), date(2026, 1, 31)),
        st.integers(1, 9),
    ),
    max_size=4,
)


@pytest.mark.parametrize(
    ("held", "asked", "expected"),
    [
        ([], "2026-03-03", None),
        ([("2026-03-02", "2026-03-16")], "2026-03-01", None),
        ([("2026-03-02", "2026-03-16")], "2026-03-02", "2026-03-16"),  # from its first day on
        ([("2026-03-02", "2026-03-16")], "2026-03-15", "2026-03-16"),
        ([("2026-03-02", "2026-03-16")], "2026-03-16", None),  # the day it is over is a day of work again
        ([("2026-03-02", "2026-03-16"), ("2026-03-16", "2026-03-20")], "2026-03-05", "2026-03-20"),
        ([("2026-03-10", "2026-03-20"), ("2026-03-02", "2026-03-16")], "2026-03-05", "2026-03-20"),
        ([("2026-03-02", "2026-03-20"), ("2026-03-05", "2026-03-10")], "2026-03-06", "2026-03-20"),
        ([("2026-03-02", "2026-03-16"), ("2026-03-17", "2026-03-20")], "2026-03-05", "2026-03-16"),
        ([("2028-02-28", "2028-02-29")], "2028-02-29", None),
    ],
)
def test_a_pause_lasts_until_the_clocks_run_again(
    held: list[tuple[str, str]], asked: str, expected: str | None
) -> None:
    until = paused_until([pause(*each) for each in held], day(asked))

    assert until == (day(expected) if expected else None)


@pytest.mark.parametrize(
    ("held", "at", "expected"),
    [
        ([], "2026-03-03 23:00", "2026-03-03 23:00"),  # no pause: nothing moves
        ([("2026-03-02", "2026-03-16")], "2026-03-03 09:30", "2026-03-16 10:00"),
        ([("2026-03-02", "2026-03-14")], "2026-03-03 10:00", "2026-03-16 10:00"),  # over on a Saturday
        # The weekend between two pauses holds no work, so the second one counts too.
        ([("2026-03-02", "2026-03-14"), ("2026-03-16", "2026-03-18")], "2026-03-03 10:00", "2026-03-18 10:00"),
    ],
)
def test_what_falls_into_a_pause_waits_for_the_first_hour_after_it(
    held: list[tuple[str, str]], at: str, expected: str
) -> None:
    assert after_pauses(hours(), [pause(*each) for each in held], utc(at)) == utc(expected)


@settings(deadline=None)
@given(pauses, st.datetimes(utc("2026-01-01 00:00").replace(tzinfo=None), utc("2026-02-10 00:00").replace(tzinfo=None)))
def test_nothing_is_ever_left_inside_a_pause(held: list[PauseFacts], at: object) -> None:
    moment = utc(str(at))

    moved = after_pauses(hours(), held, moment)

    assert paused_until(held, local_day(hours(), moved)) is None
    assert moved == moment or (moved > moment and is_working(hours(), moved))


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([], 0),
        ([("2026-03-02", "2026-03-16")], 14),
        ([("2026-03-02", "2026-03-16"), ("2026-03-10", "2026-03-20")], 18),  # an overlap counts once
        ([("2028-02-28", "2028-03-01")], 2),  # with 29 February
        ([("2025-03-08", "2025-03-15"), ("2026-03-03", "2026-03-10")], 5 + 7),  # 365 days back from the last day
        ([("2024-03-03", "2024-04-03"), ("2026-03-03", "2026-03-10")], 7),
        ([("2026-12-20", "2027-01-10")], 21),
    ],
)
def test_days_of_pause_in_a_year_count_once(held: list[tuple[str, str]], expected: int) -> None:
    assert paused_in_year([pause(*each) for each in held], day("2026-03-03")) == timedelta(days=expected)
