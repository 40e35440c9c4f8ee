"""Seven weeks of a rotation of five, told so that each does again what got no answer, as people do."""

from typing import Final

from playground.model import Conversation
from tests.survival.rig import Rig
from tests.survival.story import (
    A_MINUTE,
    LISBON,
    START,
    TIMES,
    GaveUp,
    clicks,
    on,
    opens,
    opens_by,
    submits,
)

PEOPLE: Final = ("Maria", "Tom", "Max", "Mia", "Ana", "Ben", "Cleo", "Dan", "Eve")
GIVEN: Final = {
    "Name": "Coffees",
    "First round": "2026-09-21",
    "How often": "Every week",
    "Who meets": "Pairs; of an odd number one has no meeting",
    "Ask these people": ["Eve"],
}

assert on("09-14", "08:00") == START


async def tell(there: Rig) -> None:
    for name in PEOPLE:
        there.add(name, LISBON)
    rows = f"mentor,mentee,rhythm\n{there['Max'].id},{there['Mia'].id},half-yearly"
    await there.bring(rows, coordinator="Maria", backup="Tom")
    inside = [there[name] for name in PEOPLE if name not in ("Max", "Mia", "Tom")]
    channel = there.slack.add_channel("coffees", inside, private=True)
    await _starts(there, channel)
    for name in ("Ana", "Ben", "Cleo", "Dan"):
        await clicks(there, name, "Join")
    await there.until(on("09-15", "12:00"))
    await clicks(there, "Eve", "Join")
    await _first_round(there)
    await _second_round(there)
    await there.until(on("10-27", "12:00"))
    await _ends(there, channel)
    await there.until(on("11-02", "18:00"))


async def _starts(there: Rig, channel: Conversation) -> None:
    """Whoever is told that it did not work tries again, until the card stands there."""
    for _ in range(TIMES):
        await opens_by(there, "Maria", lambda: there["Maria"].runs("/rapport rotation start", channel=channel.id))
        await submits(there, "Maria", GIVEN)
        await there.until(there.clock.now() + A_MINUTE)
        if any("Join" in seen.buttons for seen in there["Maria"].messages(channel.id)):
            return
    raise GaveUp("card")


async def _first_round(there: Rig) -> None:
    """Ana has no meeting; Ben and Eve say that they met, Cleo and Dan say nothing, then or ever."""
    await there.until(on("09-18", "11:00"))
    await clicks(there, "Dan", "Skip this time")
    await clicks(there, "Dan", "Take part after all")
    await there.until(on("09-21", "12:00"))
    await clicks(there, "Ben", "We've planned it")
    await there.until(on("09-24", "12:00"))
    await clicks(there, "Ben", "We've met")


async def _second_round(there: Rig) -> None:
    """Somebody would rather not, and the other hears that it does not take place."""
    await there.until(on("09-28", "12:00"))
    await opens(there, "Ana", "Not for me")
    await submits(there, "Ana", {})


async def _ends(there: Rig, channel: Conversation) -> None:
    await there["Maria"].runs("/rapport rotation end", channel=channel.id)
    await clicks(there, "Maria", "End the rotation")
