"""Home is shown when it is opened, and kept right from then on."""

from datetime import UTC, datetime, timedelta

from playground.model import Spot
from playground.people import Person
from tests.journeys.mentors import QUIET, mentors
from tests.stage import Stage

TUESDAY = datetime(2026, 9, 15, 9, 1, tzinfo=UTC)
"""The first question has just been asked."""

MINUTE = timedelta(minutes=1)


async def test_a_stranger_reads_what_rapport_is(database_url: str) -> None:
    async with mentors(database_url) as there:
        zoe = there.add("Zoe", "Europe/London")

        await zoe.opens_home()

        assert zoe.home_plain.startswith("*This is Rapport*, the bot that helps mentoring pairs keep in touch.")
        assert "[" not in zoe.home_plain


async def test_one_click_on_home_is_an_answer_and_shows_at_once(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben = there["Ben"]
        await there.until(TUESDAY)
        await ben.opens_home()
        assert "[We met] [It's booked] [Not yet] [Add a line]" in ben.home_plain

        await ben.clicks(_on_home(ben, "answer.met"))

        assert "[We met]" not in ben.home_plain
        assert "Next question: Tuesday 22 September at 10:00." in ben.home_plain
        await there.now()
        assert "With Ana: *we met*. Saved." in ben.messages()[-1].plain


async def test_an_answer_given_elsewhere_shows_on_home_within_a_tick(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben = there["Ben"]
        await there.until(TUESDAY)
        await ben.opens_home()
        await there.pass_by(minutes=2)
        asked = ben.messages()[-1]
        published = _published(there)

        await ben.clicks("We met", asked)
        await there.now()
        await there.pass_by(minutes=1)

        assert "[We met]" not in ben.home_plain
        assert _published(there) == published + 1


async def test_home_is_shown_at_most_once_a_minute(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben = there["Ben"]
        await there.until(TUESDAY)
        await ben.opens_home()
        asked = ben.messages()[-1]
        published = _published(there)

        await ben.clicks("We met", (asked.channel, asked.ts))
        for grade in ("3: useful", "4: very useful", "5: extremely useful"):
            await there.pass_by(seconds=5)
            await ben.chooses(grade, (asked.channel, asked.ts))
        await there.pass_by(seconds=5)

        assert _published(there) == published
        await there.pass_by(minutes=2)
        assert published < _published(there) <= published + 2


async def test_nobody_who_never_opened_it_is_shown_a_home(database_url: str) -> None:
    async with mentors(database_url) as there:
        await there.until(TUESDAY)
        await there["Ben"].clicks("We met")
        await there.pass_by(hours=1)

        assert _published(there) == 0


async def test_a_pause_from_home_is_shown_there_and_ends_there(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben = there["Ben"]
        await there.until(TUESDAY)
        await ben.opens_home()

        await ben.clicks("Pause…")
        await ben.submits()
        await ben.closes_view()
        await there.pass_by(minutes=2)
        assert "[Resume now]" in ben.home_plain
        await ben.clicks("Resume now")

        assert "Welcome back. Your pause is over." in ben.view_plain
        assert "[Pause…]" in ben.home_plain


async def test_what_waits_for_a_coordinator_comes_first_and_goes_when_it_is_resolved(database_url: str) -> None:
    async with mentors(database_url) as there:
        maria = there["Maria"]
        await maria.opens_home()
        assert "Nothing waits for you." in maria.home_plain.split("\n")[0]
        await there.until(QUIET + 2 * MINUTE)

        lines = maria.home_plain.split("\n")
        assert lines[0] == "*1 case waits.*"
        assert lines[1].startswith("*Ana and Ben* in Mentors 2026 (case ")
        assert "Answers: 0 of 6 asked (0 %)" in lines
        await maria.clicks("Open", nth=0)
        await maria.clicks("Resolve")
        assert "is resolved, by Maria." in maria.view_plain
        await there.pass_by(minutes=2)

        assert maria.home_plain.startswith("*Nothing waits for you.*")


async def test_a_step_that_is_no_longer_possible_is_said_in_a_modal(database_url: str) -> None:
    async with mentors(database_url) as there:
        maria = there["Maria"]
        await maria.opens_home()
        await there.until(QUIET + 2 * MINUTE)
        await maria.clicks("Open")
        card = maria.messages()[-1]
        await maria.clicks("Resolve", (card.channel, card.ts))

        await maria.clicks("I'm on it")

        assert "is resolved: type /rapport cases to see those that wait." in maria.view_plain


async def test_what_is_done_in_a_window_that_home_opened_shows_there_at_once(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben, maria = there["Ben"], there["Maria"]
        await there.until(QUIET + 2 * MINUTE)
        await maria.opens_home()
        await ben.opens_home()

        await maria.clicks("Open")
        await maria.clicks("Resolve")
        assert maria.home_plain.startswith("*Nothing waits for you.*")
        await ben.clicks(_on_home(ben, "concern.open"))
        await ben.submits({"Who should read it?": ["Maria"], "What would you like them to know?": "Help"})
        assert "You asked for help. Maria can read it; nobody has opened it yet." in ben.home_plain
        await ben.closes_view()
        assert ben.home is not None
        await ben.clicks("Change my hours", view=ben.home["id"])
        await ben.submits({"ask_at": "14:00"})
        assert "I ask on Tuesdays at 14:00." in ben.home_plain


def _on_home(person: Person, action_id: str) -> Spot:
    """A button of Home, where a message has the same."""
    home = person.home
    assert home is not None
    return next(
        (block["block_id"], action_id)
        for block in home["blocks"]
        if action_id in [element["action_id"] for element in block.get("elements", []) if "action_id" in element]
    )


def _published(there: Stage) -> int:
    return sum(call.method == "views.publish" for call in there.slack.calls)
