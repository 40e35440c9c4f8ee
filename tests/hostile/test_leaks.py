"""Random weeks of seven people, two of them coordinators, one of these a mentor: nobody sees words not for them."""

import os
from pathlib import Path
from random import Random
from typing import Final

import pytest

from tests.hostile.deeds import DEEDS
from tests.hostile.ground import ground
from tests.hostile.walk import COORDINATORS, PAIRS, Walk

TIMES: Final = 4
SEEDS: Final = range(int(os.environ.get("SEEDS", "2")))
"""`make fuzz` walks with more."""

FIRST: Final = (
    ("fills the form", "Eve"),
    ("types and tells", "Eve"),
    ("coordinator reads", ""),
    ("types and tells", "Ben"),
    ("asks for help", "Eve"),
    ("asks for help", "Dan"),
    ("coordinator answers help", ""),
    *(("waits", ""),) * 3,
    ("coordinator writes", ""),
)
"""Whatever the dice say, something is told to coordinators, of their own pairings too."""


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_reaches_anybody_whom_it_is_not_for(database_url: str, seed: int, tmp_path: Path) -> None:
    room = COORDINATORS if seed % 2 else ()
    with ground(database_url, PAIRS, room=room) as here:
        walk = Walk(here, Random(seed), DEEDS)

        for deed, name in (*FIRST, *((each, "") for each in walk.deck(TIMES)), ("coordinator reads", "")):
            here.run(walk.step(deed, name))
            here.sound(*(secret.word for secret in walk.secrets))
        for deed in [*DEEDS] * TIMES:
            if walk.done.keys() != set(DEEDS):  # what the dice never had a chance for
                here.run(walk.step(deed))
                here.sound(*(secret.word for secret in walk.secrets))

        assert walk.done.keys() == set(DEEDS)
        assert len(walk.secrets) > 4 * TIMES
        assert walk.seen.keys() >= {"a message", "a modal"}, "no words were ever shared, so none could leak"
        stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert [secret for secret in walk.secrets if secret.word.encode() in stored] == []
