"""`rapport run` as a process, against the stand-in, with the clock on the wall."""

import asyncio
import hashlib
import hmac
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.app.clock import SystemClock
from bot.app.serve import went_back
from playground.server import StandIn
from tests.builders import utc
from tests.stage import MANIFEST

RAPPORT: Final = Path(sys.executable).parent / "rapport"


@asynccontextmanager
async def process(
    folder: Path, environment: Mapping[str, str], *words: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    log = (folder / "log").open("ab")
    running = await asyncio.create_subprocess_exec(
        RAPPORT, *words, cwd=folder, env={**kept, **environment}, stdout=log, stderr=log
    )
    try:
        yield running
    finally:
        log.close()
        with suppress(ProcessLookupError):
            running.kill()
        await running.wait()


@pytest.fixture
async def slack() -> AsyncIterator[StandIn]:
    async with StandIn(clock=SystemClock(), manifest=MANIFEST) as standing:
        yield standing


def environment(slack: StandIn, port: int = 0) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "RAPPORT_HTTP_PORT": str(port),
    }


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def answered(session: aiohttp.ClientSession, url: str) -> tuple[int, str]:
    """Status and body; (0, "") while nobody listens."""
    try:
        async with session.get(url) as response:
            return response.status, await response.text()
    except aiohttp.ClientError:
        return 0, ""


async def until_ready(session: aiohttp.ClientSession, url: str, within: float = 40) -> None:
    async with asyncio.timeout(within):
        while await answered(session, f"{url}/readyz") != (200, "ready"):  # noqa: ASYNC110  # another process
            await asyncio.sleep(0.05)


def signed(slack: StandIn, text: str, person: str) -> tuple[bytes, dict[str, str]]:
    """A slash command as Slack sends it (https://docs.slack.dev/authentication/verifying-requests-from-slack)."""
    fields = {"command": "/rapport", "text": text, "user_id": person, "team_id": slack.workspace.team_id}
    body = urlencode({**fields, "trigger_id": "1.2", "response_url": slack.api_url}).encode()
    stamp = str(int(time.time()))
    mac = hmac.new(slack.signing_secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={mac.hexdigest()}"}
    return body, {**headers, "Content-Type": "application/x-www-form-urlencoded"}


async def test_over_http_it_is_alive_ready_and_stops_with_what_is_in_flight_finished(
    slack: StandIn, tmp_path: Path
) -> None:
    people = {
        name: slack.add_person(name, email=f"{name}@example.org", tz="Europe/Berlin") for name in ("ana", "ben", "cy")
    }
    (tmp_path / "roster.csv").write_text(f"mentor,mentee\n{people['ana'].id},{people['ben'].id}\n")
    port = free_port()
    env, url = environment(slack, port), f"http://127.0.0.1:{port}"
    leaders = ["--coordinator", people["cy"].id, "--backup", people["ana"].id]
    async with process(tmp_path, env, "import", "roster.csv", "--programme", "Mentors", *leaders) as bringing:
        assert await asyncio.wait_for(bringing.wait(), 60) == 0

    async with process(tmp_path, env, "run", "--http") as running, aiohttp.ClientSession() as session:
        await until_ready(session, url)
        assert await answered(session, f"{url}/healthz") == (200, "ok")
        assert await answered(session, f"{url}/slack/events") == (405, "Method Not Allowed")
        async with session.post(f"{url}/slack/events", data=b"forged") as forged:
            assert forged.status == 401

        slack.faults.add("slow", "users.info", seconds=2)
        body, headers = signed(slack, f"pair <@{people['ana'].id}> <@{people['ben'].id}>", people["cy"].id)
        in_flight = asyncio.create_task(_post(session, f"{url}/slack/events", body, headers))
        await asyncio.sleep(0.7)
        running.send_signal(signal.SIGTERM)
        asked_at = time.monotonic()
        await asyncio.sleep(0.3)
        not_ready, _ = await answered(session, f"{url}/readyz")

        assert not_ready in (0, 503)
        status, said = await in_flight
        assert (status, "ephemeral" in said) == (200, True)
        assert await asyncio.wait_for(running.wait(), 15) == 0
        assert time.monotonic() - asked_at < 15
    assert "Traceback" not in (tmp_path / "log").read_text()


async def _post(session: aiohttp.ClientSession, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
    async with session.post(url, data=body, headers=headers) as response:
        return response.status, await response.text()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_over_socket_mode_it_answers_and_stops_when_told(
    slack: StandIn, tmp_path: Path, how: signal.Signals
) -> None:
    ana = slack.add_person("ana", email="ana@example.org", tz="Europe/Berlin")
    async with process(tmp_path, environment(slack), "run") as running:
        async with asyncio.timeout(40):
            while "ready" not in (tmp_path / "log").read_text():  # noqa: ASYNC110  # another process
                await asyncio.sleep(0.05)
        said = await ana.runs("/rapport help")
        running.send_signal(how)

        assert await asyncio.wait_for(running.wait(), 15) == 0
    assert "/rapport" in said.plain
    assert "Traceback" not in (tmp_path / "log").read_text()


async def test_a_port_that_is_taken_is_one_sentence(slack: StandIn, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        env = {**environment(slack, taken.getsockname()[1]), "RAPPORT_LOG_LEVEL": "error"}
        async with process(tmp_path, env, "run", "--http") as running:
            assert await asyncio.wait_for(running.wait(), 40) == 2

    log = (tmp_path / "log").read_text()
    assert log.startswith("rapport: Port ")
    assert log.count("\n") == 1


@pytest.mark.parametrize(
    ("passed", "steady", "expected"),
    [(1, 1, False), (0, 1, False), (-4, 1, False), (-5, 1, True), (3600, 1, False), (-3600, 1, True)],
)
def test_a_wall_clock_that_goes_back_is_noticed(passed: int, steady: float, expected: bool) -> None:
    before = utc("2026-10-25 01:00")

    assert went_back(before, before + timedelta(seconds=passed), steady) is expected
