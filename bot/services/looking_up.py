"""Asking the directory for many people, as fast as it lets us."""

from collections.abc import Iterable
from typing import Final

from bot.ports import Clock, People, Person, TryAgain

TRIES: Final = 10
"""How often one address is asked for before the directory is given up."""


PAUSE: Final = 5.0
"""Seconds to wait where the directory does not say how long."""


class LookUpGaveUp(Exception):
    """The directory said "later" too often; `found` of `wanted` addresses had been answered by then."""

    def __init__(self, why: str, *, found: int, wanted: int) -> None:
        super().__init__(why)
        self.why = why
        self.found = found
        self.wanted = wanted


async def look_up(directory: People, clock: Clock, addresses: Iterable[str]) -> dict[str, Person | None]:
    """Who each Slack id or e-mail is, one after the other, waiting whenever the directory asks for it.

    Raises LookUpGaveUp, WorkspaceStopped.
    """
    wanted = sorted(set(addresses))
    people: dict[str, Person | None] = {}
    for address in wanted:
        try:
            people[address] = await _ask(directory, clock, address)
        except TryAgain as later:
            raise LookUpGaveUp(later.why, found=len(people), wanted=len(wanted)) from later
    return people


async def _ask(directory: People, clock: Clock, address: str) -> Person | None:
    for _ in range(1, TRIES):
        try:
            return await _once(directory, address)
        except TryAgain as later:
            await clock.sleep(later.seconds or PAUSE)
    return await _once(directory, address)


async def _once(directory: People, address: str) -> Person | None:
    return await (directory.by_email(address) if "@" in address else directory.by_id(address))
