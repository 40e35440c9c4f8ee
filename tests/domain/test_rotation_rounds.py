"""The rounds of a rotation over time: planned, opened, drawn, closed; and what holds of all the rules."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from bot.domain.calendar import Hours
from bot.domain.facts import PauseFacts
from bot.domain.ids import MemberId
from bot.domain.look import LookedBack
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.rotation_facts import (
    AskWhetherMet,
    CloseRound,
    EncounterFacts,
    Introduce,
    Nudge,
    OpenRound,
    PartFacts,
    PlanRound,
    SetAside,
    SkipRound,
    TellLeftOver,
    Warn,
)
from bot.domain.rotation_rounds import introduction_moment, what_next
from bot.domain.rounds import RoundState
from tests.builders import ANA, BEN, CARLA, hours, pause, utc
from tests.domain.fortnightly import CLOSES, DAN, OPENS, ROUND, TOGETHER, facts, held, opened, part, taker


@pytest.mark.parametrize(
    ("round", "now", "period", "opens"),
    [
        (None, "2026-10-01 08:00", 1, "2026-10-12 10:00"),
        (RoundState.CLOSED, "2026-10-23 09:00", 2, "2026-10-26 10:00"),
        (RoundState.SKIPPED, "2026-10-12 10:00", 2, "2026-10-26 10:00"),
        (RoundState.CLOSED, "2026-12-01 09:00", 4, "2026-11-23 10:00"),  # that one can still be held
        (RoundState.CLOSED, "2026-12-07 10:00", 5, "2026-12-07 10:00"),
    ],
)
def test_after_a_round_the_next_one_is_planned_that_can_still_be_held(
    round: RoundState | None, now: str, period: int, opens: str
) -> None:
    planned = what_next(facts(last=held(round) if round else None, planned=None), utc(now))

    day = date(2026, 10, 12) + timedelta(days=14 * (period - 1))
    assert planned.changes == (PlanRound(period=period, day=day, opens_at=utc(opens)),)


def test_the_next_round_is_planned_as_soon_as_one_is_open_so_that_it_can_be_skipped() -> None:
    just_open = opened(last=held(RoundState.OPEN), planned=None)

    assert what_next(just_open, utc(OPENS)).changes == (
        PlanRound(period=2, day=date(2026, 10, 26), opens_at=utc("2026-10-26 10:00")),
    )


def test_a_pause_of_the_group_moves_a_round_and_swallows_those_that_would_open_with_it() -> None:
    pauses = (pause("2026-10-20", "2026-11-25"),)
    paused = facts(last=held(RoundState.CLOSED), planned=None, pauses=pauses)

    first = what_next(paused, utc("2026-10-23 09:00")).changes[0]
    assert isinstance(first, PlanRound)
    assert first.opens_at == utc("2026-11-25 10:00")

    then = replace(held(RoundState.CLOSED), period=first.period, opens_at=first.opens_at)
    second = what_next(replace(paused, last=then), utc("2026-12-04 09:00")).changes[0]
    assert isinstance(second, PlanRound)
    assert second.opens_at == utc("2026-12-07 10:00")


def test_a_round_opens_at_its_hour_and_closes_on_the_morning_of_the_next_ones_warnings() -> None:
    before, at = utc("2026-10-12 09:59"), utc(OPENS)
    warned = {each: PartFacts(warned=True) for each in (ANA, BEN)}

    assert what_next(facts(parts=warned), before).next_look_at == at
    (change,) = what_next(facts(parts=warned), at).changes
    assert isinstance(change, OpenRound)
    assert [each.id for each in change.people] == [ANA, BEN]
    assert change.closes_at == utc(CLOSES)


@pytest.mark.parametrize(
    ("rhythm", "holidays", "closes"),
    [
        (Rhythm.WEEKLY, (), "2026-10-16 09:00"),
        (Rhythm.WEEKLY, ("2026-10-16",), "2026-10-15 09:00"),
        (Rhythm.MONTHLY, (), "2026-11-11 09:00"),
    ],
)
def test_every_rhythm_leaves_a_working_day_between_two_rounds(
    rhythm: Rhythm, holidays: tuple[str, ...], closes: str
) -> None:
    rows = (RhythmRow(from_period=1, rhythm=rhythm, anchor=date(2026, 10, 12)),)

    (change,) = what_next(facts(rhythms=rows, hours=hours(weekday=0, holidays=holidays)), utc(OPENS)).changes

    assert isinstance(change, OpenRound)
    assert change.closes_at == utc(closes)


def test_whoever_skips_is_away_unready_or_undecided_is_not_drawn() -> None:
    away = taker(CARLA, pauses=(pause("2026-10-05", "2026-10-19"),))
    people = [taker(ANA), taker(BEN), away, taker(DAN, ready=False)]
    eve, fay = (MemberId(UUID(int=n)) for n in (5, 6))
    parts = {ANA: PartFacts(skipped=True), eve: PartFacts(stay_asked=True), fay: PartFacts(stay_asked=True, stays=True)}

    (change,) = what_next(facts(*people, taker(eve), taker(fay), parts=parts), utc(OPENS)).changes

    assert isinstance(change, OpenRound)
    assert [each.id for each in change.people] == [BEN, fay]


def test_whoever_opens_with_a_site_is_drawn_with_it() -> None:
    (change,) = what_next(facts(taker(ANA, site="Lisbon"), taker(BEN)), utc(OPENS)).changes

    assert isinstance(change, OpenRound)
    assert [each.site for each in change.people] == ["Lisbon", ""]


@pytest.mark.parametrize("hour", ["2026-10-12 10:00", "2026-10-12 21:00", "2026-10-21 11:00"])
def test_what_an_opening_asks_for_is_done_however_late(hour: str) -> None:
    """Introductions, words to who was left over, and whoever did not say that they stay is set aside."""
    now = utc(hour)
    silent, over = taker(CARLA), taker(DAN)
    parts = {CARLA: PartFacts(stay_asked=True), DAN: PartFacts(over=True)}
    new = {TOGETHER: EncounterFacts(members=(ANA, BEN), introduced_at=None, announced=False)}

    changes = what_next(opened(taker(ANA), taker(BEN), silent, over, parts=parts, encounters=new), now).changes

    assert changes == (
        Introduce(round=ROUND, encounter=TOGETHER, not_before=introduction_moment([hours(), hours()], now)),
        TellLeftOver(round=ROUND, member=DAN),
        SetAside(round=ROUND, member=CARLA),
    )


def test_what_an_opening_asked_for_is_done_once() -> None:
    parts = {CARLA: PartFacts(stay_asked=True, stays=True), DAN: PartFacts(over=True, told=True)}
    met = {TOGETHER: EncounterFacts(members=(ANA, BEN), introduced_at=None, announced=True)}
    people = [taker(each) for each in (ANA, BEN, CARLA, DAN)]

    assert what_next(opened(*people, parts=parts, encounters=met), utc("2026-10-12 11:00")).changes == ()


def test_with_nobody_there_is_no_round() -> None:
    assert what_next(facts(taker(ANA, ready=False)), utc(OPENS)).changes == (SkipRound(round=ROUND, why="nobody"),)


@pytest.mark.parametrize(("now", "skipped"), [("2026-10-26 09:59", False), ("2026-10-26 10:00", True)])
def test_a_round_that_an_outage_held_back_opens_late_unless_the_next_one_is_there(now: str, skipped: bool) -> None:
    (change,) = what_next(facts(), utc(now)).changes

    assert isinstance(change, SkipRound) is skipped


@pytest.mark.parametrize(
    ("all_hours", "now", "expected"),
    [
        ([hours(), hours("Europe/Lisbon")], OPENS, OPENS),
        ([hours(), hours("Asia/Tokyo", opens="09:00", closes="19:00")], OPENS, "2026-10-13 09:00"),  # from 18:00 there
        ([hours(), hours("America/New_York")], OPENS, "2026-10-12 13:00"),
        ([hours(), hours("Pacific/Auckland")], "2026-10-10 10:00", "2026-10-12 09:00"),  # no hour shared
    ],
)
def test_they_are_introduced_now_or_in_the_next_hour_that_all_share(
    all_hours: list[Hours], now: str, expected: str
) -> None:
    assert introduction_moment(all_hours, utc(now)) == utc(expected)


def test_a_round_closes_at_its_moment() -> None:
    asked = {each: part(nudged=True, asked=True) for each in (ANA, BEN)}

    assert what_next(opened(said=asked), utc("2026-10-23 08:59")).next_look_at == utc(CLOSES)
    assert what_next(opened(said=asked), utc(CLOSES)).changes == (CloseRound(round=ROUND),)


@pytest.mark.parametrize("state", RoundState)
@pytest.mark.parametrize("hour", range(0, 24 * 20, 23))
def test_the_rules_never_look_back_nor_ask_twice(state: RoundState, hour: int) -> None:
    """Whatever the moment: what is due is done once, and the next look lies ahead."""
    now = datetime.fromtimestamp(utc("2026-10-08 00:30").timestamp() + hour * 3600, tz=utc(OPENS).tzinfo)
    over = facts(last=held(state), planned=None)
    at_hand = {RoundState.OPEN: opened(), RoundState.SCHEDULED: facts()}.get(state, over)

    due = what_next(at_hand, now)
    if all(isinstance(change, (Warn, Nudge, AskWhetherMet)) for change in due.changes):
        heard = {each: part(warned=True, nudged=True, asked=True) for each in (ANA, BEN)}
        assert what_next(replace(at_hand, parts=heard, said=heard), now).next_look_at > now
    assert due.changes or due.next_look_at > now


def test_looking_for_ever_is_an_error_and_not_a_hang() -> None:
    for_ever = (PauseFacts(from_day=date(2026, 1, 1), until_day=date(2050, 1, 1)),)
    endless = facts(last=held(RoundState.CLOSED), planned=None, pauses=for_ever)

    with pytest.raises(LookedBack):
        what_next(endless, utc("2026-10-23 09:00"))
