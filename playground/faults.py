"""Things that go wrong on demand."""

from dataclasses import dataclass
from typing import Final

ANY: Final = "*"


@dataclass(kw_only=True)
class Fault:
    """What goes wrong, with which call, and how many more times."""

    method: str
    kind: str
    times: int
    retry_after: int
    seconds: float


class Faults:
    """A list of faults waiting for their call.

    Kinds: `429`; `500` and the other 5xx, with a page instead of JSON; `lost`, where the call is done and the
    connection cut before the answer; `slow`, where the answer takes so many real seconds; `error:<name>`, an
    answer with ok false; `cut_socket`, where a Socket Mode connection breaks after the next delivery was sent.
    """

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, kind: str, method: str = ANY, *, times: int = 1, retry_after: int = 1, seconds: float = 1.0) -> None:
        """`method` is a Web API method, or `*` for the next call whichever it is."""
        target = "delivery" if kind == "cut_socket" else method
        self._waiting.append(Fault(method=target, kind=kind, times=times, retry_after=retry_after, seconds=seconds))

    @property
    def left(self) -> int:
        """How many still wait for their call."""
        return len(self._waiting)

    def clear(self) -> None:
        self._waiting.clear()

    def next_for(self, method: str) -> Fault | None:
        """The fault that befalls this call; it is used up by being asked for."""
        for fault in self._waiting:
            if fault.method == method or (fault.method == ANY and method != "apps.connections.open"):
                return self._use(fault)
        return None

    def take(self, method: str, kind: str) -> bool:
        """Whether a fault of just this kind was waiting."""
        for fault in self._waiting:
            if fault.method == method and fault.kind == kind:
                return self._use(fault) is fault
        return False

    def _use(self, fault: Fault) -> Fault:
        fault.times -= 1
        if not fault.times:
            self._waiting.remove(fault)
        return fault
