"""Who may read the texts of an answer after readers were ticked for all of them at once."""

import pytest

from bot.domain.checkin import readers_after
from tests.builders import ANA, CARLA


@pytest.mark.parametrize(
    ("before", "ticked", "offered", "after"),
    [
        pytest.param((), (ANA,), (), (ANA,), id="a new text is for those ticked"),
        pytest.param((ANA,), (ANA, CARLA), (ANA,), (ANA, CARLA), id="whoever is ticked now is let in"),
        pytest.param((ANA,), (ANA, CARLA), (ANA, CARLA), (ANA,), id="ticked for another text: not let in"),
        pytest.param((ANA, CARLA), (CARLA,), (ANA, CARLA), (CARLA,), id="unticked: taken out"),
        pytest.param((ANA,), (CARLA,), (ANA, CARLA), (CARLA,), id="somebody must be left"),
    ],
)
def test_nobody_is_let_into_a_text_by_a_tick_for_another(
    before: tuple[object, ...], ticked: tuple[object, ...], offered: tuple[object, ...], after: tuple[object, ...]
) -> None:
    assert readers_after(before, ticked=ticked, offered=offered) == after  # type: ignore[arg-type]  # members
