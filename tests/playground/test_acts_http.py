"""The acts over HTTP, as a page uses them."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web as http
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.words import actions, button, home, modal, option, section

Json = dict[str, Any]


class Page:
    def __init__(self, slack: StandIn, session: aiohttp.ClientSession) -> None:
        self._base = f"{slack.url}/playground"
        self._session = session

    async def get(self, path: str) -> Json:
        async with self._session.get(f"{self._base}{path}") as response:
            return dict(await response.json())

    async def send(self, path: str, body: Json, status: int = 200) -> Json:
        async with self._session.post(f"{self._base}{path}", json=body) as response:
            assert response.status == status, await response.text()
            return dict(await response.json())


@pytest.fixture
async def page(slack: StandIn) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession() as session:
        yield Page(slack, session)


async def test_people_are_listed_added_and_deactivated(page: Page, ana: Person) -> None:
    added = await page.send("/people", {"name": "Zoe Stone", "tz": "Asia/Tokyo"})
    await page.send(f"/people/{added['id']}/deactivate", {})

    people = (await page.get("/people"))["people"]
    assert [(each["name"], each["tz"], each["deactivated"]) for each in people] == [
        ("Ana Pereira", "Europe/Lisbon", False),
        ("Ben Okafor", "America/New_York", False),
        ("Zoe Stone", "Asia/Tokyo", True),
    ]
    assert people[0]["dm"] == ana.dm


async def test_a_person_acts_and_sees(page: Page, ana: Person, listener: Listener, web: AsyncWebClient) -> None:
    at = f"/people/{ana.id}"
    ts = (await page.send(f"{at}/post", {"text": "we mte"}))["ts"]
    await page.send(f"{at}/edit", {"ts": ts, "channel": ana.dm, "text": "we met"})
    await page.send(f"{at}/react", {"ts": ts, "name": "eyes"})
    await page.send(f"{at}/post", {"text": "indeed", "thread": ts})

    shown = await page.get(at)
    first, second = shown["conversations"][0]["messages"]
    assert (first["plain"], first["edited"], first["reactions"]) == ("we met", True, {"eyes": [ana.id]})
    assert (second["plain"], second["thread_ts"]) == ("indeed", ts)
    assert first["author"] == {"id": ana.id, "name": "Ana Pereira"}
    assert shown["conversations"][0]["name"] == "Rapport"
    await page.send(f"{at}/unreact", {"ts": ts, "name": "eyes"})
    await page.send(f"{at}/delete", {"ts": second["ts"]})
    assert [each["reactions"] for each in (await page.get(at))["conversations"][0]["messages"]] == [{}]


async def test_elements_are_used_by_their_words_or_their_ids(
    page: Page, ana: Person, listener: Listener, web: AsyncWebClient
) -> None:
    menu = {"type": "overflow", "action_id": "more", "options": [option("Later"), option("Pause")]}
    sent = await web.chat_postMessage(channel=ana.id, text="x", blocks=[actions(button("We met"), menu)])
    at, where = f"/people/{ana.id}", {"ts": sent["ts"], "channel": ana.dm}

    await page.send(f"{at}/click", {"label": "We met"})
    await page.send(f"{at}/click", {"block_id": "row", "action_id": "press", **where})
    await page.send(f"{at}/choose", {"block_id": "row", "action_id": "more", "option": "pause", **where})

    used = [each.payload["actions"][0]["action_id"] for each in listener.heard if each.kind == "interactive"]
    assert used == ["press", "press", "more"]


async def test_a_form_is_filled_submitted_and_closed(
    page: Page, ana: Person, listener: Listener, web: AsyncWebClient
) -> None:
    at = f"/people/{ana.id}"
    await web.views_publish(user_id=ana.id, view=home(section("Hello"), actions(button("Open"))))
    await page.send(f"{at}/home", {})
    await page.send(f"{at}/click", {"label": "Open"})
    await web.views_open(trigger_id=listener.last["trigger_id"], view=modal())

    listener.answers = [{"response_action": "errors", "errors": {"moved": "Too short"}}]
    refused = await page.send(f"{at}/submit", {"values": {"words": "x"}})
    shown = await page.get(at)
    assert refused["view_errors"] == shown["view_errors"] == {"moved": "Too short"}
    assert (shown["view_depth"], shown["home_plain"]) == (1, "Hello\n[Open]")
    await page.send(f"{at}/fill", {"values": {"words": "more"}})
    assert "What moved: more" in (await page.get(at))["view_plain"]
    await page.send(f"{at}/close", {})
    assert (await page.get(at))["view"] is None


async def test_a_command_answers_the_page(page: Page, ana: Person, listener: Listener) -> None:
    listener.answers = ["Here"]

    assert (await page.send(f"/people/{ana.id}/run", {"command": "/rapport"}))["plain"] == "Here"
    assert "valid command" in (await page.send(f"/people/{ana.id}/run", {"command": "/x"}, 409))["trouble"]


async def test_what_cannot_be_done_is_said(page: Page, ana: Person) -> None:
    assert "nobody" in (await page.send("/people/U0NOBODY/post", {"text": "x"}, 404))["error"]
    assert "post, edit" in (await page.send(f"/people/{ana.id}/dance", {}, 404))["error"]
    assert "text" in (await page.send(f"/people/{ana.id}/post", {}, 400))["error"]
    assert "nothing" in (await page.send(f"/people/{ana.id}/click", {"label": "We met"}, 404))["error"]


async def test_nothing_new_is_answered_shortly(page: Page, ana: Person, listener: Listener) -> None:
    shown = await page.get(f"/people/{ana.id}")
    same = await page.get(f"/people/{ana.id}?version={shown['version']}")
    await ana.posts("Hello")
    later = await page.get(f"/people/{ana.id}?version={shown['version']}")

    assert same["unchanged"]
    assert [each["plain"] for each in later["conversations"][0]["messages"]] == ["Hello"]


async def test_only_the_newest_messages_are_sent(page: Page, ana: Person, listener: Listener) -> None:
    for number in range(5):
        await ana.posts(str(number))

    shown = (await page.get(f"/people/{ana.id}?newest=2"))["conversations"][0]
    assert ([each["plain"] for each in shown["messages"]], shown["total"]) == (["3", "4"], 5)


async def test_a_fault_is_asked_for(page: Page, ana: Person, web: AsyncWebClient) -> None:
    await page.send("/faults", {"method": "auth.test", "kind": "error:fatal_error"})

    assert (await web.api_call("users.info", params={"user": ana.id}))["ok"]
    with pytest.raises(Exception, match="fatal_error"):
        await web.auth_test()


async def test_pages_of_other_sites_are_turned_away(slack: StandIn, ana: Person) -> None:
    address = f"{slack.url}/playground/people/{ana.id}/post"
    async with aiohttp.ClientSession() as session:
        async with session.post(address, data='{"text": "x"}', headers={"Content-Type": "text/plain"}) as response:
            assert response.status == 415
        async with session.post(address, json={"text": "x"}, headers={"Host": "evil.example"}) as response:
            assert response.status == 403
            assert "Access-Control-Allow-Origin" not in response.headers
    assert ana.messages() == []


async def test_another_module_adds_its_routes(clock: MovableClock, manifest: Path) -> None:
    async def index(_: http.Request) -> http.Response:
        return http.Response(text="the page")

    def routes(slack: StandIn) -> list[http.RouteDef]:
        assert slack.people == {}
        return [http.get("/", index)]

    async with (
        StandIn(clock=clock, manifest=manifest, routes=[routes]) as slack,
        aiohttp.request("GET", slack.url) as response,
    ):
        assert await response.text() == "the page"
