"""Groups formed of people who came into a channel, told so that each does again what got no answer, as people do."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from playground.refusals import NotThere
from tests.survival.rig import Rig
from tests.survival.story import (
    A_MINUTE,
    LISBON,
    START,
    TIMES,
    GaveUp,
    clicks,
    clicks_in_form,
    on,
    opens,
    opens_by,
    submits,
)

PEOPLE: Final = ("Maria", "Tom", "Max", "Mia", "Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana")
LISTED: Final = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana")
GIVEN: Final = {
    "Everybody in this channel": "sign-up",
    "Name of the groups": "Writers",
    "How many in a group": "About 3",
    "First round": "2026-09-21",
    "How often": "Every week",
}

assert on("09-14", "08:00") == START


async def tell(there: Rig) -> None:
    for name in PEOPLE:
        there.add(name, LISBON)
    rows = f"mentor,mentee,rhythm\n{there['Max'].id},{there['Mia'].id},half-yearly"
    await there.bring(rows, coordinator="Maria", backup="Tom")
    there.slack.add_channel("sign-up", [there[name] for name in ("Maria", *LISTED)], private=True)
    await _are_proposed(there)
    await _are_reviewed(there)
    await there.until(on("09-15", "12:00"))
    for name in LISTED:
        if name != "Gus":
            await clicks(there, name, "Join")
    await _merge(there)
    await there.until(on("09-22", "12:00"))


async def _merge(there: Rig) -> None:
    """One of the smaller group leaves; the others are asked to go on with the larger one, and do."""
    rooms = [each for each in there.slack.workspace.conversations.values() if each.name.startswith("writers")]
    small = min(rooms, key=lambda each: len(each.members))
    names = {each.id: name for name, each in there.people.items()}
    one, *others = [names[each] for each in small.members if each in names]
    await clicks(there, one, "Leave")
    await there.until(on("09-16", "12:00"))
    await _until(there, "is on it", _asks_them)
    await there.until(on("09-17", "12:00"))
    for name in others:
        await clicks(there, name, "Join")


async def _asks_them(there: Rig) -> None:
    await opens(there, "Maria", "Go on with another group")
    await submits(there, "Maria", {})


async def _are_proposed(there: Rig) -> None:
    """Whoever is told that it did not work tries again, until the proposal stands there."""
    for _ in range(TIMES):
        await opens_by(there, "Maria", lambda: there["Maria"].runs("/rapport group form"))
        await submits(there, "Maria", GIVEN)
        await there.until(there.clock.now() + 3 * A_MINUTE)
        if any("Review" in seen.buttons for seen in there["Maria"].messages(there["Maria"].dm)):
            return
    raise GaveUp("proposal")


async def _are_reviewed(there: Rig) -> None:
    """Gus is left out; then the groups are made. Each is done again until it stands in the message."""
    await _until(there, "Left out by you: Gus.", _leaves_out_gus)
    await _until(there, "groups made", _approves)


async def _leaves_out_gus(there: Rig) -> None:
    await opens(there, "Maria", "Review")
    groups = [each for each in there["Maria"].view_plain.splitlines() if each.startswith("*Writers ")]
    of_gus = next(nth for nth, each in enumerate(groups) if "Gus" in each)
    await clicks_in_form(there, "Maria", "Change", nth=of_gus)
    await submits(there, "Maria", {"Who": "Gus", "Where to": "Leave out"})


async def _approves(there: Rig) -> None:
    await opens(there, "Maria", "Review")
    await clicks_in_form(there, "Maria", "Make these groups")


async def _until(there: Rig, words: str, doing: Callable[[Rig], Awaitable[None]]) -> None:
    maria = there["Maria"]
    for _ in range(TIMES):
        with suppress(NotThere, GaveUp):
            await doing(there)
        while maria.view is not None:
            await maria.closes_view()
        await there.until(there.clock.now() + 2 * A_MINUTE)
        if any(words in seen.plain for seen in maria.messages(maria.dm)):
            return
    raise GaveUp(words)
