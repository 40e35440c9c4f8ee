"""Answers without a token."""

from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from playground.people import Person
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.words import actions, button, section

BLOCKS = [section("Have you met?"), actions(button("We met"))]


@pytest.fixture
async def url(web: AsyncWebClient, ana: Person, listener: Listener) -> str:
    """Ana clicked in a message of the app's."""
    await web.chat_postMessage(channel=ana.id, text="Have you met?", blocks=BLOCKS)
    await ana.clicks("We met")
    return str(listener.last["response_url"])


async def say(url: str, **said: Any) -> tuple[int, str]:
    async with aiohttp.request("POST", url, json=said) as response:
        return response.status, await response.text()


def shown(person: Person) -> list[tuple[str, bool]]:
    return [(each.plain, each.ephemeral) for each in person.messages()]


async def test_an_answer_is_for_the_person_alone_unless_it_says_otherwise(url: str, ana: Person) -> None:
    original = ("Have you met?\n[We met]", False)

    assert await say(url, text="Thank you") == (200, "ok")
    await say(url, text="For all", response_type="in_channel")

    assert shown(ana) == [original, ("Thank you", True), ("For all", False)]


async def test_an_answer_takes_the_place_of_the_message(url: str, ana: Person) -> None:
    await say(url, text="Saved", replace_original=True)

    assert shown(ana) == [("Saved", False)]


async def test_an_ephemeral_message_can_only_be_changed_this_way(url: str, ana: Person, listener: Listener) -> None:
    await say(url, text="Sure?", blocks=[actions(button("Yes"))])
    await ana.clicks("Yes")
    assert listener.last["container"]["is_ephemeral"]
    assert "message" not in listener.last

    await say(listener.last["response_url"], text="Done", replace_original=True)
    assert shown(ana)[1] == ("Done", True)
    await say(listener.last["response_url"], delete_original=True)
    assert len(shown(ana)) == 1


async def test_an_answer_can_take_the_message_away(url: str, ana: Person) -> None:
    await say(url, delete_original=True)

    assert shown(ana) == []
    status, body = await say(url, text="Again", replace_original=True)
    assert (status, "message_not_found" in body) == (400, True)


async def test_five_answers_and_no_more(url: str, ana: Person) -> None:
    for number in range(5):
        assert (await say(url, text=str(number)))[0] == 200

    assert await say(url, text="Six") == (404, '{"ok": false, "error": "used_url"}')
    assert len(ana.messages()) == 6


async def test_half_an_hour_and_no_longer(url: str, clock: MovableClock) -> None:
    clock.pass_by(minutes=30)
    assert (await say(url, text="In time"))[0] == 200
    clock.pass_by(seconds=1)

    assert await say(url, text="Late") == (404, '{"ok": false, "error": "expired_url"}')


async def test_a_url_that_was_never_given_answers_nothing(url: str, ana: Person) -> None:
    assert (await say(f"{url}0", text="x"))[0] == 404
    assert len(ana.messages()) == 1


async def test_what_slack_refuses_is_refused_here_too(url: str) -> None:
    status, body = await say(url, blocks=[section("x" * 3001)])

    assert (status, "invalid_blocks" in body) == (400, True)
    assert "no_text" in (await say(url))[1]


async def test_the_sdks_client_is_content(url: str, ana: Person) -> None:
    answer = await AsyncWebhookClient(url).send(text="Hello", response_type="ephemeral")

    assert (answer.status_code, answer.body) == (200, "ok")
    assert shown(ana)[-1] == ("Hello", True)
