"""Who may ask for more than Slack gives: pages of this server's own, and programs of this machine."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from aiohttp import web
from yarl import URL

from playground.refusals import NotThere, Trouble
from playground.shapes import Json

_OWN_NAMES: Final = ("127.0.0.1", "localhost")

Handler: TypeAlias = Callable[[web.Request], Awaitable[Json]]


def is_from_here(request: web.Request) -> bool:
    """Reached under a name of this machine, and not from a page of another site, which would tell its Origin."""
    origin = request.headers.get("Origin")
    return request.url.host in _OWN_NAMES and (origin is None or URL(origin) == URL(f"http://{request.host}"))


def guarded(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    """JSON in and out. Pages of other sites cannot send it here unasked, nor reach us under a name of theirs."""

    async def answer(request: web.Request) -> web.Response:
        if not is_from_here(request):
            return web.json_response({"error": "not from here"}, status=403)
        if request.method == "POST" and request.content_type != "application/json":
            return web.json_response({"error": "JSON only"}, status=415)
        try:
            return web.json_response(await handler(request))
        except NotThere as missing:
            return web.json_response({"error": str(missing)}, status=404)
        except Trouble as trouble:
            return web.json_response({"trouble": str(trouble) or "The app did not answer."}, status=409)
        except (KeyError, TypeError, ValueError) as unreadable:
            return web.json_response({"error": repr(unreadable)}, status=400)

    return answer
