"""Whoever comes later finds a place: in formed groups that have room, or in one of their own."""

from inline_snapshot import snapshot

from tests.journeys.forming import (
    PEOPLE,
    approves,
    formed,
    forms,
    group_messages,
    office,
    people_in,
    proposal,
    review,
    rooms,
    sign_up,
)


async def test_newcomers_come_into_groups_that_have_room_and_into_their_rooms(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        await formed(there, PEOPLE[:4])
        channel = there.slack.workspace.conversations[there.slack.channel_named("sign-up")]
        there.slack.join(channel, there["Eve"])

        await forms(there, **{"For which groups": "Writers", "Name of the groups": None})

        assert await review(there) == snapshot("""\
# Form groups
My proposal for *Writers*: 1 group, from 5 people.
*Writers* takes in Eve
In it already: Ana, Ben, Cleo and Dan.
40 hours a week in common
Together before, 6 pairs: Ben – Cleo, Ben – Ana and Ben – Dan.
[Change]
*In no group*
In one of these groups already: Ana, Ben, Cleo and Dan.
[Make these groups] [Form anew] [Drop it]
Nobody has heard of this yet.
[Close]\
""")
        await approves(there)
        await there.pass_by(days=1)
        eve = there["Eve"]
        assert rooms(there) == {"writers": ["Ana", "Ben", "Cleo", "Dan"]}
        assert "would like to join the peer group *Writers*" in eve.messages(eve.dm)[-1].plain
        await eve.clicks("Join")
        await there.now()
        assert rooms(there) == {"writers": ["Ana", "Ben", "Cleo", "Dan", "Eve"]}
        assert proposal(there) == snapshot("""\
*Writers*: 1 group made, 1 begun.
*Writers* takes in Eve
They have been asked.
*In no group*
In one of these groups already: Ana, Ben, Cleo and Dan.
[Look]\
""")


async def test_a_newcomer_of_a_group_dm_brings_all_into_another(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        there.slack.restrict_channels()
        await formed(there, PEOPLE[:3])

        await forms(
            there,
            **{
                "For which groups": "Writers",
                "Name of the groups": None,
                "Everybody in this channel": None,
                "These people": ["Eve"],
            },
        )
        await review(there)
        await approves(there)
        await there.pass_by(days=2)
        await there["Eve"].clicks("Join")
        await there.now()

        assert people_in(group_messages(there)) == [2, 3, 4]
        assert "In the group: Ana, Ben, Cleo and Eve." in there["Ana"].messages(group_messages(there)[-1].id)[-1].plain


async def test_who_does_not_fit_where_there_is_room_gets_a_group_of_their_own(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        await formed(there, PEOPLE[:5])

        await forms(
            there,
            **{
                "For which groups": "Writers",
                "Name of the groups": None,
                "Everybody in this channel": None,
                "These people": ["Finn", "Gus", "Hana"],
            },
        )

        assert "*Writers 2*: Finn, Gus and Hana" in await review(there)


async def test_whoever_comes_into_the_channel_later_is_told_once_on_the_next_morning(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        await formed(there, PEOPLE[:4])
        channel = there.slack.workspace.conversations[there.slack.channel_named("sign-up")]
        before = len(there["Maria"].messages(there["Maria"].dm))
        for name in ("Eve", "Finn", "Tom"):
            there.slack.join(channel, there[name])
            await there.now()
        assert len(there["Maria"].messages(there["Maria"].dm)) == before

        await there.pass_by(days=1)

        assert len(there["Maria"].messages(there["Maria"].dm)) == before + 1
        assert proposal(there) == snapshot("""\
*Writers*: 1 group made, 1 begun.
*Writers*: Ana, Ben, Cleo and Dan
Has begun.
*In no group*
Came into the channel later: Eve and Finn.
`/rapport group form` finds a place for whoever came later.
[Look]\
""")
        await forms(there, **{"For which groups": "Writers", "Name of the groups": None})
        await review(there)
        await approves(there)
        await there.pass_by(days=4)
        await there["Eve"].clicks("Join")
        await there.now()
        made = [each.plain for each in there["Maria"].messages(there["Maria"].dm) if "*Writers*" in each.plain]
        assert [("Came into the channel later" in each, "Eve" in each) for each in made] == snapshot(
            [(True, False), (True, False), (False, True)]
        )


async def test_whoever_comes_while_a_proposal_is_reviewed_can_be_placed_in_it(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = sign_up(there, PEOPLE[:4])
        await forms(there)
        there.slack.join(channel, there["Eve"])
        await there.now()

        assert "Came into the channel later: Eve." in proposal(there)
        await review(there)
        await there["Maria"].clicks("Place somebody")
        await there["Maria"].submits({"Who": "Eve", "Where to": "Writers"})
        await there["Maria"].clicks("Make these groups")
        await there["Maria"].closes_all_views()
        await there.pass_by(days=2)
        assert rooms(there) == {"writers": ["Ana", "Ben", "Cleo", "Dan", "Eve"]}
