"""Things that go wrong on demand, as the SDK sees them."""

import asyncio
import time

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.refused import error


def said(ana: Person) -> list[str]:
    return [each.plain for each in ana.messages()]


async def test_a_429_says_when_to_come_back(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    slack.faults.add(method="chat.postMessage", kind="429", retry_after=30)

    with pytest.raises(SlackApiError) as caught:
        await web.chat_postMessage(channel=ana.id, text="One")
    await web.chat_postMessage(channel=ana.id, text="Two")

    assert caught.value.response.headers["Retry-After"] == "30"
    assert said(ana) == ["Two"]


@pytest.mark.parametrize("status", ["500", "503"])
async def test_a_broken_server_answers_with_a_page(
    slack: StandIn, web: AsyncWebClient, ana: Person, status: str
) -> None:
    slack.faults.add(method="chat.postMessage", kind=status)

    with pytest.raises(SlackApiError) as caught:
        await web.chat_postMessage(channel=ana.id, text="One")

    assert str(caught.value.response.status_code) == status
    assert said(ana) == []


async def test_an_answer_is_lost_after_the_message_was_stored(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    slack.faults.add(method="chat.postMessage", kind="lost")

    with pytest.raises(aiohttp.ClientError):
        await web.chat_postMessage(channel=ana.id, text="One")

    assert said(ana) == ["One"]


async def test_the_sdks_own_retry_says_it_twice(slack: StandIn, clock: MovableClock, ana: Person) -> None:
    """The trap that the bot must avoid: the default handler sends a message again when its answer is lost."""
    eager = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)
    slack.faults.add(method="chat.postMessage", kind="lost")

    sending = asyncio.ensure_future(eager.chat_postMessage(channel=ana.id, text="One"))
    await asyncio.sleep(0.1)
    clock.pass_by(seconds=5)
    await sending

    assert said(ana) == ["One", "One"]


async def test_a_slow_answer_is_slow(slack: StandIn, ana: Person) -> None:
    hasty = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=1)
    slack.faults.add(method="chat.postMessage", kind="slow", seconds=0.2)

    began = time.monotonic()
    await hasty.chat_postMessage(channel=ana.id, text="One")

    assert time.monotonic() - began > 0.2
    assert said(ana) == ["One"]


async def test_any_error_can_be_asked_for(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    slack.faults.add(method="chat.postMessage", kind="error:restricted_action", times=2)

    assert await error(web.chat_postMessage(channel=ana.id, text="One")) == "restricted_action"
    assert await error(web.chat_postMessage(channel=ana.id, text="One")) == "restricted_action"
    await web.chat_postMessage(channel=ana.id, text="Three")

    assert said(ana) == ["Three"]


async def test_a_fault_waits_for_its_method(slack: StandIn, web: AsyncWebClient) -> None:
    slack.faults.add(method="users.list", kind="500")
    slack.faults.add(kind="error:fatal_error")

    assert await error(web.auth_test()) == "fatal_error"
    assert (await web.auth_test())["ok"]
    slack.faults.clear()
    assert (await web.users_list())["ok"]
