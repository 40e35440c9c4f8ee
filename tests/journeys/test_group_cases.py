"""A group in trouble comes to its coordinator: as a case with its reasons, never with a name in the channel."""

# ruff: noqa: E501 - snapshots hold each sentence whole

import re
from datetime import UTC, datetime, timedelta

from inline_snapshot import snapshot

from playground.model import Conversation
from playground.people import Person
from tests.journeys.mentors import cards
from tests.journeys.writers import FIRST, writers
from tests.stage import Stage

A_MINUTE = timedelta(minutes=1)
WEEK = timedelta(weeks=1)
CLOSE = datetime(2026, 9, 18, 9, 0, tzinfo=UTC)


async def answer(there: Stage, channel: Conversation, *people: str) -> None:
    """These people say something in the latest round."""
    thread = [each for each in there["Ana"].messages(channel.id) if "a new round is open" in each.plain][-1]
    for name in people:
        await there[name].posts("Something moved.", channel=channel.id, thread=(thread.channel, thread.ts))
    await there.now()


def of_groups(person: Person) -> list[str]:
    return [without_code(each.plain) for each in cards(person)]


def without_code(text: str) -> str:
    return re.sub(r"case [0-9A-Z]{5}\b", "case CODE", text)


async def test_a_quiet_group_is_a_case_after_two_rounds(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        for week in range(2):
            await there.until(FIRST + week * WEEK + A_MINUTE)
            await answer(there, channel, "Ana")
        await there.until(CLOSE + WEEK - A_MINUTE)
        assert of_groups(there["Maria"]) == []

        await there.until(CLOSE + WEEK + A_MINUTE)

        assert of_groups(there["Maria"]) == snapshot(
            [
                """\
*Writers* in Writers (case CODE)
In 2 rounds running, fewer than half took part.
*The last rounds*
15 September: 1 of 3 answered
22 September: 1 of 3 answered
Open since 25 September. Nobody has taken it yet.
*What could help.* Ask the group whether rhythm, hour or questions still suit them, or make the group smaller, or end it kindly.
[I'm on it] [Message them] [Snooze 3 days] [Resolve]
You get this as a coordinator. Only coordinators of Writers see it.\
"""
            ]
        )
        assert without_code((await there["Maria"].runs("/rapport cases")).plain) == snapshot("""\
*1 case waits.*
*Writers* in Writers (case CODE)
Fewer than half take part.
Open since 25 September. Nobody has taken it yet.
[Open]
Oldest first. Only you see this.\
""")
        assert "Ben" not in "".join(of_groups(there["Maria"]))
        await there["Maria"].clicks("I'm on it")
        await there.now()
        await there.until(FIRST + 2 * WEEK + A_MINUTE)
        await answer(there, channel, "Ana", "Ben", "Cleo")
        await there.until(CLOSE + 2 * WEEK + A_MINUTE)
        assert "That has changed since, so I tell nobody further." in of_groups(there["Maria"])[0]
        assert of_groups(there["Tom"]) == []


async def test_a_round_that_nobody_leads_is_a_case(database_url: str) -> None:
    volunteers = {"Who leads a round": "Whoever would like to"}
    async with writers(database_url, "Ana", "Ben", **volunteers) as (there, channel):
        await there.until(FIRST + A_MINUTE)
        await answer(there, channel, "Ana", "Ben")

        await there.until(CLOSE + A_MINUTE)

        assert of_groups(there["Maria"]) == snapshot(
            [
                """\
*Writers* in Writers (case CODE)
Nobody led 1 round.
*The last rounds*
15 September: 2 of 2 answered
Open since 18 September. Nobody has taken it yet.
*What could help.* Ask somebody in person, or let each lead in turn: `/rapport group settings`.
[I'm on it] [Message them] [Snooze 3 days] [Resolve]
You get this as a coordinator. Only coordinators of Writers see it.\
"""
            ]
        )


async def test_whoever_is_silent_in_three_rounds_gets_a_private_word_and_only_then_is_a_case(
    database_url: str,
) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        cleo, maria = there["Cleo"], there["Maria"]
        for week in range(3):
            await there.until(FIRST + week * WEEK + A_MINUTE)
            await answer(there, channel, "Ana", "Ben")
        await there.until(CLOSE + 2 * WEEK + A_MINUTE)
        assert "would help be welcome" not in cleo.messages(cleo.dm)[-1].plain

        await there.until(CLOSE + 2 * WEEK + timedelta(days=3) + A_MINUTE)

        assert cleo.messages(cleo.dm)[-1].plain == snapshot("""\
How is it going for you in *Writers*, and would help be welcome? Maria (coordinator) is glad to hear from you. If the group does not suit you any more, leaving is quite all right.
[I'm still in] [Leave]
I ask because I have not heard you in three rounds. Without a word from you, I tell Maria (coordinator) in three working days, and nobody in the group.\
""")
        assert of_groups(maria) == []
        await there.until(CLOSE + 2 * WEEK + timedelta(days=6) + A_MINUTE)
        assert of_groups(maria) == snapshot(
            [
                """\
*Cleo and Writers* in Writers (case CODE)
Nothing was heard from Cleo in 3 rounds of Writers.
*The last rounds*
15 September: 2 of 3 answered
22 September: 2 of 3 answered
29 September: 2 of 3 answered
Open since 8 October. Nobody has taken it yet.
*What could help.* A short, kind word in private: is it only a busy time, or would another group suit them better?
[I'm on it] [Message them] [Snooze 3 days] [Resolve]
You get this as a coordinator. Only coordinators of Writers see it.\
"""
            ]
        )
        await maria.clicks("Message them")
        assert "Cleo" in maria.view_plain
        await maria.submits()
        await maria.closes_view()
        await there.pass_by(days=1)
        assert "I look after your peer group" in "".join(each.plain for each in cleo.messages(cleo.dm))


async def test_a_click_that_one_stays_ends_it_and_counts_anew(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        cleo = there["Cleo"]
        for week in range(3):
            await there.until(FIRST + week * WEEK + A_MINUTE)
            await answer(there, channel, "Ana", "Ben")
        await there.until(CLOSE + 2 * WEEK + timedelta(days=3) + A_MINUTE)

        await cleo.clicks("I'm still in")
        await there.now()

        for week in (3, 4):
            await there.until(FIRST + week * WEEK + A_MINUTE)
            await answer(there, channel, "Ana", "Ben")
        await there.until(CLOSE + 4 * WEEK + timedelta(days=6))
        assert of_groups(there["Maria"]) == []


async def test_somebody_who_is_deactivated_is_a_case_once_and_the_rounds_go_on(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        await there.until(FIRST - timedelta(days=4))
        there.slack.deactivate(there["Ana"])
        await there.now()

        await there.until(FIRST + 2 * WEEK + A_MINUTE)

        assert of_groups(there["Maria"]) == snapshot(
            [
                """\
*Writers* in Writers (case CODE)
Only 2 people are left in the group.
Open since 11 September. Nobody has taken it yet.
*What could help.* Ask them whether they would go on with another group, or find them company: `/rapport group form`.
[I'm on it] [Go on with another group] [Message them] [Snooze 3 days] [Resolve]
You get this as a coordinator. Only coordinators of Writers see it.\
""",
                """\
*Ana and Writers* in Writers (case CODE)
Ana cannot be reached: the account is gone, or takes no messages from me.
Open since 11 September. Nobody has taken it yet.
*What could help.* Tell the group what you know. Its rounds go on without them.
[I'm on it] [Snooze 3 days] [Resolve]
You get this as a coordinator. Only coordinators of Writers see it.\
""",
                """\
*Writers* in Writers (case CODE)
In 2 rounds running, fewer than half took part.
*The last rounds*
15 September: 0 of 2 answered
22 September: 0 of 2 answered
Open since 25 September. Nobody has taken it yet.
*What could help.* Ask the group whether rhythm, hour or questions still suit them, or make the group smaller, or end it kindly.
[I'm on it] [Message them] [Snooze 3 days] [Resolve]
You get this as a coordinator. Only coordinators of Writers see it.\
""",
            ]
        )
        rounds = [each.plain for each in there["Ben"].messages(channel.id) if "Each round asks" in each.plain][1:]
        assert [("Ben le" in each, "Cleo le" in each) for each in rounds] == [
            (True, False),
            (False, True),
            (True, False),
        ]


async def test_a_coordinator_who_is_in_the_group_hears_nothing_of_it(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Maria") as (there, _channel):
        await there.until(CLOSE + WEEK + timedelta(days=1))

        assert of_groups(there["Maria"]) == []
        assert "fewer than half took part" in "".join(of_groups(there["Tom"]))
        assert "Nobody" not in (await there["Maria"].runs("/rapport cases")).plain


async def test_the_end_of_a_group_closes_its_cases(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        await there.until(CLOSE + WEEK + A_MINUTE)
        assert len(of_groups(there["Maria"])) == 1

        await there["Maria"].runs("/rapport group end", channel=channel.id)
        await there["Maria"].clicks("End the group")
        await there.now()

        assert "closed" in of_groups(there["Maria"])[0]
