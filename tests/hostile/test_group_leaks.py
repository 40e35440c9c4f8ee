"""Random weeks of a peer group and a rotation: words reach whom they are for; what is said beside is kept nowhere."""

import os
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

import pytest
from sqlalchemy import select

from playground.seen import Seen
from storage.tables import Entry, Promise, RoundEntry, table_of
from tests.hostile.ground import Ground, ground
from tests.hostile.group_walk import BESIDE, GROUP_DEEDS, INSIDE, QUOTED, GroupWalk
from tests.hostile.walk import COORDINATORS
from tests.journeys.coffees import starts_coffees
from tests.journeys.writers import joins, starts

TIMES: Final = 3
SEEDS: Final = range(int(os.environ.get("SEEDS", "1")))
"""`make fuzz` walks with more."""

ROUNDS: Final = 2


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_of_a_group_reaches_anybody_whom_it_is_not_for(database_url: str, seed: int, tmp_path: Path) -> None:
    with ground(database_url, room=COORDINATORS) as here:
        walk = GroupWalk(here, Random(seed), GROUP_DEEDS)
        here.run(_gather(walk))
        here.sound()

        for _ in range(ROUNDS):
            here.run(_until_a_round(walk))
            for deed in ("answers in the thread", "writes to the facilitator", *walk.deck(TIMES)):
                here.run(walk.step(deed))
                here.sound(*(secret.word for secret in walk.secrets))
        here.run(walk.step("facilitator reads"))

        assert walk.done.keys() == set(GROUP_DEEDS)
        assert walk.seen.keys() >= {"a message", "a modal"}, "no words were ever told, so none could leak"
        kept = _kept(here)
        assert any(word in kept for word in walk.rounds)
        assert [word for word in walk.loose if word in kept] == []
        stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert [secret for secret in walk.secrets if secret.word.encode() in stored] == []


async def _gather(walk: GroupWalk) -> None:
    there = walk.here.there
    first = (there.clock.now() + timedelta(days=3)).date()
    while first.weekday() > 3:
        first += timedelta(days=1)
    people = [there[name] for name in (*INSIDE, *BESIDE)]
    walk.channel = there.slack.add_channel("writers", people, private=True)
    walk.coffees = there.slack.add_channel("coffees", people, private=True)
    await starts(there, walk.channel, **{"First round": first.isoformat()})
    await joins(there, walk.channel, *INSIDE)
    for name in QUOTED:
        await there[name].runs("/rapport group", channel=walk.channel.id)
        await there[name].clicks("Digests may quote me")
    await starts_coffees(there, walk.coffees, **{"First round": first.isoformat(), "How often": "Every week"})
    await joins(there, walk.coffees, *INSIDE)


async def _until_a_round(walk: GroupWalk) -> None:
    known = {each.ts for each in _rounds(walk)}
    while {each.ts for each in _rounds(walk)} == known:
        await walk.here.there.pass_by(hours=12)
    await walk.here.there.pass_by(hours=1)


def _rounds(walk: GroupWalk) -> list[Seen]:
    opened = ("a new round is open", "this round is closed.\n")
    seen = walk.here["Maria"].messages(walk.place().id)
    return [each for each in seen if any(words in each.plain for words in opened)]


def _kept(here: Ground) -> str:
    """All words that are kept, opened."""
    opened = []
    with here.database.read(here.there.installation.workspace) as session:
        for table in (Entry, RoundEntry, Promise):
            columns = table_of(table)
            for row in session.execute(select(columns.c.id, columns.c.sealed)):
                opened.append(session.open(row.sealed, table=columns.name, row=row.id, column="sealed"))
    return "\n".join(opened)
