"""`rapport playground` as anybody starts it: a process of its own, always at the same moment and with the same seed."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

TOP: Final = Path(__file__).parents[2]
MONDAY: Final = datetime(2026, 9, 7, 6)  # noqa: DTZ001  # the they are in UTC, as the option is
"""Before anyone's day begins: everybody is greeted on this day and introduced in the next days."""

TUESDAY: Final = datetime(2026, 9, 22, 17)  # noqa: DTZ001  # the same
"""In the afternoon: Ana, Ben, Sam and Priya have a question before them since ten, and nobody has answered."""

PATIENT: Final = "tests.e2e.patient"
AS_IT_IS: Final = "bot"


@asynccontextmanager
async def playground(*options: str, start: datetime = MONDAY, module: str = PATIENT) -> AsyncIterator[str]:
    """Gives the address of the page."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", module, "playground", "--port", "0", "--no-open", "--start", f"{start:%Y-%m-%dT%H:%M}", *options),
        cwd=TOP,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield await _address(process)
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout
    said = ""
    while line := (await process.stdout.readline()).decode():
        said += line
        if found := re.search(r"http://\S+", line):
            return found[0]
    raise RuntimeError(f"The playground did not start: {said}")
