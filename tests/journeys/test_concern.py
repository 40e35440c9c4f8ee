"""Somebody asks for help with a relationship: it reaches whom they chose, and nobody else sees a trace of it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from playground.people import Person
from tests.engines import migrated_database
from tests.journeys.mentors import (
    acts_on_record,
    everything_kept,
    mentors,
    told,
)
from tests.stage import Stage

A_MOMENT = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
THURSDAY = datetime(2026, 9, 10, 13, tzinfo=UTC)
"""Two in the afternoon in London."""

WORDS = "She shouts at me, and I dread each meeting."
OMBUDS = "the ombuds office, room 12"
WAITING = "Someone in Mentors 2026 would like your help."


async def asks_for_help(person: Person, readers: Sequence[str], *, urgency: str = "Soon", words: str = WORDS) -> None:
    await person.runs("/rapport concern")
    given = {
        "Who should read it?": list(readers),
        "How urgent is it?": urgency,
        "What would you like them to know?": words,
    }
    await person.submits(given)


async def test_help_is_asked_read_taken_and_resolved_and_its_author_sees_each_step(database_url: str) -> None:
    async with mentors(database_url, outside=OMBUDS) as there:
        ben, maria, tom = there["Ben"], there["Maria"], there["Tom"]
        await there.until(THURSDAY)

        await asks_for_help(ben, ["Tom"])

        assert ben.view_plain.split("\n")[1:-1] == [
            "Thank you for saying so. Only Tom can read it.",
            "Tom hears of it right now.",
            "In our conversation I keep you told of where it stands.",
            f"You can also turn to: {OMBUDS}",
        ]
        await there.now()
        assert told(ben).split("\n")[:2] == [
            "You asked for help. Tom can read it; nobody has opened it yet.",
            "I wait for them until 11 September; then I go on to the next, or tell you.",
        ]
        card = tom.messages()[-1]
        assert card.text == WAITING
        assert card.plain.split("\n")[:3] == [
            WAITING,
            "Open since 10 September. Nobody has taken it yet.",
            "[Read] [I'm on it] [Snooze 3 days] [Resolve]",
        ]

        await tom.clicks("Read")
        await there.now()
        assert tom.view_plain == "\n".join(
            [
                "# For you alone",
                "Ben asked for help on 10 September. It is about the pairing with Ana.",
                "They said: soon.",
                "In their words",
                f"> {WORDS}",
                "Please write to Ben, and to nobody else. They see that you have opened this.",
                "[Message Ben] [I'm on it]",
                "Whatever you do next, please agree it with Ben first: a step that others notice could give them away.",
                "[Close]",
            ]
        )
        assert told(ben).startswith("You asked for help. It has been opened: Tom is to see to it.")
        assert ("read", "concern") in acts_on_record(database_url)

        await tom.clicks("I'm on it")
        await there.now()
        assert told(ben).startswith("You asked for help. Tom is on it, and will be in touch with you.")
        assert "Tom is on it." in tom.view_plain
        assert "Ben" not in tom.view_plain
        await tom.clicks("Resolve", tom.messages()[-1])
        await there.now()
        assert told(ben).startswith("You asked for help. Tom has marked it as resolved.")
        assert tom.messages()[-1].buttons == []
        assert "Ben" not in tom.messages()[-1].plain
        assert [seen for seen in maria.messages() if "help" in seen.plain and "Rapport" not in seen.plain] == []
        assert (await maria.runs("/rapport cases")).plain == "*Nothing waits for you.*"


async def test_the_words_are_kept_sealed_and_stand_in_no_message(database_url: str) -> None:
    async with mentors(database_url) as there:
        await there.until(THURSDAY)
        await asks_for_help(there["Ben"], ["Tom"])
        await there.now()
        await there["Tom"].clicks("Read")
        await there.pass_by(days=1)

        kept = everything_kept(database_url)

        assert "Mentors 2026" in kept
        assert "shouts" not in kept
        for name in there.people:
            assert all("shouts" not in seen.plain + seen.text for seen in there[name].messages()), name


async def test_a_reader_writes_to_the_author_alone_and_only_after_reading(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben, tom = there["Ben"], there["Tom"]
        await there.until(THURSDAY)
        await asks_for_help(ben, ["Tom"])
        await there.now()
        assert "Message them" not in tom.messages()[-1].buttons

        await tom.clicks("Read")
        await tom.clicks("Message Ben")
        assert "To whom?: [x] Ben\n" in tom.view_plain
        await tom.submits()
        await there.now()

        assert "Your words are on their way to Ben." in tom.view_plain
        assert told(ben).startswith("Tom (coordinator) writes to you, as part of Mentors 2026:")
        assert all("Tom (coordinator) writes" not in seen.plain for seen in there["Ana"].messages())


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_whoever_it_is_about_sees_no_trace_of_it(engine: str, tmp_path: Path) -> None:
    """Maria mentors Ben and runs the programme; what she can see is the same with and without his asking for help."""
    seen = []
    for asks in (False, True):
        (folder := tmp_path / str(asks)).mkdir()
        with migrated_database(engine, folder) as url:
            seen.append(await _as_maria_sees_it(url, asks=asks))

    assert seen[0] == seen[1]
    assert len(seen[0]) > 20


async def test_untaken_it_goes_to_the_next_reader_and_then_the_author_is_told_of_the_outside_contact(
    database_url: str,
) -> None:
    async with mentors(database_url, outside=OMBUDS) as there:
        ben, maria, tom = there["Ben"], there["Maria"], there["Tom"]
        await there.until(THURSDAY)
        await asks_for_help(ben, ["Maria", "Tom"])
        await there.now()
        before = len(ben.messages())
        assert maria.messages()[-1].text == WAITING
        assert WAITING not in [seen.text for seen in tom.messages()]

        await there.until(datetime(2026, 9, 11, 9, 1, tzinfo=UTC))  # ten in London, one working day later
        assert tom.messages()[-1].text == WAITING
        assert "Maria heard of it first and has not taken it." in tom.messages()[-1].plain
        assert told(ben).startswith("You asked for help. It was not taken in time, so Tom has been told as well.")
        assert len(ben.messages()) == before + 1
        assert ben.messages()[-1].text == "Something of yours has news."
        await there.until(datetime(2026, 9, 14, 9, 1, tzinfo=UTC))

        last = told(ben).split("\n")
        assert last[0].startswith("You asked for help, and nobody has taken it in time. I am sorry.")
        assert last[1] == f"You can also turn to: {OMBUDS}"
        assert len(ben.messages()) == before + 2


async def test_now_is_delivered_at_night_and_soon_is_not(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben, tom = there["Ben"], there["Tom"]
        await there.until(datetime(2026, 9, 12, 22, tzinfo=UTC))  # Saturday night

        await asks_for_help(ben, ["Tom"], urgency="When you can")
        await there.now()
        assert "Tom hears of it when their working day begins." in ben.view_plain
        assert WAITING not in [seen.text for seen in tom.messages()]
        await asks_for_help(ben, ["Tom"], urgency="Now")
        await there.now()

        assert "Tom hears of it right now." in ben.view_plain
        assert tom.messages()[-1].text == WAITING
        assert "They ask you to read it *now*." in tom.messages()[-1].plain
        await there.until(datetime(2026, 9, 14, 8, 1, tzinfo=UTC))
        assert [seen.text for seen in tom.messages()].count(WAITING) == 2


async def test_it_can_be_asked_from_the_menu_of_a_question_and_from_home(database_url: str) -> None:
    async with mentors(database_url, ("Ana", "Ben"), ("Cleo", "Ben")) as there:
        ben = there["Ben"]
        await there.until(datetime(2026, 9, 15, 9, 1, tzinfo=UTC))

        second = "Cleo" if "Have you and Ana" in ben.messages()[-1].plain.partition("[")[0] else "Ana"
        await ben.chooses("I need help…", nth=1)
        assert f"(•) {second}" in ben.view_plain
        await ben.closes_view()
        await ben.opens_home()
        await ben.clicks("I need help")

        assert "Whom is it about?: ( ) Ana ( ) Cleo" in ben.view_plain
        await ben.submits({"Who should read it?": ["Tom"], "What would you like them to know?": WORDS})
        assert list(ben.view_errors) == ["which"]


async def test_nobody_who_sits_in_the_pairing_can_be_chosen_to_read(database_url: str) -> None:
    async with mentors(database_url, ("Maria", "Ben"), ("Tom", "Maria"), outside=OMBUDS) as there:
        await there.until(THURSDAY)

        await there["Ben"].runs("/rapport concern")
        assert "Who should read it?: [x] Tom\n" in there["Ben"].view_plain
        await there["Tom"].runs("/rapport concern")

        assert there["Tom"].view_plain.split("\n")[1:3] == [
            "Nobody in your programme can read this at present, so I cannot take it.",
            f"You can also turn to: {OMBUDS}",
        ]


async def test_a_reader_who_cannot_be_reached_is_passed_over_at_once(database_url: str) -> None:
    async with mentors(database_url) as there:
        await there.until(THURSDAY)
        there.slack.deactivate(there["Maria"])
        await there.now()

        await asks_for_help(there["Ben"], ["Maria", "Tom"])
        await there.now()

        assert there["Tom"].messages()[-1].text == WAITING


async def _as_maria_sees_it(database_url: str, *, asks: bool) -> list[object]:
    async with mentors(database_url, ("Maria", "Ben")) as there:
        await there.until(THURSDAY)
        await there["Maria"].opens_home()
        if asks:
            await asks_for_help(there["Ben"], ["Tom"])
            await there.now()
            await there["Tom"].clicks("Read")
            await there["Tom"].clicks("I'm on it")
        await there.until(THURSDAY + 6 * DAY)
        return await _screen(there, there["Maria"])


async def _screen(there: Stage, person: Person) -> list[object]:
    commands = ("", " help", " cases", " report", " checkin", " concern")
    answers = [(await person.runs(f"/rapport{command}")).plain for command in commands]
    shown = [(seen.ts, seen.text, seen.plain, seen.edited) for seen in person.messages() if not seen.ephemeral]
    return [*shown, *answers, *person.home_plain.split("\n"), person.view_plain]
