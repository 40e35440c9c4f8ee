"""Over HTTP: only Slack is heard, and what it sends is read as Bolt reads it."""

import json
from typing import Final
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.internals import parse_body
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Message

from bot.app.signed_http import Illegible, endpoint, read

SECRET: Final = "a secret"
FORM: Final = "application/x-www-form-urlencoded"
WORDS: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(words=WORDS)
def test_an_interaction_is_read_as_bolt_reads_it(words: str) -> None:
    form = urlencode({"payload": json.dumps({"type": "view_submission", words: [words]}, ensure_ascii=False)})

    assert read(form.encode()) == parse_body(form, FORM)


@given(words=WORDS)
def test_a_command_is_read_as_bolt_reads_it(words: str) -> None:
    form = urlencode({"command": "/rapport", "text": words})

    assert read(form.encode()) == parse_body(form, FORM)


@given(words=WORDS)
def test_an_event_is_read_as_bolt_reads_it(words: str) -> None:
    body = json.dumps({"type": "event_callback", "event": {"text": words}})

    assert read(body.encode()) == parse_body(body, "application/json")


@pytest.mark.parametrize("raw", [b"\xff", b"{", b"payload=%7B", b"payload=[]", b"payload=", b"payload=1&payload=2"])
def test_what_cannot_be_read_is_said_to_be_illegible(raw: bytes) -> None:
    with pytest.raises(Illegible):
        read(raw)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"x-slack-signature": "v0=0"}, 401),
        ({"x-slack-signature": "v0=\xe9"}, 401),
        ({"x-slack-request-timestamp": "1"}, 401),
        ({"x-slack-request-timestamp": "soon"}, 401),
    ],
)
async def test_only_slack_is_heard(headers: dict[str, str], status: int) -> None:
    assert await _answered(b"payload=%7B%22type%22%3A%22ping%22%7D", headers) == status


async def test_what_slack_signed_and_nobody_can_read_is_refused() -> None:
    assert await _answered(b"payload=%7B", {}) == 400


async def _answered(body: bytes, headers: dict[str, str]) -> int:
    """The status of a signed request, some of whose headers are other than they should be."""
    verifier = SignatureVerifier(SECRET)
    stamp = str(int(verifier.clock.now()))
    signature = verifier.generate_signature(timestamp=stamp, body=body) or ""
    right = {"content-type": FORM, "x-slack-request-timestamp": stamp, "x-slack-signature": signature}
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    await _bolt()(
        {
            "type": "http",
            "method": "POST",
            "path": "/slack/events",
            "query_string": b"",
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in {**right, **headers}.items()],
        },
        receive,
        send,
    )
    return int(said[0]["status"])


def _bolt() -> Starlette:
    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T0", bot_token="xoxb-0")

    app = AsyncApp(authorize=authorize, process_before_response=True, request_verification_enabled=False)

    @app.middleware
    async def answer(req: AsyncBoltRequest) -> BoltResponse:
        return BoltResponse(status=200, body=req.body["type"])

    return Starlette(routes=[Route("/slack/events", endpoint(app, SECRET), methods=["POST"])])
