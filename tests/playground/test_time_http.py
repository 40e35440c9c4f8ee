"""Time over HTTP: the clock's steps, the timeline, and what may be rehearsed."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.refusals import Trouble
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener

Json = dict[str, Any]


class Machine:
    """Something is due every six hours, and every third time Ana is told of it."""

    def __init__(self, clock: MovableClock, web: AsyncWebClient, ana: Person) -> None:
        self.clock, self.web, self.ana, self.times = clock, web, ana, 0

    async def next_moment(self) -> datetime | None:
        return self.clock.now() + timedelta(hours=6)

    async def next_morning(self, person: str, /) -> datetime:
        assert person == self.ana.id
        return self.clock.now() + timedelta(hours=15)

    async def run_until(self, moment: datetime, /) -> None:
        self.clock.pass_by(seconds=(moment - self.clock.now()).total_seconds())
        self.times += 1
        if self.times % 3 == 0:
            metadata = {"event_type": "said", "event_payload": {"n": self.times}}
            await self.web.chat_postMessage(channel=self.ana.id, text=f"the {self.times}rd & last", metadata=metadata)


class Diary:
    async def whys(self, metadata: Sequence[Json], /) -> list[str]:
        return [f"because of {each['event_payload']['n']}" if each else "" for each in metadata]


class Rehearsal:
    async def choices(self) -> Json:
        return {"fields": [{"name": "days", "value": 7}]}

    async def rehearse(self, asked: Json, /) -> Json:
        if asked["policy"]["days"] > 9:
            raise Trouble("Days go up to 9.")
        return {"messages": asked["policy"]["days"]}


class Page:
    def __init__(self, slack: StandIn, session: aiohttp.ClientSession) -> None:
        self._base, self._session = f"{slack.url}/playground", session

    async def get(self, path: str) -> Json:
        async with self._session.get(f"{self._base}{path}") as response:
            return dict(await response.json())

    async def send(self, path: str, body: Json) -> Json:
        async with self._session.post(f"{self._base}{path}", json=body) as response:
            return dict(await response.json())


@pytest.fixture
async def page(
    slack: StandIn, clock: MovableClock, web: AsyncWebClient, ana: Person, listener: Listener
) -> AsyncIterator[Page]:
    slack.time_machine = Machine(clock, web, ana)
    slack.diary = Diary()
    async with aiohttp.ClientSession() as session:
        yield Page(slack, session)


@pytest.mark.parametrize(
    ("to", "hours"),
    [("hour", 1), ("morning", 15), ("day", 24), ("week", 168), ("2026-11-02T12:00:00+00:00", 3)],
)
async def test_the_clock_is_read_and_moved(page: Page, clock: MovableClock, ana: Person, to: str, hours: int) -> None:
    before = clock.now()
    assert (await page.get("/clock"))["next"] == (before + timedelta(hours=6)).isoformat()

    moved = await page.send("/clock", {"to": to, "person": ana.id})

    assert moved["now"] == (before + timedelta(hours=hours)).isoformat() == clock.now().isoformat()


async def test_the_next_event_is_one_that_somebody_sees(page: Page, clock: MovableClock, ana: Person) -> None:
    before = clock.now()

    await page.send("/clock", {"to": "next"})

    assert clock.now() == before + timedelta(hours=18)
    assert [each.plain for each in ana.messages()] == ["the 3rd & last"]


async def test_a_clock_without_a_machine_stands(page: Page, slack: StandIn) -> None:
    slack.time_machine = None

    assert "cannot be moved" in (await page.send("/clock", {"to": "day"}))["trouble"]


async def test_the_timeline_says_what_was_said_to_whom_and_why(
    page: Page, ana: Person, web: AsyncWebClient, clock: MovableClock
) -> None:
    await page.send("/clock", {"to": "next"})
    await web.chat_postEphemeral(channel=ana.dm, user=ana.id, text="only you")

    told = await page.get("/timeline")

    assert told["total"] == 2
    assert [(each["to"], each["words"], each["why"]) for each in told["said"]] == [
        ([{"id": ana.id, "name": "Ana Pereira"}], "the 3rd & last", "because of 3"),
        ([{"id": ana.id, "name": "Ana Pereira"}], "only you", "it answers what they did"),
    ]
    assert (await page.get("/timeline?newest=1"))["said"] == told["said"][1:]


async def test_a_policy_is_tried_and_values_out_of_bounds_are_refused_in_words(page: Page, slack: StandIn) -> None:
    assert "Nothing can be rehearsed" in (await page.send("/rehearsal", {}))["trouble"]
    slack.rehearsal = Rehearsal()

    assert (await page.get("/rehearsal"))["fields"][0]["name"] == "days"
    assert (await page.send("/rehearsal", {"policy": {"days": 8}}))["messages"] == 8
    assert (await page.send("/rehearsal", {"policy": {"days": 10}}))["trouble"] == "Days go up to 9."
