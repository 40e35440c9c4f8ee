"""One message, picture or Home that fails holds up no other; on both engines."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.app.courier import Courier
from bot.app.errands import Errands
from bot.domain.ids import PromptId
from bot.domain.notice import NoticeKind, NoticeState
from bot.domain.sayings import Outgoing, Place
from bot.domain.showings import Home
from bot.domain.turn import Turn
from bot.ports import Drawing
from bot.services import checkin, repainting, timely
from bot.services import happened as happening
from bot.services.happened import Said
from storage import home as homes
from storage.session import Session
from storage.tables import Member, Notice, Prompt
from tests.concurrency.replicas import MONDAY, Hall, Replicas, Roomless, csv_of
from tests.waiting import eventually

PAIRS = [("U0ANA", "U0BEN"), ("U0CLEO", "U0DAN")]
NOON = MONDAY + timedelta(hours=6)
ASKED = NOON + timedelta(weeks=5, days=1)


@dataclass
class Stumbling(Hall):
    """Breaks down over what concerns one person."""

    over: str = ""
    slow: str = ""
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)
    painted: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    def _breaks(self, person: str) -> None:
        if person == self.over:
            raise ZeroDivisionError

    async def post(self, outgoing: Outgoing) -> Place:
        self._breaks(outgoing.address.people[0])
        if self.slow == outgoing.address.people[0]:
            await self.goes_on.wait()
        return await super().post(outgoing)

    async def draw(self, outgoing: Outgoing) -> Drawing:
        self._breaks(outgoing.address.people[0])
        return await super().draw(outgoing)

    async def repaint(self, drawing: Drawing, place: Place) -> None:
        self.painted.append(place.conversation)

    async def publish(self, person: str, home: Home) -> None:
        self._breaks(person)
        self.shown.append(person)


@pytest.fixture
def there(database_url: str) -> Iterator[Replicas]:
    made = Replicas(database_url, start=NOON, name="")
    made.hall = Stumbling()
    made.one.courier = Courier(made.one.bot, made.hall, Errands(made.one.bot, Roomless()), replica="one")
    made.bring(csv_of(PAIRS))
    yield made
    made.close()


def hall(there: Replicas) -> Stumbling:
    assert isinstance(there.hall, Stumbling)
    return there.hall


def member(there: Replicas, person: str) -> Any:
    return there.rows(Member, person=person)[0]["id"]


def states(there: Replicas, kind: NoticeKind, person: str) -> list[NoticeState]:
    return [row["state"] for row in there.rows(Notice, kind=kind, member_id=member(there, person))]


async def live_until_asked(there: Replicas) -> None:
    there.two = there.one
    await there.live_until(ASKED)


async def skip_all(there: Replicas) -> None:
    """Everybody who was asked passes over the question, so that four messages lag."""
    for person in ("U0ANA", "U0BEN", "U0CLEO", "U0DAN"):
        prompt = PromptId(there.rows(Prompt, member_id=member(there, person))[-1]["id"])
        await there.one.bot.do(checkin.skip, there.caller(person), prompt)


def breaking(function: Any, over: object) -> Any:
    """The same, but it breaks down when one of its arguments is this or has it for an id."""

    def broken(session: Any, turn: Any, *arguments: Any) -> Any:
        if any(over in (each, getattr(each, "id", None), getattr(each, "member_id", None)) for each in arguments):
            raise ZeroDivisionError
        return function(session, turn, *arguments)

    return broken


async def test_whoever_cannot_be_planned_for_waits_and_nobody_else_does(
    there: Replicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(timely, "timely", breaking(timely.timely, member(there, "U0ANA")))
        await there.one.settle()

        assert states(there, NoticeKind.FIRST_WORD, "U0ANA") == [NoticeState.QUEUED]
        assert [states(there, NoticeKind.FIRST_WORD, each) for each in ("U0BEN", "U0CLEO", "U0DAN")] == [
            [NoticeState.SENT]
        ] * 3

    there.clock.move_to(there.clock.now() + timedelta(hours=1))
    await there.one.settle()

    assert states(there, NoticeKind.FIRST_WORD, "U0ANA") == [NoticeState.SENT]


async def test_a_message_whose_sending_breaks_down_is_of_unknown_fate_and_the_others_are_said(there: Replicas) -> None:
    hall(there).over = "U0ANA"

    await there.one.settle()

    assert states(there, NoticeKind.FIRST_WORD, "U0ANA") == [NoticeState.UNKNOWN]
    assert states(there, NoticeKind.FIRST_WORD, "U0DAN") == [NoticeState.SENT]


async def test_a_message_that_takes_long_keeps_none_from_being_written_down(there: Replicas) -> None:
    hall(there).slow = "U0ANA"
    settling = asyncio.ensure_future(there.one.settle())
    others = ("U0BEN", "U0CLEO", "U0DAN")
    await eventually(lambda: all(states(there, NoticeKind.FIRST_WORD, each) == [NoticeState.SENT] for each in others))

    assert states(there, NoticeKind.FIRST_WORD, "U0ANA") == [NoticeState.SENDING]

    hall(there).goes_on.set()
    await settling
    assert states(there, NoticeKind.FIRST_WORD, "U0ANA") == [NoticeState.SENT]


async def test_what_cannot_be_written_down_keeps_none_of_the_others_from_it(
    there: Replicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    def happened(session: Session, turn: Turn, said: Sequence[Said]) -> None:
        if any(notice.member_id == member(there, "U0ANA") for notice, _ in said):
            raise ZeroDivisionError
        happening.happened(session, turn, said)

    monkeypatch.setattr("bot.services.fates.happened", happened)
    await there.one.settle()

    assert states(there, NoticeKind.FIRST_WORD, "U0ANA") == [NoticeState.SENDING]
    assert [states(there, NoticeKind.FIRST_WORD, each) for each in ("U0BEN", "U0CLEO", "U0DAN")] == [
        [NoticeState.SENT]
    ] * 3


@pytest.mark.parametrize("broken", ["read", "drawn"])
async def test_a_picture_that_fails_is_put_off_and_the_others_are_painted(
    there: Replicas, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    await live_until_asked(there)
    await skip_all(there)
    hall(there).painted.clear()
    with monkeypatch.context() as patched:
        if broken == "read":
            patched.setattr(repainting, "_to_member", breaking(repainting._to_member, member(there, "U0ANA")))
        else:
            hall(there).over = "U0ANA"
        await there.one.courier.deliver()

        assert sorted(hall(there).painted) == ["DU0BEN", "DU0CLEO", "DU0DAN"]

    hall(there).over = ""
    there.clock.move_to(there.clock.now() + timedelta(hours=1))
    await there.one.courier.deliver()

    assert hall(there).painted[-1] == "DU0ANA"


async def test_a_home_that_fails_is_tried_again_and_the_others_are_shown(there: Replicas) -> None:
    await live_until_asked(there)
    for person in ("U0ANA", "U0BEN"):
        await there.write(partial(homes.opened, member=member(there, person)))
    hall(there).over = "U0ANA"
    await skip_all(there)
    there.clock.move_to(there.clock.now() + timedelta(minutes=1))
    await there.one.settle()
    assert hall(there).shown == ["U0BEN"]

    hall(there).over = ""
    there.clock.move_to(there.clock.now() + timedelta(minutes=1))
    await there.one.courier.deliver()

    assert sorted(hall(there).shown) == ["U0ANA", "U0BEN"]
