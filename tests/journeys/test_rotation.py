"""A rotation in a channel: started, joined, warned of, skipped, met in, left, ended, and what keeps one from beginning."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from datetime import datetime, timedelta

from inline_snapshot import snapshot

from playground.seen import Seen
from tests.journeys.coffees import FIRST, coffees, starts_coffees
from tests.journeys.writers import PEOPLE, channel_of, joins, office, says
from tests.stage import Stage

WARNED = FIRST - timedelta(days=3)
"""The Friday before, at ten."""

SECOND = FIRST + timedelta(days=14)
PAIRS = {"Who meets": "Pairs; of an odd number one has no meeting"}


def newest(there: Stage, name: str, words: str = "") -> Seen:
    """The last message that somebody sees, of those that have these words."""
    return [each for each in there[name].messages() if words in each.plain][-1]


def meeting(there: Stage, name: str) -> Seen | None:
    """The group message of a round, if somebody has one that goes on."""
    seen = [each for each in there[name].messages() if "Not for me" in each.buttons and "We've met" in each.buttons]
    return seen[-1] if seen else None


def partners(there: Stage, *names: str) -> dict[str, str]:
    """The first line of everybody's meeting, as it stands now."""
    found = {name: meeting(there, name) for name in names}
    return {name: each.plain.splitlines()[0] if each else "" for name, each in found.items()}


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


async def test_a_round_is_warned_of_introduced_prompted_and_asked_about(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben") as (there, _):
        await there.until(WARNED)
        assert newest(there, "Ana").plain == snapshot("""\
*Coffees*: on Monday 21 September at 10:00 I introduce you to somebody new.
[Skip this time]
You are in the rotation Coffees. To pause or stop: `/rapport help`.\
""")

        await there.until(FIRST)
        assert newest(there, "Ben").plain == snapshot("""\
Hello Ana and Ben: this round of *Coffees* brings you together.
*Next step.* Ana proposes a time, half an hour is enough, until 1 October.
These times are in everyone's working hours, and each of you sees them on your own clock:
•  Wednesday, September 23rd, 2026 09:00
•  Thursday, September 24th, 2026 09:00
•  Friday, September 25th, 2026 09:00
*To begin with.* What are you working on just now, and what would you like another view on?
[We've planned it] [We've met] [Not for me]
*Not for me* opens for you alone, and tells you what would happen first. To pause or stop: `/rapport help`.\
""")

        await there.until(FIRST + timedelta(days=7))
        assert newest(there, "Ana").plain == snapshot("""\
*Coffees*: have you found a time to meet Ben? The round goes on until 1 October.
[We've met] [It's planned] [Not this time]
I ask this once in a round. To pause or stop: `/rapport help`.\
""")
        await there["Ana"].clicks("It's planned")
        await there.now()
        assert newest(there, "Ana").plain == snapshot("""\
You said: it is planned with Ben. Enjoy it!
[We've met] [Not this time]\
""")
        assert "Ana says that it is planned." in newest(there, "Ben", "Hello").plain

        await there.until(FIRST + timedelta(days=9))
        assert newest(there, "Ben").plain == snapshot("""\
*Coffees*: did you meet Ana?
[We've met] [It's planned] [Not this time]
One click is all. Maria (coordinator) sees how many met, never who. To pause or stop: `/rapport help`.\
""")
        await there["Ben"].clicks("We've met")
        await there.now()
        assert newest(there, "Ben", "You said").plain == snapshot("""\
You said: you have met Ana. Good to hear!
One click is all. Maria (coordinator) sees how many met, never who. To pause or stop: `/rapport help`.\
""")
        assert newest(there, "Ana", "Hello").plain == snapshot("""\
Hello Ana and Ben: this round of *Coffees* brings you together.
*Next step.* Ana proposes a time, half an hour is enough, until 1 October.
You have met, says Ben. Good to hear! The next round brings somebody new.\
""")


async def test_whoever_is_told_that_they_met_by_the_other_is_asked_no_more(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben") as (there, _):
        await there.until(FIRST + timedelta(days=1))
        await there["Ben"].clicks("We've met")

        before = len(there["Ana"].messages())
        await there.until(SECOND - timedelta(days=4))

        assert len(there["Ana"].messages()) == before


async def test_a_round_is_skipped_with_one_click_and_the_click_taken_back(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, channel):
        await there.until(WARNED)
        await there["Ana"].clicks("Skip this time")
        await there["Ben"].clicks("Skip this time")
        await there.now()
        assert newest(there, "Ana").plain == snapshot("""\
*Coffees*: the round of Monday 21 September at 10:00 goes by without you. The one after it comes as usual.
[Take part after all]\
""")
        await there["Ana"].clicks("Take part after all")
        await there.now()
        assert newest(there, "Ana").buttons == ["Skip this time"]

        await there.until(FIRST)

        assert partners(there, "Ana", "Ben", "Cleo", "Dan") == snapshot(
            {
                "Ana": "Hello Ana, Cleo and Dan: this round of *Coffees* brings you together.",
                "Ben": "",
                "Cleo": "Hello Ana, Cleo and Dan: this round of *Coffees* brings you together.",
                "Dan": "Hello Ana, Cleo and Dan: this round of *Coffees* brings you together.",
            }
        )
        assert newest(there, "Ben").plain == snapshot(
            "*Coffees*: you skipped the round of Monday 21 September at 10:00."
        )
        assert await says(there["Ben"], "/rapport rotation skip", channel) == snapshot("""\
*Coffees*: the round of Monday 5 October at 10:00 goes by without you. The one after it comes as usual.
[Take part after all]\
""")


async def test_a_round_is_skipped_while_the_one_before_it_is_open(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben") as (there, channel):
        await there.until(FIRST + timedelta(days=1))
        assert "Monday 5 October" in await says(there["Ana"], "/rapport rotation skip", channel)

        await there.until(SECOND + timedelta(hours=1))

        assert "nobody else takes part" in newest(there, "Ben").plain


async def test_a_round_is_skipped_before_anybody_is_warned_and_then_there_is_no_warning(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben") as (there, channel):
        assert await says(there["Ana"], "/rapport rotation skip", channel) == snapshot("""\
*Coffees*: the round of Monday 21 September at 10:00 goes by without you. The one after it comes as usual.
[Take part after all]\
""")

        await there.until(FIRST)

        assert [each.plain for each in there["Ana"].messages() if "introduce you to somebody new" in each.plain] == []
        assert newest(there, "Ben").plain == snapshot("""\
*Coffees*: no meeting for you in this round, since nobody else takes part in it.
The next round begins on Monday 5 October at 10:00.
You are in the rotation Coffees. To pause or stop: `/rapport help`.\
""")


async def test_of_three_in_pairs_one_is_left_out_told_why_and_sure_of_the_next_round(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben", "Cleo", **PAIRS) as (there, _):
        await there.until(FIRST + timedelta(hours=1))
        alone = [name for name in ("Ana", "Ben", "Cleo") if meeting(there, name) is None]
        assert len(alone) == 1
        assert newest(there, alone[0]).plain == snapshot("""\
*Coffees*: no meeting for you in this round. You are an odd number, so one of you is left over, and this time it is you. Next time you are sure of a meeting.
The next round begins on Monday 5 October at 10:00.
You are in the rotation Coffees. To pause or stop: `/rapport help`.\
""")

        await there.until(SECOND + timedelta(hours=1))

        assert meeting(there, alone[0]) is not None


async def test_not_for_me_keeps_two_apart_and_the_other_hears_only_that_it_does_not_take_place(
    database_url: str,
) -> None:
    async with coffees(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, _):
        await there.until(FIRST)
        first = partners(there, "Ana")["Ana"]
        other = next(name for name in ("Ben", "Cleo", "Dan") if name in first)
        await there["Ana"].clicks("Not for me")
        assert there["Ana"].view_plain.replace(other, "Ben") == snapshot("""\
# Not for me
Would you rather not meet Ben this time?
I do not bring the two of you together again. Ben hears only that the meeting does not take place, not why.
[Cancel] [I don't meet]\
""")
        await there["Ana"].submits()
        assert there["Ana"].view_plain.replace(other, "Ben") == snapshot("""\
# Not for me
Done: you do not meet Ben, and I do not bring you together again. The next round comes as usual.
[Close]\
""")
        await there["Ana"].closes_all_views()
        await there.pass_by(days=1)

        assert newest(there, other, "does not take place").plain == snapshot("""\
*Coffees*: your meeting of this round does not take place after all. It has nothing to do with you, and next time you are among the first.
The next round begins on Monday 5 October at 10:00.
You are in the rotation Coffees. To pause or stop: `/rapport help`.\
""")
        assert meeting(there, "Ana") is None
        for n in range(1, 7):
            await there.until(FIRST + timedelta(days=14 * n))
            assert other not in partners(there, "Ana")["Ana"]


async def test_whoever_leaves_in_the_middle_of_a_round_leaves_nobody_waiting(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben") as (there, channel):
        await there.until(FIRST + timedelta(days=1))
        card = there["Ana"].messages(channel.id)[0]
        await there["Ana"].clicks("Leave", (card.channel, card.ts))
        await there.pass_by(days=1)

        assert newest(there, "Ben").plain == snapshot("""\
*Coffees*: your meeting of this round does not take place after all. It has nothing to do with you, and next time you are among the first.
The next round begins on Monday 5 October at 10:00.
You are in the rotation Coffees. To pause or stop: `/rapport help`.\
""")
        assert newest(there, "Ben", "This meeting").plain == snapshot(
            "This meeting of *Coffees* is over. The next round brings somebody new."
        )


async def test_whose_account_is_gone_is_met_by_nobody(database_url: str) -> None:
    async with coffees(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, _):
        await there.until(WARNED)
        there.slack.deactivate(there["Dan"])
        await there.now()
        await there.until(FIRST + timedelta(hours=1))

        assert "Hello Ana, Ben and Cleo" in partners(there, "Ana")["Ana"]


async def test_after_three_silent_rounds_somebody_is_asked_whether_to_stay_and_kindly_set_aside(
    database_url: str,
) -> None:
    async with coffees(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, channel):
        for n in range(3):
            await there.until(FIRST + timedelta(days=14 * n + 1))
            if "Ana and Ben" in partners(there, "Ana")["Ana"]:
                await there["Ana"].clicks("We've met")
            await there.until(FIRST + timedelta(days=14 * n + 9, hours=1))
            for name in ("Ana", "Ben"):
                if newest(there, name).buttons[:1] == ["We've met"]:
                    await there[name].clicks("Not this time")

        fourth = FIRST + timedelta(days=42)
        await there.until(fourth - timedelta(days=3) + timedelta(hours=2))
        assert newest(there, "Cleo").plain == snapshot("""\
*Coffees*: I have heard nothing of you in 3 rounds. Would you like to stay in it? Unless you say so before Monday 2 November at 10:00, the rounds go on without you, and you can come back whenever you like.
[I stay] [Not for now]
Both are fine, and nobody else hears which you chose.\
""")
        assert newest(there, "Ana", "introduce you to somebody new").buttons == ["Skip this time"]
        await there["Dan"].clicks("I stay")
        await there.now()
        assert newest(there, "Dan").plain == snapshot(
            "*Coffees*: you stay, and take part in the round of Monday 2 November at 10:00. Good to have you!"
        )

        await there.until(fourth + timedelta(hours=2))
        assert "Hello Ana, Ben and Dan" in partners(there, "Ana")["Ana"]
        assert newest(there, "Cleo", "so that nobody waits").plain == snapshot("""\
*Coffees*: the rounds go on without you for now, so that nobody waits for an answer. Whenever you like, you are welcome back.
[Take part again]\
""")

        await there["Cleo"].clicks("Take part again")
        await there.now()
        assert newest(there, "Cleo", "in it again").plain == snapshot(
            "*Coffees*: you are in it again. Good to have you!"
        )
        assert "Cleo" in there["Ana"].messages(channel.id)[0].plain
        await there.until(fourth + timedelta(days=14, hours=2))
        assert partners(there, "Cleo")["Cleo"] != ""


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
