"""Whoever leads a round goes away, before it or in the middle of it: somebody else leads, is prepared, and is named."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from playground.model import Conversation
from playground.seen import Seen
from tests.journeys.mentors import cards
from tests.journeys.rounds import CLOSE
from tests.journeys.test_leading import A_MINUTE, DAY_BEFORE, last
from tests.journeys.writers import FIRST, writers
from tests.stage import Stage

Goes = Callable[[Stage, Conversation, str], Awaitable[None]]
GUIDE = "You lead the round of *Writers*"


async def leaves(there: Stage, channel: Conversation, name: str) -> None:
    card = there[name].messages(channel.id)[0]
    await there[name].clicks("Leave", (card.channel, card.ts))
    await there.now()


async def is_deactivated(there: Stage, channel: Conversation, name: str) -> None:
    there.slack.deactivate(there[name])
    await there.now()


@pytest.mark.parametrize("goes", [leaves, is_deactivated])
async def test_who_leads_goes_after_the_guide_and_the_next_is_prepared_in_time(database_url: str, goes: Goes) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, channel):
        await there.until(DAY_BEFORE + A_MINUTE)
        assert GUIDE in last(there["Ana"])

        await goes(there, channel, "Ana")
        await there.pass_by(minutes=1)

        assert GUIDE in last(there["Ben"])
        assert "Cleo" not in last(there["Ben"])
        await there.until(FIRST + A_MINUTE)
        opened = there["Cleo"].messages(channel.id)[-1].plain
        assert "Ben leads it." in opened
        assert "Ana" not in opened


@pytest.mark.parametrize("goes", [leaves, is_deactivated])
async def test_who_leads_goes_in_an_open_round_and_the_next_in_turn_goes_on(database_url: str, goes: Goes) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, channel):
        await there.until(FIRST + A_MINUTE)
        (thread,) = threads(there, channel)
        where = (thread.channel, thread.ts)

        await goes(there, channel, "Ana")
        await there.pass_by(days=1)

        assert GUIDE in last(there["Ben"])
        opened = next(each for each in there["Cleo"].messages(channel.id) if each.ts == thread.ts)
        assert "Ben leads it." in opened.plain
        assert "Ana" not in opened.plain
        await there["Cleo"].clicks("Answer, or write to Ben", where)
        assert "Only Ben, who leads this round" in there["Cleo"].view_plain
        await there["Cleo"].submits({"What you would like to say": "I am stuck."})
        await there["Cleo"].closes_all_views()
        await there.until(CLOSE + A_MINUTE)
        digest = next(each for each in there["Cleo"].messages(channel.id) if "has closed" in each.plain)
        assert "Cleo leads it." in digest.plain
        assert "I am stuck." not in digest.plain
        assert len(of_the_group(there)) == (1 if goes is is_deactivated else 0)


async def test_where_people_say_so_a_round_whose_volunteer_left_asks_for_another(database_url: str) -> None:
    volunteers = {"Who leads a round": "Whoever would like to"}
    async with writers(database_url, "Ana", "Ben", "Cleo", "Dan", **volunteers) as (there, channel):
        await there.until(FIRST + A_MINUTE)
        (thread,) = threads(there, channel)
        await there["Ana"].clicks("I'll lead it", (thread.channel, thread.ts))
        await there.now()

        await leaves(there, channel, "Ana")

        opened = next(each for each in there["Cleo"].messages(channel.id) if each.ts == thread.ts)
        assert "Nobody leads it yet." in opened.plain
        await there["Cleo"].clicks("I'll lead it", (thread.channel, thread.ts))
        await there.until(CLOSE + A_MINUTE)
        assert of_the_group(there) == []


async def test_who_always_leads_is_gone_and_each_round_has_somebody_or_the_coordinator_hears_once(
    database_url: str,
) -> None:
    fixed = {"Who leads a round": "Always the same person", "If always the same person: who": "Eve"}
    async with writers(database_url, "Ana", "Ben", "Cleo", "Eve", **fixed) as (there, channel):
        await there.until(DAY_BEFORE + A_MINUTE)
        assert GUIDE in last(there["Eve"])

        await is_deactivated(there, channel, "Eve")
        await there.until(CLOSE + timedelta(days=7) + A_MINUTE)

        told = of_the_group(there)
        assert len([each for each in told if "Nobody led" in each]) == 1
        assert len([each for each in told if "Eve cannot be reached" in each]) == 1
        opened = [each.plain for each in threads(there, channel)]
        assert all("Eve" not in each for each in opened)


async def test_who_always_leads_hands_one_round_over_and_it_stays_so(database_url: str) -> None:
    fixed = {"Who leads a round": "Always the same person", "If always the same person: who": "Eve"}
    async with writers(database_url, "Ana", "Ben", "Cleo", "Eve", **fixed) as (there, channel):
        await there.until(DAY_BEFORE + A_MINUTE)

        await there["Eve"].clicks("Somebody else, please")
        await there.pass_by(minutes=1)

        assert GUIDE in last(there["Ana"])
        await there.until(FIRST + A_MINUTE)
        assert "Ana leads it." in threads(there, channel)[-1].plain
        await there.until(FIRST + timedelta(days=7) + A_MINUTE)
        assert "Eve leads it." in threads(there, channel)[-1].plain


async def test_a_round_handed_over_while_it_is_open_prepares_whoever_leads_it_now(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        await there.until(FIRST + A_MINUTE)

        await there["Ana"].clicks("Somebody else, please")
        await there.pass_by(days=1)

        assert f"{GUIDE} of Tuesday 15 September at 10:00. It is open" in last(there["Ben"])
        assert "Ben leads it." in threads(there, channel)[-1].plain


async def test_somebody_else_who_always_leads_by_the_settings_leads_the_next_round(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        await there["Maria"].runs("/rapport group settings", channel=channel.id)
        await there["Maria"].submits(
            {"Who leads a round": "Always the same person", "If always the same person: who": "Cleo"}
        )
        assert there["Maria"].view_errors == {}
        await there["Maria"].closes_all_views()
        await there.until(FIRST + A_MINUTE)

        assert "Cleo leads it." in threads(there, channel)[-1].plain
        assert GUIDE in last(there["Cleo"])


def of_the_group(there: Stage) -> list[str]:
    return [each.plain for each in cards(there["Maria"])]


def threads(there: Stage, channel: Conversation) -> list[Seen]:
    """The messages that opened rounds, oldest first, for somebody who stays."""
    return [each for each in there["Ben"].messages(channel.id) if "Each round asks" in each.plain][1:]
