"""A programme's own numbers, within bounds."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.policy import BOUNDS, DEFAULT, OutOfBounds, Policy, read


def test_what_a_programme_did_not_set_is_the_default() -> None:
    assert read({}) == DEFAULT


def test_every_number_that_may_be_set_changes_the_policy() -> None:
    written = {name: least for name, (least, _) in BOUNDS.items()}

    assert read(written) == Policy(
        reminders_after=(),
        open_days=4,
        first_meeting_after=timedelta(days=3),
        never_met_after=timedelta(days=14),
        never_met_rhythms=1.0,
        silent_checkins=1,
        silent_for=timedelta(days=21),
        case_after=0,
    )


@pytest.mark.parametrize(
    "written",
    [
        {"reminders": 3},
        {"open_days": 3},
        {"open_days": "seven"},
        {"silent_days": float("nan")},
        {"case_after": True},
        {"colour": 1},
    ],
)
def test_what_would_press_people_is_refused(written: dict[str, Any]) -> None:
    with pytest.raises(OutOfBounds) as refused:
        read(written)

    assert refused.value.name == next(iter(written))
