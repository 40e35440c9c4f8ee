"""Whoever meets no more in a rotation, by their own word, by leaving or by silence, leaves nobody waiting."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from datetime import timedelta

from inline_snapshot import snapshot

from tests.journeys.coffees import FIRST, WARNED, coffees, meeting, newest, partners


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
