"""Whoever runs a programme hears nothing of a group that they are in themselves; on both engines."""

import pytest

from bot.domain.case import CaseState, Rule
from bot.domain.case_sayings import CaseCard
from bot.domain.ids import CaseId, GroupId, MessageId
from bot.domain.notice import NoticeKind
from bot.domain.sayings import Saying
from bot.domain.turn import Turn
from bot.services import cases, group_members, repainting
from storage import groups
from storage.session import Database, Session
from tests.services.brought import cards, record, stands
from tests.services.gatherings import join, start
from tests.services.running import Running


@pytest.fixture
def running(database: Database) -> Running:
    return Running(database)


def bring(running: Running, group: GroupId) -> CaseId:
    """A case of the group, of which Maria hears at once."""

    def opened(session: Session, turn: Turn) -> CaseId:
        groups.lock(session, [group])
        return cases.open_case(
            session, turn, key="a group", group=group, rule=Rule.GROUP_QUIET, since=turn.now, checkins=2
        )

    case = running.write(opened)
    running.settle()
    return case


def shows(running: Running, person: str) -> list[tuple[Saying, ...]]:
    """What the messages about cases to a person say today."""
    theirs = running.member(person).id
    about = [each for each in running.notices(NoticeKind.CASE) if each.member_id == theirs]
    return [running.write(repainting.again, MessageId(each.message_id)).sayings for each in about]


def lagging(running: Running) -> set[MessageId]:
    return {each.surface.message for each in running.write(repainting.repaints, 50)}


def test_a_case_goes_to_the_next_one_when_its_hearer_comes_to_be_in_the_group(running: Running) -> None:
    group = start(running)
    case = bring(running, group)
    assert (len(cards(running, "U0MARIA")), cards(running, "U0BRUNO")) == (1, [])

    join(running, group, "U0MARIA")
    message = MessageId(running.notices(NoticeKind.CASE)[0].message_id)
    assert message in lagging(running)
    running.settle()

    assert shows(running, "U0MARIA") == [()]
    assert [each.case for each in cards(running, "U0BRUNO")] == [case]


def test_what_a_coordinator_had_is_open_again_when_they_come_to_be_in_the_group(running: Running) -> None:
    group = start(running)
    case = bring(running, group)
    running.does("U0MARIA", cases.take, case)

    join(running, group, "U0MARIA")
    running.settle()

    assert stands(running, case)[0] is CaseState.OPEN
    assert len(cards(running, "U0BRUNO")) == 1


def test_whoever_leaves_the_group_sees_its_case_again_and_nobody_is_told_twice(running: Running) -> None:
    group = start(running)
    bring(running, group)
    join(running, group, "U0MARIA")
    running.settle()

    running.does("U0MARIA", group_members.leave, group)
    running.settle()

    assert [type(saying) for said in shows(running, "U0MARIA") for saying in said] == [CaseCard]
    assert (len(cards(running, "U0MARIA")), len(cards(running, "U0BRUNO"))) == (1, 1)


def test_a_case_that_nobody_was_left_to_hear_of_goes_to_whoever_leaves_the_group(running: Running) -> None:
    group = start(running)
    case = bring(running, group)
    for person in ("U0MARIA", "U0BRUNO"):
        join(running, group, person)
    running.settle()
    assert record(running, case).exhausted

    running.does("U0BRUNO", group_members.leave, group)
    running.settle()

    assert [each.case for each in cards(running, "U0BRUNO")] == [case]
