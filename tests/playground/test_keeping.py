"""A workspace that is kept goes on as if nothing had been."""

from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground import keeping
from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.words import actions, button


async def test_what_was_said_is_there_again_and_ids_go_on(
    slack: StandIn,
    clock: MovableClock,
    manifest: Path,
    ana: Person,
    ben: Person,
    web: AsyncWebClient,
    listener: Listener,
) -> None:
    ts = await ana.posts("we met", files={"notes.txt": b"\x00 bytes"})
    await ana.reacts(ts, "eyes")
    await web.chat_postMessage(channel=ben.id, text="Hello", blocks=[actions(button("Open"))])
    opened = await web.conversations_open(users=f"{ana.id},{ben.id}")

    kept = keeping.read(keeping.keep(slack, seed=1))
    again = StandIn(clock=clock, manifest=manifest, seed=kept.seed)
    keeping.resume(again, kept)

    assert (again.bot_token, again.bot_user_id, list(again.people)) == (
        slack.bot_token,
        slack.bot_user_id,
        [ana.id, ben.id],
    )
    seen = [(each.plain, dict(each.reactions), each.files) for each in again.people[ana.id].messages()]
    assert seen == [("we met\n(file: notes.txt)", {"eyes": (ana.id,)}, ("notes.txt",))]
    assert again.people[ben.id].messages()[0].buttons == ["Open"]
    assert again.workspace.group([ana.id, ben.id]).id == opened["channel"]["id"]
    assert again.workspace.ids.new("C") == slack.workspace.ids.new("C")


@pytest.mark.parametrize("written", [b"", b"{}", b"not JSON", b"[1]"])
def test_what_no_playground_kept_is_refused(written: bytes) -> None:
    with pytest.raises(keeping.CannotResume):
        keeping.read(written)
