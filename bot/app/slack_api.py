"""One call of Slack's Web API, with what its headers tell."""

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp

from bot.ports import Clock

WAIT: Final = aiohttp.ClientTimeout(total=15)


SERVER_ERROR: Final = 500


class NotReached(Exception):
    """Nobody answers, or not Slack; the message says which."""


class InTrouble(NotReached):
    """Whoever answers can do nothing now; the message says who."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """`skew` is how many seconds our clock is ahead of Slack's, if Slack said what time it is.

    `scopes` are the token's, if Slack said so: its own client reads them from the same header
    (https://github.com/slackapi/node-slack-sdk, WebAPICallResult.response_metadata.scopes).
    """

    data: dict[str, Any]
    scopes: frozenset[str] | None
    skew: float | None

    @property
    def error(self) -> str | None:
        return None if self.data.get("ok") else str(self.data.get("error") or "no reason given")


@dataclass(frozen=True, kw_only=True, slots=True)
class SlackApi:
    """Not Slack's own client: it hides what answers instead of Slack."""

    session: aiohttp.ClientSession
    url: str
    clock: Clock

    @property
    def host(self) -> str:
        """Without what else an address may hold."""
        return urlsplit(self.url).hostname or "nowhere"

    async def call(self, method: str, token: str, **arguments: str) -> Answer:
        """Raises NotReached."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            async with self.session.post(
                f"{self.url}{method}", headers=headers, data=arguments, timeout=WAIT
            ) as response:
                return self._read(await response.read(), response)
        except TimeoutError:
            raise NotReached(f"{self.host} does not answer") from None
        except (aiohttp.ClientError, UnicodeError) as error:  # a host's name may be too long to be one
            raise NotReached(f"{self.host} cannot be reached ({type(error).__name__})") from None

    def _read(self, body: bytes, response: aiohttp.ClientResponse) -> Answer:
        try:
            data = json.loads(body)
        except ValueError:
            data = None
        if not isinstance(data, dict) or "ok" not in data:
            if response.status >= SERVER_ERROR:
                raise InTrouble(f"{self.host} answers HTTP {response.status}")
            raise NotReached(f"what answers at {self.host} is not Slack's Web API (HTTP {response.status})")
        scopes = response.headers.get("x-oauth-scopes")
        return Answer(
            data=data,
            scopes=None if scopes is None else frozenset(scopes.replace(",", " ").split()),
            skew=_ahead(self.clock.now(), response.headers.get("Date")),
        )


def _ahead(now: datetime, told: str | None) -> float | None:
    try:
        return (now - parsedate_to_datetime(told or "")).total_seconds()
    except (ValueError, TypeError):
        return None
