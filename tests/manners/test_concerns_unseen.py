"""Whoever a concern is about, and everybody else but its readers, sees the same as if it had never been written."""

import os
from typing import Final

import pytest

from tests.engines import migrated_database
from tests.manners.doubles import CARE, PEOPLE, SECRET, lived, some_concerns

READER: Final = "Tom"
SEEDS: Final = range(1, 1 + int(os.environ.get("SEEDS", "3")))
"""`make fuzz` lives through more."""


@pytest.mark.parametrize("seed", SEEDS)
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
    heard = {each.author for each in concerns if CARE in written.screens[each.author][-1]}
    assert heard, "nobody was written to, so that nobody could have noticed"
    assert not any(SECRET in screen for screens in written.screens.values() for screen in screens)
