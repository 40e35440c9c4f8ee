"""A rotation whose channel is lost stands still, and goes on once it is back."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from datetime import timedelta

from inline_snapshot import snapshot

from tests.journeys.coffees import FIRST, WARNED, coffees, meeting, newest, partners, starts_coffees
from tests.journeys.writers import channel_of, joins, office


async def test_a_rotation_whose_channel_is_archived_stands_still_and_goes_on(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben") as (there, channel):
        there.slack.archive(channel)
        await there.until(FIRST + timedelta(days=1))
        assert partners(there, "Ana") == {"Ana": ""}
        told = [each.plain for each in there["Maria"].messages(there["Maria"].dm) if "stands still" in each.plain]
        assert len(told) == 1

        there.slack.unarchive(channel)
        await there.now()
        await there.until(FIRST + timedelta(days=1, hours=1))

        assert "Hello Ana and Ben" in partners(there, "Ana")["Ana"]


async def test_while_the_channel_is_lost_nobody_is_introduced_and_once_it_is_back_everybody_is(
    database_url: str,
) -> None:
    """Ben's day begins in the afternoon: his introduction was drawn, and waits for that, when the channel is archived."""
    async with office(database_url, "Ana", "Cleo", "Dan") as there:
        there.add("Ben", "America/New_York")
        channel = channel_of(there, ("Maria", "Ana", "Ben", "Cleo", "Dan"), name="coffees")
        await starts_coffees(there, channel)
        await joins(there, channel, "Ana", "Ben", "Cleo", "Dan")
        await there.until(FIRST + timedelta(minutes=30))
        assert meeting(there, "Ben") is None
        together = sum(meeting(there, name) is not None for name in ("Ana", "Cleo", "Dan"))
        assert together == 2

        there.slack.archive(channel)
        await there.now()
        await there.pass_by(days=1)

        assert meeting(there, "Ben") is None
        assert newest(there, "Maria").plain == snapshot("""\
The rotation *Coffees* stands still: I cannot write in its channel #coffees.
The channel is archived. Once somebody unarchives it, the rotation goes on.
Nothing is lost meanwhile: who is in the rotation and who has met whom stay as they are. Nobody is introduced until it goes on; whoever was introduced can still meet.
[Look again]\
""")

        there.slack.unarchive(channel)
        await there.now()
        await there.pass_by(days=1)

        assert sum(meeting(there, name) is not None for name in ("Ana", "Ben", "Cleo", "Dan")) == 4
        assert newest(there, "Maria", "The rotation").plain == snapshot(
            "The rotation *Coffees* goes on: I can write in its channel again."
        )


async def test_nobody_is_warned_of_a_round_while_the_channel_is_lost(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben") as (there, channel):
        await there.until(WARNED - timedelta(minutes=10))
        there.slack.archive(channel)
        await there.now()

        await there.until(WARNED + timedelta(hours=3))

        assert [each for each in there["Ana"].messages() if "Skip this time" in each.buttons] == []
