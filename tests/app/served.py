"""`rapport` as a process of its own, against the stand-in, and what it says from outside."""

import asyncio
import hashlib
import hmac
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import aiohttp

from playground.people import Person
from playground.server import StandIn

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
