"""Rounds as people really are: late words, words for the whole channel, files, names that shout."""

from datetime import timedelta

from tests.journeys.mentors import everything_kept
from tests.journeys.rounds import A_MINUTE, CLOSE, said_in, threads
from tests.journeys.writers import FIRST, says, writers


async def test_an_edit_and_a_deletion_after_the_close_are_followed_by_the_digest(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        for name in ("Ben", "Cleo"):
            await there[name].runs("/rapport group", channel=channel.id)
            await there[name].clicks("Digests may quote me")
        await there.until(FIRST + A_MINUTE)
        (thread,) = threads(there, channel)
        where = (thread.channel, thread.ts)
        bens = await there["Ben"].posts("Half a page.", channel=channel.id, thread=where)
        cleos = await there["Cleo"].posts("KESTREL that I regret.", channel=channel.id, thread=where)
        await there.until(CLOSE + A_MINUTE)
        digest = next(each for each in said_in(there, thread) if "has closed" in each.plain)
        assert "KESTREL" in digest.plain

        await there["Ben"].edits((channel.id, bens), "A whole page.")
        await there["Cleo"].deletes((channel.id, cleos))
        await there.pass_by(minutes=5)

        digest = next(each for each in said_in(there, thread) if "has closed" in each.plain)
        assert "A whole page." in digest.plain
        assert "KESTREL" not in digest.plain
        assert "KESTREL" not in everything_kept(database_url)


async def test_who_leaves_in_the_middle_of_a_round_is_asked_nothing_more(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        await there.until(FIRST + A_MINUTE)
        (thread,) = threads(there, channel)
        card = there["Ben"].messages(channel.id)[0]
        await there["Ben"].clicks("Leave", (card.channel, card.ts))
        await there.now()
        before = len(there["Ben"].messages(there["Ben"].dm))
        await there["Ben"].posts("KESTREL, having left.", channel=channel.id, thread=(thread.channel, thread.ts))

        await there.until(CLOSE + timedelta(days=1))

        assert len(there["Ben"].messages(there["Ben"].dm)) == before
        assert "KESTREL" not in everything_kept(database_url)


async def test_a_name_that_shouts_is_only_a_name(database_url: str) -> None:
    loud = "<!channel> & \u202efriends 🎉 " + "of words " * 4
    async with writers(database_url, "Ana", "Ben", Name=loud.strip()) as (there, channel):
        await there.until(CLOSE + A_MINUTE)

        seen = there["Ben"].messages(channel.id)
        said = [each for each in seen if each.author == there.slack.bot_user_id and not each.ephemeral]
        assert len(said) == 3
        assert all("<!channel>" not in f"{each.text}{each.blocks}" for each in said)
        assert "&lt;!channel&gt;" in str(said[0].blocks)
        assert "its rounds" in await says(there["Ana"], "/rapport group history", channel)
