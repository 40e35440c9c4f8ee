"""Proposed groups under review: people moved and left out, formed anew, changed by two at once, made once."""

import asyncio

from inline_snapshot import snapshot
from sqlalchemy import select

from bot.domain.formation import FormationState
from bot.domain.ids import FormationId
from bot.domain.turn import Caller
from bot.services import formations, making
from storage import formation_places
from storage.session import Session
from storage.tables import Formation, table_of
from tests.journeys.forming import PEOPLE, ZONES, approves, changes, forms, office, review, rooms, sign_up


async def test_people_are_moved_and_left_out_in_the_review(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)

        assert "*Writers 2*: Ana, Dan" in await changes(there, "Ana", "Writers 2")
        shown = await changes(there, "Ben", "Leave out")

        assert "Left out by you: Ben." in shown
        assert "*Writers 1*: Cleo and Eve\nFewer than three: a group needs three." in shown
        await there["Maria"].clicks("Make these groups")
        assert there["Maria"].view_plain == snapshot("""\
# Not possible
Writers 1 has fewer than three people: please move somebody in, or leave them out.
[Close]\
""")


async def test_a_group_that_is_too_small_is_not_made(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)
        await changes(there, "Ana", "Leave out")
        await changes(there, "Ben", "Leave out")

        await approves(there)

        await there.pass_by(days=3)
        assert rooms(there) == {}


async def test_an_empty_group_is_no_group(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)
        for name in ("Ana", "Ben", "Cleo", "Eve"):
            await changes(there, name, "Writers 2")

        await approves(there)
        await there.pass_by(days=3)

        assert [len(people) for people in rooms(there).values()] == [8]


async def test_groups_formed_anew_are_others_and_leave_out_whom_maria_left_out(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        first = await review(there)
        await changes(there, "Ana", "Leave out")

        await there["Maria"].clicks("Form anew")

        again = there["Maria"].view_plain
        assert again != first
        assert "Left out by you: Ana." in again
        assert "Ana," not in again


async def test_of_two_who_form_anew_at_once_both_see_the_groups_of_the_first(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        bot = there.installation.bot
        formation = await bot.read(1, lambda session, turn: _formation(session))
        maria, tom = (Caller(workspace=1, person=there[name].id) for name in ("Maria", "Tom"))
        hers, his = [await bot.ask(formations.others, who, formation) for who in (maria, tom)]

        await bot.do(formations.anew, maria, formation, hers)
        first = await bot.ask(formations.review, maria, formation)
        await bot.do(formations.anew, tom, formation, his)

        assert (await bot.ask(formations.review, tom, formation)).face == first.face


async def test_groups_that_somebody_changes_meanwhile_are_not_made_unseen(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        bot = there.installation.bot
        formation = await bot.read(1, lambda session, turn: _formation(session))
        maria, tom = (Caller(workspace=1, person=there[name].id) for name in ("Maria", "Tom"))
        seen = await bot.ask(making.ready, maria, formation)
        await there["Tom"].runs("/rapport")
        (moved, *_) = await bot.read(1, lambda session, turn: formation_places.places(session, formation))

        await bot.do(formations.move, tom, formation, moved.key, None)
        await bot.do(making.make, maria, formation, seen)

        assert (await bot.ask(formations.review, maria, formation)).face.state is FormationState.PROPOSED
        await bot.do(making.make, maria, formation, await bot.ask(making.ready, maria, formation))
        assert (await bot.ask(formations.review, maria, formation)).face.state is FormationState.MADE


async def test_two_clicks_at_once_make_the_groups_once(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        maria = there["Maria"]
        await review(there)

        await asyncio.gather(maria.clicks("Make these groups"), maria.clicks("Make these groups"))
        await maria.closes_all_views()
        await there.pass_by(days=3)

        assert list(rooms(there)) == ["writers-1", "writers-2"]
        assert len(there["Ana"].messages(there["Ana"].dm)) == 2


async def test_what_is_made_is_not_changed_from_an_old_review(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        maria = there["Maria"]
        await review(there)
        await maria.clicks("Change")
        tom = there["Tom"]
        bot, who = there.installation.bot, Caller(workspace=1, person=tom.id)
        shown = await bot.read(1, lambda session, turn: _formation(session))
        await bot.do(making.make, who, shown, await bot.ask(making.ready, who, shown))

        await maria.submits({"Who": "Ana", "Where to": "Writers 2"})

        assert maria.view_errors == snapshot({"who": "The groups for Writers are not under review any more."})


def _formation(session: Session) -> FormationId:
    return FormationId(session.execute(select(table_of(Formation).c.id)).scalar_one())
