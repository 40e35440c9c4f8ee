"""Four weeks of a peer group, told so that each does again what got no answer, as people do."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from playground.model import Conversation
from playground.seen import Seen
from tests.survival.rig import Rig
from tests.survival.story import (
    A_MINUTE,
    LISBON,
    START,
    TIMES,
    GaveUp,
    clicks,
    newest,
    on,
    opens,
    opens_by,
    reacts,
    submits,
)

PEOPLE: Final = ("Maria", "Tom", "Max", "Mia", "Ana", "Ben", "Cleo", "Dan")
WEEK: Final = timedelta(weeks=1)

assert on("09-14", "08:00") == START


async def tell(there: Rig) -> None:
    for name in PEOPLE:
        there.add(name, LISBON)
    rows = f"mentor,mentee,rhythm\n{there['Max'].id},{there['Mia'].id},half-yearly"
    await there.bring(rows, coordinator="Maria", backup="Tom")
    inside = [there[name] for name in PEOPLE if name not in ("Max", "Mia", "Tom")]
    channel = there.slack.add_channel("writers", inside, private=True)
    await _begins(there, channel)
    await _first_round(there, channel)
    await _the_channel_is_lost(there, channel)
    await there.until(on("10-08", "12:00"))
    await _ends(there, channel)
    await there.until(on("10-12", "18:00"))


async def _begins(there: Rig, channel: Conversation) -> None:
    given = {"Name": "Writers", "First round": "2026-09-16", "How often": "Every week", "Ask these people": ["Dan"]}
    await _starts(there, channel, given)
    for name in ("Ana", "Ben", "Cleo"):
        await clicks(there, name, "Join")
    await there.until(on("09-15", "12:00"))
    await clicks(there, "Dan", "Join")


async def _starts(there: Rig, channel: Conversation, given: Mapping[str, Any]) -> None:
    """Whoever is told that it did not work tries again, until the card stands there."""
    for _ in range(TIMES):
        await opens_by(there, "Maria", lambda: there["Maria"].runs("/rapport group start", channel=channel.id))
        await submits(there, "Maria", given)
        await there.until(there.clock.now() + A_MINUTE)
        if any("Join" in seen.buttons for seen in there["Maria"].messages(channel.id)):
            return
    raise GaveUp("card")


async def _first_round(there: Rig, channel: Conversation) -> None:
    """A reply, a reaction, words for whoever leads, a private word to the quiet; Dan says nothing, ever."""
    await there.until(on("09-16", "10:30"))
    thread = await _thread(there, channel)
    await _replies(there, "Ben", "Chapter two is read.\nI will send it to Ana.", thread)
    await reacts(there, "Cleo", thread, "wave")
    await opens(there, "Cleo", "Answer, or write to Ana")
    await submits(there, "Cleo", {"What you would like to say": "I am stuck."})
    await there.until(on("09-17", "11:00"))
    await opens(there, "Ana", "Read")
    await there["Ana"].closes_view()
    await there.until(on("09-18", "12:00"))


async def _the_channel_is_lost(there: Rig, channel: Conversation) -> None:
    """And found again, before the next round."""
    await there.until(on("09-21", "11:30"))
    there.slack.archive(channel)
    await there.now()
    await there.until(on("09-22", "12:00"))
    there.slack.unarchive(channel)
    await there.now()
    for week in (1, 2):
        await there.until(on("09-16", "10:30") + week * WEEK)
        await _replies(there, "Ben", "Something moved.", await _thread(there, channel))
        await _replies(there, "Ana", "I will read it.", await _thread(there, channel))


async def _ends(there: Rig, channel: Conversation) -> None:
    await there["Maria"].runs("/rapport group end", channel=channel.id)
    await clicks(there, "Maria", "End the group")


async def _replies(there: Rig, name: str, words: str, thread: Seen) -> None:
    await there[name].posts(words, channel=thread.channel, thread=(thread.channel, thread.ts))
    await there.now()


async def _thread(there: Rig, channel: Conversation) -> Seen:
    """The newest round; it may stand there a minute later."""
    await newest(there, "Ana", "Join")
    found = [each for each in there["Ana"].messages(channel.id) if "a new round is open" in each.plain]
    return found[-1]
