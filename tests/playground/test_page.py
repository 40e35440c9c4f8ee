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

SCRIPTS = sorted(STATIC.glob("*.js"))
EVERYTHING = {part.name: part.read_text("utf-8") for part in STATIC.iterdir()}


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


async def test_every_part_that_the_page_names_is_served(browser: aiohttp.ClientSession) -> None:
    parts = set(re.findall(r'(?:src|href)="(/page/[^"]+)"', EVERYTHING["index.html"]))
    imported = [each for script in SCRIPTS for each in re.findall(r'from "\./([^"]+)"', EVERYTHING[script.name])]
    parts |= {f"/page/{each}" for each in imported}

    kinds = {}
    for path in parts:
        async with browser.get(path) as answer:
            kinds[path] = (answer.status, answer.content_type)

    expected = {".js": (200, "text/javascript"), ".css": (200, "text/css")}
    assert kinds == {path: expected[Path(path).suffix] for path in parts}
    assert parts == {f"/page/{name}" for name in EVERYTHING if name != "index.html"}


@pytest.mark.parametrize("path", ["/page/other.js", "/page/..%2Fpage.py", "/page/%2Fetc%2Fpasswd", "/page/"])
async def test_nothing_else_is_served(browser: aiohttp.ClientSession, path: str) -> None:
    async with browser.get(path) as answer:
        assert answer.status == 404


async def test_the_page_learns_who_the_app_is(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/page/about.json") as answer:
        said = await answer.json()

    assert (said["app"]["name"], said["app"]["id"][0], said["home"]) == ("Rapport", "U", True)


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


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_script_reads_words_as_html(script: Path) -> None:
    assert [way for way in WAYS_TO_READ_HTML if way in EVERYTHING[script.name]] == []


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

    assert labels.fields == labels.named == {"person", "words"}


def test_the_page_does_only_what_people_can_do() -> None:
    done = set(re.findall(r'act\("(\w+)"', EVERYTHING["acts.js"]))

    assert done == set(ACTS)


def test_the_page_draws_every_block_that_may_be_sent() -> None:
    table = EVERYTHING["blocks.js"].split("const BLOCKS = {")[1].split("\n};")[0]
    drawn = set(re.findall(r"^  (\w+)[:,]", table, re.MULTILINE))

    assert set(BLOCKS.table) - drawn == set()


def test_the_page_has_a_field_for_every_element_that_remembers() -> None:
    script = EVERYTHING["fields.js"]
    without = [kind for kind in REMEMBERS if not kind.endswith("_select") and not re.search(rf"\b{kind}\b", script)]

    assert without == []
