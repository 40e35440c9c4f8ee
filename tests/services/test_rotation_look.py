"""A rotation is looked at in short steps: cut short anywhere, or disturbed, they lose nothing and say all once."""

from collections import Counter
from datetime import date, time, timedelta
from typing import Any, Final

import pytest
from sqlalchemy import select, update

from bot.domain.drawing import draw
from bot.domain.groups import Joining, Room
from bot.domain.ids import GroupId, MemberId, RoundId
from bot.domain.notice import NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import Shape
from bot.domain.rounds import RoundState
from bot.ports import Venue
from bot.services import rotation, rotation_look, rotation_members
from bot.services.rotation import RotationGiven
from storage.session import Database
from storage.tables import Encounter, Group, Member, Notice, RotationSeat, Round, table_of
from tests.services.office import person
from tests.services.running import Killed, Running

PEOPLE: Final = tuple(f"U0P{n}" for n in range(9))
VENUE: Final = Venue(id="C0COFFEES", name="coffees", room=Room.PRIVATE, readers=20, inside=True)
BEFORE: Final = "2026-12-01 08:59"
OPENS: Final = "2026-12-01 09:00"
EVENING: Final = "2026-12-01 17:00"
GIVEN: Final = RotationGiven(
    name="Coffees",
    shape=Shape.PAIRS,
    rhythm=Rhythm.WEEKLY,
    next_on=date(2026, 12, 1),
    opens_at=time(10),
    zone="Europe/Berlin",
    joining=Joining.ANYBODY,
    invited=(),
    like=None,
    paused_until=None,
)


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many steps as a thousand people take, of nine."""
    monkeypatch.setattr(rotation_look, "AT_ONCE", 2)


def begun(running: Running, *people: str) -> GroupId:
    group = running.does("U0MARIA", rotation.start, GIVEN, VENUE, {}).face.group
    for each in people or PEOPLE:
        running.does(each, rotation_members.join, group, person(each))
    running.write(lambda session, turn: session.execute(update(table_of(Member)).values(greeted_at=turn.now)))
    return group


def rows(running: Running, table: type[Any], **where: Any) -> list[Any]:
    found = table_of(table)
    asked = select(found).where(*(found.c[name] == value for name, value in where.items())).order_by(found.c.id)
    with running.database.read() as session:
        return list(session.execute(asked).all())


def first_round(running: Running) -> Any:
    return min(rows(running, Round), key=lambda each: each.period)


def introduced(running: Running) -> Counter[str]:
    """How often each was brought together with somebody who was told."""
    meetings = [told for told in running.told if type(told.sayings[0]).__name__ == "RotationMeeting"]
    return Counter(each for told in meetings for each in told.people)


def left_over(running: Running) -> int:
    return sum(type(saying).__name__ == "RotationLeftOut" for told in running.told for saying in told.sayings)


STEPS: Final = 8
"""Of the looks that open the round and say so."""


@pytest.mark.parametrize("steps", range(STEPS))
def test_an_opening_that_is_cut_short_anywhere_introduces_everybody_once(database: Database, steps: int) -> None:
    running = Running(database)
    begun(running)
    running.until(BEFORE)
    running.steps_left = steps
    with pytest.raises(Killed):
        running.until(EVENING)
    died_at = running.now
    running.steps_left = None
    running.now = died_at + rotation_look.LEASE + timedelta(seconds=2)

    running.until(EVENING)

    round = first_round(running)
    seats = rows(running, RotationSeat, round_id=round.id)
    assert round.state is RoundState.OPEN
    assert len(rows(running, Encounter, round_id=round.id)) == 4
    assert Counter(seat.encounter_id for seat in seats if seat.encounter_id).most_common(1)[0][1] == 2
    assert sum(introduced(running).values()) == 8
    assert set(introduced(running).values()) == {1}
    assert left_over(running) == sum(seat.left_out is not None for seat in seats) == 1


def test_nothing_is_said_before_all_is_drawn(database: Database) -> None:
    """Killed before the round is open: no introduction is on its way."""
    running = Running(database)
    begun(running)
    running.until(BEFORE)
    running.steps_left = 2

    with pytest.raises(Killed):
        running.until(OPENS)

    assert first_round(running).state is RoundState.SCHEDULED
    assert len(rows(running, Encounter)) == 4
    assert rows(running, Notice, kind=NoticeKind.ROTATION_MEETING) == []


def test_who_takes_part_is_settled_when_the_opening_begins(database: Database) -> None:
    running = Running(database)
    begun(running)
    running.until(BEFORE)
    running.steps_left = 1
    with pytest.raises(Killed):
        running.until(OPENS)

    with pytest.raises(Refused) as refused:
        running.does(PEOPLE[0], rotation_members.skip, RoundId(first_round(running).id), True)

    assert refused.value.refusal is Refusal.ROUND_BEGUN


def test_whoever_leaves_while_the_round_opens_is_not_introduced_and_nobody_waits_for_them(database: Database) -> None:
    running = Running(database)
    group = begun(running)
    running.until(BEFORE)
    running.now += timedelta(minutes=1)
    hold, steps = opening(running)
    for step in steps[:2]:
        assert running.write(rotation_look.take, hold=hold, step=step)
    drawn = {row.member_id for row in rows(running, RotationSeat) if row.encounter_id is not None}
    leaver = next(row.person for row in rows(running, Member) if row.id in drawn)
    running.does(leaver, rotation_members.leave, group)

    assert all(running.write(rotation_look.take, hold=hold, step=step) for step in steps[2:])
    running.until(EVENING)

    assert leaver not in introduced(running)
    assert sum(introduced(running).values()) == 6
    assert left_over(running) == 2


def opening(running: Running) -> tuple[rotation_look.Hold, list[rotation_look.Step]]:
    """Claimed, read, and drawn: what the ticker does before it takes the steps."""
    with running.database.write() as session:
        claimed = rotation_look.claim(session, running.turn)
    assert claimed is not None
    _, hold = claimed
    facts = running.write(rotation_look.read, hold)
    assert facts is not None
    look = rotation_look.think(facts, running.now)
    assert look.to_draw is not None
    to_draw = look.to_draw
    return hold, list(rotation_look.steps(look, draw(to_draw.people, to_draw.past, to_draw.shape)))


def test_a_look_that_took_too_long_leaves_the_rest_to_the_next(database: Database) -> None:
    """Two looks never open one round: the slower one finds that it is not its own any more."""
    running = Running(database)
    begun(running)
    running.until(BEFORE)
    running.now += timedelta(minutes=1)
    slow, steps = opening(running)
    running.write(rotation_look.take, hold=slow, step=steps[0])
    running.now += rotation_look.LEASE + timedelta(seconds=2)
    quick, _ = opening(running)

    assert not running.write(rotation_look.take, hold=slow, step=steps[1])
    assert quick.until > slow.until


def test_what_was_read_before_something_happened_is_not_done(database: Database) -> None:
    """But for an opening, which would never end while people click."""
    running = Running(database)
    group = begun(running)
    with running.database.write() as session:
        claimed = rotation_look.claim(session, running.turn)
    assert claimed is not None
    hold = claimed[1]
    facts = running.write(rotation_look.read, hold)
    assert facts is not None
    steps = list(rotation_look.steps(rotation_look.think(facts, running.now), None))
    running.does(PEOPLE[0], rotation_members.leave, group)

    assert not running.write(rotation_look.take, hold=hold, step=steps[0])
    assert not running.write(rotation_look.finish, hold=hold, at=None)
    assert rows(running, Group, id=group)[0].next_look_at == running.now


def test_whoever_says_that_they_stay_while_the_round_opens_is_not_set_aside(database: Database) -> None:
    running = Running(database)
    group = begun(running)
    running.until(BEFORE)
    round = first_round(running)
    member = MemberId(next(row.id for row in rows(running, Member, person=PEOPLE[0])))
    seats = table_of(RotationSeat)
    mine = (seats.c.round_id == round.id, seats.c.member_id == member)
    running.write(lambda session, turn: session.execute(update(seats).where(*mine).values(stay_asked_at=turn.now)))
    running.now += timedelta(minutes=1)
    hold, steps = opening(running)
    for step in steps:
        running.write(rotation_look.take, hold=hold, step=step)

    running.does(PEOPLE[0], rotation_members.stay, RoundId(round.id))
    running.until(EVENING)

    assert not any(type(saying).__name__ == "RotationAside" for told in running.told for saying in told.sayings)
    assert PEOPLE[0] not in introduced(running)
    assert group


def test_people_of_one_site_are_brought_together_with_others_where_it_is_known(database: Database) -> None:
    """By their chairs alone Ana would meet Ben, and Cleo Dan."""
    running = Running(database, "mentor,mentee,site\nU0ANA,U0BEN,Lyon\nU0CLEO,U0DAN,Paris\n")
    begun(running, "U0ANA", "U0CLEO", "U0DAN", "U0BEN")

    running.until(EVENING)

    met = [{*told.people} for told in running.told if type(told.sayings[0]).__name__ == "RotationMeeting"]
    assert len(met) == 2
    assert not any(each in ({"U0ANA", "U0BEN"}, {"U0CLEO", "U0DAN"}) for each in met)
