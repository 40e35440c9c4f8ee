"""`python -m tests.e2e.pictures`: plays the most telling moments of a programme and takes their pictures.

The same pictures come out each time: the people, the dice and the first day are always the same.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from PIL import Image, ImageChops
from playwright.async_api import ViewportSize, expect

from tests.e2e.browser import CHROMIUM, MISSING, browser
from tests.e2e.playing import TOP, TUESDAY, playground
from tests.e2e.screen import DESKTOP, PHONE, Screen, screen

PICTURES: Final = TOP / "docs" / "pictures"
WEDNESDAY: Final = datetime(2026, 9, 9, 16, tzinfo=UTC)
ROUND: Final = datetime(2026, 9, 10, 15, tzinfo=UTC)
"""An hour after the first round of the peer group has opened."""

DIGEST: Final = datetime(2026, 9, 15, 17, tzinfo=UTC)
"""That round has closed."""

MEETING: Final = datetime(2026, 9, 17, 16, tzinfo=UTC)
"""All of the first round of the rotation have been introduced, in an hour that they share."""

FRIDAY: Final = datetime(2026, 10, 2, 9, tzinfo=UTC)
"""Kiran and Priya have been silent twice; Maria hears of it on the day before."""

COLOURS: Final = 128
"""More than an eye tells apart on these screens; a third of the size."""

DOTS: Final = 20
NOTICED: Final = 24
"""Dots that differ by less than this, of 255, look the same."""


@dataclass(frozen=True, slots=True)
class Look:
    suffix: str
    viewport: ViewportSize
    scheme: Literal["light", "dark"]


DESK: Final = Look("", DESKTOP, "light")
NIGHT: Final = Look("-dark", DESKTOP, "dark")
HAND: Final = Look("-phone", PHONE, "light")
HAND_IN_FRENCH: Final = Look("-french-phone", PHONE, "light")
HAND_AT_NIGHT: Final = Look("-phone-dark", PHONE, "dark")


@dataclass(frozen=True, slots=True)
class Camera:
    shown: Screen
    folder: Path

    async def takes(self, moment: str, looks: Sequence[Look] = (DESK,)) -> None:
        page = self.shown.page
        await self.shown.reads_the_notifications()
        for look in looks:
            await page.set_viewport_size(look.viewport)
            await page.emulate_media(color_scheme=look.scheme)
            await page.mouse.move(0, 0)
            await page.wait_for_timeout(400)
            taken = await page.screenshot(animations="disabled")
            _keep(taken, self.folder / f"{moment}{look.suffix}.png")
        await page.set_viewport_size(DESK.viewport)
        await page.emulate_media(color_scheme=DESK.scheme)


def _keep(taken: bytes, path: Path) -> None:
    """With few colours. A picture that looks the same stays as it is: a browser draws a dot or two differently."""
    with Image.open(BytesIO(taken)) as picture:
        lean = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    if path.exists():
        with Image.open(path) as before:
            if before.size == lean.size and _dots_apart(before, lean) <= DOTS:
                return
    lean.save(path, optimize=True)


def _dots_apart(one: Image.Image, other: Image.Image) -> int:
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L")
    return sum(apart.point(lambda dot: dot > NOTICED).histogram()[1:])


async def tell(shown: Screen, camera: Camera) -> None:
    await _beginning(shown, camera)
    await _group(shown, camera)
    await _rotation(shown, camera)
    await _check_in(shown, camera)
    await _words(shown, camera)
    await _help(shown, camera)
    await _coordinating(shown, camera)


async def _beginning(shown: Screen, camera: Camera) -> None:
    await shown.lives_until(WEDNESDAY)
    await shown.becomes("Ana")
    await shown.sees("Hello Ana Pereira")
    await camera.takes("first-word", (DESK, HAND))
    await shown.clicks("OK")
    await shown.opens("Ben Clarke")
    await shown.sees("Ana Pereira is the mentor")
    await camera.takes("introduction")
    await shown.clicks("We've planned it")
    await shown.sees("says that a first meeting is planned")


async def _group(shown: Screen, camera: Camera) -> None:
    await shown.becomes("Noor")
    await shown.opens("channel first-years")
    await shown.sees("Get through the first year together")
    await camera.takes("group-card", (DESK, HAND))
    await shown.types("/rapport group")
    await shown.clicks("Digests may quote me")
    await shown.sees("Digests may name and quote you.")
    await shown.lives_until(ROUND)
    await shown.replies("Chapter one is with my supervisor.", to="a new round is open")
    await shown.replies("I will draw up a plan for the winter.", to="a new round is open")
    await shown.closes_the_thread()
    await shown.becomes("Grace")
    await shown.opens("channel first-years")
    await shown.replies("I found a quiet room: third floor, behind the library.", to="a new round is open")
    await shown.closes_the_thread()
    await shown.lives_until(DIGEST)
    await shown.becomes("Noor")
    await shown.opens("channel first-years")
    await shown.sees("this round is closed")
    await shown.page.wait_for_timeout(500)
    await shown.opens_the_thread(of="this round is closed")
    await expect(shown.thread).to_contain_text("Thank you for being there")
    await camera.takes("round", (DESK, HAND_AT_NIGHT))
    await shown.closes_the_thread()


async def _rotation(shown: Screen, camera: Camera) -> None:
    await shown.lives_until(MEETING)
    await shown.becomes("Chiara")
    await shown.opens("Luc Martin")
    await shown.sees("Coffees")
    await camera.takes("rotation", (DESK, NIGHT, HAND))
    await shown.becomes("Noor")
    await shown.opens("Home")
    await expect(shown.page.get_by_role("region", name="Home")).to_contain_text("Your groups and rotations")
    await camera.takes("home-of-groups", (HAND,))


async def _check_in(shown: Screen, camera: Camera) -> None:
    await shown.lives_until(TUESDAY.replace(tzinfo=UTC))
    await shown.becomes("Ana")
    await shown.opens("Rapport")
    await shown.sees("Have you and Ben Clarke met")
    await camera.takes("check-in")
    await shown.clicks("We met", "Have you and Ben Clarke met")
    await shown.sees("With Ben Clarke: we met. Saved.")
    await shown.clicks("Add a line")
    await shown.fills(What_moved="Ben's first draft is done, and on my desk.")
    await shown.picks("Ben Clarke and me", "Who may read it?")
    await shown.field("What moved").scroll_into_view_if_needed()
    await camera.takes("a-line", (DESK, HAND_AT_NIGHT))
    await shown.clicks("Save")
    await expect(shown.window).to_contain_text("1 text is shared with Ben Clarke.")
    await shown.closes()


async def _words(shown: Screen, camera: Camera) -> None:
    await shown.becomes("Sam")
    await shown.replies("We went through the call for grants.", to="Have you and Chiara Rossi met")
    await expect(shown.thread).to_contain_text("Only you can read it.")
    await camera.takes("words")
    await shown.closes_the_thread()
    await shown.becomes("Hélène")
    await shown.sees("Avez-vous trouvé un moment")
    await camera.takes("check-in", (HAND_IN_FRENCH,))


async def _help(shown: Screen, camera: Camera) -> None:
    await shown.becomes("Ben")
    await shown.clicks("We met", "Have you and Ana Pereira met")
    await shown.types("/rapport concern")
    await shown.ticks("Maria Santos")
    await shown.fills(What_would_you_like_them_to_know="Could we speak about how often Ana and I meet?")
    await camera.takes("asking-for-help")
    await shown.clicks("Send")
    await expect(shown.window).to_contain_text("Only Maria Santos can read it.")
    await shown.closes()


async def _coordinating(shown: Screen, camera: Camera) -> None:
    await shown.lives_until(FRIDAY)
    await shown.becomes("Maria")
    await shown.sees("Nobody has taken it yet.")
    await camera.takes("case", (NIGHT,))
    await shown.opens("Home")
    await expect(shown.page.get_by_role("region", name="Home")).to_contain_text("Mentors 2026")
    await camera.takes("home", (DESK, HAND))
    await shown.opens("Rapport")
    await shown.types("/rapport report Mentors 2026")
    await shown.sees("Only visible to you")
    await shown.page.get_by_role("button", name="Timeline", exact=True).click()
    await shown.page.get_by_role("list", name="What was said").get_by_role("listitem").first.wait_for()
    await camera.takes("report-and-timeline")
    await shown.page.get_by_role("button", name="Rehearsal", exact=True).click()
    await shown.page.get_by_role("table").wait_for()
    await camera.takes("rehearsal", (NIGHT,))


async def main() -> str | None:
    """Gives what went wrong, in words."""
    if not CHROMIUM:
        return f"No pictures were taken: {MISSING}"
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with browser() as chromium, playground() as url, screen(chromium, url) as shown:
        await tell(shown, Camera(shown, PICTURES))
    return None


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
