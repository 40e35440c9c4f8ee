"""The rules of rounds: when they open and close, who leads them, and what an outage leaves out."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

import pytest

from bot.domain.calendar import Hours
from bot.domain.facts import PauseFacts
from bot.domain.group_health import GroupCaseEnds, GroupCaseOpens, GroupClimbStarts
from bot.domain.groups import Facilitation, GroupState
from bot.domain.ids import GroupId, MemberId, RoundId
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.round_facts import GroupFacts, PersonFacts, RoundFacts, SeatOfRound
from bot.domain.round_rules import (
    Assign,
    CloseRound,
    Guide,
    NextOfGroup,
    Nudge,
    OpenRound,
    RoundChange,
    ScheduleRound,
    SkipRound,
    closing,
    next_of_group,
    whose_turn,
)
from bot.domain.rounds import RoundState, opening, round_day

HOURS: Final = Hours(
    zone="Europe/London",
    days=frozenset(range(5)),
    opens=time(9),
    closes=time(17),
    ask_weekday=0,
    ask_at=time(10),
    holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28)}),
)
TUESDAY: Final = date(2026, 9, 15)
OPENS: Final = datetime(2026, 9, 15, 9, tzinfo=UTC)
NOW: Final = datetime(2026, 9, 8, 12, tzinfo=UTC)
ROUND: Final = RoundId(UUID(int=9))


def member(n: int) -> MemberId:
    return MemberId(UUID(int=n))


def person(n: int, **changes: object) -> PersonFacts:
    joined = datetime(2026, 9, n, tzinfo=UTC)
    one = PersonFacts(member=member(n), hours=HOURS, reachable=True, joined_at=joined, turned_at=None)
    return replace(one, **changes)  # type: ignore[arg-type]  # fields of PersonFacts


PEOPLE: Final = (person(1), person(2), person(3))
FACTS: Final = GroupFacts(
    id=GroupId(UUID(int=1)),
    state=GroupState.RUNNING,
    hours=HOURS,
    facilitation=Facilitation.IN_TURN,
    leads=None,
    closes_after=3,
    rhythms=(RhythmRow(from_period=1, rhythm=Rhythm.WEEKLY, anchor=TUESDAY),),
    pauses=(),
    people=PEOPLE,
    round=None,
)
SCHEDULED: Final = RoundFacts(
    id=ROUND,
    period=1,
    day=TUESDAY,
    state=RoundState.SCHEDULED,
    opens_at=OPENS,
    closes_at=None,
    coming=False,
    guided=True,
    nudged=True,
    facilitator=member(1),
)
OPEN: Final = replace(SCHEDULED, state=RoundState.OPEN, closes_at=datetime(2026, 9, 18, 9, tzinfo=UTC))


def of_rounds(facts: GroupFacts, now: datetime) -> tuple[RoundChange, ...]:
    """What is due, but for what a group's health is worth."""
    health = (GroupCaseOpens, GroupCaseEnds, GroupClimbStarts)
    return tuple(each for each in next_of_group(facts, now).changes if not isinstance(each, health))


def test_the_first_round_falls_on_its_day_and_whoever_joined_first_leads_it() -> None:
    assert next_of_group(FACTS, NOW).changes == (
        ScheduleRound(period=1, day=TUESDAY, opens_at=OPENS, facilitator=member(1)),
    )


@pytest.mark.parametrize(
    ("rhythm", "anchor", "period", "day"),
    [
        (Rhythm.WEEKLY, date(2026, 9, 15), 3, date(2026, 9, 29)),
        (Rhythm.MONTHLY, date(2026, 1, 31), 2, date(2026, 2, 28)),
        (Rhythm.MONTHLY, date(2026, 1, 31), 3, date(2026, 3, 31)),
        (Rhythm.QUARTERLY, date(2023, 11, 29), 2, date(2024, 2, 29)),
    ],
)
def test_rounds_are_counted_from_the_first_one(rhythm: Rhythm, anchor: date, period: int, day: date) -> None:
    assert round_day((RhythmRow(from_period=1, rhythm=rhythm, anchor=anchor),), period) == day


def test_a_new_rhythm_holds_from_its_period_on() -> None:
    rows = (*FACTS.rhythms, RhythmRow(from_period=3, rhythm=Rhythm.MONTHLY, anchor=date(2026, 10, 1)))

    assert [round_day(rows, n) for n in (2, 3, 4)] == [date(2026, 9, 22), date(2026, 10, 1), date(2026, 11, 1)]


def test_a_round_keeps_the_groups_hour_over_the_change_of_the_clocks() -> None:
    hours = [opening(HOURS, (), date(2026, 10, day)) for day in (20, 27)]

    assert hours == [datetime(2026, 10, 20, 9, tzinfo=UTC), datetime(2026, 10, 27, 10, tzinfo=UTC)]


def test_holidays_and_pauses_move_a_round_to_the_next_day_of_work() -> None:
    pause = PauseFacts(from_day=date(2026, 12, 20), until_day=date(2027, 1, 4))

    assert opening(HOURS, (), date(2026, 12, 25)).date() == date(2026, 12, 29)
    assert opening(HOURS, (pause,), date(2026, 12, 25)).date() == date(2027, 1, 4)


def test_a_round_opens_at_its_hour_and_not_before() -> None:
    waiting = replace(FACTS, round=SCHEDULED)

    assert next_of_group(waiting, OPENS - timedelta(seconds=1)) == NextOfGroup(changes=(), next_look_at=OPENS)
    assert next_of_group(waiting, OPENS).changes == (OpenRound(round=ROUND),)


def test_what_is_on_its_way_is_not_opened_again() -> None:
    assert next_of_group(replace(FACTS, round=replace(SCHEDULED, coming=True)), OPENS).changes == ()


def test_a_round_with_fewer_than_two_people_is_left_out() -> None:
    alone = replace(FACTS, people=(person(1), person(2, reachable=False)), round=SCHEDULED)

    assert of_rounds(alone, OPENS) == (SkipRound(round=ROUND, why="too few"),)


def test_after_an_outage_of_days_a_round_is_left_out_and_those_missed_are_never_held_late() -> None:
    late = OPENS + timedelta(days=16)

    assert next_of_group(replace(FACTS, round=SCHEDULED), late).changes == (SkipRound(round=ROUND, why="missed"),)
    skipped = replace(FACTS, round=replace(SCHEDULED, state=RoundState.SKIPPED))
    (following,) = next_of_group(skipped, late).changes
    assert following == ScheduleRound(
        period=4, day=date(2026, 10, 6), opens_at=datetime(2026, 10, 6, 9, tzinfo=UTC), facilitator=member(1)
    )


def test_a_round_closes_three_working_days_on_or_one_before_the_next() -> None:
    assert closing(FACTS, SCHEDULED, OPENS) == datetime(2026, 9, 18, 9, tzinfo=UTC)
    longer = replace(FACTS, closes_after=9)
    assert closing(longer, SCHEDULED, OPENS) == datetime(2026, 9, 21, 9, tzinfo=UTC)


def test_a_round_that_opened_late_is_open_for_a_day_at_least() -> None:
    assert closing(FACTS, SCHEDULED, datetime(2026, 9, 21, 15, tzinfo=UTC)) == datetime(2026, 9, 22, 9, tzinfo=UTC)


def test_at_the_close_the_next_round_is_planned_with_somebody_else() -> None:
    led = (person(1, turned_at=OPENS), person(2), person(3))

    assert of_rounds(replace(FACTS, people=led, round=OPEN), OPEN.closes_at or NOW) == (
        CloseRound(round=ROUND),
        ScheduleRound(
            period=2,
            day=date(2026, 9, 22),
            opens_at=datetime(2026, 9, 22, 9, tzinfo=UTC),
            facilitator=member(2),
        ),
    )


def test_everybody_has_their_turn_before_anybody_has_a_second() -> None:
    people, led = list(PEOPLE), []
    for week in range(6):
        turn = whose_turn(replace(FACTS, people=tuple(people)), TUESDAY)
        led.append(turn)
        people = [
            replace(each, turned_at=OPENS + timedelta(weeks=week)) if each.member == turn else each for each in people
        ]

    assert led == [member(n) for n in (1, 2, 3, 1, 2, 3)]


def test_whoever_is_away_or_gone_is_passed_over() -> None:
    away = PauseFacts(from_day=date(2026, 9, 14), until_day=date(2026, 9, 16))
    people = (person(1, pauses=(away,)), person(2, reachable=False), person(3))

    assert whose_turn(replace(FACTS, people=people), TUESDAY) == member(3)
    assert whose_turn(replace(FACTS, people=people), date(2026, 9, 16)) == member(1)


def test_where_people_say_so_themselves_nobody_is_named() -> None:
    assert whose_turn(replace(FACTS, facilitation=Facilitation.VOLUNTEERS), TUESDAY) is None
    assert whose_turn(replace(FACTS, facilitation=Facilitation.FIXED, leads=member(7)), TUESDAY) == member(7)


def test_somebody_else_leads_when_whoever_was_to_has_left_or_cannot_be_reached() -> None:
    for people in ((person(2), person(3)), (person(1, reachable=False), person(2), person(3))):
        (change,) = of_rounds(replace(FACTS, people=people, round=SCHEDULED), NOW)
        assert change == Assign(round=ROUND, facilitator=member(2))


def test_a_volunteer_who_has_left_is_not_replaced_by_the_rules() -> None:
    left = replace(FACTS, facilitation=Facilitation.VOLUNTEERS, people=PEOPLE[1:], round=SCHEDULED)

    assert next_of_group(left, NOW).changes == (Assign(round=ROUND, facilitator=None),)
    nobody = replace(left, round=replace(SCHEDULED, facilitator=None))
    assert next_of_group(nobody, NOW).changes == ()


@pytest.mark.parametrize("state", [GroupState.ADRIFT, GroupState.ENDED])
def test_a_group_that_stands_still_is_not_looked_at(state: GroupState) -> None:
    assert next_of_group(replace(FACTS, state=state, round=OPEN), NOW) == NextOfGroup(changes=(), next_look_at=None)


def seat(n: int, *, heard: bool = False, nudged: bool = False) -> SeatOfRound:
    return SeatOfRound(member=member(n), heard=heard, nudged=nudged)


def test_whoever_leads_is_prepared_at_their_own_hour_the_working_day_before() -> None:
    monday = replace(SCHEDULED, guided=False, day=date(2026, 9, 14), opens_at=datetime(2026, 9, 14, 9, tzinfo=UTC))
    kolkata = replace(HOURS, zone="Asia/Kolkata", ask_at=time(11))
    facts = replace(FACTS, round=monday, leading=person(1, hours=kolkata))
    friday = datetime(2026, 9, 11, 5, 30, tzinfo=UTC)

    assert next_of_group(facts, friday - timedelta(seconds=1)) == NextOfGroup(changes=(), next_look_at=friday)
    assert next_of_group(facts, friday).changes == (Guide(round=ROUND, member=member(1), not_before=friday),)


def test_nobody_is_prepared_twice_or_for_a_round_that_has_opened() -> None:
    unprepared = replace(FACTS, leading=person(1), round=replace(SCHEDULED, guided=False))

    assert next_of_group(replace(unprepared, round=SCHEDULED), OPENS - timedelta(hours=1)).changes == ()
    assert next_of_group(unprepared, OPENS).changes == (OpenRound(round=ROUND),)


def test_the_quiet_are_asked_once_a_working_day_before_the_close_and_whoever_leads_is_not() -> None:
    seats = (seat(1), seat(2, heard=True), seat(3))
    facts = replace(FACTS, round=replace(OPEN, seats=seats))
    thursday = datetime(2026, 9, 17, 9, tzinfo=UTC)

    assert next_of_group(facts, thursday - timedelta(seconds=1)).next_look_at == thursday
    assert next_of_group(facts, thursday).changes == (Nudge(round=ROUND, member=member(3)),)
    asked = replace(facts, round=replace(OPEN, seats=(seat(1), seat(2, heard=True), seat(3, nudged=True))))
    assert next_of_group(asked, thursday) == NextOfGroup(changes=(), next_look_at=OPEN.closes_at)


def test_whoever_left_is_gone_or_pauses_is_not_asked() -> None:
    away = PauseFacts(from_day=date(2026, 9, 14), until_day=date(2026, 9, 30))
    people = (person(1), person(2, reachable=False), person(3, pauses=(away,)))
    facts = replace(FACTS, people=people, round=replace(OPEN, seats=(seat(2), seat(3), seat(4))))

    assert of_rounds(facts, datetime(2026, 9, 17, 12, tzinfo=UTC)) == ()
