"""Debian's chromium, started afresh: what the tests of the page and the pictures look through."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from playwright.async_api import Browser, async_playwright

CHROMIUM: Final = shutil.which("chromium") or ""
MISSING: Final = "there is no chromium; on Debian: sudo apt-get install chromium fonts-noto-color-emoji"

PATIENCE: Final = 20_000
"""Milliseconds that a busy machine may take; nothing here is held to a time."""

_QUIETLY: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-lcd-text",  # letters without coloured edges, which a picture of few colours keeps
)


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """With a profile of its own, which is gone afterwards."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=[*_QUIETLY])
        try:
            yield started
        finally:
            await started.close()
