"""The page: whole, of this machine only, and never reading what people type as HTML."""

import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from pathlib import Path

import aiohttp
import pytest

from playground.acts import ACTS
from playground.block_rules.blocks import BLOCKS
from playground.fields import REMEMBERS
from playground.page import STATIC, routes
from playground.server import StandIn
from tests.playground.clocks import MovableClock

SCRIPTS = sorted(STATIC.rglob("*.js"))
EVERYTHING = {
    part.relative_to(STATIC).as_posix(): part.read_text("utf-8") for part in STATIC.rglob("*") if part.is_file()
}


@pytest.fixture
async def browser(clock: MovableClock, manifest: Path) -> AsyncIterator[aiohttp.ClientSession]:
    async with (
        StandIn(clock=clock, manifest=manifest, routes=[routes]) as slack,
        aiohttp.ClientSession(slack.url) as session,
    ):
        yield session


async def test_the_page_may_load_and_ask_its_own_server_only(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as answer:
        policy = answer.headers["Content-Security-Policy"]
        kind, words = answer.content_type, await answer.text()

    assert kind == "text/html"
    assert "pretend Slack, for this machine only" in words
    assert policy.split("; ") == [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]


async def test_the_page_names_its_modules_beforehand(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as answer:
        named = re.findall(r'<link rel="modulepreload" href="/page/([^"]+)">', await answer.text())

    assert named == sorted(name for name in EVERYTHING if name.endswith(".js"))


async def test_every_part_that_the_page_names_is_served(browser: aiohttp.ClientSession) -> None:
    parts = set(re.findall(r'(?:src|href)="(/page/[^"]+)"', EVERYTHING["index.html"]))
    parts |= {f"/page/{each}" for script in SCRIPTS for each in imported_by(script)}

    kinds = {}
    for path in parts:
        async with browser.get(path) as answer:
            kinds[path] = (answer.status, answer.content_type)

    expected = {".js": (200, "text/javascript"), ".css": (200, "text/css")}
    assert kinds == {path: expected[Path(path).suffix] for path in parts}
    assert parts == {f"/page/{name}" for name in EVERYTHING if name != "index.html"}


def imported_by(script: Path) -> list[str]:
    """The parts that a script names, as paths below the folder of them all."""
    named = re.findall(r'(?:from|import) "(\.\.?/[^"]+)"', script.read_text("utf-8"))
    return [(script.parent / each).resolve().relative_to(STATIC.resolve()).as_posix() for each in named]


@pytest.mark.parametrize("path", ["/page/other.js", "/page/..%2Fpage.py", "/page/%2Fetc%2Fpasswd", "/page/"])
async def test_nothing_else_is_served(browser: aiohttp.ClientSession, path: str) -> None:
    async with browser.get(path) as answer:
        assert answer.status == 404


async def test_the_page_learns_who_the_app_is(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/page/about.json") as answer:
        said = await answer.json()

    assert (said["app"]["name"], said["app"]["id"][0], said["home"], said["messages"]) == ("Rapport", "U", True, True)
    assert said["commands"][0] == {"name": "/rapport", "description": "", "hint": ""}


WAYS_TO_READ_HTML = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "srcdoc",
    "DOMParser",
    "createContextualFragment",
    "eval(",
    "Function(",
)
DRAWN_AS_HTML = re.compile("|".join(re.escape(way) for way in WAYS_TO_READ_HTML))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_script_reads_words_as_html(script: Path) -> None:
    assert DRAWN_AS_HTML.findall(script.read_text("utf-8")) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_is_one_concept(script: Path) -> None:
    written = script.read_text("utf-8").splitlines()

    assert written[0].startswith("// ")
    assert len(written) <= 200


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_no_part_asks_for_anything_from_elsewhere(name: str) -> None:
    asking = r"""(?:src=|href=|url\(|@import|from|fetch\(|import\()\s*["'`]?"""
    elsewhere = r"""((?:https?:)?//[^\s"'`)]+)"""

    assert re.findall(asking + elsewhere, EVERYTHING[name]) == []


class Labels(HTMLParser):
    """Which fields there are, and which of them a label names."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: set[str | None] = set()
        self.named: set[str | None] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("input", "select", "textarea"):
            self.fields.add(given.get("id"))
        if tag == "label":
            self.named.add(given.get("for"))


def test_every_field_of_the_page_has_a_label() -> None:
    labels = Labels()
    labels.feed(EVERYTHING["index.html"])

    assert labels.fields == labels.named == {"person"}


def test_the_page_does_only_what_people_can_do() -> None:
    done = set(re.findall(r'(?:act|now)\("(\w+)"', EVERYTHING["acts.js"]))

    assert done == set(ACTS)


def test_the_page_draws_every_block_that_may_be_sent() -> None:
    table = EVERYTHING["block_kit/blocks.js"].split("const BLOCKS = {")[1].split("\n};")[0]
    drawn = set(re.findall(r"^  (\w+)[:,]", table, re.MULTILINE))

    assert set(BLOCKS.table) - drawn == set()


def test_the_page_has_a_field_for_every_element_that_remembers() -> None:
    script = EVERYTHING["block_kit/fields.js"]

    assert [kind for kind in REMEMBERS if not re.search(rf"\b{kind}\b", script)] == []
