"""What somebody at the browser does and sees, in the words that stand on the page: roles and labels, never ids."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, Final

from playwright.async_api import Browser, ConsoleMessage, Locator, Page, ViewportSize, expect

from tests.e2e.browser import PATIENCE

DESKTOP: Final[ViewportSize] = {"width": 1280, "height": 800}
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
APP: Final = "Rapport"

_NEXT: Final = "Next event"
_DATE: Final = "%Y-%m-%dT%H:%M:%S+00:00"


class Screen:
    """One window of the browser, in which anybody of the workspace can be played."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.faults: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    # Who and where.

    async def becomes(self, name: str) -> None:
        """The person whose name begins so."""
        await self._shows_places()
        names = await self._persons.locator("option").all_text_contents()
        await self._persons.select_option(index=next(n for n, each in enumerate(names) if each.startswith(name)))
        await self._hides_places()
        card = self.page.get_by_role("complementary", include_hidden=True).locator("[aria-hidden=true]")
        await expect(card.filter(has_text=name).first).to_be_attached()

    async def opens(self, place: str) -> None:
        """A conversation whose name begins so, or Home."""
        await self._shows_places()
        await (
            self.page.get_by_role("navigation", name="Conversations")
            .get_by_role("button", name=re.compile(rf"^{re.escape(place)}"))
            .click()
        )

    # The clock.

    async def moves_the_clock(self, button: str = _NEXT) -> None:
        pressed = self.page.get_by_role("region", name="The clock").get_by_role("button", name=button)
        await pressed.click()
        await expect(pressed).to_be_enabled()

    async def lives_until(self, moment: datetime) -> None:
        """Without watching: for what came before a test begins."""
        given = {"to": moment.replace(tzinfo=UTC).strftime(_DATE)}
        answer = await self.page.request.post(f"{self.url}/playground/clock", data=given, timeout=0)
        assert answer.ok, await answer.text()

    # Messages.

    @property
    def conversation(self) -> Locator:
        return self.page.locator("main").get_by_role("region").last

    def message(self, words: str = "") -> Locator:
        """The newest message with these words."""
        return self.page.locator("main").get_by_role("article").filter(has_text=words).last

    async def sees(self, words: str) -> Locator:
        """Waits for a message with these words."""
        await expect(self.message(words)).to_be_visible()
        return self.message(words)

    async def sees_no(self, words: str) -> None:
        await expect(self.page.get_by_text(words)).to_have_count(0)

    async def clicks(self, button: str, words: str = "") -> None:
        """A button of the newest message with that button and these words; of a modal if one is open."""
        within = self.window if await self.window.is_visible() else self._with_button(button, words)
        await within.get_by_role("button", name=button, exact=True).last.click()

    async def chooses(self, option: str, menu: str, words: str = "") -> None:
        """From a menu of the newest message with these words."""
        await self._picks(self.message(words), option, menu)

    async def types(self, words: str) -> None:
        """Into the conversation, and sends it."""
        field = self.page.get_by_role("textbox", name=re.compile(r"^Message "))
        await field.fill(words)
        await field.press("Enter")
        await expect(field).to_have_value("")

    async def replies(self, words: str, to: str) -> None:
        """In the thread of the newest message with the words `to`."""
        await self._tool(to, "Reply in thread")
        field = self.page.get_by_role("textbox", name="Reply…")
        await field.fill(words)
        await field.press("Enter")
        await expect(field).to_have_value("")

    async def opens_the_thread(self, of: str) -> None:
        """Of the newest message with these words."""
        await self._tool(of, "Reply in thread")

    @property
    def thread(self) -> Locator:
        return self.page.get_by_role("region", name="Thread", exact=True)

    async def closes_the_thread(self) -> None:
        await self.page.get_by_role("button", name="Close the thread").click()

    async def reacts(self, emoji: str, to: str) -> None:
        """With one of the three at hand."""
        await self._tool(to, f"React with {emoji}")

    async def edits(self, words: str, into: str) -> None:
        await self._tool(words, "More actions")
        await self.page.get_by_role("menuitem", name="Edit message").click()
        field = self.page.get_by_role("textbox", name="Edit message")
        await field.fill(into)
        await field.press("Enter")

    async def reads_the_notifications(self) -> None:
        """They stand above all else until somebody does."""
        shown = self.page.get_by_role("region", name="Notifications").get_by_role("button", name="✕")
        for _ in range(await shown.count()):
            await shown.first.click()

    # Modals.

    @property
    def window(self) -> Locator:
        return self.page.get_by_role("dialog")

    async def fills(self, **fields: str) -> None:
        """Fields of the modal by the words of their label, with _ for blanks."""
        for label, words in fields.items():
            await self.field(label.replace("_", " ")).fill(words)

    def field(self, label: str, nth: int = 0) -> Locator:
        return self.window.get_by_label(re.compile(rf"^{re.escape(label)}\b")).nth(nth)

    async def picks(self, option: str, menu: str, nth: int = 0) -> None:
        """From a menu of the modal."""
        await self._picks(self.window, option, menu, nth)

    async def ticks(self, option: str) -> None:
        await self.window.get_by_label(option, exact=True).check()

    async def closes(self) -> None:
        await self.window.get_by_role("button", name="Close").last.click()
        await expect(self.window).to_be_hidden()

    # Within.

    @property
    def _persons(self) -> Locator:
        return self.page.get_by_role("combobox", name="You are", include_hidden=True)

    def _with_button(self, button: str, words: str) -> Locator:
        place = self.page.locator("main")
        pressed = self.page.get_by_role("button", name=button, exact=True)
        messages = place.get_by_role("article").filter(has=pressed).filter(has_text=words)
        return messages.last.or_(place.get_by_role("region", name="Home").filter(has=pressed))

    async def _tool(self, words: str, name: str) -> None:
        """Shown while the message is pointed at or focused; the focus stays where a new message below would move it."""
        message = self.message(words)
        await message.focus()
        await message.get_by_role("group", name="Message actions").get_by_role("button", name=name).click()

    async def _picks(self, within: Locator, option: str, menu: str, nth: int = 0) -> None:
        opener = within.get_by_label(re.compile(re.escape(menu))).nth(nth)
        await opener.click()
        await self.page.get_by_role("option", name=option).or_(self.page.get_by_role("menuitem", name=option)).click()

    async def _shows_places(self) -> None:
        opener = self.page.get_by_role("button", name="Conversations and people")
        if await opener.is_visible():
            await opener.click()

    async def _hides_places(self) -> None:
        if await self.page.get_by_role("button", name="Conversations and people").is_visible():
            await self.page.keyboard.press("Escape")

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.faults.append(said.text)


@asynccontextmanager
async def screen(chromium: Browser, url: str, **settings: Any) -> AsyncIterator[Screen]:
    """A fresh window, by default on a desk and in the light; its console must have stayed empty."""
    context = await chromium.new_context(
        **{"viewport": DESKTOP, "locale": "en-GB", "reduced_motion": "reduce", **settings}
    )
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    try:
        page = await context.new_page()
        shown = Screen(page, url)
        await page.goto(url)
        await expect(shown._persons.locator("option")).not_to_have_count(0)
        yield shown
        assert not shown.faults, shown.faults
    finally:
        await context.close()
