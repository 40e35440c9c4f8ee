"""A peer group in a channel: started, joined, left, changed, ended, and what keeps one from being started."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from inline_snapshot import snapshot

from tests.journeys.writers import PEOPLE, channel_of, joins, office, says, starts, writers


async def test_a_group_is_started_in_a_channel_and_joined_by_its_card(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = channel_of(there, PEOPLE)

        await starts(there, channel, **{"What it is for": "Finish the thesis"})
        await joins(there, channel, "Ana", "Ben")

        card, *more = there["Cleo"].messages(channel.id)
        assert more == []
        assert card.plain == snapshot("""\
*Writers*
Finish the thesis
Each round asks
> What moved since last time?
> What is next?
> Where could the others help?
Every week on Tuesday at 10:00 (Europe/London).
The next round opens on Tuesday 15 September at 10:00.
7 people can read this channel, 2 in this group.
In the group: Ana and Ben.
Ana leads the next round; then it is somebody else's turn.
Questions about the group: Maria (coordinator).
[Join] [Leave]
I keep what people of the group say in the thread of a round, for its digest, and nothing else of this channel.
Words typed in a Slack message can be exported by your workspace's owners.\
""")
        assert there["Ana"].messages(channel.id)[-1].plain == snapshot("""\
You are in *Writers*.
Every week on Tuesday at 10:00 (Europe/London).
The next round opens on Tuesday 15 September at 10:00.
Digests count what you say, and do not name you.
[Digests may quote me]\
""")


async def test_whoever_joins_hears_the_first_word_and_whoever_only_reads_the_channel_hears_nothing(
    database_url: str,
) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = channel_of(there, PEOPLE)
        await starts(there, channel)
        await joins(there, channel, "Ana")

        await there.pass_by(days=1)

        assert "Writers" in there["Ana"].messages(there["Ana"].dm)[0].plain
        assert there["Ben"].messages(there["Ben"].dm) == []


async def test_whoever_leaves_is_asked_nothing_and_can_come_back(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        ana = there["Ana"]
        card = ana.messages(channel.id)[0]
        await there.pass_by(minutes=1)

        await ana.clicks("Leave", (card.channel, card.ts))
        await there.now()
        assert "In the group: Ben and Cleo." in ana.messages(channel.id)[0].plain
        await ana.clicks("Leave", (card.channel, card.ts))
        assert ana.messages(channel.id)[-1].plain == "You are not in the group Writers."
        await ana.clicks("Join", (card.channel, card.ts))
        await there.now()

        assert "In the group: Ben, Cleo and Ana." in ana.messages(channel.id)[0].plain


async def test_a_second_click_on_join_changes_nothing(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        before = there["Ana"].messages(channel.id)[0].plain

        await joins(there, channel, "Ana")

        assert there["Ana"].messages(channel.id)[0].plain == before
        assert "You are in *Writers* already." in there["Ana"].messages(channel.id)[-1].plain


async def test_a_full_group_takes_nobody_more(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = channel_of(there, PEOPLE)
        await starts(there, channel, **{"At most how many people": "2"})

        await joins(there, channel, "Ana", "Ben", "Cleo")

        assert there["Cleo"].messages(channel.id)[-1].plain == (
            "The group Writers is full: its coordinator can make room, or start another."
        )


async def test_people_are_asked_one_by_one_where_they_join_by_invitation(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = channel_of(there, PEOPLE)
        await starts(there, channel, **{"Who may join": "Only people whom I ask", "Ask these people": ["Ana", "Ben"]})
        await joins(there, channel, "Cleo")
        assert there["Cleo"].messages(channel.id)[-1].plain.startswith("People join Writers by invitation")

        await there.pass_by(days=2)

        ana = there["Ana"]
        assert ana.messages(ana.dm)[-1].plain == snapshot("""\
Maria asks whether you would like to join the peer group *Writers*.
Each round asks
> What moved since last time?
> What is next?
> Where could the others help?
Every week on Tuesday at 10:00 (Europe/London).
The next round opens on Tuesday 15 September at 10:00.
7 people can read this channel, 0 in this group.
[Join] [No, thanks]
Maria named you. Either answer is fine.\
""")
        await ana.clicks("Join")
        await there.now()
        assert "In the group: Ana." in ana.messages(channel.id)[0].plain
        await there["Ben"].clicks("No, thanks")
        assert "You have left" in there["Ben"].messages(there["Ben"].dm)[-1].plain


async def test_settings_change_what_the_card_says(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        maria = there["Maria"]

        await maria.runs("/rapport group settings", channel=channel.id)
        await maria.submits({"Name": "Night writers", "How often": "Every month", "Pause until": "2026-12-01"})
        await there.now()

        assert maria.view_plain == snapshot("""\
# Peer group
*Night writers* is changed.
Every month at 10:00 (Europe/London).
The next round opens on Tuesday 1 December at 10:00.
It pauses until 1 December.
The name, purpose and questions stand in a Slack message, which your workspace's owners can export.
[Close]\
""")
        card = there["Ana"].messages(channel.id)[0].plain
        assert "Night writers" in card
        assert "The next round opens on Tuesday 1 December at 10:00." in card


async def test_a_group_ends_with_a_word_in_its_channel(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        maria = there["Maria"]

        assert "Shall the group *Writers* end?" in await says(maria, "/rapport group end", channel)
        await maria.clicks("End the group")
        await there.now()

        card, last = there["Ana"].messages(channel.id)[0], there["Ana"].messages(channel.id)[-1]
        assert "This group has ended." in card.plain
        assert card.buttons == []
        assert last.plain == "The group *Writers* has ended. Thank you for being there."
        assert "no peer group here" in await says(there["Ana"], "/rapport group", channel)
        await starts(there, channel, Name="Writers again")


async def test_what_keeps_a_group_from_being_started_is_said_with_what_to_do(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        maria = there["Maria"]
        outside = channel_of(there, ["Ana"], name="outside", with_bot=False)
        public = channel_of(there, ["Ana"], name="public", private=False, with_bot=False)
        old = channel_of(there, ["Ana"], name="old")
        there.slack.archive(old)
        taken = channel_of(there, ["Ana"], name="taken")
        await starts(there, taken)

        said = [await says(maria, "/rapport group start", each) for each in (outside, public, old, taken)]

        assert said == snapshot(
            [
                "I am not in this channel yet: please type /invite @Rapport here, then /rapport group start again.",
                "I am not in this channel yet: please type /invite @Rapport here, then /rapport group start again.",
                "This channel is archived: please choose another.",
                "There is a group here already, Writers: /rapport group settings changes it.",
            ]
        )
        assert (await maria.runs("/rapport group start")).plain == snapshot(
            "Please type this in the channel where the group is to meet, or name up to 8 people: /rapport group start @Ana @Ben."
        )
        assert (await says(there["Ana"], "/rapport group start", taken)).startswith(
            "I help mentoring pairs keep in touch, and you are not in a programme here yet"
        )


async def test_without_the_scopes_for_channels_it_is_said_what_an_administrator_must_add(database_url: str) -> None:
    async with office(database_url, *PEOPLE, granted=False) as there:
        private, public = channel_of(there, PEOPLE), channel_of(there, PEOPLE, name="open", private=False)

        said = [await says(there["Maria"], "/rapport group start", each) for each in (private, public)]

        assert said == snapshot(
            [
                "I may not work in channels like this until an administrator adds groups:history and groups:read to the app and installs it again, but I can in a group message: /rapport group start @Ana @Ben.",
                "I may not work in channels like this until an administrator adds channels:history and channels:read to the app and installs it again, but I can in a group message: /rapport group start @Ana @Ben.",
            ]
        )


async def test_a_group_of_people_named_lives_in_a_group_dm_without_those_scopes(database_url: str) -> None:
    async with office(database_url, *PEOPLE, granted=False) as there:
        maria = there["Maria"]
        await maria.runs("/rapport group start @Ana @Ben @Cleo")
        await maria.submits({"Name": "Writers", "First round": "2026-09-15"})
        await there.now()

        assert maria.view_plain == snapshot("""\
# Peer group
*Writers* begins. Its card stands in a group message with the people you named, with a button to join.
Every two weeks on Tuesday at 10:00 (Europe/London).
The next round opens on Tuesday 15 September at 10:00.
3 people have been asked and have not said yet.
The name, purpose and questions stand in a Slack message, which your workspace's owners can export.
[Close]\
""")
        card = there["Ana"].messages()[-1]
        assert card.plain == snapshot("""\
*Writers*
Each round asks
> What moved since last time?
> What is next?
> Where could the others help?
Every two weeks on Tuesday at 10:00 (Europe/London).
The next round opens on Tuesday 15 September at 10:00.
Only the 3 people asked here can read this, 0 in this group.
Each leads a round in turn.
Questions about the group: Maria (coordinator).
[Join] [Leave]
I never read this conversation: I keep only what you give me by a button.
Words typed in a Slack message can be exported by your workspace's owners.\
""")
        await there["Ana"].clicks("Join", (card.channel, card.ts))
        await there.now()
        assert "Only the 3 people asked here can read this, 1 in this group." in there["Ben"].messages()[-1].plain


async def test_wrong_entries_are_told_beside_their_fields(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        maria, channel = there["Maria"], channel_of(there, PEOPLE, private=False)
        await maria.runs("/rapport group start", channel=channel.id)
        told = []

        for wrong in (
            {"Name": "Mentors 2026"},
            {"Name": "Writers", "What the questions are about": "Well-being too"},
            {"What the questions are about": "Work, study, projects", "Time zone of the group": "Lisbon"},
            {"Time zone of the group": "Europe/Lisbon", "First round": "2026-09-07"},
            {"First round": "2026-09-15", "Who leads a round": "Always the same person"},
        ):
            await maria.submits(wrong)
            told.append(maria.view_errors)

        assert told == snapshot(
            [
                {"group_name": "There is a programme called Mentors 2026 already: please choose another name."},
                {
                    "topic": "Everybody can read this channel: questions about well-being need a private channel or a group message."
                },
                {"zone": "I do not know the time zone Lisbon: write it as Europe/Lisbon."},
                {"next_on": "Please choose a day from tomorrow on."},
                {"facilitator": "Please choose who leads the rounds."},
            ]
        )


async def test_a_group_is_named_where_several_are_meant(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        maria = there["Maria"]
        for name in ("first", "second"):
            await starts(there, channel_of(there, PEOPLE, name=name), Name=name)

        assert (await maria.runs("/rapport group end")).plain == "Please add the name of the group: first and second."
        assert "Shall the group *second* end?" in (await maria.runs("/rapport group end Second")).plain
        assert (await maria.runs("/rapport group")).plain == snapshot("""\
Your peer groups
You run:
*first*: 0 people, next round on Tuesday 15 September at 10:00
*second*: 0 people, next round on Tuesday 15 September at 10:00
Type `/rapport group` in a group's channel to see its card.\
""")
        assert "Did you mean `/rapport group settings`?" in (await maria.runs("/rapport group setings")).plain


async def test_not_for_me_leaves_every_group(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        await there.pass_by(days=1)

        await there["Ana"].clicks("Not for me")
        await there.now()

        assert "In the group: Ben." in there["Ben"].messages(channel.id)[0].plain
