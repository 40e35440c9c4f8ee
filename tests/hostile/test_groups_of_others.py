"""Buttons of groups and rotations in the hands of people who are in neither, or run others: a kind no, no trace."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.checkin import Meeting
from bot.domain.ids import EncounterId, GroupId, ProgrammeId, RoundId
from bot.domain.refusals import Refused
from bot.domain.rounds import Heard
from bot.domain.turn import Caller
from bot.services import encounters, group_members, groups, leading, report, rotation, rotation_members, round_words
from bot.services.round_words import RoundGiven
from storage.session import Session
from storage.tables import Encounter, Group, Programme, Round, table_of
from tests.hostile.test_rotations import everything
from tests.journeys.coffees import FIRST, starts_coffees
from tests.journeys.writers import channel_of, joins, office, starts
from tests.stage import Stage

INSIDE = ("Ana", "Ben", "Cleo")
GIVEN = RoundGiven(form="V9", words="kestrelword", heard=Heard.FACILITATOR, promise="kestrelpromise", settled=())


async def _both(there: Stage) -> None:
    """A group and a rotation of the same three, each with a round that is open; Olga runs another programme."""
    rows = f"mentor,mentee,rhythm\n{there['Una'].id},{there['Uwe'].id},half-yearly\n"
    await there.bring(rows, coordinator="Olga", backup="Otto", programme="Others")
    writers, coffees = (channel_of(there, INSIDE, name=name) for name in ("writers", "coffees"))
    await starts(there, writers, **{"First round": "2026-09-21"})
    await starts_coffees(there, coffees)
    for channel in (writers, coffees):
        await joins(there, channel, *INSIDE)
    await there.until(FIRST + timedelta(hours=1))


@pytest.mark.parametrize("workspace", [1, 2])
async def test_nobody_outside_acts_on_a_group_or_a_rotation(database_url: str, workspace: int) -> None:
    async with office(database_url, *INSIDE, "Olga", "Otto", "Una", "Uwe") as there:
        await _both(there)
        bot = there.installation.bot
        theirs, of_coordinators = await bot.read(1, lambda session, turn: _acts(session))
        before = everything(database_url)

        for name in ("Max", "Olga", "Ana") if workspace == 2 else ("Max", "Olga"):
            for act in (*theirs, *of_coordinators):
                with pytest.raises(Refused):
                    await bot.do(act, Caller(workspace=workspace, person=there[name].id))
        if workspace == 1:
            for act in of_coordinators:
                with pytest.raises(Refused):
                    await bot.do(act, Caller(workspace=1, person=there["Ana"].id))

        assert everything(database_url) == before


def _acts(session: Session) -> tuple[list[Callable[..., Any]], list[Callable[..., Any]]]:
    """What people inside may do, and what only whoever runs it may."""
    kinds = {row.kind.value: row for row in session.execute(select(table_of(Group)))}
    rounds = {row.group_id: RoundId(row.id) for row in session.execute(select(table_of(Round)))}
    encounter = EncounterId(session.execute(select(table_of(Encounter).c.id).limit(1)).scalar_one())
    writers, coffees = GroupId(kinds["peer_group"].id), GroupId(kinds["rotation"].id)
    named = {row.name: ProgrammeId(row.id) for row in session.execute(select(table_of(Programme)))}
    round = rounds[writers]
    inside: list[Callable[..., Any]] = [
        partial(group_members.leave, id=writers),
        partial(group_members.name, id=writers, named=True),
        partial(group_members.stay, id=writers),
        partial(round_words.form, id=round),
        partial(round_words.answer, id=round, given=GIVEN),
        partial(round_words.here_now, id=round),
        partial(round_words.read_private, id=round),
        partial(leading.lead, id=round),
        partial(leading.hand_over, id=round),
        partial(rotation_members.leave, id=coffees),
        partial(rotation_members.skip, round=rounds[coffees], skipped=True),
        partial(rotation_members.stay, round=rounds[coffees]),
        partial(encounters.say_of_meeting, id=encounter, answer=Meeting.MET),
        partial(encounters.parting, id=encounter),
        partial(encounters.part, id=encounter),
    ]
    run: list[Callable[..., Any]] = [
        partial(groups.end, id=writers),
        partial(rotation.end, id=coffees),
        *(
            partial(report.of, programme=named[name], first=date(2026, 9, 1), last=date(2026, 9, 30))
            for name in ("Writers", "Coffees")
        ),
    ]
    return inside, run
