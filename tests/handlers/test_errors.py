"""What a person is shown when something fails, in their own language as long as anything can be asked."""

import asyncio
import json
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse

from bot.domain.refusals import Refusal, Refused
from bot.ports import UnknownWorkspace
from handlers import errors

COMMAND = {"command": "/rapport", "text": "help", "user_id": "U1", "team_id": "T1"}


class Asked:
    """A bot whose database answers with a language, fails, or never answers."""

    def __init__(self, answer: str | Exception | None) -> None:
        self._answer = answer

    def reference(self) -> str:
        return "K7PQ2X"

    def workspace_of(self, enterprise: str | None, team: str | None) -> int:
        return 1

    async def ask(self, *_: object) -> str:
        if self._answer is None:
            await asyncio.sleep(60)
        if isinstance(self._answer, Exception):
            raise self._answer
        return str(self._answer)


async def shown(failure: Exception, answer: str | Exception | None, body: dict[str, Any]) -> BoltResponse:
    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-0")

    app = AsyncApp(authorize=authorize, process_before_response=True, request_verification_enabled=False)
    errors.register(app, Asked(answer))  # type: ignore[arg-type]  # what errors.py needs of a Bot

    @app.middleware
    async def fail() -> None:
        raise failure

    return await app.async_dispatch(AsyncBoltRequest(body=body, mode="socket_mode"))


@pytest.mark.parametrize(
    ("failure", "answer", "expected"),
    [
        (RuntimeError(), "fr-FR", "Quelque chose s’est mal passé"),
        (Refused(Refusal.NOT_A_COORDINATOR), "fr-FR", "coordination"),
        (RuntimeError(), "en-GB", "Something went wrong on our side"),
        (RuntimeError(), RuntimeError(), "Something went wrong on our side"),
        (RuntimeError(), UnknownWorkspace(), "Something went wrong on our side"),
        (RuntimeError(), None, "Something went wrong on our side"),
    ],
)
async def test_an_error_is_told_in_the_readers_language_and_in_english_when_that_fails_too(
    failure: Exception, answer: str | Exception | None, expected: str
) -> None:
    response = await shown(failure, answer, COMMAND)

    assert response.status == 200
    said = json.loads(response.body)
    assert expected in said["text"]
    assert isinstance(failure, Refused) or "K7PQ2X" in said["text"]


async def test_an_event_that_fails_is_sent_again_and_nobody_is_asked_in_which_language() -> None:
    event = {"type": "event_callback", "team_id": "T1", "event": {"type": "message", "user": "U1"}}

    response = await shown(RuntimeError(), AssertionError("asked"), event)

    assert response.status == 500
