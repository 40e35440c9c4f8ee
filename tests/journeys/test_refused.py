"""One message that Slack does not take must not be the end of all others."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.journeys.mentors import QUIET, cards, mentors
from tests.stage import Stage

A_MINUTE = timedelta(minutes=1)
ASKED = datetime(2026, 9, 15, 9, tzinfo=UTC)
POST = "chat.postMessage"


async def test_a_message_that_slack_finds_wrong_makes_nobody_gone(database_url: str) -> None:
    async with mentors(database_url) as there:
        await there.until(ASKED - A_MINUTE)
        there.slack.faults.add("error:invalid_blocks", POST)

        await there.until(ASKED + timedelta(hours=2))

        assert _asked(there) == ["Ana", "Ben"]
        assert cards(there["Maria"]) == []


async def test_an_archived_room_is_left_for_the_coordinators_dm(database_url: str) -> None:
    async with mentors(database_url, room=("Maria", "Tom"), grant_optional=True) as there:
        maria = there["Maria"]
        await there.until(QUIET - A_MINUTE)
        there.slack.faults.add("error:is_archived", POST)

        await there.until(QUIET + A_MINUTE)

        assert len(cards(maria, channel=maria.dm)) == 1
        assert cards(there["Tom"]) == []


@pytest.mark.parametrize("act", ["types", "commands", "clicks", "opens home"])
async def test_whoever_was_held_to_be_gone_is_back_with_whatever_they_do(database_url: str, act: str) -> None:
    async with mentors(database_url) as there:
        ben = there["Ben"]
        await there.until(ASKED - timedelta(days=1))
        there.slack.deactivate(ben)
        await there.now()
        assert "Ben cannot be reached" in cards(there["Maria"])[0].plain
        ben.member.deleted = False  # of which Slack tells the bot nothing
        before = _told(there, "Ben")

        await _does(there, act)
        await there.now()
        await there.until(ASKED + A_MINUTE)

        assert _told(there, "Ben") == before + 1  # asked, or answered
        assert "Everybody can be now." in cards(there["Maria"])[0].plain


def _asked(there: Stage) -> list[str]:
    return [
        name for name in ("Ana", "Ben") if any(seen.text.startswith("Have you and") for seen in there[name].messages())
    ]


def _told(there: Stage, name: str) -> int:
    return sum(not seen.ephemeral and seen.author != there[name].id for seen in there[name].messages())


async def _does(there: Stage, act: str) -> None:
    ben = there["Ben"]
    match act:
        case "types":
            await ben.posts("I am here")
        case "commands":
            await ben.runs("/rapport help")
        case "clicks":
            await ben.clicks("OK")
        case _:
            await ben.opens_home()
