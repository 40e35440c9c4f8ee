"""What people say in a round: in its thread, by the form, to whoever leads it, as a promise."""

from datetime import timedelta

from inline_snapshot import snapshot

from tests.journeys.mentors import everything_kept
from tests.journeys.rounds import A_MINUTE, CLOSE, said_in, threads
from tests.journeys.writers import FIRST, writers


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
