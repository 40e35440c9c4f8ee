"""What keeps `rapport run` from beginning is one sentence, and the end of the process."""

import asyncio
import socket
from pathlib import Path

import pytest

from playground.server import StandIn
from tests.app.served import environment, process


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"SLACK_APP_TOKEN": "xapp-wrong"}, "Slack refuses SLACK_APP_TOKEN (invalid_auth). Copy it again from Basic"),
        ({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it again from OAuth"),
    ],
)
async def test_a_token_that_slack_refuses_is_one_sentence(
    slack: StandIn, tmp_path: Path, wrong: dict[str, str], expected: str
) -> None:
    async with process(tmp_path, {**environment(slack), **wrong, "RAPPORT_LOG_LEVEL": "error"}, "run") as running:
        assert await asyncio.wait_for(running.wait(), 40) == 2

    assert_is_one_sentence(tmp_path, expected)


@pytest.mark.parametrize("words", [["run"], ["run", "--http"]])
async def test_trouble_of_slack_s_own_is_not_laid_to_the_token(
    slack: StandIn, tmp_path: Path, words: list[str]
) -> None:
    slack.faults.add("503", "auth.test")

    async with process(tmp_path, {**environment(slack), "RAPPORT_LOG_LEVEL": "error"}, *words) as running:
        assert await asyncio.wait_for(running.wait(), 40) == 2

    assert_is_one_sentence(tmp_path, "Slack has trouble: 127.0.0.1 answers HTTP 503. Try again in a few minutes.")


async def test_another_address_than_the_api_s_is_one_sentence(slack: StandIn, tmp_path: Path) -> None:
    env = {**environment(slack), "SLACK_API_URL": slack.url, "RAPPORT_LOG_LEVEL": "error"}

    async with process(tmp_path, env, "run") as running:
        assert await asyncio.wait_for(running.wait(), 40) == 2

    assert_is_one_sentence(
        tmp_path, "Slack cannot be reached: what answers at 127.0.0.1 is not Slack's Web API (HTTP 404). Check"
    )


async def test_a_port_that_is_taken_is_one_sentence(slack: StandIn, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        env = {**environment(slack, taken.getsockname()[1]), "RAPPORT_LOG_LEVEL": "error"}
        async with process(tmp_path, env, "run", "--http") as running:
            assert await asyncio.wait_for(running.wait(), 40) == 2

    assert_is_one_sentence(tmp_path, "Port ")


def assert_is_one_sentence(folder: Path, beginning: str) -> None:
    log = (folder / "log").read_text()
    assert log.startswith(f"rapport: {beginning}")
    assert log.count("\n") == 1
