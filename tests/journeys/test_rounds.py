"""Rounds of a peer group: opened as threads, answered in them, closed with a digest."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from datetime import UTC, datetime, timedelta

from inline_snapshot import snapshot

from playground.model import Conversation
from playground.seen import Seen
from tests.journeys.mentors import everything_kept
from tests.journeys.writers import FIRST, channel_of, joins, office, says, starts, writers
from tests.stage import Stage

CLOSE = datetime(2026, 9, 18, 9, 0, tzinfo=UTC)
"""Three working days after the first round."""

A_MINUTE = timedelta(minutes=1)


def threads(there: Stage, channel: Conversation) -> list[Seen]:
    """The messages that opened rounds, oldest first."""
    found = there["Ana"].messages(channel.id)
    opened = [each for each in found if "a new round is open" in each.plain or "this round is closed" in each.plain]
    return [each for each in opened if each.thread_ts in (None, each.ts)]


def said_in(there: Stage, thread: Seen) -> list[Seen]:
    return [
        each for each in there["Ana"].messages(thread.channel) if each.thread_ts == thread.ts and each.ts != thread.ts
    ]


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


async def test_replies_reactions_and_the_form_are_answers_and_the_digest_tells_what_may_be_told(
    database_url: str,
) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, channel):
        ana, ben, cleo = there["Ana"], there["Ben"], there["Cleo"]
        await ben.runs("/rapport group", channel=channel.id)
        await ben.clicks("Digests may quote me")
        await there.until(FIRST + A_MINUTE)
        (thread,) = threads(there, channel)
        where = (thread.channel, thread.ts)

        await ben.posts("Chapter two is read.\nI will send it to Ana.", channel=channel.id, thread=where)
        await cleo.posts("Nothing moved.", channel=channel.id, thread=where)
        await ana.reacts(where, "wave")
        await there.now()
        assert "3 of 4 took part." in threads(there, channel)[0].plain
        await cleo.clicks("Answer, or write to Ana", where)
        assert cleo.view_plain == snapshot("""\
# Your answer
For this round of *Writers*. Every field can stay empty.
What you would like to say (optional): ____
Who reads it: (•) Only Ana, who leads this round ( ) The group, in the digest
Something I will do until next time (optional): ____
The digest counts it, and shows it only if it may quote you.
Words entered here are in no Slack message. What you share I show to its readers in one.
[Cancel] [Save]\
""")
        await cleo.submits({"What you would like to say": "I am stuck.", "Something I will do until next time": "Rest"})
        assert cleo.view_plain == snapshot("""\
# Your answer
Saved. Only Ana can read it.
Your promise is kept for next time.
[Close]\
""")
        await cleo.closes_view()
        await there.until(CLOSE + A_MINUTE)

        assert [each.plain for each in said_in(there, thread) if each.author == there.slack.bot_user_id] == snapshot(
            [
                """\
*Writers*: this round has closed. Thank you for being there.
3 of 4 took part.
Ben
> Chapter two is read.
1 other person said something.
2 promises were made.
• Ben: I will send it to Ana.
The next round opens on Tuesday 22 September at 10:00.
Ben leads it.
Only people who allowed it are named or quoted; `/rapport group` changes that for you.\
"""
            ]
        )
        assert threads(there, channel)[0].plain.startswith(
            "*Writers*: this round is closed.\nAna led it.\n3 of 4 took part."
        )


async def test_words_for_whoever_leads_are_read_by_them_alone(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, _):
        ana, ben = there["Ana"], there["Ben"]
        await there.until(FIRST + A_MINUTE)
        await ben.clicks("Answer, or write to Ana")
        await ben.submits({"What you would like to say": "I am stuck with chapter two."})
        await ben.closes_view()

        await there.pass_by(days=1)

        told = ana.messages(ana.dm)[-1]
        assert told.plain == snapshot("""\
Somebody in *Writers* wrote to you alone, since you lead the round.
[Read]
It is read in a window of its own, and nobody else can.\
""")
        await ana.clicks("Read", (told.channel, told.ts))
        assert ana.view_plain == snapshot("""\
# For you alone
Written to you as the one who leads a round of *Writers*:
Ben
> I am stuck with chapter two.
Only you can read this.
[Close]\
""")
        assert "I am stuck" not in everything_kept(database_url)


async def test_an_edit_and_a_deletion_follow(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        ben, cleo = there["Ben"], there["Cleo"]
        for each in (ben, cleo):
            await each.runs("/rapport group", channel=channel.id)
            await each.clicks("Digests may quote me")
        await there.until(FIRST + A_MINUTE)
        (thread,) = threads(there, channel)
        where = (thread.channel, thread.ts)
        first = await ben.posts("I will rest.", channel=channel.id, thread=where)
        second = await cleo.posts("I will work.", channel=channel.id, thread=where)

        await ben.edits((channel.id, first), "I have rested.")
        await cleo.deletes((channel.id, second))
        await there.now()
        assert "1 of 3 took part." in threads(there, channel)[0].plain
        await there.until(CLOSE + A_MINUTE)

        (digest,) = [each for each in said_in(there, thread) if each.author == there.slack.bot_user_id]
        assert "I have rested." in digest.plain
        assert "promise" not in digest.plain
        assert "work" not in digest.plain


async def test_what_is_not_said_by_the_group_in_its_rounds_thread_is_dropped(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        gus = there.add("Gus", "Europe/London")
        there.slack.join(channel, gus)
        await there.until(FIRST + A_MINUTE)
        (thread,) = threads(there, channel)
        where = (thread.channel, thread.ts)
        other = await there["Ben"].posts("PLANTED at the top", channel=channel.id)
        await there["Ana"].posts("PLANTED in another thread", channel=channel.id, thread=(channel.id, other))
        words = await gus.posts("PLANTED by a reader of the channel", channel=channel.id, thread=where)
        await gus.edits((channel.id, words), "PLANTED again by a reader")
        await gus.deletes((channel.id, words))
        await there["Ben"].edits((channel.id, other), "PLANTED anew at the top")
        await gus.reacts(where, "eyes")

        await there.until(CLOSE + A_MINUTE)

        assert "PLANTED" not in everything_kept(database_url)
        assert "0 of 2 took part." in said_in(there, thread)[-1].plain


async def test_a_reply_after_the_close_is_left_alone(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        await there.until(CLOSE + A_MINUTE)
        (thread,) = threads(there, channel)

        await there["Ben"].posts("Thanks, everybody!", channel=channel.id, thread=(thread.channel, thread.ts))
        await there.now()

        assert "took part" not in threads(there, channel)[0].plain


async def test_promises_of_last_time_are_asked_about_and_told(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        ben = there["Ben"]
        await there.until(FIRST + A_MINUTE)
        (thread,) = threads(there, channel)
        where = (thread.channel, thread.ts)
        await ben.posts("I will finish chapter two.", channel=channel.id, thread=where)
        await there["Cleo"].posts("I will read it.", channel=channel.id, thread=where)
        await there.until(FIRST + timedelta(days=7) + A_MINUTE)

        await ben.clicks("Answer, or write to Ben")
        assert ben.view_plain == snapshot("""\
# Your answer
For this round of *Writers*. Every field can stay empty.
What you would like to say (optional): ____
Something I will do until next time (optional): ____
The digest counts it, and shows it only if it may quote you.
You promised last time
> I will finish chapter two.
What became of it (optional): ( ) Done ( ) On its way ( ) I let it go
Words entered here are in no Slack message. What you share I show to its readers in one.
[Cancel] [Save]\
""")
        await ben.submits({"What became of it": "Done"})
        await ben.closes_view()
        await there.until(CLOSE + timedelta(days=7) + A_MINUTE)

        digest = said_in(there, threads(there, channel)[-1])[-1]
        assert "Of the promises of last time: 1 kept and 1 still open." in digest.plain


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
