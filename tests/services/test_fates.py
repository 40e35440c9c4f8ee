"""What became of messages, and what follows; on both engines."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.ids import MessageId
from bot.domain.notice import Fate, NoticeKind, NoticeState
from bot.domain.pairing import PairingState
from bot.domain.sayings import Place
from bot.services import fates
from storage import workspace as workspaces
from storage.session import Database
from storage.tables import Message, Pairing, Step, table_of
from tests.services.brought import bring, cards, record
from tests.services.running import Running

HERE = Place(conversation="D1", stamp="1.0")


@pytest.fixture
def flying(introduced: Running) -> Running:
    """The prompts of Ana and Ben are on their way."""
    introduced.until("2026-12-29 08:59")
    introduced.now = introduced.now.replace(hour=9, minute=0)
    introduced.plans()
    return introduced


def _message(running: Running, kind: NoticeKind = NoticeKind.PROMPT) -> MessageId:
    return MessageId(running.notices(kind)[-1].message_id)


def _try_again(running: Running) -> None:
    """The next attempt, which may be put off until the morning, fails again."""
    while running.notices(NoticeKind.PROMPT)[-1].message_id is None:
        running.now = running.notices(NoticeKind.PROMPT)[-1].not_before
        running.plans()
    running.write(fates.undeliverable, _message(running), why="invalid_blocks")


def _rows(running: Running, model: Any, *columns: str) -> list[tuple[Any, ...]]:
    table = table_of(model)
    with running.database.read() as session:
        return [
            tuple(row) for row in session.execute(select(*(table.c[name] for name in columns)).order_by(table.c.id))
        ]


def test_what_was_said_has_happened_once(flying: Running) -> None:
    message = _message(flying)
    member = flying.notices(NoticeKind.PROMPT)[-1].member_id
    person = next(each for each in ("U0ANA", "U0BEN") if flying.member(each).id == member)

    flying.write(fates.sent, {message: HERE})
    first = flying.prompt(person)
    flying.now += timedelta(minutes=5)
    flying.write(fates.sent, {message: Place(conversation="D2", stamp="2.0")})

    assert flying.prompt(person) == first
    assert first.delivered_at == flying.now - timedelta(minutes=5)
    assert flying.member(person).dm == "D1"


@pytest.mark.parametrize(("seconds", "waits"), [([30.0, 7.0], [30, 7]), ([None] * 6, [5, 30, 120, 600, 600, 600])])
def test_what_was_not_taken_is_tried_again_when_slack_says_or_ever_later(
    flying: Running, seconds: list[float | None], waits: list[int]
) -> None:
    waited = []
    for each in seconds:
        flying.write(fates.try_again, _message(flying), why="ratelimited", seconds=each)
        retried = next(row for row in flying.notices(NoticeKind.PROMPT) if row.state is NoticeState.FAILED)
        waited.append((retried.not_before - flying.now).total_seconds())
        flying.now = retried.not_before
        flying.plans()

    assert waited == waits


def test_it_goes_out_again_under_a_new_message_with_the_same_notice(flying: Running) -> None:
    before = flying.notices(NoticeKind.PROMPT)
    flying.write(fates.try_again, _message(flying), why="ratelimited", seconds=1)
    flying.now += timedelta(seconds=1)
    flying.plans()

    after = flying.notices(NoticeKind.PROMPT)
    assert [row.key for row in after] == [row.key for row in before]
    assert after[-1].message_id != before[-1].message_id
    assert [row.attempts for row in after] == [0, 1]


def test_somebody_who_cannot_be_written_to_is_one_case_for_the_coordinator(flying: Running) -> None:
    row = flying.notices(NoticeKind.PROMPT)[-1]
    person = next(each for each in ("U0ANA", "U0BEN") if flying.member(each).id == row.member_id)

    flying.write(fates.sent, {MessageId(flying.notices(NoticeKind.PROMPT)[0].message_id): HERE})
    flying.write(fates.nobody_there, _message(flying), why="channel_not_found")
    flying.until("2026-12-31 12:00")

    assert flying.notices(NoticeKind.PROMPT)[-1].state is NoticeState.UNDELIVERABLE
    assert not flying.member(person).reachable
    assert len(flying.notices(NoticeKind.CASE)) == 1
    assert len(cards(flying, "U0MARIA")) == 1


def test_a_message_that_is_refused_for_itself_marks_nobody_and_is_tried_again(flying: Running) -> None:
    row = flying.notices(NoticeKind.PROMPT)[-1]
    person = next(each for each in ("U0ANA", "U0BEN") if flying.member(each).id == row.member_id)

    flying.write(fates.undeliverable, _message(flying), why="invalid_blocks")

    assert flying.member(person).reachable
    again = flying.notices(NoticeKind.PROMPT)[-1]
    assert (again.state, again.not_before - flying.now) == (NoticeState.FAILED, timedelta(hours=1))
    for _ in range(fates.TRIES):
        assert flying.notices(NoticeKind.PROMPT)[-1].state is NoticeState.FAILED
        _try_again(flying)
    assert flying.notices(NoticeKind.PROMPT)[-1].state is NoticeState.UNDELIVERABLE
    assert flying.member(person).reachable


def test_whoever_does_something_can_be_reached_again_and_hears_what_is_still_true(flying: Running) -> None:
    for row in flying.notices(NoticeKind.PROMPT):
        flying.write(fates.nobody_there, MessageId(row.message_id), why="channel_not_found")
    flying.settle()

    flying.does("U0ANA", fates.returned)
    flying.until("2026-12-30 12:00")

    assert flying.member("U0ANA").reachable
    assert not flying.member("U0BEN").reachable
    assert [type(saying).__name__ for saying in flying.told_to("U0ANA")[-1].sayings] == ["Prompt"]
    assert flying.prompt("U0ANA").delivered_at is not None


def test_a_case_that_nobody_was_left_to_hear_of_goes_to_whoever_comes_back(introduced: Running) -> None:
    for person in ("U0MARIA", "U0BRUNO"):
        introduced.write(fates.unreachable, introduced.member(person).id)
    case = bring(introduced)
    assert record(introduced, case).exhausted

    introduced.does("U0BRUNO", fates.returned)
    introduced.settle()

    assert [card.case for card in cards(introduced, "U0BRUNO")] == [case]


def test_a_lost_answer_is_looked_for_no_sooner_than_a_minute_after(flying: Running) -> None:
    flying.write(fates.lost, _message(flying))
    flying.now += timedelta(seconds=59)
    assert flying.write(fates.doubtful) == []

    flying.now += timedelta(seconds=1)
    doubtful = flying.write(fates.doubtful)

    assert _message(flying) in doubtful
    doubts = [flying.write(fates.doubt, each) for each in doubtful]
    assert [each.outgoing.message for each in doubts] == doubtful
    assert {each.fate for each in doubts} == {Fate.LOOK}
    assert {each.since for each in doubts} == {flying.now - timedelta(seconds=65)}
    assert flying.write(fates.doubtful) == []  # leased again: one replica looks


def test_what_is_unknown_is_never_simply_queued_again(flying: Running) -> None:
    flying.write(fates.lost, _message(flying))
    flying.now += timedelta(hours=1)

    assert flying.plans() == ()
    assert flying.notices(NoticeKind.PROMPT)[-1].state is NoticeState.UNKNOWN


def test_what_is_not_in_the_dm_is_said_again_and_what_is_there_is_not(flying: Running) -> None:
    first, second = (MessageId(row.message_id) for row in flying.notices(NoticeKind.PROMPT))
    for each in (first, second):
        flying.write(fates.lost, each)
    flying.now += timedelta(seconds=60)
    flying.write(fates.doubtful)

    flying.write(fates.not_found, first, Fate.LOOK)
    flying.write(fates.sent, {second: HERE})

    assert [row.state for row in flying.notices(NoticeKind.PROMPT)] == [NoticeState.FAILED, NoticeState.SENT]
    assert len(flying.plans()) == 1


@pytest.fixture
def introducing(database: Database) -> Running:
    running = Running(database)
    running.until("2026-11-24 07:59")
    running.now = running.notices(NoticeKind.INTRODUCTION)[0].not_before
    assert len(running.plans()) == 1
    return running


def test_an_introduction_of_unknown_fate_is_repeated_once_and_then_taken_as_said(introducing: Running) -> None:
    """A group DM cannot be read back; twice introduced does less harm than never."""
    introducing.write(fates.not_found, _message(introducing, NoticeKind.INTRODUCTION), Fate.REPEAT)
    assert introducing.notices(NoticeKind.INTRODUCTION)[0].state is NoticeState.FAILED
    assert len(introducing.plans()) == 1

    introducing.write(fates.not_found, _message(introducing, NoticeKind.INTRODUCTION), Fate.REPEAT)

    assert introducing.notices(NoticeKind.INTRODUCTION)[0].state is NoticeState.UNDELIVERABLE
    assert _rows(introducing, Pairing, "state", "introduced_at") == [(PairingState.INTRODUCED, introducing.now)]


def test_an_introduction_is_one_step_however_often_it_is_recorded(introducing: Running) -> None:
    message = _message(introducing, NoticeKind.INTRODUCTION)
    for _ in range(2):
        introducing.write(fates.sent, {message: HERE})

    steps = [step for step, to_state in _rows(introducing, Step, "step", "to_state") if to_state == "introduced"]
    assert steps == ["introduce"]
    assert _rows(introducing, Pairing, "conversation") == [("D1",)]


def test_a_stopped_workspace_loses_nothing_and_says_nothing(flying: Running) -> None:
    flying.write(fates.stop_workspace, _message(flying), why="token_revoked")

    with flying.database.read() as session:
        assert workspaces.active(session) == []
    assert flying.notices(NoticeKind.PROMPT)[-1].state is NoticeState.FAILED
    assert flying.notices(NoticeKind.PROMPT)[-1].not_before == flying.now + timedelta(minutes=10)


def test_a_message_still_on_its_way_when_its_lease_ends_is_in_doubt(flying: Running) -> None:
    flying.now += timedelta(seconds=60)

    assert len(flying.write(fates.doubtful)) == 2
    assert {state for (state,) in _rows(flying, Message, "state")[-2:]} == {NoticeState.UNKNOWN}
