"""Check-ins one by one: whom they ask and when, what reminds, what closes."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.asking import (
    answered,
    asks_for,
    in_time,
    last_moment,
    later,
    next_checkin,
    reminders_passed,
)
from bot.domain.changes import Ask, Change, Close, Remind, Schedule, SetClose, Take
from bot.domain.checkin import Answered, CheckinState
from bot.domain.facts import PairingFacts, SeatFacts
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, PairingStep
from bot.domain.policy import DEFAULT
from tests.builders import (
    ANA,
    BEN,
    CHECKIN,
    checkin,
    day,
    delivered,
    hours,
    pairing,
    pause,
    prompt,
    prompt_of,
    seat,
    seat_of,
    utc,
    weekly,
)

NOW = utc("2026-10-13 08:00")  # two hours before their Tuesday at ten
CLOSES = "2026-10-22 10:00"


def says(facts: PairingFacts, now: datetime, *kinds: type[Change]) -> list[Change]:
    """What is to be done now, of these kinds."""
    return [change for change in in_time(facts, DEFAULT, now) if isinstance(change, kinds)]


def test_a_check_in_is_scheduled_when_the_first_hour_is_near() -> None:
    facts = pairing(seat(ANA, hours=hours(weekday=3)), seat(BEN))
    schedule = Schedule(
        period=1,
        day=day("2026-10-07"),
        asks=((seat_of(ANA), ANA, utc("2026-10-08 10:00")), (seat_of(BEN), BEN, utc("2026-10-13 10:00"))),
    )

    assert says(facts, utc("2026-10-08 07:59"), Schedule, Take) == []
    assert says(facts, utc("2026-10-08 08:00"), Schedule, Take) == [schedule]


def test_the_first_check_in_makes_an_introduced_pairing_active() -> None:
    changes = says(pairing(state=PairingState.INTRODUCED), NOW, Schedule, Take)

    assert changes[1:] == [Take(step=PairingStep.BEGIN)]


@pytest.mark.parametrize(
    "more",
    [
        {"state": PairingState.ACCEPTED},
        {"state": PairingState.ENDING},
        {"rhythms": ()},
        {"checkin": checkin(1, delivered(ANA, "2026-10-13 10:00"))},
        {"checkin": checkin(1, prompt(ANA, "2026-10-13 10:00"), state=CheckinState.SCHEDULED)},
    ],
)
def test_nothing_is_scheduled_before_a_pairing_runs_nor_beside_what_runs(more: dict[str, object]) -> None:
    assert next_checkin(pairing(**more), DEFAULT, NOW) is None


@pytest.mark.parametrize(
    ("ana", "asked"),
    [
        (seat(ANA), [ANA, BEN]),
        (seat(ANA, consent=Consent.GIVEN), [ANA, BEN]),
        (seat(ANA, consent=Consent.REFUSED), [BEN]),
        (seat(ANA, reachable=False), [BEN]),
        (seat(ANA, greeted_at=None), [BEN]),
        (seat(ANA, pauses=(pause("2026-10-01", "2026-11-30"),)), [BEN]),
    ],
)
def test_only_who_can_be_asked_is_asked(ana: SeatFacts, asked: list[object]) -> None:
    assert [member for _, member, _ in asks_for(pairing(ana, seat(BEN)), 1, NOW)] == asked


def test_with_nobody_to_ask_there_is_no_check_in() -> None:
    nobody = [seat(each, reachable=False) for each in (ANA, BEN)]

    assert next_checkin(pairing(*nobody), DEFAULT, NOW) is None


@pytest.mark.parametrize(
    ("now", "period"),
    [("2026-10-13 12:00", 1), ("2026-11-09 09:59", 1), ("2026-11-09 10:00", 2), ("2029-01-01 00:00", 27)],
)
def test_an_outage_leaves_out_what_can_no_longer_be_answered(now: str, period: int) -> None:
    schedule = next_checkin(pairing(), DEFAULT, utc(now))

    assert schedule is not None
    assert schedule.period == period


def test_after_the_last_check_in_comes_the_next_period() -> None:
    closed = checkin(4, delivered(ANA, "2027-01-12 10:00"), state=CheckinState.CLOSED)
    schedule = next_checkin(pairing(checkin=closed), DEFAULT, NOW)

    assert schedule is not None
    assert schedule.period == 5


@pytest.mark.parametrize(
    ("facts", "period", "expected"),
    [
        (pairing(), 1, "2026-11-09 10:00"),  # the next opens on Tuesday the 10th
        (weekly(), 1, "2026-09-21 10:00"),
        (weekly(seat(ANA, hours=hours("Asia/Tokyo")), seat(BEN)), 1, "2026-09-21 01:00"),
        (weekly(seat(ANA, hours=hours(holidays=["2026-09-21"])), seat(BEN)), 1, "2026-09-18 10:00"),
        (weekly(seat(ANA, hours=hours(days=[1])), seat(BEN)), 1, "2026-09-21 23:59"),
        (weekly(seat(ANA, hours=hours(weekday=0)), seat(BEN, hours=hours(weekday=4))), 1, "2026-09-20 23:59"),
        (weekly(anchor="2026-12-21"), 1, "2027-01-04 10:00"),
        (weekly(anchor="2028-02-15"), 1, "2028-02-28 10:00"),
    ],
)
def test_no_answer_is_awaited_after_the_working_day_before_the_next(
    facts: PairingFacts, period: int, expected: str
) -> None:
    assert last_moment(facts, period) == utc(expected)


@pytest.mark.parametrize(
    ("asked", "now", "not_before"),
    [
        (prompt(ANA, "2026-10-13 10:00"), "2026-10-13 07:59", None),
        (prompt(ANA, "2026-10-13 10:00"), "2026-10-13 08:00", "2026-10-13 10:00"),
        (prompt(ANA, "2026-10-13 10:00"), "2026-10-14 07:30", "2026-10-14 09:00"),  # held up, and it is night
        (prompt(ANA, "2026-10-13 10:00", waiting=True, asked=1), "2026-10-13 08:00", None),
        (prompt(ANA, "2026-10-13 10:00", answered=True), "2026-10-13 08:00", None),  # answered early
        (prompt(ANA, "2026-10-13 10:00", skipped=True), "2026-10-13 08:00", None),
        (prompt(ANA, "2026-10-13 10:00", asked=1), "2026-10-13 08:00", "2026-10-13 10:00"),  # dropped on its way
        (prompt(ANA, "2026-10-13 10:00", asked=3), "2026-10-13 08:00", None),
        (delivered(ANA, "2026-10-13 10:00"), "2026-10-13 11:00", None),
        (prompt(ANA, "2026-10-13 10:00"), "2026-10-22 09:30", "2026-10-22 09:30"),
        (prompt(ANA, "2026-10-13 10:00"), "2026-10-22 07:30", "2026-10-22 09:00"),
        (prompt(ANA, "2026-10-13 10:00"), "2026-10-22 10:00", None),  # it is closed
    ],
)
def test_a_prompt_is_queued_shortly_before_its_hour_and_until_the_close(
    asked: object, now: str, not_before: str | None
) -> None:
    facts = pairing(checkin=checkin(1, asked))  # type: ignore[arg-type]  # a prompt

    queued = says(facts, utc(now), Ask)

    nth = facts.checkin.prompts[0].asked + 1 if facts.checkin else 0
    expected = (
        [] if not_before is None else [Ask(prompt=prompt_of(ANA), member=ANA, nth=nth, not_before=utc(not_before))]
    )
    assert queued == expected


@pytest.mark.parametrize(
    ("more", "now", "expected"),
    [
        ({}, "2026-10-14 07:59", []),
        ({}, "2026-10-14 08:00", [(1, "2026-10-14 10:00")]),
        ({"reminders": 1}, "2026-10-14 08:00", []),
        ({"reminders": 1}, "2026-10-16 08:00", [(2, "2026-10-16 10:00")]),
        ({"reminders": 2}, "2026-10-20 08:00", []),
        ({"answered": True}, "2026-10-14 08:00", []),
        ({"skipped": True}, "2026-10-14 08:00", []),
        ({}, "2026-10-16 08:00", [(2, "2026-10-16 10:00")]),  # the first was missed
        ({}, "2026-10-19 11:00", [(2, "2026-10-19 11:00")]),
        # *Later* moves the first, and what falls on the day of the second is the second.
        ({"snoozed_until": utc("2026-10-15 10:00")}, "2026-10-14 08:00", []),
        ({"snoozed_until": utc("2026-10-15 10:00")}, "2026-10-15 08:00", [(1, "2026-10-15 10:00")]),
        ({"snoozed_until": utc("2026-10-19 10:00")}, "2026-10-19 08:00", [(2, "2026-10-19 10:00")]),
        ({}, "2026-10-22 10:00", []),  # it is closed
    ],
)
def test_reminders_come_one_and_three_working_days_after_the_prompt(
    more: dict[str, object], now: str, expected: list[tuple[int, str]]
) -> None:
    facts = pairing(checkin=checkin(1, delivered(ANA, "2026-10-13 10:00", **more)))

    assert says(facts, utc(now), Remind) == [
        Remind(prompt=prompt_of(ANA), member=ANA, nth=nth, not_before=utc(at)) for nth, at in expected
    ]


def test_a_reminder_that_would_come_at_the_close_is_never_waited_for() -> None:
    """It would be looked at for ever: its moment is near, and it may not be said."""
    facts = weekly(checkin=checkin(1, delivered(ANA, "2026-09-18 10:00"), closes_at="2026-09-21 10:00"))

    assert says(facts, utc("2026-09-21 08:30"), Remind) == []


@pytest.mark.parametrize(
    ("now", "passed"),
    [("2026-10-13 11:00", 0), ("2026-10-14 10:00", 1), ("2026-10-16 09:59", 1), ("2026-10-20 10:00", 2)],
)
def test_reminders_that_went_by_are_counted(now: str, passed: int) -> None:
    facts = pairing(checkin=checkin(1, delivered(ANA, "2026-10-13 10:00")))

    assert reminders_passed(facts, prompt_of(ANA), DEFAULT, utc(now)) == passed
    assert reminders_passed(facts, prompt_of(BEN), DEFAULT, utc(now)) == 0


@pytest.mark.parametrize(
    ("prompts", "expected"),
    [
        ([delivered(ANA, "2026-10-13 10:00"), delivered(BEN, "2026-10-13 10:00")], CLOSES),
        ([delivered(ANA, "2026-10-13 10:00"), delivered(BEN, "2026-10-15 11:00")], "2026-10-26 10:00"),
        ([delivered(ANA, "2026-10-13 10:00"), prompt(BEN, "2026-10-16 10:00")], "2026-10-27 10:00"),
        ([delivered(ANA, "2026-11-05 10:00")], "2026-11-09 10:00"),  # a working day before the next opens
    ],
)
def test_it_closes_seven_working_days_after_the_last_delivery(prompts: list[object], expected: str) -> None:
    facts = pairing(checkin=checkin(1, *prompts))  # type: ignore[arg-type]  # prompts

    assert says(facts, NOW, SetClose, Close) == [SetClose(checkin=CHECKIN, closes_at=utc(expected))]


def test_who_is_paused_over_their_hour_is_waited_for() -> None:
    ben = seat(BEN, pauses=(pause("2026-10-12", "2026-10-16"),))
    facts = pairing(seat(ANA), ben, checkin=checkin(1, prompt(BEN, "2026-10-13 10:00")))

    assert says(facts, NOW, SetClose, Close) == [SetClose(checkin=CHECKIN, closes_at=utc("2026-10-27 10:00"))]


def test_a_known_close_is_not_set_again_and_comes_at_its_moment() -> None:
    facts = pairing(checkin=checkin(1, delivered(ANA, "2026-10-13 10:00", answered=True), closes_at=CLOSES))

    assert says(facts, utc(CLOSES) - timedelta(seconds=1), SetClose, Close) == []
    assert says(facts, utc(CLOSES), SetClose, Close) == [Close(checkin=CHECKIN, answered=Answered.ALL)]


@given(st.lists(st.booleans(), max_size=4))
def test_a_check_in_says_whether_all_some_or_none_answered(said: list[bool]) -> None:
    how = answered(checkin(1, *(delivered(ANA, "2026-10-13 10:00", answered=each) for each in said)))

    assert (how is Answered.ALL) == (bool(said) and all(said))
    assert (how is Answered.NONE) == (not any(said))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-13 15:00", "2026-10-15 10:00"),
        ("2026-10-16 15:00", "2026-10-20 10:00"),  # over a weekend
        ("2026-12-31 15:00", "2027-01-04 10:00"),
        ("2028-02-28 15:00", "2028-03-01 10:00"),
    ],
)
def test_later_is_two_working_days_on_at_their_hour(now: str, expected: str) -> None:
    assert later(seat(ANA), DEFAULT, utc(now)) == utc(expected)
