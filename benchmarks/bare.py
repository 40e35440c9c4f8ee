"""The baseline: the bot's own HTTP stack around a Bolt listener that only acknowledges. `python -m benchmarks.bare`."""

import sys

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from benchmarks.slack_stub import IDENTITY, SIGNING_SECRET
from handlers.views import ids


async def authorize() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, bot_token="xoxb-bare", **IDENTITY)


async def acknowledge(ack: AsyncAck) -> None:
    await ack()


async def ready(request: Request) -> Response:
    return PlainTextResponse("ready")


def bare() -> Starlette:
    app = AsyncApp(signing_secret=SIGNING_SECRET, authorize=authorize, process_before_response=True)
    app.view(ids.UPDATE_FORM)(acknowledge)
    slack = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        return await slack.handle(request)

    return Starlette(routes=[Route("/slack/events", events, methods=["POST"]), Route("/readyz", ready)])


if __name__ == "__main__":
    uvicorn.run(bare(), port=int(sys.argv[1]), log_level="error", access_log=False, loop="uvloop", http="httptools")
