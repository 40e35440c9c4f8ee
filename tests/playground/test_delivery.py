"""Events are repeated until they are acknowledged; what a person does is not."""

import asyncio
import json
from urllib.parse import parse_qs

import pytest
from aiohttp import web as http
from slack_sdk.signature import SignatureVerifier

from playground.delivery import NotAckedError
from playground.people import Person
from playground.refusals import OperationTimeout
from playground.server import StandIn
from tests.playground.bolt import Payload, served
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener


async def settle(slack: StandIn, clock: MovableClock, *, seconds: float) -> None:
    clock.pass_by(seconds=seconds)
    await slack.settled()


async def test_an_event_is_repeated_at_once_after_a_minute_and_after_five(
    slack: StandIn, clock: MovableClock, ana: Person, listener: Listener
) -> None:
    listener.failures = [NotAckedError("http_timeout") for _ in range(9)]

    await ana.posts("Hello")
    await slack.settled()
    assert [each.retry for each in listener.heard] == [0, 1]
    await settle(slack, clock, seconds=59)
    assert len(listener.heard) == 2
    await settle(slack, clock, seconds=1)
    await settle(slack, clock, seconds=300)
    await settle(slack, clock, seconds=3600)

    assert [(each.retry, each.reason) for each in listener.heard] == [
        (0, ""),
        (1, "http_timeout"),
        (2, "http_timeout"),
        (3, "http_timeout"),
    ]
    assert len({each.payload["event_id"] for each in listener.heard}) == 1
    assert listener.heard[0].payload["event_id"].startswith("Ev")


async def test_an_acknowledged_event_is_not_repeated(
    slack: StandIn, clock: MovableClock, ana: Person, listener: Listener
) -> None:
    listener.failures = [NotAckedError("timeout")]

    await ana.posts("Hello")
    await slack.settled()
    await settle(slack, clock, seconds=3600)

    assert [each.retry for each in listener.heard] == [0, 1]


async def test_an_app_can_decline_repetitions(
    slack: StandIn, clock: MovableClock, ana: Person, listener: Listener
) -> None:
    listener.failures = [NotAckedError("http_error", final=True)]

    await ana.posts("Hello")
    await slack.settled()
    await settle(slack, clock, seconds=3600)

    assert len(listener.heard) == 1


async def test_a_command_is_tried_once(slack: StandIn, clock: MovableClock, ana: Person, listener: Listener) -> None:
    listener.failures = [NotAckedError("timeout")]

    with pytest.raises(OperationTimeout):
        await ana.runs("/rapport")
    await settle(slack, clock, seconds=3600)

    assert len(listener.heard) == 1


async def test_busy_counts_what_is_under_way(slack: StandIn, ana: Person, listener: Listener) -> None:
    gate = asyncio.Event()
    listener.does = lambda _: gate.wait()

    running = asyncio.ensure_future(ana.runs("/rapport"))
    await asyncio.sleep(0.01)
    assert slack.busy == 1
    gate.set()
    await slack.settled()

    assert slack.busy == 0
    assert (await running).plain == ""


class Endpoint:
    """A request URL that keeps what it gets and answers as told."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], str]] = []
        self.answers: list[http.Response] = []
        self.slow = 0.0

    async def answer(self, request: http.Request) -> http.Response:
        self.got.append((dict(request.headers), await request.text()))
        await asyncio.sleep(self.slow)
        return self.answers.pop(0) if self.answers else http.Response()


async def test_requests_are_signed_and_shaped_as_slacks(slack: StandIn, ana: Person) -> None:
    endpoint = Endpoint()
    async with served(endpoint.answer) as url:
        slack.deliver_over_http(url)
        await ana.posts("Hello")
        await ana.runs("/rapport pause 2 weeks")

    event, command = endpoint.got
    verifier = SignatureVerifier(slack.signing_secret)
    assert all(verifier.is_valid_request(body, headers) for headers, body in endpoint.got)
    assert not SignatureVerifier("another").is_valid_request(event[1], event[0])
    assert json.loads(event[1])["event"]["text"] == "Hello"
    assert command[0]["Content-Type"] == "application/x-www-form-urlencoded"
    told = {name: values[0] for name, values in parse_qs(command[1]).items()}
    assert (told["command"], told["text"], told["user_name"]) == ("/rapport", "pause 2 weeks", "ana")
    assert {"channel_id", "team_id", "team_domain", "api_app_id", "response_url", "trigger_id"} <= told.keys()


async def test_a_retry_over_http_says_so(slack: StandIn, ana: Person) -> None:
    endpoint = Endpoint()
    endpoint.answers = [http.Response(status=500)]
    async with served(endpoint.answer) as url:
        slack.deliver_over_http(url)
        await ana.posts("Hello")
        await slack.settled()

    first, again = endpoint.got
    assert "X-Slack-Retry-Num" not in first[0]
    assert (again[0]["X-Slack-Retry-Num"], again[0]["X-Slack-Retry-Reason"]) == ("1", "http_error")
    assert again[1] == first[1]


@pytest.mark.parametrize(
    ("response", "heard"),
    [(http.Response(status=500), 2), (http.Response(status=500, headers={"x-slack-no-retry": "1"}), 1)],
    ids=["an error", "an error that wants no repetition"],
)
async def test_an_error_with_the_right_header_ends_it(
    slack: StandIn, ana: Person, response: http.Response, heard: int
) -> None:
    endpoint = Endpoint()
    endpoint.answers = [response]
    async with served(endpoint.answer) as url:
        slack.deliver_over_http(url)
        await ana.posts("Hello")
        await slack.settled()

    assert len(endpoint.got) == heard


async def test_a_slow_acknowledgement_comes_too_late(slack: StandIn, ana: Person) -> None:
    endpoint = Endpoint()
    endpoint.slow = 1.0
    async with served(endpoint.answer) as url:
        slack.deliver_over_http(url)

        with pytest.raises(OperationTimeout, match="http_timeout"):
            await ana.runs("/rapport")


async def test_a_url_where_nobody_listens_is_a_failed_connection(slack: StandIn, ana: Person) -> None:
    async with served(Endpoint().answer) as url:
        pass
    slack.deliver_over_http(url)

    with pytest.raises(OperationTimeout, match="connection_failed"):
        await ana.runs("/rapport")


async def test_json_and_words_both_answer_a_command(slack: StandIn, ana: Person) -> None:
    endpoint = Endpoint()
    answer: Payload = {"response_type": "in_channel", "text": "For all"}
    endpoint.answers = [http.Response(text="Only you"), http.json_response(answer)]
    async with served(endpoint.answer) as url:
        slack.deliver_over_http(url)

        assert (await ana.runs("/rapport")).plain == "Only you"
        assert (await ana.runs("/rapport")).plain == ""

    assert [(each.plain, each.ephemeral) for each in ana.messages()] == [("Only you", True), ("For all", False)]
