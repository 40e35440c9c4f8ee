"""How fast an app may be."""

from pathlib import Path

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.limits import Limits, Tier
from playground.people import Person
from playground.refusals import TooFast
from playground.server import StandIn
from tests.playground.clocks import MovableClock


async def test_one_message_a_second_in_a_conversation(
    web: AsyncWebClient, clock: MovableClock, ana: Person, ben: Person
) -> None:
    await web.chat_postMessage(channel=ana.id, text="One")
    await web.chat_postMessage(channel=ben.id, text="Another conversation")

    with pytest.raises(SlackApiError) as caught:
        await web.chat_postMessage(channel=ana.id, text="Two")
    clock.pass_by(seconds=1)
    await web.chat_postMessage(channel=ana.id, text="Three")

    response = caught.value.response
    assert (response.status_code, response.headers["Retry-After"]) == (429, "1")
    assert response.data == {"ok": False, "error": "ratelimited"}
    assert [each.plain for each in ana.messages()] == ["One", "Three"]


@pytest.mark.parametrize(
    ("tier", "burst", "wait"), [(Tier.T2, 6, 1), (Tier.T3, 16, 1), (Tier.T4, 33, 1)], ids=lambda each: str(each)
)
def test_a_method_has_a_burst_and_then_its_pace(tier: Tier, burst: int, wait: int) -> None:
    clock = MovableClock()
    limits = Limits(clock=clock)
    for _ in range(burst):
        limits.call("users.info", tier)

    with pytest.raises(TooFast) as caught:
        limits.call("users.info", tier)

    assert caught.value.retry_after == wait
    limits.call("users.list", tier)
    clock.pass_by(seconds=60 / tier.value)
    limits.call("users.info", tier)


@pytest.mark.parametrize(("allowed", "expected"), [(60, 80), (240, 320)])
def test_a_whole_workspace_takes_so_many_messages_a_minute(allowed: int, expected: int) -> None:
    """A minute's allowance and the burst of a third of it, tried ten times a second."""
    clock = MovableClock()
    limits = Limits(clock=clock, posts_per_minute=allowed)
    sent = 0
    for _ in range(600):
        try:
            limits.post(f"D{sent}")
            sent += 1
        except TooFast:
            pass
        clock.pass_by(seconds=0.1)

    assert sent == pytest.approx(expected, abs=2)


def test_a_message_refused_in_one_bucket_costs_nothing_in_the_other() -> None:
    limits = Limits(clock=MovableClock(), posts_per_minute=6)
    limits.post("D1")
    for _ in range(5):
        with pytest.raises(TooFast):
            limits.post("D1")

    limits.post("D2")


async def test_limits_can_be_lifted(clock: MovableClock, manifest: Path) -> None:
    async with StandIn(clock=clock, manifest=manifest, limits=False) as slack:
        web = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)
        ana = slack.add_person("Ana Pereira")
        for number in range(60):
            await web.chat_postMessage(channel=ana.id, text=str(number))

        assert len(ana.messages()) == 60
