"""Groups that were made begin: each in its room, after the first word, with whoever is left."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from inline_snapshot import snapshot

from tests.journeys.forming import (
    PEOPLE,
    ZONES,
    approves,
    forms,
    group_messages,
    office,
    people_in,
    proposal,
    review,
    rooms,
    sign_up,
)


async def test_each_group_gets_a_private_channel_in_an_hour_of_all_after_the_first_word(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)

        await approves(there)
        assert rooms(there) == {}
        assert proposal(there) == snapshot("""\
*Writers*: 2 groups made, 0 begun.
Each begins when all of its people have had my first word, in an hour in which they all work.
*Writers 1*: Ana, Ben, Cleo and Eve
Waits for its beginning.
*Writers 2*: Dan, Finn, Gus and Hana
Waits for its beginning.
[Look]\
""")
        await there.pass_by(days=1)

        assert rooms(there) == snapshot({"writers-1": ["Ana", "Ben", "Cleo", "Eve"]})
        assert proposal(there) == snapshot("""\
*Writers*: 2 groups made, 1 begun.
Each begins when all of its people have had my first word, in an hour in which they all work.
*Writers 1*: Ana, Ben, Cleo and Eve
Has begun.
*Writers 2*: Dan, Finn, Gus and Hana
Waits for its beginning.
[Look]\
""")
        channel = next(
            each for each in there.slack.workspace.conversations.values() if each.name.startswith("writers-1")
        )
        first, *_ = there["Ana"].messages(there["Ana"].dm)
        (card,) = there["Ana"].messages(channel.id)
        assert first.plain == snapshot("""\
Hello Ana. I am Rapport, the bot that helps people who learn from each other keep in touch. I write because you take part in *Writers*. Questions about it go to Maria (coordinator).
*What I do.* I open its rounds and bring you together, as its card says.
*What I keep.* What you say in the thread of a round or by a button, its date, and from Slack your name, time zone and language.
I keep nothing of what is said anywhere else.
*Who sees it.* Whoever can read the channel can read a round's thread. Words that you write by a button go only to those whom the form names. Numbers, and that somebody is silent for several rounds, can reach Maria (coordinator).
*Your hours.* Monday to Friday, 09:00 to 17:00 (Europe/London). Unless you write to me, I write only in these hours.
What I ask about rounds comes at about 10:00.
[Change my hours]
[OK] [Not for me]
Nothing to do now. You can pause or stop at any time: `/rapport help`.\
""")
        assert card.plain == snapshot("""\
Maria thinks that you could help each other: Ana, Ben, Cleo and Eve. Press *Join* if you would like to; *Leave* is just as fine.
*Writers 1*
Each round asks
> What moved since last time?
> What is next?
> Where could the others help?
Every two weeks on Monday at 10:00 (Europe/London).
The next round opens on Monday 14 September at 10:00.
4 people can read this channel, 0 in this group.
People join by invitation.
Each leads a round in turn.
Questions about the group: Maria (coordinator).
[Join] [Leave]
I keep what people of the group say in the thread of a round, for its digest, and nothing else of this channel.
Words typed in a Slack message can be exported by your workspace's owners.\
""")
        assert float(first.ts) < float(card.ts)


async def test_whoever_joins_is_in_the_group_and_the_others_are_asked_once_more(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)
        await approves(there)
        await there.pass_by(days=1)
        ana, ben = there["Ana"], there["Ben"]

        await ana.clicks("Join")
        await there.pass_by(days=5)

        assert [each for each in ana.messages(ana.dm) if "would like to join" in each.plain] == []
        (asked,) = [each for each in ben.messages(ben.dm) if "would like to join" in each.plain]
        assert "1 in this group" in asked.plain
        await there.pass_by(days=5)
        assert len([each for each in ben.messages(ben.dm) if "would like to join" in each.plain]) == 1


async def test_where_the_bot_may_make_no_channels_groups_begin_in_group_dms(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        there.slack.restrict_channels()
        sign_up(there)
        await forms(there)
        await review(there)

        await approves(there)
        await there.pass_by(days=2)

        assert people_in(group_messages(there)) == [2, 4, 4]
        assert "brought" not in proposal(there)
        assert any("thinks that you could help each other" in each.plain for each in there["Ana"].messages())


async def test_without_the_optional_scopes_people_are_named_and_groups_begin_in_group_dms(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES, granted=False) as there:
        sign_up(there)
        maria = there["Maria"]
        await maria.runs("/rapport group form")
        await maria.submits({"Everybody in this channel": "sign-up", "Name of the groups": "Writers"})
        assert maria.view_errors == snapshot(
            {
                "channel": "I cannot see who is in channels like this until an administrator adds groups:history and groups:read to the app and installs it again: please name people instead."
            }
        )
        await maria.closes_all_views()

        await forms(there, **{"Everybody in this channel": None, "These people": list(PEOPLE)})
        await review(there)
        await approves(there)
        await there.pass_by(days=2)

        assert people_in(group_messages(there)) == [2, 4, 4]


async def test_whoever_says_not_for_me_is_in_no_group_and_the_others_meet(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there, PEOPLE[:4])
        await forms(there)
        await review(there)
        await approves(there)
        await there.pass_by(minutes=40)

        await there["Ana"].clicks("Not for me")
        await there.pass_by(days=1)

        assert list(rooms(there).values()) == [["Ben", "Cleo", "Dan"]]
        assert "Wants nothing of me: Ana." in proposal(there)


async def test_two_who_are_left_are_no_group_and_maria_hears_of_it(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there, PEOPLE[:3])
        await forms(there)
        await review(there)
        await approves(there)
        await there.pass_by(minutes=40)

        await there["Ana"].clicks("Not for me")
        await there.pass_by(days=1)

        assert rooms(there) == {}
        assert proposal(there) == snapshot("""\
*Writers*: 1 group made, 0 begun.
*Writers*: Ben and Cleo
Too few were left of it before it began. Form groups again to place them.
*In no group*
Too few people for one more group: Ben and Cleo.
Wants nothing of me: Ana.
[Look]\
""")


async def test_the_rounds_of_a_formed_group_open(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there, PEOPLE[:4])
        await forms(there, **{"First round": "2026-09-15"})
        await review(there)
        await approves(there)
        await there.pass_by(days=1)
        for name in PEOPLE[:4]:
            await there[name].clicks("Join")

        await there.pass_by(days=8)

        channel = next(each for each in there.slack.workspace.conversations.values() if each.name.startswith("writers"))
        assert any("a new round is open" in each.plain for each in there["Ana"].messages(channel.id))
