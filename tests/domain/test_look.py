"""What the rules say over time: they come to rest, look ahead, and keep to people's hours."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.domain.calendar import is_working, local_day
from bot.domain.facts import PairingFacts
from bot.domain.living import Heard, Living
from bot.domain.look import Next, what_next
from bot.domain.member import Consent
from bot.domain.pairing import OVER, PairingState
from bot.domain.pause import paused_until
from bot.domain.policy import DEFAULT, Policy
from bot.domain.rhythm import Rhythm
from bot.domain.saved import saved_all
from tests.builders import ANA, BEN, pairing, rhythm, seat
from tests.domain.lives import START, some_life

slow = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)


def _said(lived: Living, kind: str) -> list[Heard]:
    return [each for each in lived.heard if each.kind == kind]


@given(some_life())
@slow
def test_the_rules_always_come_to_rest_and_never_look_back(living: Living) -> None:
    """`until` fails when they do not rest; what_next raises LookedBack when they do."""
    lived = living.until(living.now + timedelta(days=90))

    ahead = what_next(lived.facts, DEFAULT, lived.now)
    assert ahead.next_look_at is None or ahead.changes or ahead.next_look_at > lived.now


@given(some_life(), st.lists(st.tuples(st.integers(0, 20 * 24), st.integers(1, 20 * 24)), min_size=1, max_size=4))
@slow
def test_outages_change_none_of_it(living: Living, outages: list[tuple[int, int]]) -> None:
    for up, away in outages:
        living.until(living.now + timedelta(hours=up))
        living.outage(living.now + timedelta(hours=away))
    lived = living.until(living.now + timedelta(days=30))

    _nobody_is_pressed(lived)


@given(some_life())
@slow
def test_nobody_is_ever_pressed(living: Living) -> None:
    lived = living.until(living.now + timedelta(days=90))

    _nobody_is_pressed(lived)
    for each in lived.heard:
        if each.kind in ("prompt", "reminder"):
            who = lived.facts.seat_of(each.member)
            assert is_working(who.hours, each.at)
            assert paused_until(who.pauses, local_day(who.hours, each.at)) is None


def _nobody_is_pressed(lived: Living) -> None:
    """One prompt and two reminders a check-in at most, never after an answer, never two of a pairing on a day."""
    prompts = Counter((each.member, each.period) for each in _said(lived, "prompt"))
    assert all(times == 1 for times in prompts.values())
    nths = Counter((each.member, each.period, each.nth) for each in _said(lived, "reminder"))
    assert all(times == 1 and nth in (1, 2) for (_, _, nth), times in nths.items())
    for member in {each.member for each in lived.heard if each.kind in ("prompt", "reminder")}:
        mine = [each for each in lived.heard if each.member == member and each.kind in ("prompt", "reminder")]
        days = [local_day(lived.facts.seat_of(member).hours, each.at) for each in mine]
        assert len(set(days)) == len(days), mine
        answered = [each for each in mine if lived.answers(each) is not None]
        assert [each for each in answered if each.kind == "reminder"] == []


@given(some_life(), st.lists(st.tuples(st.integers(0, 20 * 24), st.integers(1, 20 * 24)), max_size=3))
@slow
def test_when_to_look_next_is_what_a_second_look_would_say(living: Living, outages: list[tuple[int, int]]) -> None:
    def looked(facts: PairingFacts, policy: Policy, now: datetime) -> Next:
        decided = what_next(facts, policy, now)
        known = saved_all(facts, decided.changes) if decided.changes else None
        if known is not None:
            again = what_next(known, policy, now)
            assert decided.next_look_at == (now if again.changes else again.next_look_at)
        return decided

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.domain.living.what_next", looked)
        for up, away in outages:
            living.until(living.now + timedelta(hours=up))
            living.outage(living.now + timedelta(hours=away))
        living.until(living.now + timedelta(days=60))


@given(some_life())
@slow
def test_check_ins_of_a_pairing_follow_one_another(living: Living) -> None:
    lived = living.until(living.now + timedelta(days=90))

    assert all(one.period < other.period for one, other in pairwise(lived.closed))


@pytest.mark.parametrize("state", sorted(OVER))
def test_a_pairing_that_is_over_is_never_looked_at_again(state: PairingState) -> None:
    unfinished: PairingFacts = replace(pairing(seat(ANA, consent=Consent.UNASKED), seat(BEN)), state=state)

    assert what_next(unfinished, DEFAULT, START) == Next(changes=(), next_look_at=None)


def test_however_quiet_a_pairing_is_it_is_looked_at_every_week() -> None:
    quiet = pairing(rhythm=Rhythm.HALF_YEARLY, rhythms=rhythm(Rhythm.HALF_YEARLY, "2026-09-07"))

    assert what_next(quiet, DEFAULT, START) == Next(changes=(), next_look_at=START + timedelta(days=7))


def test_what_is_due_at_once_is_looked_at_again_at_once() -> None:
    decided = what_next(pairing(state=PairingState.INTRODUCED, rhythms=()), DEFAULT, START)

    assert decided.changes
    assert decided.next_look_at == START
