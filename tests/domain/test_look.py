"""What the rules say over time: they come to rest, look ahead, and keep to people's hours."""

from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.domain.calendar import Hours, is_working, local, local_day
from bot.domain.checkin import Outcome
from bot.domain.facts import PairingFacts, PauseFacts, SeatFacts
from bot.domain.living import Heard, Living
from bot.domain.look import Next, what_next
from bot.domain.member import Consent
from bot.domain.pairing import OVER, PairingState
from bot.domain.pause import paused_until
from bot.domain.policy import DEFAULT
from bot.domain.rhythm import Rhythm
from tests.builders import ANA, BEN, CARLA, LONG_AGO, hours, pairing, pause, rhythm, seat, utc, weekly

ZONES = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland"]
START = utc("2026-09-08 12:00")
slow = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)

starts = st.datetimes(utc("2026-01-01 00:00").replace(tzinfo=None), utc("2028-12-31 00:00").replace(tzinfo=None)).map(
    lambda at: utc(str(at.replace(microsecond=0)))
)


@st.composite
def some_hours(draw: st.DrawFn, around: date) -> Hours:
    days = draw(st.sets(st.integers(0, 6), min_size=1))
    opens = draw(st.integers(0, 20))
    closes = draw(st.integers(opens + 1, 23))
    off = draw(st.sets(st.integers(-10, 120), max_size=25))
    return Hours(
        zone=draw(st.sampled_from(ZONES)),
        days=frozenset(days),
        opens=time(opens),
        closes=time(closes),
        ask_weekday=draw(st.sampled_from(sorted(days))),
        ask_at=time(draw(st.integers(opens, closes - 1)), draw(st.sampled_from([0, 15, 59]))),
        holidays=frozenset(around + timedelta(days=n) for n in off),
    )


@st.composite
def some_seat(draw: st.DrawFn, around: date, member: str) -> SeatFacts:
    pauses = [
        PauseFacts(from_day=around + timedelta(days=start), until_day=around + timedelta(days=start + length))
        for start, length in draw(st.lists(st.tuples(st.integers(-20, 100), st.integers(1, 30)), max_size=3))
    ]
    greeted = draw(st.booleans())
    return seat(
        {"ana": ANA, "ben": BEN, "carla": CARLA}[member],
        hours=draw(some_hours(around)),
        consent=Consent.ASKED if greeted else Consent.UNASKED,
        greeted_at=LONG_AGO if greeted else None,
        reachable=draw(st.sampled_from([True, True, True, False])),
        pauses=tuple(pauses),
    )


@st.composite
def some_life(draw: st.DrawFn) -> Living:
    """A pairing at any point of its beginning, with any hours, holidays and pauses, and people who answer or do not."""
    now = draw(starts)
    people = ["ana", "ben", *draw(st.sampled_from([[], ["carla"]]))]
    seats = [draw(some_seat(now.date(), who)) for who in people]
    rule = draw(st.sampled_from([Rhythm.WEEKLY, Rhythm.WEEKLY, Rhythm.FORTNIGHTLY, Rhythm.MONTHLY]))
    state = draw(st.sampled_from([PairingState.ACCEPTED, PairingState.INTRODUCED, PairingState.ACTIVE]))
    begun = state is not PairingState.ACCEPTED
    anchor = (now - timedelta(days=draw(st.integers(0, 40)))).date().isoformat()
    facts = pairing(
        *seats,
        state=state,
        rhythm=rule,
        grid=None,
        rhythms=rhythm(rule, anchor) if begun else (),
        introducing_at=now if begun else None,
        introduced_at=now - timedelta(days=draw(st.integers(0, 10))) if begun else None,
    )
    answering = draw(st.sets(st.sampled_from([ANA, BEN, CARLA])))
    return Living(facts=facts, now=now, answers=lambda heard: Outcome.BOOKED if heard.member in answering else None)


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


def _asked(lived: Living) -> list[str]:
    """Each prompt and reminder on its person's own clock."""
    return [
        f"{local(lived.facts.seat_of(each.member).hours, each.at):%a %d %b %H:%M} "
        f"{'Ana' if each.member == ANA else 'Ben'} {each.kind} {each.period}.{each.nth}"
        for each in lived.heard
    ]


def test_a_month_of_silence_is_a_prompt_and_two_reminders_each() -> None:
    lived = Living(facts=pairing(), now=START).until(utc("2026-10-31 00:00"))

    assert _asked(lived) == [
        "Tue 13 Oct 10:00 Ana prompt 1.1",
        "Tue 13 Oct 10:00 Ben prompt 1.1",
        "Wed 14 Oct 10:00 Ana reminder 1.1",
        "Wed 14 Oct 10:00 Ben reminder 1.1",
        "Fri 16 Oct 10:00 Ana reminder 1.2",
        "Fri 16 Oct 10:00 Ben reminder 1.2",
    ]
    assert [(each.period, each.closes_at) for each in lived.closed] == [(1, utc("2026-10-22 10:00"))]


def test_whoever_answers_hears_no_more() -> None:
    def answers(heard: Heard) -> Outcome | None:
        return Outcome.MET if heard.member == ANA or heard.nth == 2 else None

    lived = Living(facts=pairing(), now=START, answers=answers)

    assert _asked(lived.until(utc("2026-10-31 00:00"))) == [
        "Tue 13 Oct 10:00 Ana prompt 1.1",
        "Tue 13 Oct 10:00 Ben prompt 1.1",
        "Wed 14 Oct 10:00 Ben reminder 1.1",
        "Fri 16 Oct 10:00 Ben reminder 1.2",
    ]


def test_a_weekly_check_in_closes_one_working_day_before_the_next_opens() -> None:
    lived = Living(facts=weekly(), now=START).until(utc("2026-09-29 12:00"))

    assert _asked(lived) == [
        "Tue 15 Sep 10:00 Ana prompt 1.1",
        "Tue 15 Sep 10:00 Ben prompt 1.1",
        "Wed 16 Sep 10:00 Ana reminder 1.1",
        "Wed 16 Sep 10:00 Ben reminder 1.1",
        "Fri 18 Sep 10:00 Ana reminder 1.2",
        "Fri 18 Sep 10:00 Ben reminder 1.2",
        "Tue 22 Sep 10:00 Ana prompt 2.1",
        "Tue 22 Sep 10:00 Ben prompt 2.1",
        "Wed 23 Sep 10:00 Ana reminder 2.1",
        "Wed 23 Sep 10:00 Ben reminder 2.1",
        "Fri 25 Sep 10:00 Ana reminder 2.2",
        "Fri 25 Sep 10:00 Ben reminder 2.2",
        "Tue 29 Sep 10:00 Ana prompt 3.1",
        "Tue 29 Sep 10:00 Ben prompt 3.1",
    ]
    assert [each.closes_at for each in lived.closed] == [utc("2026-09-21 10:00"), utc("2026-09-28 10:00")]


@pytest.mark.parametrize(
    ("zone", "anchor", "expected"),
    [
        # The clock changes on the Sunday before, and ten in the morning stays ten.
        ("Europe/London", "2026-10-19", ["2026-10-27 10:00", "2026-10-28 10:00", "2026-10-30 10:00"]),
        ("Europe/London", "2027-03-22", ["2027-03-30 09:00", "2027-03-31 09:00", "2027-04-02 09:00"]),
        ("America/New_York", "2026-10-26", ["2026-11-03 15:00", "2026-11-04 15:00", "2026-11-06 15:00"]),
        ("UTC", "2028-02-21", ["2028-02-29 10:00", "2028-03-01 10:00", "2028-03-03 10:00"]),  # 29 February
        ("UTC", "2026-12-21", ["2026-12-29 10:00", "2026-12-30 10:00", "2027-01-01 10:00"]),  # the year ends
    ],
)
def test_people_are_asked_at_their_own_hour_whatever_the_clock_does(
    zone: str, anchor: str, expected: list[str]
) -> None:
    facts = weekly(seat(ANA, hours=hours(zone)), seat(BEN, reachable=False), anchor=anchor)
    start = utc(f"{anchor} 12:00") + timedelta(days=2)

    lived = Living(facts=facts, now=start).until(start + timedelta(days=11))

    assert [each.at for each in lived.heard] == [utc(each) for each in expected]


def test_holidays_move_the_prompt_and_its_reminders_to_days_of_work() -> None:
    off = ["2026-10-13", "2026-10-15", "2026-10-16"]

    lived = Living(facts=pairing(seat(ANA, hours=hours(holidays=off)), seat(BEN, reachable=False)), now=START)

    assert _asked(lived.until(utc("2026-10-31 00:00"))) == [
        "Wed 14 Oct 10:00 Ana prompt 1.1",
        "Mon 19 Oct 10:00 Ana reminder 1.1",
        "Wed 21 Oct 10:00 Ana reminder 1.2",
    ]


def test_two_weekly_periods_that_holidays_bring_to_one_day_ask_once_on_it() -> None:
    """Ben's holidays last from Tuesday to the next Monday: both periods would ask him on Tuesday 22 September."""
    off = [f"2026-09-{n}" for n in range(15, 22)]

    lived = Living(facts=weekly(seat(ANA), seat(BEN, hours=hours(holidays=off))), now=START)

    assert _asked(lived.until(utc("2026-09-22 12:00"))) == [
        "Tue 15 Sep 10:00 Ana prompt 1.1",
        "Wed 16 Sep 10:00 Ana reminder 1.1",
        "Fri 18 Sep 10:00 Ana reminder 1.2",
        "Tue 22 Sep 10:00 Ana prompt 2.1",
        "Tue 22 Sep 10:00 Ben prompt 2.1",
    ]


def test_whoever_works_one_day_a_week_is_asked_on_it_every_week() -> None:
    lived = Living(facts=weekly(seat(ANA, hours=hours(days=[1])), seat(BEN, hours=hours(days=[1]))), now=START)

    assert _asked(lived.until(utc("2026-09-29 09:00"))) == [
        "Tue 15 Sep 10:00 Ana prompt 1.1",
        "Tue 15 Sep 10:00 Ben prompt 1.1",
        "Tue 22 Sep 10:00 Ana prompt 2.1",
        "Tue 22 Sep 10:00 Ben prompt 2.1",
    ]
    assert [each.closes_at for each in lived.closed] == [utc("2026-09-21 23:59"), utc("2026-09-28 23:59")]


def test_one_who_likes_mondays_and_one_who_likes_fridays_are_both_asked_every_week() -> None:
    lived = Living(facts=weekly(seat(ANA, hours=hours(weekday=0)), seat(BEN, hours=hours(weekday=4))), now=START)

    prompts = [each for each in _asked(lived.until(utc("2026-09-29 09:00"))) if "prompt" in each]
    assert prompts == [
        "Mon 14 Sep 10:00 Ana prompt 1.1",
        "Fri 18 Sep 10:00 Ben prompt 1.1",
        "Mon 21 Sep 10:00 Ana prompt 2.1",
        "Fri 25 Sep 10:00 Ben prompt 2.1",
        "Mon 28 Sep 10:00 Ana prompt 3.1",
    ]


def test_a_pause_moves_the_prompt_behind_it_and_the_partner_is_asked_as_ever() -> None:
    facts = pairing(seat(ANA), seat(BEN, pauses=(pause("2026-10-12", "2026-10-22"),)))

    assert _asked(Living(facts=facts, now=START).until(utc("2026-11-30 00:00")))[:6] == [
        "Tue 13 Oct 10:00 Ana prompt 1.1",
        "Wed 14 Oct 10:00 Ana reminder 1.1",
        "Fri 16 Oct 10:00 Ana reminder 1.2",
        "Thu 22 Oct 10:00 Ben prompt 1.1",
        "Fri 23 Oct 10:00 Ben reminder 1.1",
        "Tue 27 Oct 10:00 Ben reminder 1.2",
    ]


def test_check_ins_that_a_pause_swallowed_are_left_out_not_made_up_for() -> None:
    away = (pause("2026-09-14", "2026-10-05"),)
    facts = weekly(seat(ANA, pauses=away), seat(BEN, pauses=away))

    assert _asked(Living(facts=facts, now=START).until(utc("2026-10-06 12:00"))) == [
        "Tue 06 Oct 10:00 Ana prompt 4.1",
        "Tue 06 Oct 10:00 Ben prompt 4.1",
    ]


@pytest.mark.parametrize(
    ("down", "up", "expected"),
    [
        # Down over the prompt: it is said as soon as they work, and the reminders count from there.
        ("2026-10-13 07:00", "2026-10-14 13:00", ["Wed 14 Oct 13:00 prompt", "Thu 15 Oct 10:00 reminder 1"]),
        ("2026-10-13 07:00", "2026-10-14 20:00", ["Thu 15 Oct 09:00 prompt", "Fri 16 Oct 10:00 reminder 1"]),
        # Down over both reminders: the second alone, in their hours.
        ("2026-10-13 12:00", "2026-10-16 12:00", ["Tue 13 Oct 10:00 prompt", "Fri 16 Oct 12:00 reminder 2"]),
        ("2026-10-13 12:00", "2026-10-16 18:00", ["Tue 13 Oct 10:00 prompt", "Mon 19 Oct 09:00 reminder 2"]),
        # Back in the small hours of the second one's day: the first would come an hour before it.
        ("2026-10-13 12:00", "2026-10-16 03:00", ["Tue 13 Oct 10:00 prompt", "Fri 16 Oct 10:00 reminder 2"]),
        # Down over the close: nothing at all is said of it.
        ("2026-10-13 07:00", "2026-11-09 12:00", ["Tue 10 Nov 10:00 prompt", "Wed 11 Nov 10:00 reminder 1"]),
    ],
)
def test_of_what_an_outage_missed_only_the_latest_is_said(down: str, up: str, expected: list[str]) -> None:
    living = Living(facts=pairing(seat(ANA), seat(BEN, reachable=False)), now=START)

    living.until(utc(down)).outage(utc(up)).until(utc(up) + timedelta(days=30))

    told = [
        f"{each.at:%a %d %b %H:%M} {each.kind}{f' {each.nth}' if each.kind == 'reminder' else ''}"
        for each in living.heard
    ]
    assert told[:2] == expected


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
