"""The first attempt at handing an event over: something to wait for."""

import asyncio


class Tried:
    """Done once the first attempt ended, well or badly."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    @classmethod
    def nothing(cls) -> "Tried":
        """For what the app does not hear of."""
        tried = cls()
        tried.done()
        return tried

    def done(self) -> None:
        self._event.set()

    async def wait(self) -> None:
        await self._event.wait()
