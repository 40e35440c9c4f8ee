"""Any two things that can be done to a pairing are begun at the same moment: one outcome, none lost, no error."""

from collections.abc import Sequence
from itertools import combinations_with_replacement, pairwise
from random import Random
from typing import Any

from bot.domain.checkin import Outcome
from bot.domain.pairing import OVER
from bot.domain.refusals import Refused
from storage.tables import Entry, EntryReader, Member, Notice, Pairing, Pause, Step, Update
from tests.concurrency.acts import ACTS, Pair, open_pairs
from tests.concurrency.replicas import Replicas, replicas

Played = tuple[Pair, Sequence[str], Sequence[Any]]


async def test_any_two_acts_at_once_have_one_outcome(database_url: str) -> None:
    together = [Random(n).sample(both, 2) for n, both in enumerate(combinations_with_replacement(ACTS, 2))]
    if database_url.startswith("sqlite"):
        together = together[::3]  # its one writer takes every two one after the other
    with replicas(database_url) as there:
        pairs = await open_pairs(there, len(together))

        played = [await at_once(there, pair, acts) for pair, acts in zip(pairs, together, strict=True)]

        troubled = [(acts, done) for _, acts, done in played if any(_is_trouble(each) for each in done)]
        assert troubled == []
        for pair, acts, done in played:
            succeeded = [act for act, each in zip(acts, done, strict=True) if not isinstance(each, Refused)]
            assert succeeded, acts
            _one_outcome(there, pair, acts, succeeded)


async def at_once(there: Replicas, pair: Pair, acts: Sequence[str]) -> Played:
    first, second = acts
    done = await there.at_the_lock(
        [pair.pairing], lambda: ACTS[first](there.one, pair), lambda: ACTS[second](there.two, pair)
    )
    return pair, acts, done


def _is_trouble(done: Any) -> bool:
    return isinstance(done, BaseException) and not isinstance(done, Refused)


def _one_outcome(there: Replicas, pair: Pair, acts: Sequence[str], succeeded: Sequence[str]) -> None:
    (pairing,) = there.rows(Pairing, id=pair.pairing)
    updates = there.rows(Update, prompt_id=pair.prompt)
    outcomes = {"met": Outcome.MET, "not yet": Outcome.NOT_YET}
    clicked = {outcomes[act] for act in succeeded if act in outcomes}
    assert len(updates) <= 1, acts
    assert not clicked or updates[0]["outcome"] in clicked, acts
    assert (pairing["met_at"] is not None) is bool({"met", "mentor met"} & set(succeeded)), acts
    assert _lived(there, pair, pairing["state"]), acts
    assert (pairing["state"] in OVER) is any("ends" in act or "refuses" in act for act in succeeded), acts
    assert len(there.rows(Pause, pairing_id=pair.pairing)) <= 1, acts
    assert _read_by_whom_they_are_for(there, pair), acts
    assert ("types" in acts) is ("types" in succeeded) is _heard(there, pair), acts


def _lived(there: Replicas, pair: Pair, state: str) -> bool:
    """Each step begins where the one before it ended, and the last one ended where the pairing is."""
    steps = there.rows(Step, subject_id=pair.pairing)
    joined = all(one["to_state"] == following["from_state"] for one, following in pairwise(steps))
    return joined and bool(steps[-1]["to_state"] == state)


def _read_by_whom_they_are_for(there: Replicas, pair: Pair) -> bool:
    """Only what is for the partner has a reader."""
    readers = [there.rows(EntryReader, id=row["id"]) for row in _entries(there, pair) if row["audience"] != "partner"]
    return not any(readers)


def _heard(there: Replicas, pair: Pair) -> bool:
    """The words are answered once, and kept unless the pairing was over."""
    said = pair.said("7.0")
    kept = there.rows(Entry, stamp=said.stamp)
    replies = there.rows(Notice, key=f"typed:{said.conversation}:{said.stamp}")
    (pairing,) = there.rows(Pairing, id=pair.pairing)
    assert len(kept) == len(replies) or (pairing["state"] in OVER and not kept)
    return len(replies) == 1


def _entries(there: Replicas, pair: Pair) -> Sequence[Any]:
    (author,) = there.rows(Member, person=pair.mentee.person)
    return there.rows(Entry, member_id=author["id"])
