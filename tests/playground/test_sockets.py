"""Socket Mode, connection by connection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.refusals import OperationTimeout
from playground.server import StandIn
from tests.playground.bolt import Payload, bolt_app, over_sockets
from tests.playground.clocks import MovableClock

Socket = aiohttp.ClientWebSocketResponse


async def ticket_url(slack: StandIn) -> str:
    client = AsyncWebClient(base_url=slack.api_url)
    return str((await client.apps_connections_open(app_token=slack.app_token))["url"])


@asynccontextmanager
async def connected(slack: StandIn) -> AsyncIterator[Socket]:
    """A bare connection, after its hello."""
    url = await ticket_url(slack)
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
        hello = await socket.receive_json()
        assert hello["type"] == "hello"
        assert hello["connection_info"]["app_id"].startswith("A")
        yield socket


async def test_a_ticket_is_good_for_one_connection(slack: StandIn) -> None:
    url = await ticket_url(slack)
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url):
            assert slack.connections == 1
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_an_envelope_carries_one_event(slack: StandIn, ana: Person) -> None:
    async with connected(slack) as socket:
        posting = asyncio.ensure_future(ana.posts("Hello"))
        envelope = await socket.receive_json()
        await socket.send_json({"envelope_id": envelope["envelope_id"]})
        await posting

    assert envelope["type"] == "events_api"
    assert (envelope["retry_attempt"], envelope["retry_reason"]) == (0, "")
    assert not envelope["accepts_response_payload"]
    assert envelope["payload"]["event"]["text"] == "Hello"
    assert envelope["payload"]["authorizations"][0]["user_id"] == slack.bot_user_id


async def test_an_event_without_an_answer_comes_again(slack: StandIn, ana: Person) -> None:
    async with connected(slack) as socket:
        posting = asyncio.ensure_future(ana.posts("Hello"))
        first = await socket.receive_json()
        again = await socket.receive_json()
        await socket.send_json({"envelope_id": again["envelope_id"]})
        await posting

    assert (again["retry_attempt"], again["retry_reason"]) == (1, "timeout")
    assert again["payload"]["event_id"] == first["payload"]["event_id"]
    assert again["envelope_id"] != first["envelope_id"]


async def test_an_answer_travels_in_the_acknowledgement(slack: StandIn, ana: Person) -> None:
    async with connected(slack) as socket:
        running = asyncio.ensure_future(ana.runs("/rapport"))
        envelope = await socket.receive_json()
        await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": {"text": "Here"}})

        assert (await running).plain == "Here"
    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)


async def test_each_payload_goes_to_any_one_connection(slack: StandIn, ana: Person) -> None:
    got = [0, 0]

    async def answer(place: int, socket: Socket) -> None:
        async for message in socket:
            got[place] += 1
            await socket.send_json({"envelope_id": message.json()["envelope_id"]})

    async with connected(slack) as one, connected(slack) as two:
        answering = [asyncio.ensure_future(answer(0, one)), asyncio.ensure_future(answer(1, two))]
        for number in range(20):
            await ana.posts(str(number))
        for each in answering:
            each.cancel()

    assert sum(got) == 20
    assert min(got) > 3


async def test_the_eleventh_connection_is_one_too_many(slack: StandIn) -> None:
    async with aiohttp.ClientSession() as session:
        sockets = [await session.ws_connect(await ticket_url(slack)) for _ in range(11)]
        said: list[dict[str, Any]] = [await each.receive_json() for each in sockets]

        assert [each["type"] for each in said[:10]] == ["hello"] * 10
        assert said[9]["num_connections"] == 10
        assert (said[10]["type"], said[10]["reason"]) == ("disconnect", "too_many_websockets")
        assert slack.connections == 10


async def test_a_connection_is_warned_and_then_ended(slack: StandIn) -> None:
    async with connected(slack) as socket:
        refreshing = asyncio.ensure_future(slack.refresh_sockets())
        warning, refresh = await socket.receive_json(), await socket.receive_json()
        assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
        await refreshing

    assert [(each["type"], each["reason"]) for each in (warning, refresh)] == [
        ("disconnect", "warning"),
        ("disconnect", "refresh_requested"),
    ]


async def test_nothing_open_is_nothing_heard(slack: StandIn, ana: Person) -> None:
    with pytest.raises(OperationTimeout):
        await ana.runs("/rapport")


async def test_bolt_comes_back_after_a_refresh_and_after_a_cut(slack: StandIn, ana: Person) -> None:
    app = bolt_app(slack)

    @app.command("/rapport")
    async def answer(ack: AsyncAck) -> None:
        await ack("Here")

    async with over_sockets(app, slack):
        await slack.refresh_sockets()
        assert (await ana.runs("/rapport")).plain == "Here"
        slack.cut_sockets()
        assert (await ana.runs("/rapport")).plain == "Here"


async def test_an_event_whose_connection_breaks_still_arrives(slack: StandIn, clock: MovableClock, ana: Person) -> None:
    app, heard = bolt_app(slack), []

    @app.event("message")
    async def hear(body: Payload) -> None:
        heard.append(body["event_id"])

    async with over_sockets(app, slack):
        slack.faults.add(kind="cut_socket")
        await ana.posts("Hello")
        await slack.settled()
        clock.pass_by(minutes=6)
        await slack.settled()

    assert len(set(heard)) == 1
