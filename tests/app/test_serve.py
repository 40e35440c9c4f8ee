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
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.app.clock import SystemClock
from bot.app.serve import stay, went_back
from playground.people import Person
from playground.refusals import OperationTimeout
from playground.server import StandIn
from tests.builders import utc
from tests.stage import MANIFEST, settings_for, stage
from tests.waiting import eventually

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


async def until_logged(folder: Path, word: str) -> None:
    async with asyncio.timeout(40):
        while word not in (folder / "log").read_text():  # noqa: ASYNC110  # another process
            await asyncio.sleep(0.05)


def signed(slack: StandIn, text: str, person: str) -> tuple[bytes, dict[str, str]]:
    """A slash command as Slack sends it (https://docs.slack.dev/authentication/verifying-requests-from-slack)."""
    fields = {"command": "/rapport", "text": text, "user_id": person, "team_id": slack.workspace.team_id}
    body = urlencode({**fields, "trigger_id": "1.2", "response_url": slack.api_url}).encode()
    stamp = str(int(time.time()))
    mac = hmac.new(slack.signing_secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={mac.hexdigest()}"}
    return body, {**headers, "Content-Type": "application/x-www-form-urlencoded"}


async def some_people(slack: StandIn, folder: Path) -> tuple[Person, Person, Person]:
    """A pair and their coordinator, whom the bot knows."""
    ana, ben, cy = (
        slack.add_person(name, email=f"{name}@example.org", tz="Europe/Berlin") for name in ("ana", "ben", "cy")
    )
    (folder / "roster.csv").write_text(f"mentor,mentee\n{ana.id},{ben.id}\n")
    leaders = ["--coordinator", cy.id, "--backup", ana.id]
    words = ["import", "roster.csv", "--programme", "Mentors", *leaders]
    async with process(folder, environment(slack), *words) as bringing:
        assert await asyncio.wait_for(bringing.wait(), 60) == 0
    return ana, ben, cy


async def test_over_http_it_is_alive_ready_and_stops_with_what_is_in_flight_finished(
    slack: StandIn, tmp_path: Path
) -> None:
    ana, ben, cy = await some_people(slack, tmp_path)
    port = free_port()
    env, url = environment(slack, port), f"http://127.0.0.1:{port}"

    async with process(tmp_path, env, "run", "--http") as running, aiohttp.ClientSession() as session:
        await until_ready(session, url)
        assert await answered(session, f"{url}/healthz") == (200, "ok")
        assert await answered(session, f"{url}/slack/events") == (405, "Method Not Allowed")
        async with session.post(f"{url}/slack/events", data=b"forged") as forged:
            assert forged.status == 401

        slack.faults.add("slow", "users.info", seconds=2)
        body, headers = signed(slack, f"pair <@{ana.id}> <@{ben.id}>", cy.id)
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
        await until_logged(tmp_path, "] ready ")
        said = await ana.runs("/rapport help")
        running.send_signal(how)

        assert await asyncio.wait_for(running.wait(), 15) == 0
    assert "/rapport" in said.plain
    assert "Traceback" not in (tmp_path / "log").read_text()


async def test_over_socket_mode_what_was_asked_before_a_stop_is_answered(slack: StandIn, tmp_path: Path) -> None:
    ana, ben, cy = await some_people(slack, tmp_path)
    async with process(tmp_path, environment(slack), "run") as running:
        await until_logged(tmp_path, "] ready ")
        slack.faults.add("slow", "users.info", seconds=1.5)
        in_flight = asyncio.create_task(cy.runs(f"/rapport pair <@{ana.id}> <@{ben.id}>"))
        await asyncio.sleep(0.5)
        running.send_signal(signal.SIGTERM)

        assert "already" in (await in_flight).plain
        assert await asyncio.wait_for(running.wait(), 15) == 0
    assert "Traceback" not in (tmp_path / "log").read_text()


@pytest.mark.parametrize("words", [["run"], ["run", "--http"]])
async def test_what_takes_for_ever_shares_one_deadline_and_the_process_is_gone_within_15_seconds(
    tmp_path: Path, words: list[str]
) -> None:
    async with StandIn(clock=SystemClock(), manifest=MANIFEST, ack_seconds=60) as slack:
        ana, ben, cy = await some_people(slack, tmp_path)
        port = free_port()
        async with process(tmp_path, environment(slack, port), *words) as running:
            await until_logged(tmp_path, "] ready ")
            if "--http" in words:
                slack.deliver_over_http(f"http://127.0.0.1:{port}/slack/events")
            slack.faults.add("slow", "chat.postMessage", seconds=20)
            slack.faults.add("slow", "users.info", seconds=20)
            await ana.posts("Hello!")
            in_flight = asyncio.create_task(cy.runs(f"/rapport pair <@{ana.id}> <@{ben.id}>"))
            await eventually(lambda: slack.faults.left == 0, seconds=30)
            running.send_signal(signal.SIGTERM)
            asked_at = time.monotonic()

            assert await asyncio.wait_for(running.wait(), 40) == 0
            assert 10 < time.monotonic() - asked_at < 15
            with pytest.raises(OperationTimeout):
                await in_flight
    log = (tmp_path / "log").read_text()
    assert "stop.cut_off" in log
    assert "Traceback" not in log


class Deaf:
    """Hears nothing, and at a stop has an answer in flight until it `may_go`."""

    where = "nowhere"

    def __init__(self) -> None:
        self.stopping, self.may_go = asyncio.Event(), asyncio.Event()

    async def open(self) -> None: ...

    async def finish(self) -> None:
        self.stopping.set()
        await self.may_go.wait()

    async def close(self) -> None: ...


def a_recent_morning() -> datetime:
    """Of a working day. Recent, since the scheduler counts all that it missed since then."""
    day = datetime.now(UTC).replace(hour=9, minute=0) - timedelta(days=1)
    return day - timedelta(days=max(0, day.weekday() - 4))


async def test_nothing_is_begun_while_a_stop_waits_for_an_answer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'rapport.db'}"
    async with stage(url, start=a_recent_morning(), people={"Ana": "UTC", "Ben": "UTC", "Cy": "UTC"}) as here:
        await here.bring("mentor,mentee\nana@example.org,ben@example.org\n", coordinator="Cy", backup="Ana")
        await here.pass_by(minutes=1)
        stopping, deaf = asyncio.Event(), Deaf()
        staying = asyncio.create_task(stay(here.installation, settings_for(here.slack, url), deaf, stopping))
        stopping.set()
        await deaf.stopping.wait()
        heard = here.story("Ana")
        await here["Ana"].posts("Hello!")
        await asyncio.sleep(0.5)

        assert len(here.story("Ana")) == len(heard) + 1
        deaf.may_go.set()
        await staying
        assert len(here.story("Ana")) == len(heard) + 1
        await here.restart()
        await here.now()
        assert len(here.story("Ana")) == len(heard) + 2


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


async def test_a_line_that_never_comes_up_does_not_hold_a_stop(slack: StandIn, tmp_path: Path) -> None:
    slack.faults.add("slow", "apps.connections.open", seconds=0)
    slack.faults.add("error:internal_error", "apps.connections.open", times=99)
    async with process(tmp_path, environment(slack), "run") as running:
        await until_logged(tmp_path, "Failed to connect")
        running.send_signal(signal.SIGTERM)

        assert await asyncio.wait_for(running.wait(), 10) == 0


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


@pytest.mark.parametrize(
    ("passed", "steady", "expected"),
    [(1, 1, False), (0, 1, False), (-4, 1, False), (-5, 1, True), (3600, 1, False), (-3600, 1, True)],
)
def test_a_wall_clock_that_goes_back_is_noticed(passed: int, steady: float, expected: bool) -> None:
    before = utc("2026-10-25 01:00")

    assert went_back(before, before + timedelta(seconds=passed), steady) is expected
