"""A group that shrinks under three is offered a merge: its people are asked, the other group hears, Maria can undo it."""

# ruff: noqa: E501 - snapshots hold each sentence whole

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from inline_snapshot import snapshot

from tests.journeys.forming import PEOPLE, formed, office, rooms
from tests.stage import Stage


@asynccontextmanager
async def two_groups(database_url: str, *, channels: bool = True) -> AsyncIterator[Stage]:
    """Writers 1: Ana, Ben, Cleo, Dan; Writers 2: Eve, Finn, Gus. All have joined."""
    async with office(database_url, *PEOPLE) as there:
        if not channels:
            there.slack.restrict_channels()
        await formed(there, PEOPLE[:7])
        await there.pass_by(days=1)
        yield there


async def shrinks(there: Stage) -> list[str]:
    """Somebody of the smaller group leaves, and Maria hears of it; who is left."""
    inside = min((sorted(each) for each in rooms(there).values()), key=len)
    await there[inside[0]].clicks("Leave")
    await there.pass_by(days=1)
    return inside[1:]


async def merges(there: Stage) -> str:
    maria = there["Maria"]
    await maria.clicks("Go on with another group")
    await maria.submits()
    await there.now()
    return maria.view_plain


def case(there: Stage) -> str:
    maria = there["Maria"]
    return [each.plain for each in maria.messages(maria.dm) if "left in the group" in each.plain][-1]


async def test_a_group_of_two_is_a_case_with_the_offer(database_url: str) -> None:
    async with two_groups(database_url) as there:
        await shrinks(there)

        assert without_code(case(there)) == snapshot("""\
*Writers 2* in Writers (case CODE)
Only 2 people are left in the group.
Open since 10 September. Nobody has taken it yet.
*What could help.* Ask them whether they would go on with another group, or find them company: `/rapport group form`.
[I'm on it] [Go on with another group] [Message them] [Snooze 3 days] [Resolve]
You get this as a coordinator. Only coordinators of Writers see it.\
""")
        await there["Maria"].clicks("Go on with another group")
        assert there["Maria"].view_plain == snapshot("""\
# Go on together
*Writers 2* has become small: Finn and Gus. They could go on with another group.
With which group: [▾ Writers 1: 4 people, 40 hours a week in common: Writers 1: 4 people, 40 hours a week in common]
I ask each of them in private, and tell the other group. Nobody is moved without saying yes; until then you can undo it.
[Cancel] [Ask them]\
""")


async def test_both_sides_are_told_kindly_and_whoever_says_yes_comes_over(database_url: str) -> None:
    async with two_groups(database_url) as there:
        one, other = await shrinks(there)

        assert await merges(there) == snapshot("""\
# Go on together
I ask the people of *Writers 2* whether they would go on with *Writers 1*. The group ends once all of them have gone over.
[Undo]
[Close]\
""")
        await there.pass_by(days=1)

        told = there[one].messages(there[one].dm)[-1]
        assert told.plain == snapshot("""\
Your group *Writers 2* has become small. Maria suggests that you go on with *Writers 1*.
Each round asks
> What moved since last time?
> What is next?
> Where could the others help?
Every two weeks on Monday at 10:00 (Europe/London).
The next round opens on Monday 14 September at 10:00.
4 people can read this channel, 4 in this group.
In the group: Ana, Ben, Cleo and Dan.
[Join] [No, thanks]
Maria asks everybody who is left in your group. Either answer is fine; with a yes you leave the small one.\
""")
        host = next(each for each in rooms(there).values() if one not in each)[0]
        heard = [each.plain for each in there[host].messages() if "has become small" in each.plain]
        assert heard == snapshot(
            [
                "The group *Writers 2* has become small, so its people have been asked whether they would like to go on with you: Finn and Gus. A warm welcome helps."
            ]
        )
        await there[one].clicks("Join")
        await there.now()
        assert sorted(map(len, rooms(there).values())) == [3, 5]
        await there[other].clicks("Join")
        await there.now()
        assert max(rooms(there).values(), key=len)[-2:] == [one, other]
        assert "has ended" in next(each for each in there[one].messages() if "*Writers 2*" in each.plain).plain
        assert (await there["Maria"].runs("/rapport cases")).plain == snapshot("*Nothing waits for you.*")


async def test_a_merge_is_undone_while_somebody_has_not_answered(database_url: str) -> None:
    async with two_groups(database_url) as there:
        one, other = await shrinks(there)
        await merges(there)
        await there.pass_by(days=1)
        await there[one].clicks("Join")
        await there.now()

        await there["Maria"].clicks("Undo")
        await there.now()

        assert there["Maria"].view_plain == snapshot("""\
# Go on together
Nobody of *Writers 2* is asked any more. Whoever has gone over to *Writers 1* already stays there.
[Close]\
""")
        assert "[Join]" not in there[other].messages(there[other].dm)[-1].plain
        assert sorted(map(len, rooms(there).values())) == [3, 5]
        await there["Maria"].closes_all_views()
        await there["Maria"].clicks("Go on with another group")
        assert "Go on together" in there["Maria"].view_plain


async def test_an_undone_merge_that_nobody_heard_of_stays_unheard(database_url: str) -> None:
    async with two_groups(database_url) as there:
        one, other = await shrinks(there)
        await there.pass_by(hours=10)  # the evening: nobody is written to
        before = {name: len(there[name].messages()) for name in PEOPLE}
        await merges(there)

        await there["Maria"].clicks("Undo")
        await there.pass_by(days=1)

        assert {name: len(there[name].messages()) for name in PEOPLE} == before
        assert {one, other} <= set(PEOPLE)


async def test_asking_twice_is_asking_once(database_url: str) -> None:
    async with two_groups(database_url) as there:
        one, _ = await shrinks(there)
        await merges(there)
        await there["Maria"].closes_all_views()

        await there["Maria"].clicks("Go on with another group")

        assert "Undo" in there["Maria"].view_plain
        await there.pass_by(days=2)
        assert len([each for each in there[one].messages(there[one].dm) if "has become small" in each.plain]) == 1


async def test_people_of_group_dms_meet_in_another_one(database_url: str) -> None:
    async with two_groups(database_url, channels=False) as there:
        small = min((sorted(each) for each in rooms(there).values()), key=len)
        await there[small[0]].clicks("Leave")
        await there.pass_by(days=1)
        await merges(there)
        await there.pass_by(days=1)

        for name in small[1:]:
            await there[name].clicks("Join")
            await there.now()

        assert (
            max(len(each.members) for each in there.slack.workspace.conversations.values() if "mpdm" in each.name) == 7
        )


async def test_somebody_who_is_gone_makes_a_group_small(database_url: str) -> None:
    async with two_groups(database_url) as there:
        small = min((sorted(each) for each in rooms(there).values()), key=len)

        there.slack.deactivate(there[small[0]])
        await there.pass_by(days=4)

        assert "left in the group" in case(there)


def without_code(text: str) -> str:
    return re.sub(r"case [0-9A-Z]{5}\b", "case CODE", text)
