"""Wishes and history when groups are formed: who is kept apart, and who has been together."""

from collections.abc import Callable

from bot.domain.turn import Turn
from storage import apart
from storage import member as members
from storage.session import Session
from tests.journeys.forming import PEOPLE, approves, changes, forms, office, review, sign_up
from tests.stage import Stage


def wishing(there: Stage, one: str, other: str) -> Callable[[Session, Turn], None]:
    """As *Not for me* in a rotation leaves it."""

    def wish(session: Session, turn: Turn) -> None:
        found = [members.find(session, there[name].id) for name in (one, other)]
        assert found[0] is not None
        assert found[1] is not None
        apart.wish(session, turn, found[0].id, found[1].id)

    return wish


async def paired(there: Stage, *pairs: tuple[str, str]) -> None:
    rows = [f"{there[one].id},{there[other].id},half-yearly" for one, other in pairs]
    await there.bring("\n".join(["mentor,mentee,rhythm", *rows]), coordinator="Maria", backup="Tom")
    await there.pass_by(days=3)


async def test_whoever_wishes_not_to_meet_somebody_is_in_another_group_and_cannot_be_moved_there(
    database_url: str,
) -> None:
    async with office(database_url, *PEOPLE) as there:
        await paired(there, ("Ana", "Eve"), ("Ben", "Finn"))
        await there.installation.bot.write(1, wishing(there, "Ana", "Ben"))
        sign_up(there)
        await forms(there)
        shown = await review(there)
        of_ana, of_ben = _of(shown, "Ana"), _of(shown, "Ben")

        assert of_ana != of_ben
        await changes(there, "Ben", of_ana, nth=0 if of_ben.endswith("1") else 1)

        assert there["Maria"].view_errors != {}
        assert "is not to be put together with somebody else there" in str(there["Maria"].view_errors)


async def test_two_of_whom_one_said_not_for_me_are_never_together(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        await paired(there, ("Ana", "Ben"))
        await there["Ben"].clicks("Not for me")
        await there["Ben"].submits()
        await there["Ben"].closes_all_views()
        sign_up(there, PEOPLE[:3])

        await forms(there)

        assert "I found no group that could meet" in await review(there)


async def test_three_of_whom_two_are_to_be_kept_apart_are_no_group(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        await paired(there, ("Ana", "Eve"), ("Ben", "Finn"))
        await there.installation.bot.write(1, wishing(there, "Ben", "Ana"))
        sign_up(there, PEOPLE[:3])

        await forms(there)

        assert "I found no group that could meet" in await review(there)


async def test_people_who_were_in_one_group_come_into_others(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        first = await review(there)
        await approves(there)
        await there.pass_by(days=2)
        for name in PEOPLE:
            await there[name].clicks("Join")
        await there.now()

        await forms(there, **{"Name of the groups": "Readers of Writers", "How many in a group": "About 4"})

        maria = there["Maria"]
        await maria.clicks("Review", _newest(there, "Readers of Writers"))
        second = maria.view_plain
        assert {_of(first, name)[-1:] for name in PEOPLE} == {"1", "2"}
        together = [name for name in PEOPLE if _of(first, name)[-1:] == "1" and _of(second, name)[-1:] == "1"]
        assert len(together) == 2
        assert "Together before, 2 pairs" in second


def _newest(there: Stage, words: str) -> tuple[str, str]:
    maria = there["Maria"]
    seen = [each for each in maria.messages(maria.dm) if words in each.plain][-1]
    return seen.channel, seen.ts


def _of(shown: str, name: str) -> str:
    """The group that a person is in, as a review shows it."""
    line = next(each for each in shown.splitlines() if each.startswith("*") and name in each.partition(":")[2])
    return line.partition(":")[0].strip("*")
