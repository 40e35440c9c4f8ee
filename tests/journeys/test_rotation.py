"""A rotation in a channel: started, joined, changed, counted, ended, and what keeps one from beginning."""

from datetime import datetime, timedelta

from inline_snapshot import snapshot

from tests.journeys.coffees import FIRST, PAIRS, SECOND, WARNED, coffees, newest, partners, starts_coffees
from tests.journeys.writers import PEOPLE, channel_of, joins, office, says


async def test_a_rotation_is_started_in_a_channel_and_joined_by_its_card(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = channel_of(there, PEOPLE, name="coffees")
        maria = there["Maria"]
        await maria.runs("/rapport rotation start", channel=channel.id)
        assert maria.view_plain == snapshot("""\
# New rotation
7 people can read this channel.
Each round I introduce those who joined to somebody new, in a group message of their own.
Name: ____
Who meets: ( ) Pairs; of an odd number one has no meeting (•) Pairs; of an odd number three meet ( ) Threes
How often: [▾ Every two weeks: Every week | Every two weeks | Every month | Every three months]
First round: 2026-09-14
All later rounds are counted from this day.
At: 10:00
Time zone of the rotation: Europe/London
For example Europe/London. Its public holidays are respected.
Who may join: (•) Whoever can read the channel ( ) Only people whom I ask
Ask these people (optional): [▾ ]
Each is asked in private, and joins with one click.
[Cancel] [Start]\
""")
        await maria.submits({"Name": "Coffees", "First round": "2026-09-21"})
        assert maria.view_plain == snapshot("""\
# Rotation
*Coffees* begins. Its card is in the channel, with a button to join.
Every two weeks on Monday at 10:00 (Europe/London).
The next round begins on Monday 21 September at 10:00.
[Close]\
""")
        await there.now()

        await joins(there, channel, "Ana", "Ben")

        card, *more = there["Cleo"].messages(channel.id)
        assert more == []
        assert card.plain == snapshot("""\
*Coffees*
Each time I introduce you to one other person; if you are an odd number, three of you meet.
Every two weeks on Monday at 10:00 (Europe/London).
The next round begins on Monday 21 September at 10:00.
7 people can read this channel, 2 in this rotation.
In the rotation: Ana and Ben.
Questions about the rotation: Maria (coordinator).
[Join] [Leave]
I tell you the working day before, and you can skip a round with one click. I never read your conversations.
Words typed in a Slack message can be exported by your workspace's owners.\
""")
        assert there["Ana"].messages(channel.id)[-1].plain == snapshot("""\
You are in *Coffees*.
Every two weeks on Monday at 10:00 (Europe/London).
The next round begins on Monday 21 September at 10:00.
I tell you the working day before a round, and then introduce you in a group message.\
""")
        assert await says(there["Ana"], "/rapport rotation", channel) == snapshot("""\
*Coffees*
Each time I introduce you to one other person; if you are an odd number, three of you meet.
Every two weeks on Monday at 10:00 (Europe/London).
The next round begins on Monday 21 September at 10:00.
7 people can read this channel, 2 in this rotation.
In the rotation: Ana and Ben.
Questions about the rotation: Maria (coordinator).
[Join] [Leave]
I tell you the working day before, and you can skip a round with one click. I never read your conversations.
Words typed in a Slack message can be exported by your workspace's owners.
You are in this rotation.
[Skip this time]\
""")


async def test_settings_change_what_the_next_rounds_are(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        maria = there["Maria"]
        await maria.runs("/rapport rotation settings", channel=channel.id)
        await maria.submits(
            {
                "Name": "Teas",
                "Who meets": "Threes",
                "How often": "Every week",
                "Next round": "2026-09-23",
                "At": "14:00",
            }
        )
        await there.now()
        assert maria.view_plain == snapshot("""\
# Rotation
*Teas* is changed.
Every week on Wednesday at 14:00 (Europe/London).
The next round begins on Wednesday 23 September at 14:00.
[Close]\
""")

        await there.until(datetime(2026, 9, 23, 13, tzinfo=FIRST.tzinfo))

        assert "Teas" in there["Ana"].messages(channel.id)[0].plain
        assert "Hello Ana, Ben and Cleo" in partners(there, "Ben")["Ben"]


async def test_a_rotation_ends_and_its_buttons_with_it(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben") as (there, channel):
        await there.until(WARNED)
        maria = there["Maria"]
        assert await says(maria, "/rapport rotation end", channel) == snapshot("""\
End the rotation *Coffees*?
No further round begins. Whoever was introduced can still meet.
[End the rotation]\
""")
        await maria.clicks("End the rotation")
        await there.now()

        assert there["Ana"].messages(channel.id)[0].plain == snapshot("""\
*Coffees*
This rotation has ended.\
""")
        assert newest(there, "Ana", "round of").buttons == []
        await there.until(FIRST + timedelta(days=1))
        assert partners(there, "Ana") == {"Ana": ""}
        await starts_coffees(there, channel, **{"Name": "Coffees again", "First round": "2026-10-05"})


async def test_what_keeps_a_rotation_from_being_started_is_said_with_what_to_do(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        maria, ana = there["Maria"], there["Ana"]
        channel = channel_of(there, PEOPLE, name="coffees")
        outside = channel_of(there, ["Ana"], name="outside", with_bot=False)
        assert (await says(ana, "/rapport rotation", channel)).startswith("I help mentoring pairs keep in touch")
        await starts_coffees(there, channel)
        await joins(there, channel, "Ana")

        said = [
            (await maria.runs("/rapport rotation start")).plain,
            await says(maria, "/rapport rotation start", outside),
            await says(maria, "/rapport rotation start", channel),
            await says(ana, "/rapport rotation start", channel),
            await says(ana, "/rapport rotation settings", channel),
            await says(ana, "/rapport rotation skpi", channel),
        ]

        assert said == snapshot(
            [
                "A rotation lives in a channel: please type the command in one.",
                "I am not in this channel yet: please type /invite @Rapport here, then /rapport group start again.",
                "There is a group here already, Coffees: /rapport group settings changes it.",
                "Only a coordinator can do this, so please ask yours.",
                "Only a coordinator can do this, so please ask yours.",
                """\
I do not know “rotation skpi”.
Did you mean `/rapport rotation skip`?
`/rapport help` lists everything I can do.\
""",
            ]
        )


async def test_a_rotation_is_named_where_several_are_meant(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        maria = there["Maria"]
        for name in ("first", "second"):
            await starts_coffees(there, channel_of(there, PEOPLE, name=name), Name=name)

        assert (await maria.runs("/rapport rotation end")).plain == snapshot(
            "Please type after the command which rotation you mean: first and second."
        )
        assert "End the rotation *second*?" in (await maria.runs("/rapport rotation end Second")).plain
        assert (await maria.runs("/rapport rotation")).plain == snapshot("""\
*Your rotations*
You run:
*first*: 0 people, next round on Monday 21 September at 10:00
*second*: 0 people, next round on Monday 21 September at 10:00
Type `/rapport rotation` in the channel of a rotation to see its card.\
""")


async def test_people_are_asked_one_by_one_where_they_join_by_invitation(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = channel_of(there, PEOPLE, name="coffees")
        asked = {"Who may join": "Only people whom I ask", "Ask these people": ["Ana", "Ben"]}
        await starts_coffees(there, channel, **asked)
        await joins(there, channel, "Cleo")
        assert "by invitation" in there["Cleo"].messages(channel.id)[-1].plain

        await there.pass_by(days=2)
        assert newest(there, "Ana").plain == snapshot("""\
Maria asks whether you would like to join the rotation *Coffees*.
Each time I introduce you to one other person; if you are an odd number, three of you meet.
Every two weeks on Monday at 10:00 (Europe/London).
The next round begins on Monday 21 September at 10:00.
[Join] [No, thanks]
Either answer is fine.\
""")
        await there["Ana"].clicks("Join")
        await there["Ben"].clicks("No, thanks")
        await there.now()

        assert "In the rotation: Ana." in there["Cleo"].messages(channel.id)[0].plain
        assert newest(there, "Ben", "asks whether").plain == snapshot("""\
Maria asks whether you would like to join the rotation *Coffees*.
That is settled.\
""")


async def test_the_report_counts_what_happened_and_names_nobody(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben", "Cleo", **PAIRS) as (there, channel):
        await there.until(WARNED)
        await there["Cleo"].clicks("Skip this time")
        await there.until(FIRST + timedelta(days=1))
        await there["Ana"].clicks("We've met")
        await there.until(SECOND + timedelta(days=10))

        maria = there["Maria"]
        assert (await maria.runs("/rapport report Coffees 2026-09-01..2026-12-31")).plain == snapshot("""\
*Coffees*, 1 September 2026 to 31 December 2026
*Rounds that began in these days*
Rounds: 2
Met: 1 of 2 meetings (50 %)
Answers: 0 of 2 asked (0 %)
Skipped: 1
Without a meeting: 1
Set aside after silent rounds: 0
Only you see this.\
""")
        assert "So far" in await says(maria, "/rapport rotation", channel)
