"""The rounds of a rotation as people see them: warned of, skipped, introduced, asked about."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from datetime import timedelta

from inline_snapshot import snapshot

from tests.journeys.coffees import FIRST, PAIRS, SECOND, WARNED, coffees, meeting, newest, partners
from tests.journeys.writers import says


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
