"""The Web API's door: who may call what, how often, and what goes wrong on demand."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from aiohttp import web

from playground.arguments import Arguments
from playground.busy import Busy
from playground.faults import Fault, Faults
from playground.methods.table import METHODS, Method
from playground.refusals import Refused, TooFast, invalid_arguments
from playground.shapes import Json
from playground.world import World

_BROKEN_PAGE: Final = "<html><body><h1>Server Error</h1></body></html>"


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of the app's, as it came in and as it was answered."""

    method: str
    args: Mapping[str, Any]
    answer: Json
    at: datetime


class WebApi:
    """Answers /api/<method>.

    Each answer to the bot tells its scopes in a header, which Slack's own client reads
    (https://github.com/slackapi/node-slack-sdk, WebAPICallResult.response_metadata.scopes).
    """

    def __init__(self, world: World, *, bot_token: str, app_token: str, faults: Faults, busy: Busy) -> None:
        self.calls: list[Call] = []
        self.installed = True
        self._world = world
        self._bot_token = bot_token
        self._app_token = app_token
        self._faults = faults
        self._busy = busy

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        with self._busy.one():
            try:
                given = await _given(request)
            except Refused as unreadable:
                return self._say(method, {}, {"ok": False, "error": unreadable.error})
            token = _token(request, given)
            fault = self._faults.next_for(method)
            if fault and (broken := await self._broken(fault, method, given)):
                return broken
            response = self._answered(method, token, given)
            if token == self._bot_token:
                response.headers["x-oauth-scopes"] = ",".join(sorted(self._world.manifest.scopes))
            if fault and fault.kind == "lost" and request.transport:
                request.transport.abort()
            return response

    def bears_bot_token(self, request: web.Request) -> bool:
        return _token(request, {}) == self._bot_token

    async def _broken(self, fault: Fault, method: str, given: Json) -> web.Response | None:
        """The answer of a fault that keeps the call from being done; None where the call is still done."""
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
            return None
        if fault.kind == "429":
            return self._too_fast(method, given, fault.retry_after)
        if fault.kind.startswith("error:"):
            return self._say(method, given, {"ok": False, "error": fault.kind.removeprefix("error:")})
        if fault.kind.startswith("5"):
            self._log(method, given, {"ok": False, "error": fault.kind})
            return web.Response(status=int(fault.kind), text=_BROKEN_PAGE, content_type="text/html")
        return None

    def _answered(self, method: str, token: str, given: Json) -> web.Response:
        try:
            answer = {"ok": True, **self._done(method, token, given)}
        except TooFast as limit:
            return self._too_fast(method, given, limit.retry_after)
        except Refused as refused:
            answer = {"ok": False, "error": refused.error, **refused.more}
        return self._say(method, given, answer)

    def _done(self, name: str, token: str, given: Json) -> Json:
        method = METHODS.get(name)
        if method is None:
            raise Refused("unknown_method", {"req_method": name})
        self._admit(method, token)
        if self._world.limits:
            self._world.limits.call(name, method.tier)
        self._world.need(*method.scopes)
        args = Arguments(given)
        if missing := args.missing(method.required):
            raise invalid_arguments(*(f"missing required field: {each}" for each in missing))
        return method.does(self._world, args)

    def _admit(self, method: Method, token: str) -> None:
        if not token:
            raise Refused("not_authed")
        if token not in (self._bot_token, self._app_token):
            raise Refused("invalid_auth")
        if not self.installed:
            raise Refused("account_inactive")
        if (token == self._app_token) is not method.by_app_token:
            raise Refused("not_allowed_token_type")

    def _too_fast(self, method: str, given: Json, seconds: int) -> web.Response:
        answer = {"ok": False, "error": "ratelimited"}
        self._log(method, given, answer)
        return web.json_response(answer, status=429, headers={"Retry-After": str(seconds)})

    def _say(self, method: str, given: Json, answer: Json) -> web.Response:
        self._log(method, given, answer)
        return web.json_response(answer)

    def _log(self, method: str, given: Json, answer: Json) -> None:
        now = self._world.workspace.clock.now()
        self.calls.append(Call(method=method, args=given, answer=answer, at=now))


async def _given(request: web.Request) -> Json:
    """Query, form or JSON: https://docs.slack.dev/apis/web-api#basics"""
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        return given | _object(await request.text())
    return given | dict(await request.post())


def _object(text: str) -> Json:
    """What Slack says of a body that is no JSON object: https://docs.slack.dev/reference/methods/chat.postMessage#errors"""
    try:
        body = json.loads(text)
    except ValueError:
        raise Refused("invalid_json") from None
    if not isinstance(body, dict):
        raise Refused("json_not_object")
    return body


def _token(request: web.Request, given: Json) -> str:
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    in_body = str(given.pop("token", ""))
    return bearer if scheme.lower() == "bearer" else in_body
