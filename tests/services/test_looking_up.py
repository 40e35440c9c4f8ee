"""The directory is asked for people as patiently as it wants."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from bot.ports import Person, TryAgain, WorkspaceStopped
from bot.services.looking_up import TRIES, LookUpGaveUp, look_up
from tests.services.office import person

PEOPLE = {"U0ANA": person("U0ANA"), "ben@x.org": person("U0BEN")}


class Patience:
    """A clock on which sleeping takes no time."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime(2026, 11, 23, tzinfo=UTC) + timedelta(seconds=sum(self.slept))

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


class BusyDirectory:
    """Says "later" to each address as often as it was told to."""

    def __init__(self, people: Mapping[str, Person], busy: Mapping[str, int]) -> None:
        self.people = people
        self.busy = dict(busy)
        self.asked: list[str] = []

    async def by_id(self, person: str) -> Person | None:
        return self.answer(person, "id")

    async def by_email(self, email: str) -> Person | None:
        return self.answer(email, "e-mail")

    def answer(self, address: str, by: str) -> Person | None:
        self.asked.append(f"{by} {address}")
        if self.busy.get(address, 0):
            self.busy[address] -= 1
            raise TryAgain("ratelimited", 30)
        return self.people.get(address)


async def test_ids_and_addresses_are_each_looked_up_once() -> None:
    directory = BusyDirectory(PEOPLE, {})

    found = await look_up(directory, Patience(), ["U0ANA", "ben@x.org", "U0ANA", "U0GONE"])

    assert found == {**PEOPLE, "U0GONE": None}
    assert directory.asked == ["id U0ANA", "id U0GONE", "e-mail ben@x.org"]


async def test_it_waits_as_long_as_it_is_asked_to() -> None:
    clock = Patience()

    found = await look_up(BusyDirectory(PEOPLE, {"ben@x.org": TRIES - 1}), clock, PEOPLE)

    assert found == PEOPLE
    assert clock.slept == [30] * (TRIES - 1)


async def test_it_gives_up_when_one_address_is_refused_too_often() -> None:
    directory = BusyDirectory(PEOPLE, {"ben@x.org": TRIES})

    with pytest.raises(LookUpGaveUp) as gave_up:
        await look_up(directory, Patience(), PEOPLE)

    assert (gave_up.value.why, gave_up.value.found, gave_up.value.wanted) == ("ratelimited", 1, 2)
    assert directory.asked.count("e-mail ben@x.org") == TRIES


async def test_a_dead_token_ends_it_at_once() -> None:
    class NoDirectory(BusyDirectory):
        async def by_id(self, person: str) -> Person | None:
            raise WorkspaceStopped("token_revoked")

    with pytest.raises(WorkspaceStopped):
        await look_up(NoDirectory({}, {}), Patience(), ["U0ANA"])
