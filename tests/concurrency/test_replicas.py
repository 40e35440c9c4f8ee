"""Two installations on one database live through the same weeks: nothing is said twice, and nothing is left unsaid."""

from collections import Counter
from datetime import timedelta
from functools import partial
from itertools import product
from random import Random

from bot.domain.ids import PairingId
from bot.domain.notice import NoticeKind, NoticeState
from storage.tables import Notice, Pairing
from tests.concurrency.replicas import MONDAY, Replicas, csv_of, replicas

WEEKS = timedelta(weeks=6, days=2)
# Everybody's pairings lie in more than one batch, so that what they share is wanted by both in every order.
PAIRS = Random(7).sample([(f"U0M{m}", f"U0E{e}") for m, e in product(range(4), range(5))], 20)


def told(there: Replicas) -> Counter[str]:
    """How often each person was told what kind of thing."""
    sent = there.rows(Notice, state=NoticeState.SENT)
    return Counter(f"{row['kind']} {row['nth']}" for row in sent)


async def test_two_replicas_say_together_what_one_alone_would_say(database_url: str) -> None:
    with replicas(database_url) as there:
        there.bring(csv_of(PAIRS))

        await there.live_until(MONDAY + WEEKS)

        assert len(there.rows(Pairing)) == len(PAIRS)
        said = there.hall.notices()
        assert len(said) == len(set(said)) > 4 * len(PAIRS)
        told_of = told(there)
        assert told_of["introduction 0"] == len(PAIRS)
        assert told_of["first_word 0"] == 9
        assert told_of["prompt 0"] == 2 * len(PAIRS)
        assert told_of["reminder 1"] == told_of["reminder 2"] == 2 * len(PAIRS)
        assert {row["trouble"] for row in there.rows(Pairing)} == {""}


async def test_people_who_are_each_others_mentors_are_greeted_by_two_ticks_at_once(database_url: str) -> None:
    people = [(f"U0A{n}", f"U0B{n}") for n in range(60)]
    with replicas(database_url) as there:
        there.bring(csv_of([*people, *((other, one) for one, other in people)]))
        ids = [PairingId(row["id"]) for row in there.rows(Pairing)]

        for n in range(0, len(people), 10):
            one_way, other_way = ids[n : n + 10], ids[len(people) + n :][:10]
            done = await there.at_the_lock(
                [*one_way, *other_way], partial(there.one.looks_at, one_way), partial(there.two.looks_at, other_way)
            )
            assert done == [None, None]

        greeted = [row["member_id"] for row in there.rows(Notice) if row["kind"] != NoticeKind.WELCOME]
        assert len(greeted) == len(set(greeted)) == 2 * len(people)
