"""The page of the playground: one HTML file with its scripts and styles, no build step, nothing from elsewhere."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from aiohttp import web

from playground.server import StandIn

STATIC: Final = (Path(__file__).parent / "static").resolve()

_TYPES: Final = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}

# The page may load and ask its own server only, and nobody may frame it.
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def routes(stand_in: StandIn) -> list[web.RouteDef]:
    """To be given to the stand-in; the page itself talks to the acts of the same server."""

    async def about(request: web.Request) -> web.Response:
        manifest = stand_in.manifest
        told = {
            "app": {"id": stand_in.bot_user_id, "name": stand_in.workspace.bot.name},
            "home": manifest.home_tab,
            "messages": manifest.messages_tab and not manifest.messages_read_only,
            "commands": [asdict(each) for each in manifest.commands],
        }
        return web.json_response(told, headers=_HEADERS)

    return [web.get("/", _page), web.get("/page/about.json", about), web.get("/page/{name:.+}", _part)]


async def _page(request: web.Request) -> web.Response:
    """The modules are named beforehand, so that the browser need not find one in the other."""
    scripts = sorted(part.relative_to(STATIC).as_posix() for part in STATIC.rglob("*.js"))
    links = "".join(f'\n  <link rel="modulepreload" href="/page/{each}">' for each in scripts)
    return _sent(STATIC / "index.html", lambda text: text.replace("</title>", f"</title>{links}", 1))


async def _part(request: web.Request) -> web.Response:
    part = (STATIC / request.match_info["name"]).resolve()
    if part.suffix not in _TYPES or not part.is_relative_to(STATIC) or not part.is_file():
        raise web.HTTPNotFound
    return _sent(part)


def _sent(part: Path, finished: Callable[[str], str] = str) -> web.Response:
    return web.Response(
        text=finished(part.read_text("utf-8")), content_type=_TYPES[part.suffix], charset="utf-8", headers=_HEADERS
    )
