"""A button of a group pressed twice, by two people at once, or by whoever it is not for."""

import asyncio
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.domain.ids import CaseId, GroupId
from bot.domain.refusals import Refused
from bot.domain.turn import Caller
from bot.services import merging
from playground.people import Person
from storage.session import Session
from storage.tables import Case, Group, Merger, table_of
from tests.hostile.test_rotations import everything
from tests.journeys.test_leading import A_MINUTE, DAY_BEFORE, last
from tests.journeys.test_merging import merges, shrinks, two_groups
from tests.journeys.writers import FIRST, channel_of, joins, office, starts, writers

Button = tuple[str, str]


def button_of(person: Person, action: str) -> tuple[Button, tuple[str, str]]:
    """Where a button stands, also when it is gone by the time that it is pressed; and in which message."""
    for seen in reversed(person.messages()):
        for block in seen.blocks:
            for element in block.get("elements", []):
                if element.get("action_id", "").startswith(action):
                    return (block["block_id"], element["action_id"]), (seen.channel, seen.ts)
    raise AssertionError(action)


async def test_joining_twice_at_once_is_joining_once(database_url: str) -> None:
    async with office(database_url, "Ana", "Ben") as there:
        channel = channel_of(there, ["Ana", "Ben"])
        await starts(there, channel)
        button, card = button_of(there["Ana"], "group.join")

        await asyncio.gather(*(there["Ana"].clicks(button, card) for _ in range(3)))
        await there.now()
        await there["Ana"].clicks(button, card)
        await there.pass_by(days=1)

        assert "1 in this group" in there["Ben"].messages(channel.id)[0].plain
        said = [each.plain for each in there["Ana"].messages(channel.id) if each.ephemeral]
        assert len(said) == 4
        assert all(each.startswith("You are in *Writers*") for each in said)
        hellos = [each for each in there["Ana"].messages(there["Ana"].dm) if "I am Rapport" in each.plain]
        assert len(hellos) == 1


async def test_leaving_twice_says_that_one_is_not_in_it_and_joining_again_is_possible(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, channel):
        button, card = button_of(there["Ana"], "group.leave")

        await asyncio.gather(*(there["Ana"].clicks(button, card) for _ in range(2)))
        await there.now()

        said = [each.plain for each in there["Ana"].messages(channel.id) if each.ephemeral]
        assert len([each for each in said if "not in the group Writers." in each]) == 1
        assert "3 in this group" in there["Ben"].messages(channel.id)[0].plain
        await joins(there, channel, "Ana")
        assert "4 in this group" in there["Ben"].messages(channel.id)[0].plain


async def test_who_has_handed_a_round_over_is_not_given_it_back_while_somebody_else_is_there(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        await there.until(DAY_BEFORE + A_MINUTE)
        for name in ("Ana", "Ben"):
            await there[name].clicks("Somebody else, please")
            await there.pass_by(minutes=1)

        assert "You lead the round" in last(there["Cleo"])
        await there["Cleo"].clicks("Somebody else, please")
        await there.pass_by(minutes=1)

        await there.until(FIRST + A_MINUTE)
        assert "Ana leads it." in there["Cleo"].messages(channel.id)[-1].plain


async def test_of_two_who_hand_over_at_once_one_does_and_everybody_is_told_who_leads(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, channel):
        await there.until(DAY_BEFORE + A_MINUTE)
        ana, ben = there["Ana"], there["Ben"]
        of_ana, guide_of_ana = button_of(ana, "round.hand_over")
        await ana.clicks(of_ana, guide_of_ana)
        await there.pass_by(minutes=1)
        of_ben, guide_of_ben = button_of(ben, "round.hand_over")

        await asyncio.gather(
            ana.clicks(of_ana, guide_of_ana), ben.clicks(of_ben, guide_of_ben), ben.clicks(of_ben, guide_of_ben)
        )
        await there.pass_by(minutes=1)

        for name in ("Ana", "Ben"):
            assert "leads this round already." in last(there[name]) or "Cleo leads the next round" in last(there[name])
        assert "You lead the round" in last(there["Cleo"])
        assert "You lead" not in last(there["Dan"])
        await there.until(FIRST + A_MINUTE)
        assert "Cleo leads it." in ana.messages(channel.id)[-1].plain


async def test_of_two_who_would_lead_at_once_one_does_and_the_other_hears_who(database_url: str) -> None:
    volunteers = {"Who leads a round": "Whoever would like to"}
    async with writers(database_url, "Ana", "Ben", "Cleo", **volunteers) as (there, channel):
        await there.until(FIRST + A_MINUTE)
        button, thread = button_of(there["Ana"], "round.lead")

        await asyncio.gather(*(there[name].clicks(button, thread) for name in ("Ana", "Ben", "Cleo")))
        await there.now()

        said = {name: there[name].messages(channel.id)[-1].plain for name in ("Ana", "Ben", "Cleo")}
        leads = [name for name, each in said.items() if "You lead the round of *Writers*" in each]
        assert len(leads) == 1
        assert sum(f"{leads[0]} leads this round already." in each for each in said.values()) == 2


async def test_nobody_but_its_coordinator_has_groups_go_on_together(database_url: str) -> None:
    async with two_groups(database_url) as there:
        left = await shrinks(there)
        bot = there.installation.bot
        case, small, other = await bot.read(1, lambda session, turn: _ids(session))
        before = everything(database_url)
        acts = (partial(merging.form, case=case), partial(merging.merge, case=case, target=other))

        for name in (*left, "Hana"):
            for act in acts:
                with pytest.raises(Refused):
                    await bot.do(act, Caller(workspace=1, person=there[name].id))

        assert everything(database_url) == before
        await merges(there)
        merger = await bot.read(1, lambda session, turn: _merger(session))
        before = everything(database_url)
        for name in left:
            with pytest.raises(Refused):
                await bot.do(partial(merging.undo, id=merger), Caller(workspace=1, person=there[name].id))
        assert everything(database_url) == before
        assert small != other


def _ids(session: Session) -> tuple[CaseId, GroupId, GroupId]:
    """The case of the small group, that group, and the other one."""
    case = session.execute(select(table_of(Case)).where(table_of(Case).c.group_id.is_not(None))).one()
    others = session.execute(select(table_of(Group).c.id).where(table_of(Group).c.id != case.group_id)).all()
    return CaseId(case.id), GroupId(case.group_id), GroupId(others[0].id)


def _merger(session: Session) -> UUID:
    return UUID(str(session.execute(select(table_of(Merger).c.id)).scalar_one()))
