"""Five weeks of six people, told so that each does again what got no answer, as people do."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from bot.domain.checkin import About
from handlers.views import ids
from playground.refusals import NotThere, OperationTimeout
from playground.seen import Seen
from tests.journeys.diary import at
from tests.survival.rig import Rig

LISBON: Final = "Europe/Lisbon"
EDMONTON: Final = "America/Edmonton"

PEOPLE: Final = {
    "Maria Santos": LISBON,
    "Tom Okafor": LISBON,
    "Ana Pereira": LISBON,
    "Inês Almeida": LISBON,
    "Ben Carter": EDMONTON,
    "Sam Wood": LISBON,
}
START: Final = at(date(2026, 9, 14), "08:00", LISBON)
END: Final = at(date(2026, 10, 19), "18:00", LISBON)

TIMES: Final = 4
"""How often somebody tries the same thing before they give up."""


class GaveUp(Exception):
    """Something did not work however often it was tried."""


def on(day: str, hour: str, zone: str = LISBON) -> datetime:
    return at(date.fromisoformat(f"2026-{day}"), hour, zone)


async def tell(there: Rig) -> None:
    for name, zone in PEOPLE.items():
        there.add(name, zone)
    rows = (
        "mentor,mentee,focus,rhythm",
        f"{there['Ana'].id},{there['Ben'].id},career,weekly",
        f"{there['Inês'].id},{there['Sam'].id},research,weekly",
        f"{there['Ana'].id},{there['Sam'].id},writing,fortnightly",
    )
    await there.bring("\n".join(rows), coordinator="Maria", backup="Tom")
    await _first_words(there)
    await _answers(there)
    await _a_pause(there)
    await _typed(there)
    await there.until(END)


async def _first_words(there: Rig) -> None:
    await there.until(on("09-14", "11:00"))
    await clicks(there, "Ana", "OK")
    await opens(there, "Inês", "Change my hours")
    await submits(there, "Inês", {ids.ASK_AT: "14:00"})
    await there.until(on("09-14", "10:00", EDMONTON))
    await clicks(there, "Ben", "OK")
    await there.until(on("09-17", "12:00", EDMONTON))
    await clicks(there, "Ben", "We've planned it")


async def _answers(there: Rig) -> None:
    """A click, a number, a form with audiences; the coordinator reads what is for her alone."""
    await there.until(on("09-22", "11:00"))
    await clicks(there, "Ana", "We met")
    await chooses(there, "Ana", "4: very useful")
    await opens(there, "Ana", "Add a line")
    given = {
        ids.text_block(About.MOVED): "The draft is done & on my desk.",
        ids.audience_block(About.MOVED): "Ben Carter and me",
        ids.text_block(About.PRIVATE_LINE): "Am I the right mentor for this?",
    }
    await submits(there, "Ana", given)
    await there.until(on("09-22", "15:00"))
    await opens(there, "Maria", "Read")
    await there["Maria"].closes_view()
    await there.until(on("09-22", "11:00", EDMONTON))
    await clicks(there, "Ben", "Not yet")
    await there.until(on("09-23", "11:00"))
    await chooses(there, "Sam", "Skip this one")
    await clicks(there, "Sam", "Answer after all")
    await clicks(there, "Sam", "We met")


async def _a_pause(there: Rig) -> None:
    await there.until(on("09-25", "10:00", EDMONTON))
    await runs(there, "Ben", "/rapport pause 2 weeks")
    await there.until(on("10-05", "10:00", EDMONTON))
    await runs(there, "Ben", "/rapport resume")


async def _typed(there: Rig) -> None:
    """Words typed to the bot are shared; an early answer; a day put off."""
    await there.until(on("10-06", "11:00", EDMONTON))
    await there["Ben"].posts("We talked about the draft, and about Lisbon.")
    await there.now()
    await clicks(there, "Ben", "Share with Ana Pereira")
    await there.until(on("10-07", "11:00"))
    await chooses(there, "Ana", "Ask me later")
    await there.until(on("10-09", "14:00"))
    await opens_by(there, "Inês", lambda: there["Inês"].runs("/rapport checkin"))
    await there["Inês"].closes_view()


async def clicks(there: Rig, name: str, button: str) -> None:
    """Again if there was no answer, unless the button is gone because the click did count."""
    which = newest(there, name, button)
    await _insist(there, lambda: there[name].clicks(button, which))


async def chooses(there: Rig, name: str, option: str) -> None:
    await _insist(there, lambda: there[name].chooses(option))


async def opens(there: Rig, name: str, button: str) -> None:
    which = newest(there, name, button)
    await opens_by(there, name, lambda: there[name].clicks(button, which))


async def opens_by(there: Rig, name: str, doing: Callable[[], Awaitable[Any]]) -> None:
    """Until a form stands open."""
    for _ in range(TIMES):
        await _insist(there, doing)
        if there[name].view is not None:
            return
    raise GaveUp(name)


async def submits(there: Rig, name: str, given: Mapping[str, Any]) -> None:
    await _insist(there, lambda: there[name].submits(given))
    await there[name].closes_view()


async def runs(there: Rig, name: str, command: str) -> None:
    await _insist(there, lambda: there[name].runs(command))


def newest(there: Rig, name: str, button: str) -> Seen:
    """The newest message that has the button."""
    return next(seen for seen in reversed(there[name].messages()) if button in seen.buttons)


async def _insist(there: Rig, doing: Callable[[], Awaitable[Any]]) -> None:
    for attempt in range(TIMES):
        try:
            await doing()
        except OperationTimeout:
            await there.now()
        except NotThere:
            if not attempt:
                raise
            return
        else:
            await there.now()
            return
    raise GaveUp
