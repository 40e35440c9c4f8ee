"""How a pairing begins: first word, introduction, rhythm, first meeting."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.calendar import is_working, local_day
from bot.domain.changes import AskOfFirstMeeting, Greet, Introduce, Keep, Take
from bot.domain.checkin import Meeting
from bot.domain.ids import PairingId
from bot.domain.introduction import (
    SPREAD,
    beginning,
    first_meeting,
    first_meeting_questions,
    first_rhythm,
    greetings,
    introduction,
    introduction_moment,
    meeting_slots,
    spread,
)
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, PairingStep
from bot.domain.policy import DEFAULT
from bot.domain.rhythm import MONTHS, Rhythm, RhythmRow, ask_day, nominal_day
from tests.builders import ANA, BEN, CARLA, LONG_AGO, day, hours, pairing, pause, prompt, rhythm, seat, utc
from tests.builders import checkin as checkin_of

MONDAY = utc("2026-09-07 08:00")
NEW = {"state": PairingState.ACCEPTED, "introducing_at": None, "introduced_at": None, "rhythms": (), "grid": None}


def test_the_first_word_goes_to_whoever_has_not_heard_it_in_their_working_time() -> None:
    facts = pairing(
        seat(ANA, consent=Consent.UNASKED, greeted_at=None, hours=hours("Asia/Tokyo")),
        seat(BEN, consent=Consent.UNASKED, greeted_at=None),
        seat(CARLA),
        **NEW,
    )

    assert list(greetings(facts, utc("2026-09-07 08:30"))) == [
        Greet(member=ANA, not_before=utc("2026-09-08 00:00")),
        Greet(member=BEN, not_before=utc("2026-09-07 09:00")),
    ]


@pytest.mark.parametrize("consent", [Consent.ASKED, Consent.GIVEN, Consent.REFUSED])
def test_nobody_hears_the_first_word_twice(consent: Consent) -> None:
    assert list(greetings(pairing(seat(ANA, consent=consent), seat(BEN), **NEW), MONDAY)) == []


def test_nobody_who_cannot_be_reached_is_greeted() -> None:
    lost = seat(ANA, consent=Consent.UNASKED, greeted_at=None, reachable=False)

    assert list(greetings(pairing(lost, seat(BEN), **NEW), MONDAY)) == []


def test_nobody_is_introduced_before_both_have_heard_the_first_word() -> None:
    facts = pairing(seat(ANA, greeted_at=None), seat(BEN), **NEW)

    assert list(introduction(facts, MONDAY)) == []


@pytest.mark.parametrize(
    "more",
    [
        {"introducing_at": LONG_AGO},
        {"state": PairingState.ACTIVE},  # brought in while it runs
        {"state": PairingState.INTRODUCED},
        {"state": PairingState.DRAFT},
    ],
)
def test_a_pairing_is_introduced_once_and_not_when_it_runs(more: dict[str, object]) -> None:
    assert list(introduction(pairing(**{**NEW, **more}), MONDAY)) == []


@pytest.mark.parametrize(
    ("mentor", "mentee", "greeted", "on", "expected"),
    [
        # The next working morning's first hour that all share.
        ("UTC", "UTC", "2026-09-07 09:00", None, "2026-09-08 09:00"),
        ("UTC", "UTC", "2026-09-11 09:00", None, "2026-09-14 09:00"),  # after a weekend
        ("America/New_York", "Europe/London", "2026-09-07 09:00", None, "2026-09-08 13:00"),
        # No hour in common: the mentee's morning.
        ("Asia/Tokyo", "America/New_York", "2026-09-07 09:00", None, "2026-09-08 13:00"),
        # The clock changed in London on Sunday 28 March 2027 and 25 October 2026.
        ("Europe/London", "Europe/London", "2027-03-26 10:00", None, "2027-03-29 08:00"),
        ("Europe/London", "Europe/London", "2026-10-23 10:00", None, "2026-10-26 09:00"),
        ("UTC", "UTC", "2028-02-28 10:00", None, "2028-02-29 09:00"),
        ("UTC", "UTC", "2026-12-31 10:00", None, "2027-01-01 09:00"),
        # A day was named: not before it, and on a working day.
        ("UTC", "UTC", "2026-09-07 09:00", "2026-09-16", "2026-09-16 09:00"),
        ("UTC", "UTC", "2026-09-07 09:00", "2026-09-19", "2026-09-21 09:00"),
        ("UTC", "UTC", "2026-09-17 09:00", "2026-09-16", "2026-09-18 09:00"),  # it has passed
        ("Asia/Tokyo", "Asia/Tokyo", "2026-09-07 09:00", "2026-09-16", "2026-09-16 00:00"),
    ],
)
def test_the_introduction_comes_in_an_hour_that_all_share(
    mentor: str, mentee: str, greeted: str, on: str | None, expected: str
) -> None:
    facts = pairing(
        seat(ANA, hours=hours(mentor), greeted_at=LONG_AGO),
        seat(BEN, hours=hours(mentee), greeted_at=utc(greeted)),
        **{**NEW, "introduce_on": day(on) if on else None},
    )

    assert list(introduction(facts, utc(greeted))) == [Introduce(not_before=utc(expected))]


def test_the_introduction_keeps_clear_of_everybodys_holidays() -> None:
    facts = pairing(
        seat(ANA, hours=hours(holidays=["2026-09-08"])),
        seat(BEN, hours=hours(holidays=["2026-09-09"])),
        **NEW,
    )

    assert introduction_moment(facts, MONDAY) == utc("2026-09-10 09:00")


@given(st.integers(0, 2**128 - 1))
def test_introductions_of_one_day_are_spread_over_its_hour(number: int) -> None:
    assert timedelta() <= spread(PairingId(UUID(int=number))) <= timedelta(minutes=55)
    assert {spread(PairingId(UUID(int=n))) for n in range(number % 1000, number % 1000 + 12)} == {
        SPREAD * n for n in range(12)
    }


@pytest.mark.parametrize(
    ("state", "met_at", "introduced_at", "now", "expected"),
    [
        # The Monday of the week in which they were introduced, whatever the moment at which the rules look.
        (PairingState.INTRODUCED, None, "2026-09-09 09:00", "2026-09-20 09:00", ["2026-09-07"]),
        (PairingState.INTRODUCED, "2026-09-09 10:00", "2026-09-09 09:00", "2026-09-10 09:00", ["2026-09-07", "begin"]),
        (PairingState.ACTIVE, None, None, "2026-09-20 09:00", ["2026-09-14"]),
        (PairingState.ACCEPTED, None, None, "2026-09-20 09:00", []),
        (PairingState.ENDED, None, None, "2026-09-20 09:00", []),
    ],
)
def test_the_rhythm_begins_with_the_introduction_or_at_once_with_a_pairing_that_runs(
    state: PairingState, met_at: str | None, introduced_at: str | None, now: str, expected: list[str]
) -> None:
    facts = pairing(
        state=state,
        rhythms=(),
        grid=None,
        met_at=utc(met_at) if met_at else None,
        introduced_at=utc(introduced_at) if introduced_at else None,
    )

    changes = list(beginning(facts, utc(now)))

    kept = [Keep(row=RhythmRow(from_period=1, rhythm=Rhythm.MONTHLY, anchor=day(each))) for each in expected[:1]]
    assert changes == kept + [Take(step=PairingStep.BEGIN) for _ in expected[1:]]


def test_a_pairing_is_given_its_rhythm_once() -> None:
    assert list(beginning(pairing(state=PairingState.INTRODUCED), MONDAY)) == []


rules = st.sampled_from(Rhythm)
starts = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@settings(deadline=None, max_examples=40)
@example(date(2026, 8, 31), [(Rhythm.MONTHLY, date(2026, 10, 1))], 1, Rhythm.WEEKLY)  # September has no 31st
@given(starts, st.lists(st.tuples(rules, starts), min_size=2, max_size=5), st.integers(0, 4), rules)
def test_all_of_one_persons_check_ins_in_a_programme_fall_on_the_same_days(
    first: date, others: list[tuple[Rhythm, date]], weekday: int, begun_with: Rhythm
) -> None:
    """Whenever each pairing began, rarer rhythms have some days of the more frequent ones."""
    mine = hours(weekday=weekday)
    grid = first_rhythm(begun_with, None, first).anchor
    for rule, started in others:
        often = _ask_days(mine, first_rhythm(Rhythm.MONTHLY if rule in MONTHS else Rhythm.WEEKLY, grid, first))
        weekly = _ask_days(mine, first_rhythm(Rhythm.WEEKLY, grid, first))
        row = first_rhythm(rule, grid, started)

        asked = {ask_day(mine, nominal_day(row.rhythm, row.anchor, n)) for n in range(7)}

        assert asked <= often
        assert asked <= weekly


def _ask_days(mine: object, row: RhythmRow) -> set[date]:
    return {ask_day(mine, nominal_day(row.rhythm, row.anchor, n)) for n in range(-300, 460)}  # type: ignore[arg-type]  # hours


@given(rules, starts, starts)
def test_the_first_check_in_comes_one_rhythm_after_the_beginning_give_or_take(
    rule: Rhythm, grid: date, started: date
) -> None:
    """Half a week for rhythms of weeks, half a month for those of months, whose own length differs by three days."""
    row = first_rhythm(rule, first_rhythm(rule, None, grid).anchor, started)

    wait = nominal_day(rule, row.anchor, 1) - nominal_day(rule, started, 1)

    assert abs(wait.days) <= (15 + 3 if rule in MONTHS else 3)
    assert abs((row.anchor - started).days) <= (15 if rule in MONTHS else 3)


FRESH = {
    "state": PairingState.INTRODUCED,
    "introduced_at": utc("2026-09-09 09:05"),
    "rhythms": rhythm(Rhythm.MONTHLY, "2026-09-07"),
}


def test_seven_days_after_the_introduction_each_is_asked_of_the_first_meeting_at_their_hour() -> None:
    ana = seat(ANA, hours=hours("Asia/Tokyo", at="11:00"))
    ben = seat(BEN, hours=hours(holidays=["2026-09-16", "2026-09-17"]))
    facts = pairing(ana, ben, **FRESH)

    assert [(each.member, at) for each, at in first_meeting_questions(facts, DEFAULT)] == [
        (ANA, utc("2026-09-16 02:00")),
        (BEN, utc("2026-09-18 10:00")),
    ]
    assert list(first_meeting(facts, DEFAULT, utc("2026-09-15 23:59"))) == []
    assert list(first_meeting(facts, DEFAULT, utc("2026-09-16 00:00"))) == [
        AskOfFirstMeeting(seat=ana.id, member=ANA, not_before=utc("2026-09-16 02:00"))
    ]


def test_a_question_that_an_outage_held_up_comes_in_working_time_outside_of_pauses() -> None:
    ana = seat(ANA)
    ben = seat(BEN, pauses=(pause("2026-09-18", "2026-09-22"),))
    late = list(first_meeting(pairing(ana, ben, **FRESH), DEFAULT, utc("2026-09-19 12:00")))

    assert late == [
        AskOfFirstMeeting(seat=ana.id, member=ANA, not_before=utc("2026-09-21 09:00")),
        AskOfFirstMeeting(seat=ben.id, member=BEN, not_before=utc("2026-09-22 10:00")),
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"state": PairingState.ACTIVE},
        {"met_at": utc("2026-09-10 09:00")},
        {"checkin": checkin_of(1, prompt(ANA, "2026-10-13 10:00"))},
        {"rhythms": ()},
        {"seats": (seat(ANA, meeting=Meeting.PLANNED), seat(BEN))},
        {"seats": (seat(ANA, meeting=Meeting.NOT_YET), seat(BEN, meeting=Meeting.MET))},
        {"seats": (seat(ANA, meeting=Meeting.NOT_YET), seat(BEN, meeting=Meeting.NOT_YET))},
        {"seats": (seat(ANA, meeting_asked_at=MONDAY), seat(BEN, reachable=False))},
        # The first check-in, on Tuesday 15 September, asks the same.
        {"rhythms": rhythm(Rhythm.WEEKLY, "2026-09-07")},
    ],
)
def test_nobody_is_asked_of_a_first_meeting_that_is_settled_or_asked_about(more: dict[str, object]) -> None:
    facts = replace(pairing(**FRESH), **more)  # type: ignore[arg-type]  # fields of the facts

    assert first_meeting_questions(facts, DEFAULT) == []


def test_not_yet_speaks_for_whoever_said_it() -> None:
    ben = seat(BEN)
    facts = pairing(seat(ANA, meeting=Meeting.NOT_YET), ben, **FRESH)

    assert [each.id for each, _ in first_meeting_questions(facts, DEFAULT)] == [ben.id]


@settings(deadline=None)
@given(
    st.sampled_from(["UTC", "Asia/Kolkata", "America/New_York", "Europe/London", "Australia/Lord_Howe"]),
    st.sampled_from(["UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu"]),
    st.datetimes(utc("2026-01-01 00:00").replace(tzinfo=None), utc("2028-12-31 00:00").replace(tzinfo=None)),
)
def test_meeting_slots_lie_in_everybodys_hours_on_different_days(one: str, other: str, at: object) -> None:
    all_hours = (hours(one), hours(other))
    slots = meeting_slots(all_hours, utc(str(at)))

    assert len(slots) in (0, 3)
    assert len({local_day(all_hours[0], slot) for slot in slots}) == len(slots)
    assert all(
        is_working(mine, slot + timedelta(minutes=part)) for mine in all_hours for slot in slots for part in (0, 59)
    )
    assert all(slot > utc(str(at)) + timedelta(days=1) for slot in slots)
