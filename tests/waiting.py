"""Waiting in real time for what happens in another task: a line that comes back, a process that starts."""

import asyncio
from collections.abc import Callable


async def eventually(true: Callable[[], bool], *, seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110  # what is waited for tells nobody that it is there
            await asyncio.sleep(0.01)
