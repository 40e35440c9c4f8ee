"""What a coordinator sees of the groups that they run; on both engines."""

from dataclasses import replace

from bot.domain.case import Rule
from bot.domain.ids import GroupId, ProgrammeId
from bot.domain.turn import Turn
from bot.services import cases, gatherings, queue
from storage import groups
from storage.session import Database, Session
from tests.services.gatherings import CHANNEL, GIVEN, start
from tests.services.running import Running


def in_one_programme(running: Running, *names: str) -> list[GroupId]:
    """As formed groups are."""
    made = [
        start(running, venue=replace(CHANNEL, id=f"C0{name.upper()}", name=name), given=replace(GIVEN, name=name))
        for name in names
    ]

    def together(session: Session, turn: Turn) -> None:
        programme: ProgrammeId = groups.by_id(session, made[0]).programme_id
        for group in made:
            groups.change(session, group, programme_id=programme)

    running.write(together)
    return made


def test_a_case_is_counted_with_its_own_group_and_brings_that_one_to_the_top(database: Database) -> None:
    running = Running(database)
    _, group = in_one_programme(running, "Anagrams", "Writers")

    def opened(session: Session, turn: Turn) -> None:
        groups.lock(session, [group])
        cases.open_case(session, turn, key="quiet", group=group, rule=Rule.GROUP_QUIET, since=turn.now, checkins=2)

    running.write(opened)

    def seen(session: Session, turn: Turn) -> list[tuple[str, int]]:
        maria = running.member("U0MARIA")
        run, _ = gatherings.run_by(session, turn, maria, queue.rows(session, turn, maria))
        return [(each.name, each.cases) for each in run]

    assert running.write(seen) == [("Writers", 1), ("Anagrams", 0)]
