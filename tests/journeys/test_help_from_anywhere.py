"""Help can be asked for wherever a pairing is spoken of, also when the question is settled or the pairing has ended."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest

from playground.people import Person
from playground.seen import Seen
from tests.journeys.mentors import mentors
from tests.stage import Stage

ASKED = datetime(2026, 9, 15, 9, 5, tzinfo=UTC)
CLOSED = datetime(2026, 9, 29, 8, 30, tzinfo=UTC)


async def _answers(there: Stage, ben: Person) -> None:
    await ben.clicks("We met")


async def _skips(there: Stage, ben: Person) -> None:
    await ben.chooses("Skip this one")


async def _writes(there: Stage, ben: Person) -> None:
    question = ben.messages()[-1]
    await ben.posts("Words", thread=(question.channel, question.ts))


async def _says_nothing(there: Stage, ben: Person) -> None:
    await there.until(CLOSED)


async def _ends_it(there: Stage, ben: Person) -> None:
    await ben.clicks("Not for me", _with(ben, "We've planned it"))
    await ben.submits()
    await ben.closes_view()


def _with(person: Person, button: str) -> tuple[str, str]:
    found = next(seen for seen in person.messages() if button in seen.buttons)
    return found.channel, found.ts


def _question(person: Person, stamp: str) -> Seen:
    return next(seen for seen in person.messages() if seen.ts == stamp)


@pytest.mark.parametrize("act", [_answers, _skips, _writes, _says_nothing, _ends_it])
async def test_a_settled_question_still_offers_help(
    database_url: str, act: Callable[[Stage, Person], Awaitable[None]]
) -> None:
    async with mentors(database_url) as there:
        ben = there["Ben"]
        await there.until(ASKED)
        question = ben.messages()[-1]
        await act(there, ben)
        await there.now()
        asked = _question(ben, question.ts)
        if act is _says_nothing:
            asked = next(seen for seen in reversed(ben.messages()) if "has closed" in seen.plain and seen.buttons)

        await ben.clicks("I need help", (asked.channel, asked.ts))

        assert "Whom is it about?: (•) Ana" in ben.view_plain


async def test_the_question_of_the_first_meeting_offers_help(database_url: str) -> None:
    async with mentors(database_url) as there:
        rows = f"mentor,mentee,rhythm\n{there['Ana'].id},{there.add('Eve', 'Europe/London').id},monthly\n"
        eve = there["Eve"]
        await there.bring(rows, coordinator="Maria", backup="Tom")
        await there.until(datetime(2026, 9, 16, 12, tzinfo=UTC))
        asked = next(seen for seen in eve.messages() if "found a time for a first meeting" in seen.plain)

        await eve.clicks("I need help", (asked.channel, asked.ts))
        assert "Whom is it about?: (•) Ana" in eve.view_plain
        await eve.closes_view()
        await eve.clicks("We've met", (asked.channel, asked.ts))
        await there.now()

        assert _question(eve, asked.ts).buttons == ["I need help"]


async def test_home_offers_help_and_the_outside_contact_after_the_end(database_url: str) -> None:
    async with mentors(database_url, outside="the ombuds office") as there:
        ana, ben = there["Ana"], there["Ben"]
        await there.until(ASKED)
        await _ends_it(there, ben)
        await there.now()

        await ana.opens_home()

        assert "[I need help]" in ana.home_plain.splitlines()
        assert "You can also turn to: the ombuds office" in ana.home_plain
        await ana.clicks("I need help", nth=0)
        assert "Whom is it about?: (•) Ben" in ana.view_plain
