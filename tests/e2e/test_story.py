"""The whole story by clicks: from the first word to a request for help that somebody takes, and the numbers."""

import pytest
from playwright.async_api import expect

from tests.e2e.screen import Screen

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_a_pair_is_introduced_asked_and_helped_by_clicks_alone(someone: Screen) -> None:
    await _is_introduced(someone)
    await _answers_and_adds_a_line(someone)
    await _answers_by_a_reaction_and_in_words(someone)
    await _answers_in_the_thread(someone)
    await _asks_for_help_and_is_heard(someone)
    await _reads_the_numbers(someone)


async def _is_introduced(someone: Screen) -> None:
    await someone.becomes("Ana")
    await someone.moves_the_clock("Next working morning")
    await someone.sees("Hello Ana Pereira. I am Rapport")
    await someone.clicks("OK")
    await someone.sees("You said OK, thank you.")

    for _ in range(3):
        await someone.moves_the_clock("+1 day")
    await someone.opens("Ben Clarke")
    await someone.sees("Ana Pereira is the mentor, Ben Clarke the mentee.")
    await someone.clicks("We've planned it")
    await someone.sees("Ana Pereira says that a first meeting is planned.")


async def _answers_and_adds_a_line(someone: Screen) -> None:
    await someone.moves_the_clock("+1 week")
    await someone.moves_the_clock("+1 week")
    await someone.opens("Rapport")
    await someone.clicks("We met", "Have you and Ben Clarke met")
    await someone.sees("With Ben Clarke: we met. Saved.")
    await someone.clicks("Add a line")
    await someone.fills(What_moved="The first draft.", A_private_line="I am short of time.")
    await someone.picks("Ben Clarke and me", "Who may read it?")
    await someone.clicks("Save")
    await expect(someone.window).to_contain_text("1 text is shared with Ben Clarke.")
    await someone.closes()
    await someone.sees("What moved: shared with Ben Clarke.")
    await someone.chooses("4: very useful", "How useful was it?", "With Ben Clarke")
    chosen = someone.message("With Ben Clarke").get_by_role("combobox", name="How useful was it?")
    await expect(chosen).to_have_value("4: very useful")


async def _answers_by_a_reaction_and_in_words(someone: Screen) -> None:
    await someone.becomes("Ben")
    await someone.moves_the_clock("Next working morning")
    await someone.reacts("white check mark", "Have you and Ana Pereira met")
    await someone.sees("With Ana Pereira: we met. Saved.")

    await someone.types("We talked about the draft")
    await someone.edits("We talked about the draft", into="We talked about the draft, and Lisbon")
    await someone.clicks("Share with Ana Pereira")
    await someone.sees("Saved, and shared with Ana Pereira.")

    await someone.becomes("Ana")
    await someone.moves_the_clock("Next working morning")
    await someone.sees("We talked about the draft, and Lisbon")


async def _answers_in_the_thread(someone: Screen) -> None:
    await someone.becomes("Priya")
    await someone.moves_the_clock("+1 day")
    await someone.replies("My outline is done.", to="Have you and Kiran Rao met")
    await expect(someone.thread).to_contain_text("Saved for your check-in with Kiran Rao. Only you can read it.")
    await someone.thread.get_by_role("button", name="Share with Kiran Rao").click()
    await expect(someone.thread).to_contain_text("Saved, and shared with Kiran Rao.")
    await someone.closes_the_thread()


async def _asks_for_help_and_is_heard(someone: Screen) -> None:
    await someone.types("/rapport concern")
    await someone.ticks("Maria Santos")
    await someone.fills(What_would_you_like_them_to_know="I dread each meeting.")
    await someone.clicks("Send")
    await expect(someone.window).to_contain_text("Only Maria Santos can read it.")
    await someone.closes()

    await someone.becomes("Maria")
    await someone.moves_the_clock("Next working morning")
    await someone.clicks("Read", "Someone in Mentors 2026 would like your help.")
    await expect(someone.window).to_contain_text("I dread each meeting.")
    await someone.clicks("I'm on it")
    await someone.closes()
    await someone.becomes("Priya")
    await someone.sees("You asked for help. Maria Santos is on it")


async def _reads_the_numbers(someone: Screen) -> None:
    await someone.becomes("Maria")
    await someone.types("/rapport report")
    report = await someone.sees("Mentors 2026")
    await expect(report).to_contain_text("Only visible to you")
    await someone.sees_no("I dread each meeting.")
