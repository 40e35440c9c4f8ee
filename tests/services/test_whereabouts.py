"""A group whose channel is lost stands still; its coordinator hears of that once, and it goes on when it is found."""

from dataclasses import replace

import pytest

from bot.domain.groups import GroupState, Room, Topic, Whereabouts
from bot.domain.ids import GroupId, MessageId
from bot.domain.notice import NoticeKind
from bot.domain.rounds import RoundState
from bot.services import fates, whereabouts
from storage import groups, rounds
from storage.session import Database
from tests.services.gatherings import CHANNEL, GIVEN, start
from tests.services.running import Running


@pytest.fixture
def running(database: Database) -> Running:
    return Running(database)


def state(running: Running, group: GroupId) -> tuple[GroupState, Whereabouts]:
    with running.database.read(running.office.workspace) as session:
        found = groups.by_id(session, group)
    return found.state, found.whereabouts


def told(running: Running) -> list[str]:
    return [str(each.state) for each in running.notices(NoticeKind.GROUP_ADRIFT)]


@pytest.mark.parametrize(
    ("change", "whereabouts_now"),
    [
        ({"archived": True}, Whereabouts.ARCHIVED),
        ({"seen": False}, Whereabouts.REMOVED),
        ({"inside": False}, Whereabouts.REMOVED),
        ({"lacking": frozenset({"groups:history"})}, Whereabouts.REMOVED),
    ],
)
def test_the_coordinator_is_told_once_however_often_it_is_found_out(
    running: Running, change: dict[str, object], whereabouts_now: Whereabouts
) -> None:
    group = start(running)
    lost = replace(CHANNEL, **change)  # type: ignore[arg-type]  # fields of Venue

    for _ in range(3):
        running.does("U0CLEO", whereabouts.seen, lost)

    assert state(running, group) == (GroupState.ADRIFT, whereabouts_now)
    assert len(told(running)) == 1


def test_another_loss_after_the_channel_was_found_is_told_again(running: Running) -> None:
    group = start(running)
    for _ in range(2):
        running.does("U0CLEO", whereabouts.seen, replace(CHANNEL, archived=True))
        running.does("U0CLEO", whereabouts.seen, CHANNEL)

    assert state(running, group) == (GroupState.RUNNING, Whereabouts.THERE)
    assert len(told(running)) == 2


def test_a_channel_that_was_found_again_before_anybody_was_told_is_told_of_to_nobody(running: Running) -> None:
    start(running)
    running.now = running.now.replace(hour=20)
    running.does("U0CLEO", whereabouts.seen, replace(CHANNEL, archived=True))
    running.does("U0CLEO", whereabouts.seen, CHANNEL)

    running.until("2026-11-24 12:00")

    assert told(running) == ["dropped"]


def test_a_refusal_of_a_round_loses_nothing_and_marks_nobody_unreachable(running: Running) -> None:
    group = start(running)
    running.until("2026-12-01 08:59")
    running.now = running.now.replace(hour=9, minute=0)
    running.looks()
    planned = running.plans()
    (outgoing,) = [each for each in planned if each.address.group]
    for each in planned:
        if each is not outgoing:
            running.says(each)

    running.write(fates.place_lost, MessageId(outgoing.message), why="not_in_channel", whereabouts=Whereabouts.REMOVED)

    assert state(running, group) == (GroupState.ADRIFT, Whereabouts.REMOVED)
    assert all(running.member(each).reachable for each in ("U0CLEO", "U0DAN", "U0EVE"))
    assert len(told(running)) == 1
    running.does("U0CLEO", whereabouts.seen, CHANNEL)
    running.until("2026-12-01 12:00")
    with running.database.read(running.office.workspace) as session:
        (round,) = rounds.latest(session, [group], 9)[group]
    assert round.state is RoundState.OPEN


def test_a_group_adrift_for_days_leaves_its_round_out_and_goes_on_with_the_next(running: Running) -> None:
    group = start(running)
    running.until("2026-11-24 12:00")
    running.does("U0CLEO", whereabouts.seen, replace(CHANNEL, inside=False))
    running.until("2026-12-05 12:00")
    running.does("U0CLEO", whereabouts.seen, CHANNEL)

    running.until("2026-12-08 12:00")

    with running.database.read(running.office.workspace) as session:
        first, second = rounds.latest(session, [group], 9)[group]
    assert (first.state, first.why) == (RoundState.SKIPPED, "missed")
    assert second.state is RoundState.OPEN


def test_a_channel_that_everybody_can_read_stops_what_is_asked_about_well_being(running: Running) -> None:
    group = start(running, given=replace(GIVEN, topic=Topic.WELL_BEING))

    running.does("U0CLEO", whereabouts.seen, replace(CHANNEL, room=Room.PUBLIC))

    assert state(running, group) == (GroupState.ADRIFT, Whereabouts.EXPOSED)


def test_a_channel_with_another_id_keeps_its_group(running: Running) -> None:
    group = start(running)

    running.does("U0CLEO", whereabouts.moved, "C0WRITERS", "C0OTHER")

    with running.database.read(running.office.workspace) as session:
        assert [each.id for each in groups.living_in(session, "C0OTHER")] == [group]
        assert groups.living_in(session, "C0WRITERS") == []
