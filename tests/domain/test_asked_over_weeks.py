"""Whom the rules ask over weeks and when: prompts, reminders, holidays, pauses, outages."""

from datetime import timedelta

import pytest

from bot.domain.calendar import local
from bot.domain.checkin import Outcome
from bot.domain.living import Heard, Living
from tests.builders import ANA, BEN, hours, pairing, pause, seat, utc, weekly
from tests.domain.lives import START


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
