"""A group's channel renamed, archived, converted, the bot removed and let in again: a clear state, nothing lost."""

from datetime import timedelta

from inline_snapshot import snapshot

from playground.people import Person
from tests.journeys.writers import FIRST, channel_of, joins, office, says, starts, writers

A_MINUTE = timedelta(minutes=1)


def still(person: Person) -> list[str]:
    return [each.plain for each in person.messages(person.dm) if "stands still" in each.plain]


async def test_an_archived_channel_stops_the_rounds_until_it_is_back(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        there.slack.archive(channel)
        await there.now()
        assert still(there["Maria"]) == snapshot(
            [
                """\
The group *Writers* stands still: I cannot write in its channel #writers.
The channel is archived. Once somebody unarchives it, the group goes on.
Nothing is lost meanwhile: who is in the group, its rounds and what was said stay as they are.
[Look again]\
"""
            ]
        )
        assert still(there["Tom"]) == []

        await there.until(FIRST + timedelta(days=3))
        assert [each for each in there["Ana"].messages(channel.id) if "a new round" in each.plain] == []
        assert len(still(there["Maria"])) == 1
        there.slack.unarchive(channel)
        await there.now()

        assert "goes on: I can write in its channel again." in there["Maria"].messages(there["Maria"].dm)[-1].plain
        await there.until(FIRST + timedelta(days=7) + A_MINUTE)
        assert len([each for each in there["Ana"].messages(channel.id) if "a new round" in each.plain]) == 1
        assert "In the group: Ana and Ben." in there["Ana"].messages(channel.id)[0].plain


async def test_a_bot_that_was_removed_says_how_to_let_it_in_again(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        maria = there["Maria"]
        there.slack.remove_bot(channel)
        await there.now()
        (told,) = still(maria)
        assert "I am not in the channel any more." in told

        await maria.clicks("Look again")
        await there.now()
        assert len(still(maria)) == 1
        there.slack.invite_bot(channel)
        await there.now()

        assert still(maria) == []
        await there.until(FIRST + A_MINUTE)
        assert "a new round is open" in there["Ana"].messages(channel.id)[-1].plain


async def test_a_loss_that_no_event_told_is_found_when_the_round_cannot_be_said(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        channel.archived = True

        await there.until(FIRST + A_MINUTE)

        assert len(still(there["Maria"])) == 1
        assert (await there["Ana"].runs("/rapport")).plain != ""
        channel.archived = False
        await there["Maria"].clicks("Look again")
        await there.until(FIRST + timedelta(hours=1))
        assert len([each for each in there["Ana"].messages(channel.id) if "a new round" in each.plain]) == 1


async def test_a_renamed_channel_is_called_by_its_new_name(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        there.slack.rename(channel, "night-writers")
        await there.now()

        there.slack.archive(channel)
        await there.now()

        assert "#night-writers" in still(there["Maria"])[0]


async def test_a_channel_that_becomes_private_says_so_on_its_card(database_url: str) -> None:
    async with office(database_url, "Ana", "Ben") as there:
        channel = channel_of(there, ("Ana", "Ben"), private=False)
        await starts(there, channel)
        await joins(there, channel, "Ana", "Ben")
        assert "Everybody in this workspace can read this channel" in there["Ana"].messages(channel.id)[0].plain

        there.slack.make_private(channel)
        await there.now()

        assert "3 people can read this channel, 2 in this group." in there["Ana"].messages(channel.id)[0].plain


async def test_a_group_that_stands_still_can_be_ended(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        maria = there["Maria"]
        there.slack.remove_bot(channel)
        await there.now()
        await says(maria, "/rapport group end", channel)
        await maria.clicks("End the group")
        await there.now()

        assert "The group *Writers* has ended." in maria.messages(maria.dm)[-1].plain
