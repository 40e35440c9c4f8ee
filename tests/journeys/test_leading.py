"""Who leads a round: prepared, handed over, volunteered; and the one private word to the quiet."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from datetime import UTC, datetime, timedelta

from inline_snapshot import snapshot

from playground.people import Person
from tests.journeys.writers import FIRST, writers

A_MINUTE = timedelta(minutes=1)
DAY_BEFORE = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 9, 17, 9, 0, tzinfo=UTC)
"""A working day before the first round closes."""


def last(person: Person) -> str:
    return person.messages(person.dm)[-1].plain


async def test_whoever_leads_is_prepared_the_working_day_before(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        await there.until(DAY_BEFORE + A_MINUTE)
        assert last(there["Ana"]) == snapshot("""\
You lead the round of *Writers* that opens on Tuesday 15 September at 10:00. I open it by myself; you help it along.
It asks
> What moved since last time?
> What is next?
> Where could the others help?
*A possible course:* answer first yourself; ask one thing of each who answers; bring together who can help whom; before the close, ask for one promise each.
3 people are in the group.
[Somebody else, please]
You get this as the one whose turn it is. Who was silent is in no numbers of mine; Maria (coordinator) looks after the group.\
""")
        await there["Ben"].runs("/rapport group", channel=channel.id)
        await there["Ben"].clicks("Digests may quote me")
        await there.until(FIRST + A_MINUTE)
        thread = next(each for each in there["Ana"].messages(channel.id) if "a new round" in each.plain)
        await there["Ben"].posts("I will rest.", channel=channel.id, thread=(thread.channel, thread.ts))
        await there["Cleo"].posts("I will work.", channel=channel.id, thread=(thread.channel, thread.ts))

        await there.until(DAY_BEFORE + timedelta(days=7) + A_MINUTE)

        told = last(there["Ben"])
        assert told == snapshot("""\
You lead the round of *Writers* that opens on Tuesday 22 September at 10:00. I open it by myself; you help it along.
It asks
> What moved since last time?
> What is next?
> Where could the others help?
*A possible course:* answer first yourself; ask one thing of each who answers; bring together who can help whom; before the close, ask for one promise each.
3 people are in the group.
Last time 2 of 3 took part.
*Open ends of last time*
• Ben: I will rest.
1 more promise is still open.
[Somebody else, please]
You get this as the one whose turn it is. Who was silent is in no numbers of mine; Maria (coordinator) looks after the group.\
""")
        assert "Ana" not in told


async def test_a_click_hands_the_round_over_to_the_next_who_is_prepared_at_once(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        await there.until(DAY_BEFORE + A_MINUTE)

        await there["Ana"].clicks("Somebody else, please")
        await there.now()

        assert last(there["Ana"]) == "Ben leads the next round of *Writers*. Thank you."
        assert "You lead the round of *Writers*" in last(there["Ben"])
        await there.until(FIRST + A_MINUTE)
        assert "Ben leads it." in there["Cleo"].messages(channel.id)[-1].plain
        assert "Ana leads the next round" not in there["Cleo"].messages(channel.id)[0].plain


async def test_a_second_click_hands_nothing_over(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, _):
        await there.until(DAY_BEFORE + A_MINUTE)
        guide = there["Ana"].messages(there["Ana"].dm)[-1]
        spot = next(each for each in guide.blocks if each["type"] == "actions")
        button = (spot["block_id"], spot["elements"][0]["action_id"])

        await there["Ana"].clicks(button, (guide.channel, guide.ts))
        await there["Ana"].clicks(button, (guide.channel, guide.ts))
        await there.now()

        assert last(there["Ana"]) == "Ben leads this round already."


async def test_where_nobody_is_named_whoever_clicks_leads(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", **{"Who leads a round": "Whoever would like to"}) as (
        there,
        channel,
    ):
        await there.until(FIRST + A_MINUTE)
        assert "Nobody leads it yet." in there["Ana"].messages(channel.id)[-1].plain

        await there["Ben"].clicks("I'll lead it")
        await there.now()

        assert "Ben leads it." in next(
            each.plain for each in there["Ana"].messages(channel.id) if "a new round" in each.plain
        )
        assert "You lead the round of *Writers* of Tuesday 15 September" in there["Ben"].messages(channel.id)[-1].plain


async def test_a_fixed_facilitator_leads_every_round(database_url: str) -> None:
    fixed = {"Who leads a round": "Always the same person", "If always the same person: who": "Maria"}
    async with writers(database_url, "Ana", "Ben", **fixed) as (there, channel):
        await there.until(FIRST + timedelta(days=7) + A_MINUTE)

        rounds = [each.plain for each in there["Ana"].messages(channel.id) if "Each round asks" in each.plain][1:]
        assert ["Maria led it." in rounds[0], "Maria leads it." in rounds[1]] == [True, True]
        assert "You lead the round of *Writers*" in last(there["Maria"])


async def test_the_quiet_get_one_private_word_before_the_close_and_a_click_is_enough(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        ben, cleo = there["Ben"], there["Cleo"]
        await there.until(FIRST + A_MINUTE)
        thread = next(each for each in ben.messages(channel.id) if "a new round" in each.plain)
        await cleo.reacts((thread.channel, thread.ts), "eyes")
        before = len(cleo.messages(cleo.dm))

        await there.until(THURSDAY + A_MINUTE)

        assert last(ben) == snapshot("""\
The round of *Writers* in #writers is open until Friday 18 September at 10:00. A line in its thread is enough, or a click here.
[I'm here] [Answer by a form] [Leave]
This is the only time that I ask in this round, and nobody else sees it. *Leave* takes you out of the group.\
""")
        assert len(cleo.messages(cleo.dm)) == before
        await ben.clicks("I'm here")
        await there.now()
        assert "Good to have you here in *Writers*." in last(ben)
        assert "2 of 3 took part." in next(
            each.plain for each in ben.messages(channel.id) if "a new round" in each.plain
        )
        await there.until(THURSDAY + timedelta(days=2))
        assert [each.plain for each in ben.messages(ben.dm) if "is open until" in each.plain] == []
