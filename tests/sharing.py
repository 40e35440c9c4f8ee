"""Which tests stay in one worker: those that share what takes long to make."""

from typing import Final

from xdist.scheduler import LoadScopeScheduling

TOGETHER: Final = (
    "tests/e2e/",
    "tests/journeys/test_eight_rounds.py",
    "tests/journeys/test_forming_story.py",
    "tests/journeys/test_nine.py",
    "tests/journeys/test_ten_weeks.py",
    "tests/manners/test_a_quarter.py",
    "tests/survival/test_forming.py",
    "tests/survival/test_groups.py",
    "tests/survival/test_rotations.py",
    "tests/survival/test_survival.py",
)


class ByWhatTheyShare(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Largest groups first; every other test goes to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        return next((shared for shared in TOGETHER if nodeid.startswith(shared)), nodeid)
