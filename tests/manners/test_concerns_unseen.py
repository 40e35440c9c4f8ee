"""Whoever a concern is about, and everybody else but its readers, sees the same as if it had never been written."""

import pytest

from tests.engines import migrated_database
from tests.manners.doubles import PEOPLE, SECRET, lived, some_concerns

READER = "Tom"


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_concern_is_invisible_word_for_word_and_second_for_second(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    concerns = some_concerns(seed)
    with migrated_database("sqlite", tmp_path_factory.mktemp("written")) as url:
        written = await lived(url, seed, *concerns)
    with migrated_database("sqlite", tmp_path_factory.mktemp("never")) as url:
        never_written = await lived(url, seed, codes=written.codes)

    concerned = {READER, *(each.author for each in concerns)}
    others = [name for name in PEOPLE if name not in concerned]
    assert "Maria" in others
    for name in others:
        assert written.screens[name] == never_written.screens[name], name
        assert written.calls[name] == never_written.calls[name], name
    assert len(written.codes) == len(concerns)
    assert written.screens[READER][-1].count("would like your help") >= len(concerns)
    assert not any(SECRET in screen for screens in written.screens.values() for screen in screens)
