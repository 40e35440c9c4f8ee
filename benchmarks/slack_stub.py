"""As much of Slack as the bot calls while it is measured: it says yes at once. `python -m benchmarks.slack_stub`."""

import sys
from itertools import count
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

SIGNING_SECRET: Final = "benchmark"
TEAM: Final = "T0BENCH"
IDENTITY: Final = {"team_id": TEAM, "bot_id": "B0BENCH", "bot_user_id": "U0BOT"}

_stamps = count(1)


async def answer(request: Request) -> Response:
    """One answer for every method: each reads the part that it knows."""
    return JSONResponse(
        {
            "ok": True,
            "team_id": TEAM,
            "team": "Bench",
            "user_id": IDENTITY["bot_user_id"],
            "bot_id": IDENTITY["bot_id"],
            "channel": "D0BENCH",
            "ts": f"{next(_stamps)}.000000",
        }
    )


async def ready(request: Request) -> Response:
    return PlainTextResponse("ready")


if __name__ == "__main__":
    routes = [Route("/api/{method}", answer, methods=["GET", "POST"]), Route("/readyz", ready)]
    uvicorn.run(Starlette(routes=routes), port=int(sys.argv[1]), log_level="error", access_log=False)
