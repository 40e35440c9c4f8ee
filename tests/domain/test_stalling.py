"""RULES: what silence is worth, with the numbers that the product names."""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import pytest

from bot.domain.case import Rule
from bot.domain.changes import EndClimb, OpenCase, StartClimb
from bot.domain.checkin import CheckinState
from bot.domain.facts import ClimbFacts, Outage, PairingFacts, PastCheckin, SeatFacts
from bot.domain.ids import ClimbId
from bot.domain.pairing import PairingState
from bot.domain.rhythm import Rhythm
from bot.domain.stalling import Evidence, climbing, enough_to_meet, firing, moments, possible_time
from tests.builders import ANA, BEN, checkin, delivered, hours, pairing, pause, rhythm, seat, utc

INTRODUCED: Final = utc("2026-09-07 09:00")
CLIMB: Final = ClimbId(UUID(int=200))


def past(period: int, opened: str, *, answered: bool = False, closed: str | None = None) -> PastCheckin:
    at = utc(f"{opened} 10:00")
    return PastCheckin(
        period=period,
        opened_at=at,
        closed_at=utc(f"{closed} 10:00") if closed else at + timedelta(days=9),
        answered=answered,
    )


def weekly(*checkins: PastCheckin, seats: tuple[SeatFacts, ...] = (), **more: Any) -> PairingFacts:
    """Introduced on the 7th of September, met at once; a test says so if they did not."""
    values: dict[str, Any] = {
        "introduced_at": INTRODUCED,
        "met_at": INTRODUCED,
        "rhythm": Rhythm.WEEKLY,
        "rhythms": rhythm(Rhythm.WEEKLY, "2026-09-07"),
        "past": checkins,
    }
    return pairing(*seats, **{**values, **more})


def monthly(*checkins: PastCheckin, **more: Any) -> PairingFacts:
    return weekly(*checkins, rhythm=Rhythm.MONTHLY, rhythms=rhythm(Rhythm.MONTHLY, "2026-09-07"), **more)


def rules(facts: PairingFacts, now: str) -> list[Rule]:
    return [evidence.rule for evidence in firing(facts, utc(now))]


FIRST: Final = past(1, "2026-09-14", answered=True)
SECOND: Final = past(2, "2026-09-21")
THIRD: Final = past(3, "2026-09-28")


@pytest.mark.parametrize(
    ("facts", "now", "fires"),
    [
        pytest.param(weekly(FIRST, SECOND), "2026-10-05 10:00", [], id="one silent check-in"),
        pytest.param(weekly(FIRST, SECOND, THIRD), "2026-10-07 10:00", [Rule.SILENT_BOTH], id="two in a row"),
        pytest.param(
            weekly(past(1, "2026-09-14"), past(2, "2026-09-21", answered=True), THIRD),
            "2026-10-07 10:00",
            [],
            id="two, but not in a row",
        ),
        pytest.param(
            weekly(THIRD, SECOND, FIRST), "2026-10-07 10:00", [Rule.SILENT_BOTH], id="in whatever order they are read"
        ),
        pytest.param(
            weekly(
                FIRST,
                SECOND,
                THIRD,
                checkin=checkin(4, delivered(BEN, "2026-10-05 10:00", answered=True)),
            ),
            "2026-10-07 10:00",
            [],
            id="an answer to the one that is open",
        ),
        pytest.param(
            weekly(FIRST, SECOND, THIRD, checkin=checkin(4, delivered(BEN, "2026-10-05 10:00"))),
            "2026-10-07 10:00",
            [Rule.SILENT_BOTH],
            id="one that is open and has none",
        ),
        pytest.param(monthly(past(1, "2026-09-14")), "2026-10-28 10:00", [], id="one of a month, 44 days on"),
        pytest.param(
            monthly(past(1, "2026-09-14")), "2026-10-29 10:00", [Rule.SILENT_BOTH], id="one of a month, 45 days on"
        ),
    ],
)
def test_silence_of_both(facts: PairingFacts, now: str, fires: list[Rule]) -> None:
    assert rules(facts, now) == fires


@pytest.mark.parametrize(
    ("facts", "now", "fires"),
    [
        pytest.param(weekly(FIRST, met_at=None), "2026-09-28 08:59", [], id="twenty-one days less a minute"),
        pytest.param(weekly(FIRST, met_at=None), "2026-09-28 09:00", [Rule.NEVER_MET], id="twenty-one days"),
        pytest.param(weekly(met_at=None), "2026-12-28 09:00", [], id="nobody was asked, or no window closed"),
        pytest.param(weekly(FIRST), "2026-12-28 09:00", [], id="they met"),
        pytest.param(
            weekly(FIRST, met_at=None, introduced_at=None, began_at=INTRODUCED),
            "2026-09-28 09:00",
            [Rule.NEVER_MET],
            id="never introduced: from when the clocks began",
        ),
        pytest.param(monthly(FIRST, met_at=None), "2026-10-20 09:00", [], id="a month: one and a half, not yet"),
        pytest.param(monthly(FIRST, met_at=None), "2026-10-23 09:00", [Rule.NEVER_MET], id="a month: one and a half"),
    ],
)
def test_never_met(facts: PairingFacts, now: str, fires: list[Rule]) -> None:
    assert rules(facts, now) == fires


def test_a_case_has_the_numbers_of_its_rule() -> None:
    silent = weekly(FIRST, SECOND, THIRD, met_at=None)

    assert list(firing(silent, utc("2026-10-07 10:00"))) == [
        Evidence(rule=Rule.NEVER_MET, since=INTRODUCED, checkins=2),
        Evidence(rule=Rule.SILENT_BOTH, since=SECOND.opened_at, checkins=2),
    ]


def test_pauses_days_off_holidays_and_our_own_outages_do_not_count() -> None:
    start, end = utc("2026-09-07 09:00"), utc("2026-10-05 09:00")
    out = Outage(start=utc("2026-09-14 00:00"), end=utc("2026-09-19 00:00"))
    ben_pauses = (seat(ANA), seat(BEN, pauses=(pause("2026-09-14", "2026-09-21"),)))
    ana_rests = (seat(ANA, hours=hours(holidays=[f"2026-09-{day}" for day in range(14, 19)])), seat(BEN))

    assert possible_time(pairing(), start, end) == timedelta(days=28)
    assert possible_time(pairing(outages=(out,)), start, end) == timedelta(days=21)
    assert possible_time(pairing(*ben_pauses), start, end) == timedelta(days=21)
    assert possible_time(pairing(*ana_rests), start, end) == timedelta(days=21)


def test_who_works_two_days_a_week_has_as_long_as_everybody() -> None:
    part_time = (seat(ANA), seat(BEN, hours=hours(days=(0, 3), weekday=0)))

    assert possible_time(pairing(*part_time), utc("2026-09-07 09:00"), utc("2026-10-05 09:00")) == timedelta(days=28)


@pytest.mark.parametrize(
    ("rule", "days"),
    [(Rhythm.WEEKLY, 21), (Rhythm.FORTNIGHTLY, 21), (Rhythm.MONTHLY, 45), (Rhythm.QUARTERLY, 136)],
)
def test_slower_pairs_have_longer_to_meet(rule: Rhythm, days: int) -> None:
    assert enough_to_meet(pairing(rhythms=rhythm(rule, "2026-09-07"))).days == days


def test_somebody_gone_is_told_of_at_once_and_in_any_state() -> None:
    gone = (seat(ANA), seat(BEN, reachable=False))
    now = utc("2026-09-07 10:00")

    for state in (PairingState.ACCEPTED, PairingState.INTRODUCED, PairingState.ACTIVE, PairingState.PAUSED):
        changes = list(climbing(pairing(*gone, state=state), now))
        assert changes == [StartClimb(rule=Rule.GONE, case_at=now)], state


def test_a_climb_reaches_its_case_three_working_days_on_at_the_mentees_hour() -> None:
    silent = weekly(FIRST, SECOND, THIRD)
    wednesday = utc("2026-10-07 10:00")

    assert list(climbing(silent, wednesday)) == [
        StartClimb(rule=Rule.SILENT_BOTH, case_at=utc("2026-10-12 10:00")),
    ]


def climbs(case_at: str, *, case_open: bool = False) -> dict[str, Any]:
    return {"climbs": (ClimbFacts(id=CLIMB, rule=Rule.SILENT_BOTH, case_at=utc(case_at), case_open=case_open),)}


def test_a_climb_waits_opens_its_case_once_and_ends_with_its_reason() -> None:
    now = utc("2026-10-12 10:00")
    opens = OpenCase(climb=CLIMB, rule=Rule.SILENT_BOTH, since=SECOND.opened_at, checkins=2)

    assert list(climbing(weekly(FIRST, SECOND, THIRD, **climbs("2026-10-12 10:01")), now)) == []
    assert list(climbing(weekly(FIRST, SECOND, THIRD, **climbs("2026-10-12 10:00")), now)) == [opens]
    assert list(climbing(weekly(FIRST, SECOND, THIRD, **climbs("2026-10-12 10:00", case_open=True)), now)) == []
    answered = weekly(FIRST, SECOND, past(3, "2026-09-28", answered=True), **climbs("2026-10-12 10:00"))
    assert list(climbing(answered, now)) == [EndClimb(climb=CLIMB, rule=Rule.SILENT_BOTH)]


@pytest.mark.parametrize(
    ("resolved", "fires"),
    [
        pytest.param("2026-10-08 10:00", [], id="nothing new since"),
        pytest.param("2026-10-07 09:59", [Rule.SILENT_BOTH], id="a check-in closed since"),
    ],
)
def test_a_resolved_case_comes_back_only_with_something_new(resolved: str, fires: list[Rule]) -> None:
    silent = weekly(FIRST, SECOND, THIRD, resolved=((Rule.SILENT_BOTH, utc(resolved)),))

    assert rules(silent, "2026-10-09 10:00") == fires


@pytest.mark.parametrize(
    ("more", "fires"),
    [
        pytest.param({}, [Rule.NEVER_MET, Rule.SILENT_BOTH], id="neither was told"),
        pytest.param(
            {"climbs": climbs("2026-10-05 10:00", case_open=True)["climbs"]},
            [Rule.NEVER_MET, Rule.SILENT_BOTH],
            id="one is, and the other is to be told with it",
        ),
        pytest.param(
            {
                "climbs": climbs("2026-10-05 10:00", case_open=True)["climbs"],
                "resolved": ((Rule.NEVER_MET, utc("2026-10-06 10:00")),),
            },
            [Rule.SILENT_BOTH],
            id="one is, and tells of both",
        ),
        pytest.param(
            {
                "climbs": climbs("2026-10-12 10:00")["climbs"],
                "resolved": ((Rule.NEVER_MET, utc("2026-10-06 10:00")),),
            },
            [Rule.NEVER_MET, Rule.SILENT_BOTH],
            id="a new one is not told yet",
        ),
        pytest.param(
            {"resolved": ((Rule.NEVER_MET, utc("2026-10-06 10:00")), (Rule.SILENT_BOTH, utc("2026-10-08 10:00")))},
            [],
            id="both were resolved with the last of them",
        ),
        pytest.param(
            {"resolved": ((Rule.NEVER_MET, utc("2026-10-06 10:00")), (Rule.SILENT_BOTH, utc("2026-10-07 09:59")))},
            [Rule.NEVER_MET, Rule.SILENT_BOTH],
            id="both were, and a check-in closed since",
        ),
        pytest.param(
            {"resolved": ((Rule.SILENT_BOTH, utc("2026-10-08 10:00")),)},
            [Rule.NEVER_MET],
            id="only the other one ever was told",
        ),
    ],
)
def test_two_silences_of_a_pair_are_told_and_resolved_together(more: dict[str, Any], fires: list[Rule]) -> None:
    silent = weekly(FIRST, SECOND, THIRD, met_at=None, **more)

    assert rules(silent, "2026-10-09 10:00") == fires


def test_somebody_gone_whose_case_was_resolved_stays_so() -> None:
    gone = (seat(ANA), seat(BEN, reachable=False))

    assert rules(pairing(*gone, resolved=((Rule.GONE, INTRODUCED),)), "2026-10-09 10:00") == []


@pytest.mark.parametrize(
    ("facts", "now", "looks"),
    [
        pytest.param(weekly(FIRST, met_at=None), "2026-09-20 09:00", ["2026-09-28 09:00"], id="when they had time"),
        pytest.param(
            monthly(past(1, "2026-09-14")), "2026-10-01 10:00", ["2026-10-29 10:00"], id="when a silence is long"
        ),
        pytest.param(
            weekly(FIRST, SECOND, THIRD, **climbs("2026-10-12 10:00")),
            "2026-10-08 10:00",
            ["2026-10-12 10:00"],
            id="when the climb reaches its case",
        ),
        pytest.param(weekly(FIRST), "2026-10-08 10:00", [], id="never"),
    ],
)
def test_when_time_alone_could_make_a_rule_fire(facts: PairingFacts, now: str, looks: list[str]) -> None:
    assert list(moments(facts, utc(now))) == list(map(utc, looks))


def test_a_look_ahead_is_never_in_the_past() -> None:
    paused = (seat(ANA), seat(BEN, pauses=(pause("2026-09-08", "2026-12-01"),)))
    now: datetime = utc("2026-11-01 10:00")

    assert all(at > now for at in moments(weekly(FIRST, met_at=None, seats=paused), now))


def test_only_check_ins_that_closed_count() -> None:
    open_now = checkin(3, delivered(BEN, "2026-09-28 10:00"), state=CheckinState.OPEN)

    assert rules(weekly(FIRST, SECOND, checkin=open_now), "2026-10-07 10:00") == []


def test_what_was_resolved_and_has_had_its_time_is_not_looked_at_until_something_is_new() -> None:
    resolved = (Rule.NEVER_MET, utc("2026-10-20 10:00")), (Rule.SILENT_BOTH, utc("2026-10-20 10:00"))
    never_met = monthly(SECOND, met_at=None, resolved=resolved)

    assert rules(never_met, "2027-01-20 10:00") == []
    assert list(moments(never_met, utc("2027-01-20 10:00"))) == []
