"""One browser for all tests of the page; a playground for the story, and one that the other tests share."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.e2e.browser import CHROMIUM, MISSING, browser
from tests.e2e.playing import TUESDAY, playground
from tests.e2e.screen import Screen, screen


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def chromium() -> AsyncIterator[Browser]:
    if not CHROMIUM:
        pytest.skip(MISSING)
    async with browser() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="package")
async def someone(chromium: Browser) -> AsyncIterator[Screen]:
    """At a playground of their own, on its first Monday."""
    async with playground() as url, screen(chromium, url) as shown:
        yield shown


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def tuesday(chromium: Browser) -> AsyncIterator[str]:
    """The address of a playground on a Tuesday on which people were asked; each test is somebody else there."""
    async with playground() as url:
        async with screen(chromium, url) as shown:
            await shown.lives_until(TUESDAY)
        yield url
