"""`rapport playground`, as it is started by hand."""

import asyncio
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

URL = re.compile(rb"http://127\.0\.0\.1:\d+")


@asynccontextmanager
async def playground(*words: str) -> AsyncIterator[str]:
    """Its URL, once it says so; a clean stop at the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "playground", "--port", "0", "--no-open", *words),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        said = URL.search(await asyncio.wait_for(process.stdout.readline(), 60))
        assert said, await process.communicate()
        yield said.group().decode()
    finally:
        process.terminate()
        _, complaints = await asyncio.wait_for(process.communicate(), 30)
        assert (process.returncode, complaints) == (0, b"")


async def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "playground", "--port", str(port), "--no-open"),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, complaint = await asyncio.wait_for(process.communicate(), 60)

    assert (process.returncode, said) == (2, b"")
    assert complaint.decode() == f"rapport: Port {port} is taken. Try: rapport playground --port {port + 1}\n"


async def moved(url: str, to: str, person: str = "") -> Any:
    asked = {"to": to, "person": person}
    async with aiohttp.ClientSession() as session, session.post(f"{url}/playground/clock", json=asked) as answer:
        return await answer.json()


async def got(url: str, path: str) -> Any:
    async with aiohttp.ClientSession() as session, session.get(f"{url}/playground/{path}") as answer:
        return await answer.json()


async def test_what_was_kept_goes_on(tmp_path: Path) -> None:
    keep = ("--keep", str(tmp_path / "kept"))
    async with playground(*keep) as url:
        left = await moved(url, "day")
        said = (await got(url, "timeline"))["said"]

    async with playground(*keep) as url:
        found = await got(url, "clock")
        again = (await got(url, "timeline"))["said"]
        await moved(url, "week")
        later = (await got(url, "timeline"))["total"]

    assert found["now"] == left["now"]
    assert said
    assert again == said
    assert later > len(said)


async def test_a_stop_while_a_year_passes_complains_of_nothing_and_keeps_what_has_happened(tmp_path: Path) -> None:
    keep = ("--keep", str(tmp_path / "kept"))
    async with playground(*keep) as url:
        began = (await got(url, "clock"))["now"]
        passing = asyncio.create_task(moved(url, "2100-01-01T00:00:00+00:00"))
        async with asyncio.timeout(60):
            while (await got(url, "clock"))["now"] == began:
                continue
    await asyncio.gather(passing, return_exceptions=True)

    async with playground(*keep) as url:
        assert began < (await got(url, "clock"))["now"] < "2100"


async def test_the_sample_has_a_peer_group_whose_rounds_open() -> None:
    async with playground("--start", "2026-03-02T06:00") as url:
        await moved(url, "week")
        said = "\n".join(str(each) for each in (await got(url, "timeline"))["said"])

    assert "First-years" in said
    assert "a new round is open" in said or "A new round of First-years" in said


async def test_the_sample_has_a_rotation_that_introduces_people() -> None:
    async with playground("--start", "2026-03-02T06:00") as url:
        for _ in range(2):
            await moved(url, "week")
        said = "\n".join(str(each) for each in (await got(url, "timeline"))["said"])

    assert "Coffees: somebody new on" in said
    assert "Coffees: meet each other" in said


async def test_people_of_ones_own_are_introduced(tmp_path: Path) -> None:
    own = tmp_path / "people.csv"
    own.write_text(
        "name,zone,role,mentors\nMo,UTC,coordinator,\nTo,UTC,backup,\nZoë,UTC,mentor,\nBo,UTC,,Zoë\n", "utf-8"
    )

    async with playground("--people", str(own), "--start", "2026-03-02T06:00") as url:
        people = (await got(url, "people"))["people"]
        mornings = [(await moved(url, "morning", people[2]["id"]))["now"] for _ in range(2)]
        await moved(url, "week")
        told = {each["name"] for said in (await got(url, "timeline"))["said"] for each in said["to"]}

    assert [each["name"] for each in people] == ["Mo", "To", "Zoë", "Bo"]
    assert told >= {"Zoë", "Bo"}
    assert mornings == ["2026-03-02T09:00:00+00:00", "2026-03-03T09:00:00+00:00"]
