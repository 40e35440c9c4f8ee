"""Words written under a coordinator's message reach nobody: the writer is told so, and no check-in takes them."""

from datetime import UTC, datetime

import pytest

from playground.people import Person
from playground.seen import Seen
from tests.journeys.mentors import QUIET, everything_kept, mentors
from tests.stage import Stage

THURSDAY = datetime(2026, 9, 10, 13, tzinfo=UTC)
"""Ana and Ben are introduced, and nobody has been asked anything."""

WORDS = "She did it again"
DID_NOT_REACH = "I pass no words on, so that did not reach Maria. Please write to @Maria."


async def help_is_offered(there: Stage) -> tuple[Person, Seen, Seen]:
    """Ben has asked Maria for help and she has written to him: the person, where his concern stands, her words."""
    ben, maria = there["Ben"], there["Maria"]
    await there.until(THURSDAY)
    await ben.runs("/rapport concern")
    await ben.submits({"Who should read it?": ["Maria"], "What would you like them to know?": "Help"})
    await ben.closes_view()
    await there.now()
    stands = ben.messages()[-1]
    await maria.clicks("Read")
    await maria.clicks("Message Ben")
    await maria.submits()
    await maria.closes_view()
    await there.now()
    return ben, stands, ben.messages()[-1]


@pytest.mark.parametrize("where", ["care", "stands", "next"])
async def test_what_is_meant_for_a_coordinator_becomes_no_check_in(database_url: str, where: str) -> None:
    async with mentors(database_url) as there:
        ben, stands, care = await help_is_offered(there)
        above = {"care": care, "stands": stands, "next": None}[where]

        await ben.posts(WORDS, thread=(above.channel, above.ts) if above else None)
        await there.now()

        answer = ben.messages()[-1]
        assert answer.plain.splitlines()[0] == DID_NOT_REACH
        assert answer.buttons == ["Forget it"]
        assert "Ana" not in answer.plain
        assert answer.text == "That did not reach Maria."
        report = await there["Maria"].runs("/rapport report last 30 days")
        assert "Check-ins opened: 0" in report.plain


async def test_a_second_line_is_not_taken_for_an_answer_either(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben, _, care = await help_is_offered(there)
        await ben.posts(WORDS)
        await there.now()
        first = ben.messages()[-1]

        await ben.posts("And on Monday too")
        await there.now()
        await ben.posts("In a thread", thread=(care.channel, care.ts))
        await there.now()
        await ben.posts("Under the answer", thread=(first.channel, first.ts))
        await there.now()

        told = [seen.plain for seen in ben.messages() if seen.plain.startswith(DID_NOT_REACH)]
        assert len(told) == 4


async def test_a_reply_to_care_ends_no_climb(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben, maria = there["Ben"], there["Maria"]
        await there.until(QUIET)
        await there.now()
        await maria.clicks("Message them")
        await maria.submits()
        await maria.closes_view()
        await there.now()

        await ben.posts("Thank you, I am swamped")
        await there.now()

        assert ben.messages()[-1].plain.startswith(DID_NOT_REACH)
        card = next(seen for seen in maria.messages() if "Snooze 3 days" in seen.buttons)
        assert "Maria is on it." in card.plain
        assert "They have met or answered since" not in card.plain


async def test_whoever_coordinates_and_mentors_answers_no_check_in_under_a_case(database_url: str) -> None:
    async with mentors(database_url, ("Ana", "Ben"), ("Maria", "Cleo")) as there:
        maria = there["Maria"]
        await there.until(QUIET)
        await there.now()
        card = next(seen for seen in maria.messages() if "I'm on it" in seen.buttons)

        await maria.posts("I call Ana today", thread=(card.channel, card.ts))
        await there.now()

        answer = maria.messages()[-1]
        assert answer.plain.splitlines()[0] == "I pass no words on, so that reached nobody."
        assert answer.buttons == ["Forget it"]


async def test_such_words_can_be_forgotten(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben, _, _ = await help_is_offered(there)
        await ben.posts(WORDS)
        await there.now()

        await ben.clicks("Forget it")
        await there.now()

        assert ben.messages()[-1].plain.splitlines() == [DID_NOT_REACH, "I do not keep it."]
        assert WORDS not in everything_kept(database_url)


async def test_the_next_question_is_answered_in_words_again(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben, _, _ = await help_is_offered(there)
        await there.until(datetime(2026, 9, 15, 9, 5, tzinfo=UTC))

        await ben.posts("We talked about the draft")
        await there.now()

        assert ben.messages()[-1].plain.startswith("Saved for your check-in with Ana.")


async def test_a_coordinators_message_names_them_so_that_one_click_writes_to_them(database_url: str) -> None:
    async with mentors(database_url) as there:
        _, _, care = await help_is_offered(there)

        assert care.plain.splitlines()[-1] == "To answer, write to @Maria in Slack: I do not pass words back."
        assert there["Maria"].id in care.notifies
