"""`rapport run` as a process, against the stand-in, with the clock on the wall."""

import asyncio
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.app.clock import SystemClock
from bot.app.serve import stay, went_back
from playground.refusals import OperationTimeout
from playground.server import StandIn
from tests.app.served import answered, environment, free_port, process, signed, some_people, until_logged, until_ready
from tests.builders import utc
from tests.stage import MANIFEST, settings_for, stage
from tests.waiting import eventually


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


async def test_a_line_that_never_comes_up_does_not_hold_a_stop(slack: StandIn, tmp_path: Path) -> None:
    slack.faults.add("slow", "apps.connections.open", seconds=0)
    slack.faults.add("error:internal_error", "apps.connections.open", times=99)
    async with process(tmp_path, environment(slack), "run") as running:
        await until_logged(tmp_path, "Failed to connect")
        running.send_signal(signal.SIGTERM)

        assert await asyncio.wait_for(running.wait(), 10) == 0


@pytest.mark.parametrize(
    ("passed", "steady", "expected"),
    [(1, 1, False), (0, 1, False), (-4, 1, False), (-5, 1, True), (3600, 1, False), (-3600, 1, True)],
)
def test_a_wall_clock_that_goes_back_is_noticed(passed: int, steady: float, expected: bool) -> None:
    before = utc("2026-10-25 01:00")

    assert went_back(before, before + timedelta(seconds=passed), steady) is expected
