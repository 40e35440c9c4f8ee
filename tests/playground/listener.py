"""An app in a few lines: it keeps what it is handed and acknowledges as it was told."""

import asyncio
from collections.abc import Callable
from typing import Any

from playground.delivery import Ack, Delivery, NotAckedError

Payload = dict[str, Any]


class Listener:
    def __init__(self) -> None:
        self.heard: list[Delivery] = []
        self.answers: list[Payload | str | None] = []
        """What the next acknowledgements carry; empty ones follow."""
        self.failures: list[NotAckedError] = []
        """How the next deliveries go wrong, before any answer."""
        self.does: Callable[[Payload], Any] | None = None
        """What the app does before it acknowledges, with the payload."""

    async def hand_over(self, delivery: Delivery) -> Ack:
        self.heard.append(delivery)
        if self.failures:
            raise self.failures.pop(0)
        if self.does and asyncio.iscoroutine(under_way := self.does(delivery.payload)):
            await under_way
        return Ack(payload=self.answers.pop(0) if self.answers else None)

    @property
    def events(self) -> list[Payload]:
        """The inside of every event heard."""
        return [each.payload["event"] for each in self.heard if each.kind == "events_api"]

    @property
    def last(self) -> Payload:
        return self.heard[-1].payload
