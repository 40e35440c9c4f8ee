"""What a coordinator reads of the groups of their programme: numbers, and none of groups they are in."""

from datetime import date, timedelta

import pytest

from bot.domain.ids import MemberId
from bot.domain.report_showings import Report
from bot.domain.rounds import PromiseState, RoundState
from bot.services.report import report
from storage import coordinator as coordinators
from storage import groups, round_words, rounds
from storage import member as members
from storage.session import Database, Session
from tests.services.gatherings import WRITERS, join, start
from tests.services.running import Running

HOUR = timedelta(hours=1)


def members_of(session: Session) -> dict[str, MemberId]:
    return {each: found.id for each in (*WRITERS, "U0MARIA") if (found := members.find(session, each))}


@pytest.fixture
def running(database: Database) -> Running:
    """A group of three whose one round has just closed: Cleo clicked, Dan said something and kept a promise of two."""
    running = Running(database)
    group = start(running)
    with database.write(running.office.workspace) as session:
        known = members_of(session)
        cleo, dan, eve = (known[each] for each in WRITERS)
        made = rounds.latest(session, [group], 9)[group]
        turn = running.turn
        round = (
            made[-1].id
            if made
            else rounds.schedule(
                session, turn, group, period=1, day=date(2026, 12, 1), opens_at=turn.now, facilitator=None
            )
        )
        assert round
        rounds.change(session, round, state=RoundState.CLOSED, closed_at=turn.now - HOUR)
        rounds.seat(session, turn, round, group, (cleo, dan, eve))
        rounds.change_seat(session, round, cleo, here_at=turn.now - 2 * HOUR)
        rounds.change_seat(session, round, dan, said_at=turn.now - 2 * HOUR)
        for words in ("write", "read"):
            round_words.promise(session, turn, group, round, dan, words, entry=None)
        first, _ = round_words.promises(session, (round,))
        round_words.settle(session, turn, first.id, dan, PromiseState.KEPT)
    return running


def read(running: Running, text: str = "Writers 1 week") -> Report:
    with running.database.read(running.office.workspace) as session:
        shown = report(session, running.office.caller("U0MARIA"), running.turn, text=text)
    assert isinstance(shown, Report)
    return shown


def numbers(found: Report) -> tuple[int, ...]:
    return found.groups, found.rounds, found.asked, found.heard, found.promised, found.kept


def test_rounds_that_closed_are_counted(running: Running) -> None:
    assert numbers(read(running)) == (1, 1, 3, 2, 2, 1)


def test_a_round_that_closed_on_another_day_is_not_counted(running: Running) -> None:
    assert numbers(read(running, "Writers 2026-01-01..2026-01-31")) == (1, 0, 0, 0, 0, 0)


def test_a_coordinator_who_is_in_a_group_reads_none_of_its_numbers(running: Running) -> None:
    with running.database.read(running.office.workspace) as session:
        programmes = [id for id, _ in coordinators.programmes_of(session, members_of(session)["U0MARIA"])]
        (group,) = groups.living_of(session, programmes)
    join(running, group.id, "U0MARIA")

    assert numbers(read(running)) == (1, 0, 0, 0, 0, 0)
