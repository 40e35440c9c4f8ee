"""A running stand-in, and the real client that talks to it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.manifests import MANIFEST
from tests.playground.words import Json, Opens, actions, button, modal


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "manifest.yml"
    path.write_text(MANIFEST, encoding="utf-8")
    return path


@pytest.fixture
async def slack(clock: MovableClock, manifest: Path) -> AsyncIterator[StandIn]:
    """Ana and Ben are there from the start, so that nobody hears of their coming."""
    stand_in = StandIn(clock=clock, manifest=manifest, ack_seconds=0.5)
    stand_in.add_person("Ana Pereira", email="ana@x.org", tz="Europe/Lisbon", handle="ana")
    stand_in.add_person("Ben Okafor", email="ben@x.org", tz="America/New_York", locale="en-US", handle="ben")
    async with stand_in:
        yield stand_in


@pytest.fixture
def web(slack: StandIn) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])


@pytest.fixture
def listener(slack: StandIn) -> Listener:
    """An app in this process, where the wire is not what a test is about."""
    listener = Listener()
    slack.deliver_to(listener)
    return listener


@pytest.fixture
def ana(slack: StandIn) -> Person:
    return named(slack, "ana")


@pytest.fixture
def ben(slack: StandIn) -> Person:
    return named(slack, "ben")


def named(slack: StandIn, handle: str) -> Person:
    return next(each for each in slack.people.values() if each.member.handle == handle)


@pytest.fixture
def trigger(web: AsyncWebClient, listener: Listener, ana: Person, clock: MovableClock) -> Callable[[], Awaitable[str]]:
    """Ana clicks, and the app gets a trigger."""

    async def click() -> str:
        if not ana.messages():
            await web.chat_postMessage(channel=ana.id, text="Hello", blocks=[actions(button("Open"))])
        await ana.clicks("Open", ana.messages()[0])
        return str(listener.last["trigger_id"])

    return click


@pytest.fixture
def open_view(web: AsyncWebClient, trigger: Callable[[], Awaitable[str]]) -> Opens:
    async def open_view(*blocks: Json, **more: Any) -> str:
        opened = await web.views_open(trigger_id=await trigger(), view=modal(*blocks, **more))
        return str(opened["view"]["id"])

    return open_view
