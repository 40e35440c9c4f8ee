"""Rounds of a peer group: opened as threads at its hour, left out, held where there is no channel."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from datetime import UTC, datetime, timedelta

from inline_snapshot import snapshot

from tests.journeys.mentors import everything_kept
from tests.journeys.rounds import A_MINUTE, CLOSE, threads
from tests.journeys.writers import FIRST, channel_of, joins, office, says, starts, writers


async def test_a_round_opens_as_a_thread_at_the_groups_hour(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        await there.until(FIRST - A_MINUTE)
        assert threads(there, channel) == []

        await there.until(FIRST + A_MINUTE)

        (thread,) = threads(there, channel)
        assert thread.plain == snapshot("""\
*Writers*: a new round is open.
Ana leads it.
Each round asks
> What moved since last time?
> What is next?
> Where could the others help?
Answer in this thread, in a line or several. A reaction to this message says that you are here. A line that begins with “I will” is a promise.
It closes on Friday 18 September at 10:00.
[Answer, or write to Ana]
Everybody in this channel can read this thread. I keep what people of the group say in it; digests quote only who said that they may.\
""")


async def test_a_round_is_left_out_when_it_is_skipped_and_the_history_tells(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        maria = there["Maria"]

        assert await says(maria, "/rapport group skip", channel) == snapshot("""\
The round of *Writers* on Tuesday 15 September at 10:00 is left out.
The next round opens on Tuesday 22 September at 10:00.\
""")
        await there.until(FIRST + timedelta(days=11))

        (thread,) = threads(there, channel)
        assert datetime.fromtimestamp(float(thread.ts), UTC).date().isoformat() == "2026-09-22"
        assert await says(there["Ana"], "/rapport group history", channel) == snapshot("""\
*Writers*: its rounds, the newest first
22 September: 0 of 2 took part, Ana led.
15 September: left out.
Numbers only: nobody sees who was silent.\
""")
        assert "Only a coordinator" in await says(there["Ana"], "/rapport group skip", channel)


async def test_holidays_and_the_groups_pause_are_respected(database_url: str) -> None:
    async with office(database_url, "Ana", "Ben") as there:
        channel = channel_of(there, ("Ana", "Ben"))
        await starts(there, channel, **{"First round": "2026-12-25"})
        await joins(there, channel, "Ana", "Ben")
        await there["Maria"].runs("/rapport group settings", channel=channel.id)
        await there["Maria"].submits({"Pause until": "2026-10-01"})
        assert there["Maria"].view_errors == {}

        await there.until(datetime(2026, 12, 30, tzinfo=UTC))

        (thread,) = threads(there, channel)
        assert datetime.fromtimestamp(float(thread.ts), UTC).date().isoformat() == "2026-12-29"


async def test_in_a_group_dm_people_answer_by_the_form(database_url: str) -> None:
    async with office(database_url, "Ana", "Ben", granted=False) as there:
        maria, ana, ben = there["Maria"], there["Ana"], there["Ben"]
        await maria.runs("/rapport group start @Ana @Ben")
        await maria.submits({"Name": "Writers", "First round": "2026-09-15"})
        await maria.closes_all_views()
        await there.now()
        for each in (ana, ben):
            await each.clicks("Join")
            await there.now()
        await there.until(FIRST + A_MINUTE)

        thread = next(seen for seen in ana.messages() if "a new round is open" in seen.plain)
        assert thread.plain == snapshot("""\
*Writers*: a new round is open.
Ana leads it.
Each round asks
> What moved since last time?
> What is next?
> Where could the others help?
Answer by the button below: I do not read this conversation. A reaction to this message says that you are here.
It closes on Friday 18 September at 10:00.
[Answer, or write to Ana]
I keep only what you give me by the button; digests quote only who said that they may.\
""")
        await ben.posts("PLANTED in the group DM", channel=thread.channel, thread=(thread.channel, thread.ts))
        await ben.clicks("Answer, or write to Ana")
        await ben.submits({"What you would like to say": "Half a chapter."})
        assert ben.view_plain == snapshot("""\
# Your answer
Saved. The digest counts it and does not show it, since you have not said that it may quote you; `/rapport group` changes that.
[Close]\
""")
        await there.until(CLOSE + A_MINUTE)
        assert "1 of 2 took part." in ana.messages(thread.channel)[-1].plain
        assert "PLANTED" not in everything_kept(database_url)


async def test_the_bot_speaks_once_a_day_in_a_channel_unless_it_is_asked(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        await there.until(FIRST + timedelta(weeks=6))

        days = [
            datetime.fromtimestamp(float(seen.ts), UTC).date()
            for seen in there["Ana"].messages(channel.id)
            if seen.author == there.slack.bot_user_id and not seen.ephemeral
        ]
        assert len(days) == len(set(days)) == 13
