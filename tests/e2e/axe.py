"""axe-core's judgement of what is on the screen: https://github.com/dequelabs/axe-core"""

from importlib.resources import files
from typing import Final

from playwright.async_api import Page

_SCRIPT: Final = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_RUN: Final = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"


async def grave_faults(page: Page) -> list[str]:
    """Each serious or critical one, with where it is."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(_SCRIPT)
    return [
        f"{fault['impact']} {fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in await page.evaluate(_RUN)
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]
