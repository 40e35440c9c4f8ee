"""What people hear in a round of a rotation, and when: warned, asked whether to stay, to meet, whether they met."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from bot.domain.checkin import Meeting
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.rotation_facts import AskToStay, AskWhetherMet, EncounterFacts, LeaveOut, Nudge, PartFacts, Warn
from bot.domain.rotation_rounds import what_next
from tests.builders import ANA, BEN, hours, pause, utc
from tests.domain.fortnightly import INTRODUCED, ROUND, TOGETHER, facts, opened, part, taker


def test_nobody_is_warned_of_a_round_while_the_one_before_it_is_open() -> None:
    asked = {each: part(nudged=True, asked=True) for each in (ANA, BEN)}
    late = opened(said=asked, closes="2026-10-25 09:00")

    assert what_next(late, utc("2026-10-23 11:00")).changes == ()


@pytest.mark.parametrize(
    ("more", "now", "expected"),
    [
        ({}, "2026-10-09 07:59", None),
        ({}, "2026-10-09 08:00", "2026-10-09 10:00"),  # the Friday before, at their hour
        ({"hours": hours("Asia/Tokyo")}, "2026-10-11 22:00", "2026-10-12 00:00"),  # their Friday is over: next morning
        ({"hours": hours(holidays=["2026-10-09"])}, "2026-10-08 08:00", "2026-10-08 10:00"),
        ({}, "2026-10-09 15:00", "2026-10-09 15:00"),  # joined late
        ({}, "2026-10-12 07:00", "2026-10-12 09:00"),
        ({"hours": hours(opens="10:00")}, "2026-10-10 15:00", None),  # only as it opens
        ({"ready": False}, "2026-10-09 08:00", None),
        ({"pauses": (pause("2026-10-12", "2026-10-13"),)}, "2026-10-09 08:00", None),
    ],
)
def test_each_is_warned_the_working_day_before_at_their_own_hour(
    more: dict[str, Any], now: str, expected: str | None
) -> None:
    changes = what_next(facts(taker(ANA, **more)), utc(now)).changes

    assert changes == (() if expected is None else (Warn(round=ROUND, member=ANA, not_before=utc(expected)),))


@pytest.mark.parametrize("known", [part(warned=True), part(skipped=True), part(stay_asked=True)])
def test_nobody_is_warned_twice_or_of_what_they_skip(known: PartFacts) -> None:
    assert what_next(facts(taker(ANA), parts={ANA: known}), utc("2026-10-09 11:00")).changes == ()


def test_after_three_silent_rounds_the_question_whether_to_stay_takes_the_place_of_the_warning() -> None:
    changes = what_next(facts(taker(ANA, silent=3), taker(BEN, silent=2)), utc("2026-10-09 09:00")).changes

    at = utc("2026-10-09 10:00")
    assert changes == (
        AskToStay(round=ROUND, member=ANA, not_before=at),
        Warn(round=ROUND, member=BEN, not_before=at),
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-19 07:59", []),
        ("2026-10-19 08:00", [(Nudge, "2026-10-19 10:00")]),  # five working days on
        ("2026-10-21 07:00", [(Nudge, "2026-10-21 09:00")]),  # held up
        ("2026-10-21 08:00", [(Nudge, "2026-10-21 09:00"), (AskWhetherMet, "2026-10-21 10:00")]),
        ("2026-10-21 10:00", [(AskWhetherMet, "2026-10-21 10:00")]),
        ("2026-10-22 20:00", []),  # the round is over before they work again
    ],
)
def test_one_prompt_to_meet_and_before_the_close_the_question_whether_they_did(
    now: str, expected: list[tuple[type, str]]
) -> None:
    changes = what_next(opened(), utc(now)).changes

    assert changes == tuple(
        kind(round=ROUND, member=member, not_before=utc(at)) for member in (ANA, BEN) for kind, at in expected
    )


def test_in_a_weekly_rotation_both_come_before_the_next_warning() -> None:
    weekly = (RhythmRow(from_period=1, rhythm=Rhythm.WEEKLY, anchor=date(2026, 10, 12)),)
    at_work = opened(taker(ANA), rhythms=weekly, closes="2026-10-16 09:00")

    assert what_next(at_work, utc("2026-10-14 09:00")).changes == (
        Nudge(round=ROUND, member=ANA, not_before=utc("2026-10-14 10:00")),
    )
    nudged = replace(at_work, said={ANA: part(nudged=True), BEN: part()})
    assert what_next(nudged, utc("2026-10-15 09:00")).changes == (
        AskWhetherMet(round=ROUND, member=ANA, not_before=utc("2026-10-15 10:00")),
    )


@pytest.mark.parametrize(
    ("answer", "nudged", "asked"),
    [
        (None, True, True),
        (Meeting.NOT_YET, True, True),
        (Meeting.PLANNED, False, True),
        (Meeting.MET, False, False),
    ],
)
def test_what_one_has_said_speaks_for_both(answer: Meeting | None, nudged: bool, asked: bool) -> None:
    said = opened(taker(BEN), taker(ANA), parts={ANA: part(answer=answer)})

    kinds = [
        {type(change) for change in what_next(said, utc(now)).changes}
        for now in ("2026-10-19 09:00", "2026-10-21 10:00")
    ]

    assert (Nudge in kinds[0], AskWhetherMet in kinds[1]) == (nudged, asked)


def test_who_was_not_introduced_is_asked_nothing() -> None:
    not_yet = {TOGETHER: EncounterFacts(members=(ANA, BEN), introduced_at=None)}

    for now in ("2026-10-19 09:00", "2026-10-21 10:00"):
        assert what_next(opened(encounters=not_yet), utc(now)).changes == ()


@pytest.mark.parametrize("introduced_at", [None, INTRODUCED])
def test_the_last_of_an_encounter_is_told_that_it_does_not_take_place(introduced_at: datetime | None) -> None:
    """Ben has left, is gone, or said that it is not for him."""
    alone = {TOGETHER: EncounterFacts(members=(ANA,), introduced_at=introduced_at)}

    assert what_next(opened(encounters=alone), utc("2026-10-13 09:00")).changes == (LeaveOut(round=ROUND, member=ANA),)


def test_the_last_of_an_encounter_that_took_place_is_told_nothing() -> None:
    alone = {TOGETHER: EncounterFacts(members=(ANA,), introduced_at=INTRODUCED)}
    met = opened(encounters=alone, parts={ANA: part(answer=Meeting.MET)})

    assert what_next(met, utc("2026-10-13 09:00")).changes == ()


def test_whoever_is_away_is_asked_when_they_are_back_or_not_at_all() -> None:
    back_in_time = taker(ANA, pauses=(pause("2026-10-19", "2026-10-21"),))
    not_back = taker(BEN, pauses=(pause("2026-10-19", "2026-11-02"),))
    away = opened(back_in_time, not_back, parts={BEN: part(nudged=True)})

    assert what_next(away, utc("2026-10-19 09:00")).changes == ()
    assert what_next(away, utc("2026-10-21 09:00")).changes == (
        AskWhetherMet(round=ROUND, member=ANA, not_before=utc("2026-10-21 10:00")),
    )
