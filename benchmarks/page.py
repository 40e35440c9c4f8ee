"""The playground as one feels it: how soon it is there, how soon a click is answered, how soon a year has passed.

A click and the page are measured in Debian's chromium, by its own clock; without it those figures are left out.
"""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

from aiohttp import ClientSession, ClientTimeout
from playwright.async_api import Browser

from benchmarks.figures import RUNS, Figure, percentile
from tests.e2e.browser import CHROMIUM, MISSING, browser
from tests.e2e.playing import AS_IT_IS, MONDAY, TUESDAY, playground
from tests.e2e.screen import screen

MESSAGES: Final = 5_000
CLICKS: Final = 30
AT_ONCE: Final = 20
YEAR: Final = timedelta(days=364)

PAIRS: Final = 5
"""Weekly ones: with the two who coordinate, twelve people."""

READY: Final = """
    new MutationObserver((_, observer) => {
        if (!document.querySelector("nav button")) return;
        requestAnimationFrame(() => { window.readyAt ??= performance.now(); });
        observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
"""
"""The conversations are on the screen."""

IS_READY: Final = """() => new Promise(done => {
    const look = () => (window.readyAt ? done(window.readyAt) : requestAnimationFrame(look));
    look();
})"""

ANSWERED: Final = """async clicks => {
    const opener = [...document.querySelectorAll("main button")].find(each => each.textContent === "Change my hours");
    const until = (seen) => new Promise(done => {
        const look = () => (seen() ? done(performance.now()) : requestAnimationFrame(look));
        look();
    });
    const isOpen = () => document.querySelector("dialog[open] form") !== null;
    const took = [];
    for (let n = 0; n < clicks; n += 1) {
        const pressed = performance.now();
        opener.click();
        took.push(await until(isOpen) - pressed);
        document.querySelector("dialog[open] footer button").click();
        await until(() => !isOpen());
    }
    return took;
}"""
"""A button whose answer is a form that the bot opens, over the wire and back."""


def start() -> list[Figure]:
    took = median(asyncio.run(_starts()) for _ in range(RUNS))
    return [Figure(name="playground-start", value=took, unit="s", at_most=4, said_with="until the page is served")]


def year() -> list[Figure]:
    lived = [asyncio.run(_lives_a_year()) for _ in range(RUNS)]
    took, messages = sorted(lived)[RUNS // 2]
    said = f"{messages:,} messages, nobody answers"
    return [Figure(name="playground-year", value=took, unit="s", at_most=10, said_with=said)]


def page() -> list[Figure]:
    if not CHROMIUM:
        print(f"page-ready and page-click are left out: {MISSING}", file=sys.stderr)
        return []
    return asyncio.run(_looks())


async def _starts() -> float:
    began = perf_counter()
    async with playground(module=AS_IT_IS) as url, ClientSession(url) as session, session.get("/") as answer:
        assert answer.ok
        return perf_counter() - began


async def _lives_a_year() -> tuple[float, int]:
    with TemporaryDirectory() as folder:
        people = Path(folder) / "people.csv"
        people.write_text(_weekly_pairs(), encoding="utf-8")
        async with playground("--people", str(people), module=AS_IT_IS) as url, _session(url) as session:
            began = perf_counter()
            await _asks(session, "/playground/clock", {"to": f"{MONDAY + YEAR:%Y-%m-%dT%H:%M:%S}+00:00"})
            took = perf_counter() - began
            async with session.get("/playground/timeline?newest=1") as answer:
                return took, (await answer.json())["total"]


def _weekly_pairs() -> str:
    rows = ["name,zone,role,mentors,rhythm", "Maria,Europe/Lisbon,coordinator,,", "Tom,Europe/Lisbon,backup,,"]
    for n in range(PAIRS):
        rows += [f"Mentor {n},Europe/Paris,mentor,,", f"Mentee {n},America/Edmonton,mentee,Mentor {n},weekly"]
    return "\n".join(rows)


async def _looks() -> list[Figure]:
    async with browser() as chromium, playground(module=AS_IT_IS) as url:
        async with _session(url) as session:
            await _asks(session, "/playground/clock", {"to": f"{TUESDAY:%Y-%m-%dT%H:%M:%S}+00:00"})
            await _talk(session)
        ready = median([await _ready(chromium, url) for _ in range(RUNS)])
        clicks = median([await _answered(chromium, url) for _ in range(RUNS)])
    said = f"{MESSAGES:,} messages in the workspace"
    return [
        Figure(name="page-ready", value=ready, unit="ms", at_most=1_000, said_with=said),
        Figure(name="page-click", value=clicks, unit="ms", at_most=150, said_with=f"p95; {said}"),
    ]


async def _talk(session: ClientSession) -> None:
    """The peers talk in their channel until the workspace holds so many messages."""
    async with session.get("/playground/people") as answer:
        people = (await answer.json())["people"]
    luc = next(each["id"] for each in people if each["name"].startswith("Luc"))
    async with session.get(f"/playground/people/{luc}?newest=1") as answer:
        channel = next(each["id"] for each in (await answer.json())["conversations"] if each["kind"] == "channel")
    for begun in range(0, MESSAGES, AT_ONCE):
        said = [{"channel": channel, "text": f"Message {begun + n}"} for n in range(AT_ONCE)]
        await asyncio.gather(*(_asks(session, f"/playground/people/{luc}/post", each) for each in said))


async def _ready(chromium: Browser, url: str) -> float:
    context = await chromium.new_context()
    await context.add_init_script(READY)
    shown = await context.new_page()
    await shown.goto(url)
    took: float = await shown.evaluate(IS_READY)
    await context.close()
    return took


async def _answered(chromium: Browser, url: str) -> float:
    """The time that 95 of 100 clicks do not exceed. An hour passes first: forms that open in a minute are limited."""
    async with screen(chromium, url) as shown:
        await shown.moves_the_clock("+1 hour")
        await shown.becomes("Ana")
        await shown.sees("Have you and Ben Clarke met")
        await shown.page.evaluate(ANSWERED, 2)
        return percentile(await shown.page.evaluate(ANSWERED, CLICKS), 95)


def _session(url: str) -> ClientSession:
    return ClientSession(url, timeout=ClientTimeout(total=None))


async def _asks(session: ClientSession, path: str, given: dict[str, Any]) -> None:
    async with session.post(path, json=given) as answer:
        assert answer.ok, await answer.text()
