"""What can go wrong with groups that are formed, at each step: somebody goes, or the channel of the list is lost."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from playground.model import Conversation
from tests.journeys.forming import PEOPLE, approves, forms, office, proposal, review, rooms, sign_up
from tests.stage import Stage

Lost = Callable[[Stage, Conversation], None]


def archived(there: Stage, channel: Conversation) -> None:
    there.slack.archive(channel)


def without_the_bot(there: Stage, channel: Conversation) -> None:
    there.slack.remove_bot(channel)


async def begins_to_gather(there: Stage) -> None:
    """The list is asked for, and cannot be read at once."""
    there.slack.faults.add("500", "conversations.members")
    maria = there["Maria"]
    await maria.runs("/rapport group form")
    await maria.submits({"Everybody in this channel": "sign-up", "Name of the groups": "Writers"})
    await maria.closes_all_views()


def said_of_it(there: Stage, name: str) -> list[str]:
    return [each.plain for each in there[name].messages(there[name].dm) if "*Writers*" in each.plain]


def in_a_room(there: Stage) -> set[str]:
    return {name for people in rooms(there).values() for name in people}


async def test_who_is_deactivated_while_the_list_is_read_is_named_and_in_no_group(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await begins_to_gather(there)

        there.slack.deactivate(there["Ana"])
        await there.pass_by(minutes=10)

        shown = await review(there)
        assert "Cannot be reached: Ana." in shown
        await approves(there)
        await there.pass_by(days=2)
        assert in_a_room(there) == set(PEOPLE) - {"Ana"}


@pytest.mark.parametrize("step", ["proposed", "making", "made"])
async def test_who_is_deactivated_later_holds_up_nobody(database_url: str, step: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        await review(there)
        if step != "proposed":
            await approves(there)
        if step == "made":
            await there.pass_by(days=2)

        there.slack.deactivate(there["Ana"])
        await there.now()
        if step == "proposed":
            await approves(there)
        await there.pass_by(days=4)

        assert in_a_room(there) >= set(PEOPLE) - {"Ana"}
        told = proposal(there)
        assert "2 begun" in told
        assert ("Cannot be reached: Ana." in told) == (step != "made")
        assert len(said_of_it(there, "Maria")) == 1


@pytest.mark.parametrize("step", ["gathering", "proposed", "making", "made"])
async def test_when_the_coordinator_who_asked_is_gone_the_backup_can_go_on(database_url: str, step: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        if step == "gathering":
            await begins_to_gather(there)
        else:
            await forms(there)
            await review(there)
        if step in ("making", "made"):
            await approves(there)
        if step == "made":
            await there.pass_by(days=2)

        there.slack.deactivate(there["Maria"])
        await there.pass_by(days=1)

        if step in ("gathering", "proposed"):
            tom = there["Tom"]
            assert len(said_of_it(there, "Tom")) == 1
            await tom.clicks("Review")
            await tom.clicks("Make these groups")
            await tom.closes_all_views()
        await there.pass_by(days=4)
        assert in_a_room(there) >= set(PEOPLE)


@pytest.mark.parametrize("lost", [archived, without_the_bot])
async def test_a_channel_that_is_lost_while_it_is_read_says_so_once(database_url: str, lost: Lost) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = sign_up(there)
        await begins_to_gather(there)

        lost(there, channel)
        await there.pass_by(days=1)

        (told,) = said_of_it(there, "Maria")
        if lost is archived:  # who is in it can still be read
            assert "My proposal for *Writers*: 2 groups, from 8 people." in told
        else:
            assert told.startswith("No groups for *Writers*: I could not read who is in #sign-up.")


async def test_a_proposal_left_at_night_waits_for_the_hours_of_whoever_takes_it_over(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        await there.until(datetime(2026, 9, 8, 1, tzinfo=UTC))

        there.slack.deactivate(there["Maria"])
        await there.pass_by(hours=6)
        assert said_of_it(there, "Tom") == []

        await there.pass_by(hours=2)
        assert len(said_of_it(there, "Tom")) == 1


@pytest.mark.parametrize("lost", [archived, without_the_bot])
@pytest.mark.parametrize("step", ["proposed", "making"])
async def test_a_channel_that_is_lost_later_holds_up_nothing(database_url: str, lost: Lost, step: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = sign_up(there)
        await forms(there)
        await review(there)
        if step == "making":
            await approves(there)

        lost(there, channel)
        await there.now()
        if step == "proposed":
            await approves(there)
        await there.pass_by(days=4)

        assert in_a_room(there) == set(PEOPLE)
        assert len(said_of_it(there, "Maria")) == 1
