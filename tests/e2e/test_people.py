"""Whoever looks: by keyboard alone, by screen reader, on a phone, in the dark, in French."""

import re
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.e2e.axe import grave_faults
from tests.e2e.screen import PHONE, Screen, screen

pytestmark = pytest.mark.asyncio(loop_scope="package")

WIDTH = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


async def test_somebody_without_a_mouse_answers_and_writes(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as sam:
        await _tabs_to(sam.page, "combobox", "You are")
        await sam.page.keyboard.type("Sam")
        await sam.page.keyboard.press("Enter")
        await _tabs_to(sam.page, "button", "Rapport")
        await sam.page.keyboard.press("Enter")
        await _tabs_to(sam.page, "button", "It's booked")
        await sam.page.keyboard.press("Enter")
        await sam.sees("With Chiara Rossi: it's booked. Saved.")

        await _tabs_to(sam.page, "button", "Add a line")
        await sam.page.keyboard.press("Enter")
        await expect(sam.window).to_be_visible()
        await sam.page.keyboard.press("Escape")
        await expect(sam.window).to_be_hidden()

        await _tabs_to(sam.page, "textbox", "Message Rapport")
        await sam.page.keyboard.type("By keyboard alone")
        await sam.page.keyboard.press("Enter")
        await sam.sees("By keyboard alone")


async def _tabs_to(page: Page, role: Any, name: str) -> None:
    """Presses Tab until the focus is there; a keyboard has no other way."""
    wanted = page.get_by_role(role, name=re.compile(rf"^{re.escape(name)}"))
    for _ in range(120):
        if await wanted.last.evaluate("node => node === document.activeElement"):
            return
        await page.keyboard.press("Tab")
    pytest.fail(f"Tab never comes to the {role} {name}")


async def test_an_open_menu_is_moved_through_with_arrows_and_left_with_escape(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as chiara:
        await chiara.becomes("Chiara")
        opener = chiara.message("Have you and Sam Tremblay met").get_by_role("button", name="More actions")
        await opener.focus()
        await chiara.page.keyboard.press("Enter")
        await expect(chiara.page.get_by_role("menuitem", name="Ask me later")).to_be_focused()
        await chiara.page.keyboard.press("Escape")
        await expect(opener).to_be_focused()

        await chiara.page.keyboard.press("Enter")
        await chiara.page.keyboard.press("ArrowDown")
        await chiara.page.keyboard.press("Enter")

        await chiara.sees("You skipped this check-in with Sam Tremblay.")


async def test_a_reader_of_french_reads_french_and_their_own_clock(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday) as helene:
        await helene.becomes("Hélène")

        message = await helene.sees("Avez-vous trouvé un moment pour une première rencontre avec Ana Pereira")
        await expect(message.get_by_role("button", name="C’est prévu")).to_be_visible()
        await expect(helene.page.get_by_role("region", name="The clock")).to_contain_text("19:00")


async def test_a_phone_shows_everything_without_scrolling_sideways(chromium: Browser, tuesday: str) -> None:
    async with screen(chromium, tuesday, viewport=PHONE, is_mobile=True, has_touch=True) as ana:
        await ana.becomes("Ana")
        for place in ("Rapport", "Home", "Ben Clarke"):
            await ana.opens(place)
            await expect(ana.page.get_by_role("heading", name=place)).to_be_visible()

            scrolls, sees = await ana.page.evaluate(WIDTH)

            assert scrolls <= sees == PHONE["width"], place
            assert await _beyond_the_edge(ana) == [], place


async def _beyond_the_edge(screen: Screen) -> list[str]:
    """What can be pressed and lies at least partly outside the window, though it is on display."""
    beyond: list[str] = await screen.page.evaluate(
        """() => [...document.querySelectorAll("main button, main input, main textarea")]
            .filter(each => each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
            .filter(each => each.getBoundingClientRect().width && each.getBoundingClientRect().right > innerWidth + 1)
            .map(each => each.outerHTML.slice(0, 120))"""
    )
    return beyond


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_no_screen_has_a_grave_fault_for_those_who_see_or_hear_it_otherwise(
    chromium: Browser, tuesday: str, scheme: str
) -> None:
    found: dict[str, list[str]] = {}
    async with screen(chromium, tuesday, color_scheme=scheme) as shown:
        await shown.becomes("Kiran")
        await shown.sees("Have you and Priya Nair met")
        found["conversation"] = await grave_faults(shown.page)
        await shown.opens("Home")
        await shown.page.get_by_role("button", name="Change my hours").wait_for()
        found["home"] = await grave_faults(shown.page)
        await shown.clicks("Change my hours")
        await expect(shown.window).to_be_visible()
        found["modal"] = await grave_faults(shown.page)
        await shown.page.keyboard.press("Escape")
        await shown.becomes("Maria")
        await shown.types("/rapport report")
        await shown.sees("Only visible to you")
        found["report"] = await grave_faults(shown.page)
        for panel in ("Timeline", "Rehearsal"):
            await shown.page.get_by_role("button", name=panel, exact=True).click()
            await expect(shown.page.get_by_role("region", name=panel)).to_be_visible()
            found[panel] = await grave_faults(shown.page)

    assert {where: faults for where, faults in found.items() if faults} == {}
