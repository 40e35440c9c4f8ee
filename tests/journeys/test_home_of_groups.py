"""Home of people who are in groups and rotations, and of whoever runs them."""

from datetime import timedelta

from inline_snapshot import snapshot

from tests.journeys import coffees
from tests.journeys.coffees import WARNED, newest
from tests.journeys.writers import FIRST, channel_of, joins, office, starts, writers
from tests.stage import Stage

MINUTES = timedelta(minutes=5)


def top(there: Stage, name: str, lines: int) -> str:
    return "\n".join(there[name].home_plain.split("\n")[:lines])


async def press(there: Stage, name: str, button: str) -> None:
    """On Home, where a message has the same."""
    home = there[name].home
    assert home is not None
    await there[name].clicks(button, view=home["id"])


async def test_a_group_shows_on_home_from_joining_to_leaving(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben", "Cleo") as (there, channel):
        ana = there["Ana"]
        await there.until(FIRST - MINUTES)
        await ana.opens_home()
        assert top(there, "Ana", 5) == snapshot("""\
*Your groups and rotations*
*Writers*, a peer group
The next round begins on Tuesday 15 September at 10:00.
You lead it.
[Leave]\
""")

        await there.until(FIRST + MINUTES)
        assert top(there, "Ana", 5) == snapshot("""\
*Your groups and rotations*
*Writers*, a peer group
A round is open until 18 September: answer in its thread, in the channel.
You lead it.
The next round begins on Tuesday 22 September at 10:00.\
""")

        await ana.posts("I will finish the outline.", channel=channel.id, thread=ana.messages(channel.id)[-1].ts)
        await there.now()
        await there.pass_by(minutes=2)
        assert top(there, "Ana", 6) == snapshot("""\
*Your groups and rotations*
*Writers*, a peer group
A round is open until 18 September. You have been heard in it.
You lead it.
The next round begins on Tuesday 22 September at 10:00.
You promised: “I will finish the outline.”\
""")

        await there["Ben"].opens_home()
        assert "You promised" not in there["Ben"].home_plain

        await press(there, "Ana", "Leave")
        assert ana.view_plain == snapshot("""\
# Done
You have left *Writers*. I ask you nothing more there; its card lets you come back.
[Close]\
""")
        assert "Writers" not in ana.home_plain


async def test_whoever_is_in_no_pair_can_pause_on_home_and_is_asked_nothing_meanwhile(database_url: str) -> None:
    async with coffees.coffees(database_url, "Ana", "Ben", "Cleo") as (there, _):
        ana = there["Ana"]
        await ana.opens_home()
        await ana.clicks("Pause…")
        await ana.submits()
        assert ana.view_plain == snapshot("""\
# Pause
You are away until 21 September.
[Close]\
""")
        await ana.closes_view()
        await there.pass_by(minutes=2)
        assert top(there, "Ana", 4) == snapshot("""\
You are away until 21 September: meanwhile I ask you nothing.
*Your groups and rotations*
*Coffees*, a rotation
The next round begins on Monday 21 September at 10:00.\
""")

        await there.until(WARNED + MINUTES)
        assert [each for each in ana.messages() if "Skip this time" in each.buttons] == []
        await press(there, "Ana", "Resume now")
        await there.pass_by(minutes=2)
        assert "You are away" not in ana.home_plain


async def test_a_round_is_skipped_from_home_and_back(database_url: str) -> None:
    async with coffees.coffees(database_url, "Ana", "Ben") as (there, _):
        ana = there["Ana"]
        await there.until(WARNED - MINUTES)
        await ana.opens_home()

        await press(there, "Ana", "Skip this time")
        assert top(there, "Ana", 5) == snapshot("""\
*Your groups and rotations*
*Coffees*, a rotation
The next round begins on Monday 21 September at 10:00.
The next round goes by without you.
[Take part after all] [Leave]\
""")
        await press(there, "Ana", "Take part after all")
        assert "[Skip this time] [Leave]" in ana.home_plain

        await there.until(coffees.FIRST + MINUTES)
        assert "In this round you meet Ben." in ana.home_plain


async def test_an_invitation_is_taken_on_home(database_url: str) -> None:
    async with office(database_url, "Ana", "Ben") as there:
        channel = channel_of(there, ("Ana", "Ben"))
        await starts(there, channel, **{"Ask these people": ["Ana"]})
        await there.pass_by(hours=2)
        await there["Ana"].opens_home()
        assert top(there, "Ana", 5) == snapshot("""\
*Your groups and rotations*
*Writers*, a peer group
You have been asked to join.
The next round begins on Tuesday 15 September at 10:00.
[Join] [No, thanks]\
""")

        await press(there, "Ana", "Join")

        assert there["Ana"].view_plain == snapshot("""\
# Done
You are in *Writers*.
Every week on Tuesday at 10:00 (Europe/London).
The next round opens on Tuesday 15 September at 10:00.
Digests count what you say, and do not name you.
[Close]\
""")
        assert "You have been asked" not in there["Ana"].home_plain
        assert there["Ana"].home_plain.startswith("*Your groups and rotations*\n*Writers*, a peer group")


async def test_whoever_was_set_aside_comes_back_on_home(database_url: str) -> None:
    async with coffees.coffees(database_url, "Ana", "Ben", "Cleo", "Dan") as (there, _):
        ana = there["Ana"]
        await there.until(coffees.FIRST + timedelta(days=14 * 3 + 1))
        await ana.opens_home()
        assert "[Take part again]" in ana.home_plain
        await press(there, "Ana", "Take part again")
        assert "[Skip this time] [Leave]" in ana.home_plain


async def test_a_coordinator_sees_what_they_run_and_nobody_else_does(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        maria = there["Maria"]
        coffee = channel_of(there, ("Ana", "Ben"), name="coffees")
        await coffees.starts_coffees(there, coffee)
        await joins(there, coffee, "Ana")
        for name in ("Maria", "Mia", "Ben"):
            await there[name].opens_home()

        assert top(there, "Maria", 4) == snapshot("""\
*Nothing waits for you.*
*The groups and rotations that you run*
*Coffees*, a rotation of 1 person. The next round begins on Monday 21 September at 10:00.
*Writers*, a peer group of 2 people. The next round begins on Tuesday 15 September at 10:00. Ana leads it.\
""")
        there.slack.archive(channel)
        await there.now()
        await there.pass_by(minutes=2)

        assert top(there, "Maria", 4) == snapshot("""\
*Nothing waits for you.*
*The groups and rotations that you run*
*Writers*, a peer group of 2 people. It stands still: I cannot write in its channel. Ana leads it.
*Coffees*, a rotation of 1 person. The next round begins on Monday 21 September at 10:00.\
""")
        typed = await maria.runs("/rapport")
        assert "\n".join(typed.plain.split("\n")[:4]) == top(there, "Maria", 4)
        assert "that you run" not in there["Ben"].home_plain + there["Mia"].home_plain
        assert "Writers" not in there["Mia"].home_plain
        assert "Writers" in there["Ben"].home_plain


async def test_rapport_of_somebody_in_rounds_only_names_them(database_url: str) -> None:
    async with writers(database_url, "Ana", "Ben") as (there, channel):
        typed = await there["Ana"].runs("/rapport", channel=channel.id)

        assert typed.plain == snapshot("""\
*Your groups and rotations*
*Writers*, a peer group
The next round begins on Tuesday 15 September at 10:00.
You lead it.
[Leave]
*Your hours.* Monday to Friday, 09:00 to 17:00 (Europe/London). Unless you write to me, I write only in these hours.
What I ask about rounds comes at about 10:00.
[Change my hours]
To pause: `/rapport pause 2 weeks`. `/rapport help` lists everything I can do.\
""")
        assert newest(there, "Ana") is not None
