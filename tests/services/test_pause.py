"""Pausing and resuming, on both engines."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from bot.domain.case_sayings import LongPause
from bot.domain.ids import MessageId, PairingId
from bot.domain.notice import NoticeKind
from bot.domain.sayings import Saying
from bot.domain.showings import PauseAsks, Paused
from bot.services import pause, repainting
from storage.session import Database
from tests.services.brought import bring, cards
from tests.services.refusals import refusal
from tests.services.running import Running

TODAY = date(2026, 12, 29)


def test_what_cannot_be_paused_is_refused(asked: Running) -> None:
    acts: dict[str, Callable[[], object]] = {
        "stranger": partial(asked.does, "U0ZOE", pause.ask_pause, "2 weeks"),
        "unclear": partial(asked.does, "U0ANA", pause.ask_pause, "a while"),
        "typed past": partial(asked.does, "U0ANA", pause.ask_pause, "2026-12-01"),
        "typed too long": partial(asked.does, "U0ANA", pause.ask_pause, "3 years"),
        "today": partial(asked.does, "U0ANA", pause.pause, None, TODAY),
        "past": partial(asked.does, "U0ANA", pause.pause, None, date(2026, 12, 1)),
        "too long": partial(asked.does, "U0ANA", pause.pause, None, date(2027, 12, 31)),
        "another's": partial(asked.does, "U0ANA", pause.pause, PairingId(UUID(int=7)), date(2027, 1, 10)),
        "the partner's prompt": partial(asked.does, "U0ANA", pause.form_from_prompt, asked.prompt_id("U0BEN")),
        "the last day": partial(asked.does, "U0ANA", pause.pause, None, date(2027, 12, 30)),
    }

    assert {name: refusal(act) for name, act in acts.items()} == {
        "stranger": "not_a_member",
        "unclear": "span_unclear",
        "typed past": "span_past",
        "typed too long": "span_too_long",
        "today": "span_past until",
        "past": "span_past until",
        "too long": "span_too_long until",
        "another's": "not_yours",
        "the partner's prompt": "not_yours",
        "the last day": "",
    }


def test_a_pause_holds_back_what_asks_until_its_day(asked: Running) -> None:
    paused = asked.does("U0ANA", pause.ask_pause, "until 5 January")
    asked.until("2027-01-06 00:00")

    assert isinstance(paused, Paused)
    assert paused.until == date(2027, 1, 5)
    assert [f"{each.at:%a %d %b}" for each in asked.told_to("U0ANA")[3:]] == ["Tue 05 Jan"]
    assert [f"{each.at:%a %d %b}" for each in asked.told_to("U0BEN")[3:]] == ["Wed 30 Dec", "Mon 04 Jan"]


def test_resuming_ends_every_pause_at_once(asked: Running) -> None:
    asked.does("U0ANA", pause.ask_pause, "2 weeks")
    resumed = asked.does("U0ANA", pause.resume)
    again = asked.does("U0ANA", pause.resume)
    asked.until("2026-12-30 12:00")

    assert (resumed.was_paused, again.was_paused) == (True, False)
    assert f"{asked.told_to('U0ANA')[-1].at:%a %d %b}" == "Wed 30 Dec"


def test_whoever_has_several_pairings_is_asked_which(database: Database) -> None:
    running = Running(database, "mentor,mentee\nU0ANA,U0BEN\nU0ANA,U0CARLA\n").until("2026-11-25 12:00")

    asks = running.does("U0ANA", pause.ask_pause, "1 week")
    one = running.does("U0ANA", pause.pause, running.pairings()[0], date(2026, 12, 2))

    assert isinstance(asks, PauseAsks)
    assert {each.partners for each in asks.pairings} == {("Ben",), ("Carla",)}
    assert one.partners == ("Ben",)


def test_a_coordinator_who_is_away_is_passed_over_at_once_and_comes_back(introduced: Running) -> None:
    told_before = bring(introduced)
    away = introduced.does("U0MARIA", pause.ask_pause, "2 weeks")
    introduced.settle()
    told_after = bring(introduced, "another")
    introduced.does("U0MARIA", pause.resume)
    told_back = bring(introduced, "one more")

    assert isinstance(away, Paused)
    assert (away.paired, away.away, away.covers) == (False, True, ("Bruno",))
    assert [card.case for card in cards(introduced, "U0BRUNO")] == [told_before, told_after]
    assert [card.case for card in cards(introduced, "U0MARIA")] == [told_before, told_back]


def test_when_every_coordinator_is_away_they_hear_all_the_same(introduced: Running) -> None:
    for person in ("U0MARIA", "U0BRUNO"):
        introduced.does(person, pause.ask_pause, "2 weeks")

    case = bring(introduced)

    assert [card.case for card in cards(introduced, "U0MARIA")] == [case]


def test_a_pause_of_one_pairing_is_no_leave(database: Database) -> None:
    running = Running(database, "mentor,mentee\nU0ANA,U0BEN\nU0MARIA,U0CARLA\n").until("2026-11-25 12:00")
    mine = next(each for each in running.does("U0MARIA", pause.form, None).pairings)
    running.does("U0MARIA", pause.pause, mine.pairing, date(2026, 12, 20))

    bring(running, pairing=running.pairings().index(mine.pairing) ^ 1)

    assert len(cards(running, "U0MARIA")) == 1


def test_more_than_eight_weeks_in_a_year_are_told_to_the_coordinator_once_a_pause(asked: Running) -> None:
    asked.does("U0ANA", pause.pause, None, date(2027, 2, 23))
    assert asked.notices(NoticeKind.LONG_PAUSE) == []

    asked.does("U0ANA", pause.pause, None, date(2027, 2, 24))
    asked.does("U0ANA", pause.pause, None, date(2027, 2, 25))

    told = asked.notices(NoticeKind.LONG_PAUSE)
    pairing, ana = asked.pairings()[0], asked.member("U0ANA").id
    assert [row.key for row in told] == [f"long-pause:{pairing}:{ana}:2026-12-29"]
    assert [row.member_id for row in told] == [asked.member("U0MARIA").id]
    assert [row.nth for row in told] == [57]


def test_a_long_pause_that_ends_early_is_set_right(asked: Running) -> None:
    asked.does("U0ANA", pause.pause, None, date(2027, 3, 10))
    asked.until("2026-12-31 12:00")
    (told,) = (each for each in asked.told_to("U0MARIA") if isinstance(each.sayings[0], LongPause))
    (then,) = told.sayings
    assert isinstance(then, LongPause)
    assert (then.days, then.back) == (71, False)

    asked.until("2027-01-11 12:00").does("U0ANA", pause.resume)

    (now,) = repainted(asked, told.message)
    assert isinstance(now, LongPause)
    assert (now.days, now.back) == (13, True)


def repainted(running: Running, message: MessageId) -> tuple[Saying, ...]:
    with running.database.read(running.office.workspace) as session:
        lagging = repainting.repaints(session, running.turn, 50)
    return next(each.outgoing.sayings for each in lagging if each.surface.message == message)


def test_a_long_pause_taken_back_before_anybody_heard_of_it_is_not_told(asked: Running) -> None:
    asked.does("U0ANA", pause.pause, None, date(2027, 3, 10))
    asked.does("U0ANA", pause.resume)
    asked.until("2026-12-31 12:00")

    assert [each for each in asked.told_to("U0MARIA") if isinstance(each.sayings[0], LongPause)] == []
