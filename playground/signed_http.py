"""Signed HTTP: the app's request URL gets forms and JSON that prove where they come from.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import asyncio
import hashlib
import hmac
import json
import time
from typing import Final
from urllib.parse import urlencode

import aiohttp

from playground.delivery import Ack, Delivery, NotAckedError

_FORM: Final = "application/x-www-form-urlencoded"


class SignedHttp:
    """One request URL for everything. The timestamp is the real one: the app checks its age against real time."""

    def __init__(self, *, url: str, secret: str, ack_seconds: float, session: aiohttp.ClientSession) -> None:
        self._url = url
        self._secret = secret
        self._ack_seconds = ack_seconds
        self._session = session

    async def hand_over(self, delivery: Delivery) -> Ack:
        body, content_type = _body(delivery)
        headers = {"Content-Type": content_type, **sign(body, secret=self._secret, at=int(time.time()))}
        if delivery.retry:
            headers |= {"X-Slack-Retry-Num": str(delivery.retry), "X-Slack-Retry-Reason": delivery.reason}
        try:
            async with (
                asyncio.timeout(self._ack_seconds),
                self._session.post(self._url, data=body.encode(), headers=headers) as response,
            ):
                return await _acknowledged(response)
        except TimeoutError as late:
            raise NotAckedError("http_timeout") from late
        except aiohttp.ClientError as broken:
            raise NotAckedError("connection_failed") from broken


def sign(body: str, *, secret: str, at: int) -> dict[str, str]:
    """The two headers by which an app knows that a request is Slack's; `at` is in seconds."""
    digest = hmac.new(secret.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(at), "X-Slack-Signature": f"v0={digest}"}


async def _acknowledged(response: aiohttp.ClientResponse) -> Ack:
    said = await response.text()
    if not 200 <= response.status < 300:
        raise NotAckedError("http_error", final=response.headers.get("X-Slack-No-Retry") == "1")
    if not said:
        return Ack()
    return Ack(payload=json.loads(said) if response.content_type == "application/json" else said)


def _body(delivery: Delivery) -> tuple[str, str]:
    if delivery.kind == "events_api":
        return json.dumps(delivery.payload), "application/json"
    if delivery.kind == "interactive":
        return urlencode({"payload": json.dumps(delivery.payload)}), _FORM
    return urlencode(delivery.payload), _FORM
