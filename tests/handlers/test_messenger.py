"""What an answer of Slack's, or the lack of one, means for a message."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.app.clock import MovableClock
from bot.domain.case_sayings import Withdrawn
from bot.domain.sayings import Address, Outgoing, Place, Reader
from bot.ports import FateUnknown, Refusal, TryAgain, Undeliverable, Unreachable, WorkspaceStopped
from handlers.messenger import SlackMessenger
from tests.builders import utc

NOW = utc("2026-09-07 08:00")
MESSAGE = UUID(int=1)
SAID = {"ok": True, "channel": "D1", "ts": "1.0"}
NO_HOST = ConnectionKey("localhost", 1, False, True, None, None, None)


@dataclass
class Line:
    """A Slack that answers what it was given, and remembers what it was asked."""

    answers: list[Any]
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    async def api_call(self, method: str, *, json: dict[str, Any]) -> AsyncSlackResponse:
        self.asked.append((method, json))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, AsyncSlackResponse) else response(answer)


def response(data: Any, status: int = 200, **headers: str) -> AsyncSlackResponse:
    named = {name.replace("_", "-"): each for name, each in headers.items()}
    return AsyncSlackResponse(
        client=None, http_verb="POST", api_url="", req_args={}, data=data, headers=named, status_code=status
    )


def refused(error: str, status: int = 200, **headers: str) -> SlackApiError:
    return SlackApiError("", response({"ok": False, "error": error}, status, **headers))


def messenger(*answers: Any) -> tuple[SlackMessenger, Line]:
    line = Line(answers=list(answers))
    return SlackMessenger(cast(AsyncWebClient, line), MovableClock(NOW)), line


def outgoing(**address: Any) -> Outgoing:
    saying = Withdrawn(
        notice=cast(Any, UUID(int=2)), who="Ana", partners=("Ben",), programme="Mentors", introduced=True
    )
    return Outgoing(
        workspace=1,
        message=MESSAGE,
        address=Address(**{"people": ("U0ANA",), "conversation": "", **address}),
        reader=Reader(language="en", zone="UTC"),
        sayings=(saying,),
    )


@pytest.mark.parametrize(
    ("trouble", "expected", "seconds"),
    [
        (refused("ratelimited", 429, Retry_After="7"), TryAgain, 7),
        (refused("ratelimited", 429), TryAgain, 30),
        (refused("rate_limited"), TryAgain, 30),
        *(
            (refused(error), TryAgain, 60)
            for error in ("service_unavailable", "team_added_to_org", "restricted_action")
        ),
        (aiohttp.ClientConnectorError(NO_HOST, OSError(111, "refused")), TryAgain, None),
        *((refused(error), FateUnknown, None) for error in ("internal_error", "fatal_error", "request_timeout")),
        (SlackApiError("", response("<html>", 502)), FateUnknown, None),
        (aiohttp.ServerDisconnectedError(), FateUnknown, None),
        (TimeoutError(), FateUnknown, None),
        *(
            (refused(error), WorkspaceStopped, None)
            for error in ("account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked")
        ),
        *(
            (refused(error), Unreachable, None)
            for error in ("channel_not_found", "user_not_found", "is_archived", "user_disabled", "cannot_dm_bot")
        ),
        *(
            (refused(error), Undeliverable, None)
            for error in (
                "invalid_blocks",
                "msg_blocks_too_long",
                "not_in_channel",
                "messages_tab_disabled",
                "new_error",
            )
        ),
    ],
)
async def test_every_refusal_means_one_thing(
    trouble: Exception, expected: type[Refusal], seconds: float | None
) -> None:
    say, line = messenger(trouble)

    with pytest.raises(Refusal) as raised:
        await say.post(outgoing())

    assert type(raised.value) is expected
    assert getattr(raised.value, "seconds", None) == seconds
    assert len(line.asked) == 1  # never repeated by itself
    assert raised.value.__suppress_context__


async def test_a_message_carries_what_it_is_found_by() -> None:
    say, line = messenger(SAID, {"ok": True, "messages": [_read_back(UUID(int=9), "1.0"), _read_back(MESSAGE, "2.0")]})

    shows = (await say.draw(outgoing())).shows
    assert await say.post(outgoing()) == Place(conversation="D1", stamp="1.0", shows=shows)
    found = await say.look(outgoing(conversation="D1"), NOW)

    method, arguments = line.asked[0]
    assert (method, arguments["channel"]) == ("chat.postMessage", "U0ANA")
    assert arguments["metadata"] == {"event_type": "rapport_message", "event_payload": {"message": str(MESSAGE)}}
    assert found == Place(conversation="D1", stamp="2.0")
    assert line.asked[1][0] == "conversations.history"
    assert line.asked[1][1]["oldest"] == f"{NOW.timestamp():.6f}"


async def test_what_is_not_there_is_not_found() -> None:
    say, _ = messenger({"ok": True, "messages": [_read_back(UUID(int=9), "1.0"), {"ts": "3.0", "metadata": None}]})

    assert await say.look(outgoing(conversation="D1"), NOW) is None


async def test_an_answer_in_a_thread_is_looked_for_in_it() -> None:
    say, line = messenger({"ok": True, "messages": []})

    await say.look(outgoing(conversation="D1", thread="1.5"), NOW)

    assert (line.asked[0][0], line.asked[0][1]["ts"]) == ("conversations.replies", "1.5")


async def test_a_group_dm_is_opened_and_a_dm_is_not() -> None:
    say, line = messenger({"ok": True, "channel": {"id": "G1"}}, SAID)

    await say.post(outgoing(people=("U0ANA", "U0BEN"), group=True))

    assert [(method, given.get("users") or given.get("channel")) for method, given in line.asked] == [
        ("conversations.open", "U0ANA,U0BEN"),
        ("chat.postMessage", "G1"),
    ]


async def test_a_room_that_refuses_is_passed_over_for_the_dm() -> None:
    private = {"ok": True, "channel": {"is_private": True}}
    members = {"ok": True, "members": ["U0MARIA", "UBOT"]}
    say, line = messenger(private, members, {"ok": True, "user_id": "UBOT"}, refused("is_archived"), SAID)

    await say.post(outgoing(people=("U0MARIA",), conversation="D1", room="C1", room_for=frozenset({"U0MARIA"})))

    posts = [given["channel"] for method, given in line.asked if method == "chat.postMessage"]
    assert posts == ["C1", "D1"]


async def test_a_dm_that_is_known_no_more_is_looked_up_by_the_person() -> None:
    say, line = messenger(refused("channel_not_found"), SAID)

    await say.post(outgoing(conversation="D9"))

    assert [given["channel"] for _, given in line.asked] == ["D9", "U0ANA"]


async def test_when_slack_says_wait_nothing_is_ready_before() -> None:
    say, _ = messenger(refused("ratelimited", 429, Retry_After="7"))
    with pytest.raises(TryAgain):
        await say.post(outgoing())

    assert say.ready_at(NOW) == NOW + timedelta(seconds=7)


async def test_a_person_just_written_to_rests_a_second() -> None:
    say, _ = messenger(SAID)
    await say.post(outgoing(conversation="D1"))

    assert dict(say.resting(NOW)) == dict.fromkeys(("D1", "U0ANA"), NOW + timedelta(seconds=1))
    assert dict(say.resting(NOW + timedelta(seconds=1))) == {}


def _read_back(message: UUID, stamp: str) -> dict[str, Any]:
    return {"ts": stamp, "metadata": {"event_payload": {"message": str(message)}}}
