"""The page's live line: what changed, to whom it concerns, and not more."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.words import actions, button, home, section

Json = dict[str, Any]


class Line:
    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._looks = 0

    async def look(self, person: Person, channel: str | None = None, **more: Any) -> Json:
        """Turn to a conversation and give the first push about it."""
        self._looks += 1
        await self._socket.send_json({"look": self._looks, "person": person.id, "channel": channel, **more})
        while (told := await self.hears()).get("look") != self._looks:
            pass
        return told

    async def hears(self) -> Json:
        """The next push that is not about what is due."""
        while True:
            told = dict(await asyncio.wait_for(self._socket.receive_json(), 2))
            if "due" not in told:
                return told

    async def hears_nothing(self) -> bool:
        try:
            await asyncio.wait_for(self._socket.receive_json(), 0.15)
        except TimeoutError:
            return True
        return False


@pytest.fixture
async def line(slack: StandIn, listener: Listener) -> AsyncIterator[Line]:
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{slack.url}/playground/live") as socket:
        yield Line(socket)


async def test_a_page_is_told_whom_it_shows_and_what_is_open(line: Line, ana: Person, web: AsyncWebClient) -> None:
    await web.chat_postMessage(channel=ana.id, text="Hello", blocks=[section("*Hello*"), actions(button("We met"))])

    told = await line.look(ana, ana.dm)

    assert [each["name"] for each in told["people"]] == ["Ana Pereira", "Ben Okafor"]
    summary = told["conversations"][0]
    assert (summary["kind"], summary["name"], summary["total"], summary["unread"]) == ("im", "Rapport", 1, 1)
    assert (summary["latest"]["text"], summary["latest"]["notifies"]) == ("Hello", True)
    assert (told["open"]["channel"], len(told["open"]["order"]), told["open"]["earlier"]) == (ana.dm, 1, False)
    assert told["open"]["messages"][0]["blocks"][0]["text"]["text"] == "*Hello*"
    assert (told["view"], told["view_depth"], told["home"]) == (None, 0, None)


async def test_only_what_changed_is_told(line: Line, ana: Person, web: AsyncWebClient) -> None:
    first = await ana.posts("one")
    await ana.posts("two")
    await line.look(ana, ana.dm)

    await ana.reacts(first, "eyes")
    told = await line.hears()

    assert told.keys() == {"look", "push", "now", "version", "person", "open"}
    assert [(each["text"], each["reactions"]) for each in told["open"]["messages"]] == [("one", {"eyes": [ana.id]})]
    assert len(told["open"]["order"]) == 2


async def test_a_burst_is_one_push(line: Line, ana: Person) -> None:
    await line.look(ana, ana.dm)
    for number in range(20):
        await ana.posts(str(number))

    told, pushes = await line.hears(), 1
    while told.get("open", {}).get("order", [])[19:] == []:
        told, pushes = await line.hears(), pushes + 1

    assert pushes <= 3
    assert await line.hears_nothing()


async def test_what_others_hear_is_not_told(line: Line, ana: Person, ben: Person, web: AsyncWebClient) -> None:
    await line.look(ana, ana.dm)

    await web.chat_postMessage(channel=ben.id, text="For Ben alone")
    told = await line.hears()

    assert told.keys() == {"look", "push", "now", "version", "person"}


async def test_nobody_looks_into_a_conversation_of_others(line: Line, ana: Person, ben: Person) -> None:
    await ben.posts("secret")

    told = await line.look(ana, ben.dm)

    assert told["open"] is None
    assert "secret" not in str(told)


async def test_a_page_that_shows_nobody_known_is_told_so(line: Line, ana: Person) -> None:
    await line._socket.send_json({"look": 1, "person": "U0NOBODY", "channel": ana.dm})

    told = await line.hears()
    assert (told["look"], told["unknown"]) == (1, True)
    assert "open" not in told


async def test_the_newest_are_told_and_earlier_ones_on_demand(line: Line, ana: Person) -> None:
    for number in range(5):
        await ana.posts(str(number))

    told = (await line.look(ana, ana.dm, newest=2))["open"]
    assert ([each["text"] for each in told["messages"]], told["earlier"]) == (["3", "4"], True)
    told = (await line.look(ana, ana.dm, newest=4))["open"]
    assert [each["text"] for each in told["messages"]] == ["1", "2"]
    assert len(told["order"]) == 4


async def test_there_and_back_at_once_leaves_nothing_out(line: Line, ana: Person, slack: StandIn) -> None:
    room = slack.add_channel("mentors", [ana])
    await ana.posts("here")
    await line.look(ana, ana.dm)

    await line._socket.send_json({"look": 98, "person": ana.id, "channel": room.id})
    await line._socket.send_json({"look": 99, "person": ana.id, "channel": ana.dm})
    while (told := await line.hears())["look"] != 99:
        pass

    assert [each["text"] for each in told["open"]["messages"]] == ["here"]


async def test_what_was_told_of_an_earlier_look_and_not_heard_is_told_again(line: Line, ana: Person) -> None:
    """The page turns while a push is on its way to it, and drops that push."""
    ts = await ana.posts("A question")
    first = await line.look(ana, ana.dm)
    assert "open" in await line.look(ana, ana.dm, thread=ts, heard=first["push"] - 1)

    told = await line.look(ana, ana.dm, thread=ts, heard=first["push"] + 1)

    assert "open" not in told


async def test_a_thread_is_told_beside_its_conversation(line: Line, ana: Person) -> None:
    ts = await ana.posts("A question")
    await ana.posts("An answer", thread=ts)

    told = await line.look(ana, ana.dm, thread=ts)

    assert [(each["text"], each["thread"]["count"]) for each in told["open"]["messages"]] == [("A question", 1)]
    assert [each["text"] for each in told["thread"]["messages"]] == ["A question", "An answer"]


async def test_a_deleted_message_leaves_its_place(line: Line, ana: Person) -> None:
    ts = await ana.posts("Never said")
    await ana.posts("An answer", thread=ts)
    await ana.deletes(ts)

    told = await line.look(ana, ana.dm, thread=ts)

    (gone,) = told["open"]["messages"]
    assert (gone["deleted"], gone["thread"]["count"], "text" in gone) == (True, 1, False)
    assert [each.get("text") for each in told["thread"]["messages"]] == [None, "An answer"]
    assert "Never said" not in str(told)


async def test_unread_messages_are_counted_until_they_are_read(
    line: Line, slack: StandIn, ana: Person, ben: Person, web: AsyncWebClient
) -> None:
    room = slack.add_channel("mentors", [ana, ben])
    await ben.posts("Hello all", channel=room.id)
    newest = await ben.posts("@Ana Pereira look", channel=room.id)
    await ana.posts("I read nothing", channel=room.id)

    before = (await line.look(ana))["conversations"]
    ana.reads(room.id, newest)
    after = (await line.hears())["conversations"]

    assert [(each["unread"], each["mentions"]) for each in before if each["id"] == room.id] == [(2, 1)]
    assert [(each["unread"], each["mentions"]) for each in after if each["id"] == room.id] == [(0, 0)]


async def test_home_and_modal_are_told(line: Line, ana: Person, web: AsyncWebClient, open_view: Any) -> None:
    await line.look(ana)

    await web.views_publish(user_id=ana.id, view=home(section("Welcome")))
    assert (await line.hears())["home"]["blocks"][0]["text"]["text"] == "Welcome"
    view = await open_view()
    told = await line.hears()
    while "view" not in told:
        told = await line.hears()
    assert (told["view"]["id"], told["view_depth"], told["view_errors"]) == (view, 1, {})


async def test_a_moved_clock_is_told(line: Line, ana: Person, clock: MovableClock) -> None:
    await line.look(ana)

    clock.pass_by(seconds=3600)
    told = await line.hears()

    assert told["now"] == clock.now().isoformat()
    assert clock.now() - timedelta(hours=1) < clock.now()


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}])
async def test_pages_of_other_sites_get_no_line(slack: StandIn, headers: dict[str, str]) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await session.ws_connect(f"{slack.url}/playground/live", headers=headers)


async def test_the_page_itself_gets_a_line(slack: StandIn) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{slack.url}/playground/live", headers={"Origin": slack.url}) as socket,
    ):
        assert not socket.closed
