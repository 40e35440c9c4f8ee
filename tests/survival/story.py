"""Five weeks of six people, told so that each does again what got no answer, as people do."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime, timedelta
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


A_MINUTE: Final = timedelta(minutes=1)


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
    await _asking_for_help(there)
    await _answers(there)
    await _second_thoughts(there)
    await _a_pause(there)
    await _typed(there)
    await _cases(there)
    await there.until(END)


async def _first_words(there: Rig) -> None:
    """And Home, which is kept right for whoever has opened it."""
    await there.until(on("09-14", "11:00"))
    await clicks(there, "Ana", "OK")
    await opens(there, "Inês", "Change my hours")
    await submits(there, "Inês", {ids.ASK_AT: "14:00"})
    await there.until(on("09-14", "10:00", EDMONTON))
    await clicks(there, "Ben", "OK")
    for name in ("Ana", "Maria"):
        await goes_home(there, name)
    await there.until(on("09-17", "12:00", EDMONTON))
    await clicks(there, "Ben", "We've planned it")


async def _asking_for_help(there: Rig) -> None:
    """Nobody takes it in time, so the backup hears of it, reads it, and sees to it."""
    await opens_by(there, "Ben", lambda: there["Ben"].runs("/rapport concern"))
    given = {ids.CONCERN: "I dread each meeting.", ids.READERS: ["Maria Santos", "Tom Okafor"], ids.URGENCY: "Soon"}
    await submits(there, "Ben", given)
    await there.until(on("09-21", "15:00"))
    await opens(there, "Tom", "Read")
    await clicks_in_form(there, "Tom", "I'm on it")
    await there["Tom"].closes_view()
    await there.until(on("09-22", "09:30"))
    await clicks(there, "Tom", "Resolve")


async def _answers(there: Rig) -> None:
    """A click, a number, a form with audiences, a reaction; the coordinator reads what is for her alone."""
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
    await there.until(on("09-22", "14:30"))
    asked = await newest(there, "Inês", "We met")
    await reacts(there, "Inês", asked, "white_check_mark")
    await there.until(on("09-22", "15:00"))
    await opens(there, "Maria", "Read")
    await there["Maria"].closes_view()
    await there.until(on("09-22", "11:00", EDMONTON))
    await clicks(there, "Ben", "Not yet")
    await there.until(on("09-23", "11:00"))
    await chooses(there, "Sam", "Skip this one")
    await clicks(there, "Sam", "Answer after all")
    await clicks(there, "Sam", "We met")


async def _second_thoughts(there: Rig) -> None:
    """Words typed and shared, and then others; an audience that gets narrower before the words are out."""
    await there.until(on("09-24", "10:00"))
    typed = await there["Inês"].posts("Sam knows what comes next.")
    await there.now()
    await clicks(there, "Inês", "Share with Sam Wood")
    await there.until(on("09-24", "11:00"))
    await edits(there, "Inês", typed, "Sam and I know what comes next.")
    await there.until(on("09-24", "12:00"))
    await opens(there, "Ana", "Change who sees this")
    await submits(there, "Ana", {"What moved: who may read it?": "Only me"})


async def _a_pause(there: Rig) -> None:
    await there.until(on("09-25", "10:00", EDMONTON))
    await runs(there, "Ben", "/rapport pause 2 weeks")
    await there.until(on("10-01", "11:00"))
    await clicks(there, "Inês", "Only me")
    await there.until(on("10-05", "10:00", EDMONTON))
    await runs(there, "Ben", "/rapport resume")


async def _typed(there: Rig) -> None:
    """Words typed to the bot are shared, and taken back; an early answer; a day put off."""
    await there.until(on("10-06", "11:00", EDMONTON))
    typed = await there["Ben"].posts("We talked about the draft, and about Lisbon.")
    await there.now()
    await clicks(there, "Ben", "Share with Ana Pereira")
    await there.until(on("10-07", "11:00"))
    await chooses(there, "Ana", "Ask me later")
    await there.until(on("10-07", "11:00", EDMONTON))
    await deletes(there, "Ben", typed)
    await clicks(there, "Ben", "Forget it too")
    await there.until(on("10-09", "14:00"))
    await opens_by(there, "Inês", lambda: there["Inês"].runs("/rapport checkin"))
    await there["Inês"].closes_view()


async def _cases(there: Rig) -> None:
    """One is put off and wakes, of the other somebody takes care."""
    await there.until(on("10-14", "11:00"))
    await clicks(there, "Maria", "Snooze 3 days")
    await there.until(on("10-15", "11:00"))
    await clicks(there, "Maria", "I'm on it")
    await opens(there, "Maria", "Message them")
    await submits(there, "Maria", {ids.CARE_TEXT: "How are you both? Would a pause help?"})
    await there.until(on("10-16", "11:00"))
    await clicks(there, "Maria", "Resolve")


async def clicks(there: Rig, name: str, button: str) -> None:
    """Again if there was no answer, unless the button is gone because the click did count."""
    which = await newest(there, name, button)
    await _insist(there, lambda: there[name].clicks(button, which))


async def clicks_in_form(there: Rig, name: str, button: str, *, nth: int = 0) -> None:
    await _insist(there, lambda: there[name].clicks(button, nth=nth))


async def chooses(there: Rig, name: str, option: str) -> None:
    await _insist(there, lambda: there[name].chooses(option))


async def opens(there: Rig, name: str, button: str) -> None:
    which = await newest(there, name, button)
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


async def reacts(there: Rig, name: str, to: Seen, reaction: str) -> None:
    await _insist(there, lambda: there[name].reacts(to, reaction))


async def edits(there: Rig, name: str, which: str, words: str) -> None:
    await _insist(there, lambda: there[name].edits(which, words))


async def deletes(there: Rig, name: str, which: str) -> None:
    await _insist(there, lambda: there[name].deletes(which))


async def goes_home(there: Rig, name: str) -> None:
    await _insist(there, there[name].opens_home)


async def runs(there: Rig, name: str, command: str) -> None:
    await _insist(there, lambda: there[name].runs(command))


async def newest(there: Rig, name: str, button: str) -> Seen:
    """The newest message that has the button; whoever does not find it looks again a minute later."""
    for _ in range(TIMES):
        for seen in reversed(there[name].messages()):
            if button in seen.buttons:
                return seen
        await there.until(there.clock.now() + A_MINUTE)
    raise GaveUp(name, button)


async def _insist(there: Rig, doing: Callable[[], Awaitable[Any]]) -> None:
    """What is not there yet may be there in a minute; what is gone after a try without an answer did count."""
    tried = False
    for _ in range(TIMES):
        try:
            await doing()
        except OperationTimeout:
            tried = True
            await there.now()
        except NotThere:
            if tried:
                return
            await there.until(there.clock.now() + A_MINUTE)
        else:
            await there.now()
            return
    raise GaveUp
