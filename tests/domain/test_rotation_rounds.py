"""The rounds of a rotation over time: planned, warned of, opened, asked about, closed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.domain.calendar import Hours
from bot.domain.checkin import Meeting
from bot.domain.facts import PauseFacts
from bot.domain.ids import EncounterId, GroupId, MemberId, RoundId
from bot.domain.look import LookedBack
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.rotation import Past, Shape
from bot.domain.rotation_facts import (
    AskToStay,
    AskWhetherMet,
    CloseRound,
    EncounterFacts,
    Introduce,
    LeaveOut,
    Nudge,
    OpenRound,
    PartFacts,
    PlanRound,
    RotationFacts,
    RotationRound,
    SetAside,
    SkipRound,
    TakerFacts,
    TellLeftOver,
    Warn,
)
from bot.domain.rotation_rounds import introduction_moment, what_next
from bot.domain.rounds import RoundState
from tests.builders import ANA, BEN, CARLA, hours, pause, utc

ROUND = RoundId(UUID(int=70))
NEXT = RoundId(UUID(int=71))
DAN = MemberId(UUID(int=4))
TOGETHER = EncounterId(UUID(int=80))
OPENS = "2026-10-12 10:00"  # a Monday
CLOSES = "2026-10-23 09:00"  # the Friday before the next one opens
INTRODUCED = utc("2026-10-12 10:05")


def taker(member: MemberId, **more: Any) -> TakerFacts:
    return TakerFacts(**{"member": member, "chair": member.int - 1, "hours": hours(), **more})


def facts(*takers: TakerFacts, **more: Any) -> RotationFacts:
    """Fortnightly on Mondays at ten from 12 October; the first round is planned."""
    planned = RotationRound(id=ROUND, period=1, state=RoundState.SCHEDULED, opens_at=utc(OPENS), closes_at=None)
    values: dict[str, Any] = {
        "id": GroupId(UUID(int=60)),
        "hours": hours(weekday=0),
        "pauses": (),
        "rhythms": (RhythmRow(from_period=1, rhythm=Rhythm.FORTNIGHTLY, anchor=date(2026, 10, 12)),),
        "shape": Shape.PAIRS,
        "takers": takers or (taker(ANA), taker(BEN)),
        "last": planned,
        "planned": planned,
        "going": None,
        "parts": {},
        "said": {},
        "encounters": {},
        "past": Past(number=1, chairs=4),
    }
    return RotationFacts(**{**values, **more})


def opened(*takers: TakerFacts, parts: dict[MemberId, PartFacts] | None = None, **more: Any) -> RotationFacts:
    """Ana and Ben were introduced as the round opened."""
    open_round = RotationRound(
        id=ROUND, period=1, state=RoundState.OPEN, opens_at=utc(OPENS), closes_at=utc(more.pop("closes", CLOSES))
    )
    met = EncounterFacts(members=(ANA, BEN), introduced_at=INTRODUCED)
    mine = {each: PartFacts(encounter=TOGETHER) for each in (ANA, BEN)} | (parts or {})
    planned = RotationRound(
        id=NEXT, period=2, state=RoundState.SCHEDULED, opens_at=utc("2026-10-26 10:00"), closes_at=None
    )
    values = {"last": planned, "planned": planned, "going": open_round, "said": mine, "encounters": {TOGETHER: met}}
    return facts(*takers, **{**values, **more})


def held(state: RoundState) -> RotationRound:
    """The first round, as it is now."""
    return RotationRound(id=ROUND, period=1, state=state, opens_at=utc(OPENS), closes_at=None)


def part(**more: Any) -> PartFacts:
    return PartFacts(encounter=TOGETHER, **more)


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


def test_nobody_is_warned_of_a_round_while_the_one_before_it_is_open() -> None:
    asked = {each: part(nudged=True, asked=True) for each in (ANA, BEN)}
    late = opened(said=asked, closes="2026-10-25 09:00")

    assert what_next(late, utc("2026-10-23 11:00")).changes == ()


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
