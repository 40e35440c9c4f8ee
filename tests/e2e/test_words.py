"""What people type: kept while the screen changes around it, and never read as anything but words."""

import re

import pytest
from playwright.async_api import Browser, expect

from tests.e2e.screen import Screen, screen

pytestmark = pytest.mark.asyncio(loop_scope="package")

HOSTILE = (
    "<img src=x onerror=\"document.title='broken in'\">",
    "<script>document.title='broken in'</script>",
    "<b>bold</b> & <a href=javascript:alert(1)>here</a>",
    "{{7*7}} ${7*7} &lt;i&gt; &amp;amp;",
)


async def test_words_are_shown_as_they_were_typed(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as luc:
        await luc.becomes("Luc")
        await luc.opens("channel first-years")

        for words in HOSTILE:
            await luc.types(words)
            await luc.sees(words)

        await expect(luc.page.locator("main article :is(img, script, b, i, a, iframe)")).to_have_count(0)
        assert await luc.page.title() == "Rapport playground"


async def test_words_in_a_form_come_back_as_words(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as ben:
        await ben.becomes("Ben")
        await ben.clicks("We met", "Have you and Ana Pereira met")
        await ben.clicks("Add a line")
        await ben.fills(What_moved=HOSTILE[0])
        await ben.picks("Ana Pereira and me", "Who may read it?")
        await ben.clicks("Save")
        await expect(ben.window).to_contain_text("1 text is shared with Ana Pereira.")
        await ben.closes()

        await ben.clicks("Edit", "With Ana Pereira")
        await expect(ben.field("What moved")).to_have_value(HOSTILE[0])
        await expect(ben.page.locator("img")).to_have_count(0)
        assert await ben.page.title() == "Rapport playground"


async def test_what_stands_in_a_field_stays_while_the_screen_changes(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as priya:
        await priya.becomes("Priya")
        field = priya.page.get_by_role("textbox", name="Message Rapport")
        await field.fill("Half a sen")
        await field.press("End")

        await priya.reacts("white check mark", to="Have you and Kiran Rao met")
        await priya.sees("With Kiran Rao: we met. Saved.")
        await _finds_the_words_again_after_a_visit_elsewhere(priya)

        await expect(field).to_have_value("Half a sen")


async def _finds_the_words_again_after_a_visit_elsewhere(someone: Screen) -> None:
    await someone.opens("Home")
    await someone.opens("Rapport")


async def test_a_form_keeps_what_was_typed_when_the_app_says_what_is_wrong(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as sam:
        await sam.becomes("Sam")
        await sam.types("/rapport concern")
        await sam.fills(What_would_you_like_them_to_know="I would like a word.")

        await sam.clicks("Send")

        readers = sam.window.get_by_role("group", name="Who should read it?")
        await expect(readers).to_have_accessible_description(re.compile("Please complete this required field."))
        await expect(sam.window.get_by_label("Maria Santos")).to_be_focused()
        await expect(sam.field("What would you like them to know")).to_have_value("I would like a word.")

        await sam.ticks("Tom Okafor")
        await sam.clicks("Send")

        await expect(sam.window).to_contain_text("Only Tom Okafor can read it.")


async def test_what_the_app_refuses_is_said_beside_its_field(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as kiran:
        await kiran.becomes("Kiran")
        await kiran.clicks("Change my hours")
        await kiran.fills(Your_day_ends="08:00")

        await kiran.clicks("Save")

        ends = kiran.field("Your day ends")
        await expect(ends).to_have_attribute("aria-invalid", "true")
        await expect(ends).to_be_focused()

        await kiran.fills(Your_day_ends="16:30")
        await kiran.clicks("Save")

        await expect(kiran.window).to_contain_text("09:00 to 16:30")


async def test_whoever_opens_again_what_is_open_still_sees_it(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as chiara:
        await chiara.becomes("Chiara")
        await chiara.sees("Hello Chiara")

        await chiara.opens("Rapport")
        await chiara.sees("Hello Chiara")
        await chiara.becomes("Chiara")
        await chiara.types("/rapport concern")

        await expect(chiara.window).to_be_visible()
        await chiara.closes()
        await chiara.sees("Hello Chiara")
