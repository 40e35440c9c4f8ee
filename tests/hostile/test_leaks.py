"""Random weeks of four people in two pairings and a team: nobody sees words that are not for them, nowhere."""

from pathlib import Path
from random import Random

import pytest

from tests.hostile.ground import ground
from tests.hostile.walk import ACTS, PAIRS, Walk

TIMES = 3


@pytest.mark.parametrize("seed", range(2))
def test_no_word_reaches_anybody_whom_it_is_not_for(database_url: str, seed: int, tmp_path: Path) -> None:
    with ground(database_url, PAIRS) as here:
        walk = Walk(here, Random(seed))

        for act in (*walk.deck(TIMES), "types and tells", "waits", "waits", "coordinator reads"):
            here.run(walk.step(act))
            here.sound(*(secret.word for secret in walk.secrets))

        assert walk.done.keys() == set(ACTS)
        assert len(walk.secrets) > 4 * TIMES
        assert any(walk.read_by_others()), "no words were ever shared, so none could leak"
        stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert [secret for secret in walk.secrets if secret.word.encode() in stored] == []
