"""What another policy would have said to the same people."""

from collections import Counter
from datetime import timedelta
from random import Random

from bot.domain.case import Rule
from bot.domain.ids import MemberId
from bot.domain.pairing import Role
from bot.domain.policy import DEFAULT, Policy
from bot.domain.rehearsal import Rehearsed, Script, rehearse
from bot.domain.rhythm import Rhythm
from tests.builders import ANA, BEN, CARLA, pairing, seat, utc

START = utc("2026-11-30 06:00")


def dice(name: str) -> float:
    return Random(f"7:{name}").random()


def rehearsed(*scripts: Script, policy: Policy = DEFAULT, weeks: int = 20) -> Rehearsed:
    """Ana and Ben, and Ana and Carla, every week; scripts of Ana, Ben and Carla in turn."""
    people: dict[MemberId, Script] = dict(zip((ANA, BEN, CARLA), scripts, strict=True))
    pairs = [
        pairing(seat(ANA), seat(BEN), rhythm=Rhythm.WEEKLY, grid=None),
        pairing(seat(ANA), seat(CARLA, role=Role.MENTEE), rhythm=Rhythm.WEEKLY, grid=None),
    ]
    return rehearse(pairs, people, policy, start=START, weeks=weeks, dice=dice)


def test_keen_people_hear_little_more_than_the_questions_and_make_no_case() -> None:
    keen = rehearsed(Script.KEEN, Script.KEEN, Script.KEEN)

    assert keen.cases == Counter()
    assert keen.messages["greeting"] == 3
    assert keen.messages["introduction"] == 2
    assert keen.messages["reminder"] < keen.messages["prompt"] / 3
    assert sum(keen.weeks) == keen.messages.total()


def test_people_who_fade_become_cases_and_sooner_with_a_shorter_fuse() -> None:
    fading = (Script.FADING, Script.FADING, Script.FADING)

    patient = rehearsed(*fading, policy=Policy(silent_checkins=6, silent_for=timedelta(days=180)), weeks=9)

    assert rehearsed(*fading).cases == Counter({Rule.SILENT_BOTH: 2})
    assert patient.cases == Counter()


def test_without_reminders_the_same_people_hear_less_and_answer_less() -> None:
    slow = (Script.SLOW, Script.SLOW, Script.SLOW)

    reminded, left_alone = rehearsed(*slow), rehearsed(*slow, policy=Policy(reminders_after=()))

    assert left_alone.messages["reminder"] == 0
    assert left_alone.messages.total() < reminded.messages.total()
    assert left_alone.answered < reminded.answered


def test_who_says_not_a_fit_hears_no_more_of_that_pairing() -> None:
    misfit = rehearsed(Script.KEEN, Script.MISFIT, Script.KEEN)

    assert misfit.messages["not a fit"] == 1
    assert misfit.messages.total() < rehearsed(Script.KEEN, Script.KEEN, Script.KEEN).messages.total()


def test_a_rehearsal_repeats_word_for_word() -> None:
    people = (Script.SLOW, Script.FADING, Script.KEEN)

    assert rehearsed(*people) == rehearsed(*people)
