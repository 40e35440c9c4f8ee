"""The addresses that the app calls: Web API, Socket Mode, uploads, files, response urls."""

from aiohttp import BodyPartReader, web

from playground.refusals import Refused
from playground.web_api import WebApi
from playground.world import World


class Doors:
    """Everything here is Slack's; what a page needs is in acts."""

    def __init__(self, world: World, api: WebApi) -> None:
        self._world = world
        self._api = api

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/api/{method}", self._api.handle),
            web.get("/link/", self._world.sockets.connect),
            web.post("/upload/v1/{file}", self._upload),
            web.get("/files-pri/{place}/{name}", self._download),
            web.post("/actions/{team}/{number}/{secret}", self._respond),
            web.post("/commands/{team}/{number}/{secret}", self._respond),
        ]

    async def _upload(self, request: web.Request) -> web.Response:
        """Raw bytes, or a form with one file in it: https://docs.slack.dev/messaging/working-with-files#upload"""
        file = self._world.workspace.files.get(request.match_info["file"])
        if file is None:
            return web.Response(status=404, text="no such upload")
        file.content = await _content(request)
        file.size = len(file.content)
        return web.Response(text=f"OK - {file.size}")

    async def _download(self, request: web.Request) -> web.Response:
        """Only with the app's token; Slack shows everyone else its sign-in page."""
        file = self._world.workspace.files.get(request.match_info["place"].partition("-")[2])
        if not self._api.bears_bot_token(request) or "files:read" not in self._world.manifest.scopes:
            return web.Response(text="<html><body>Sign in</body></html>", content_type="text/html")
        if file is None or file.content is None:
            return web.Response(status=404)
        return web.Response(body=file.content, content_type=file.mimetype)

    async def _respond(self, request: web.Request) -> web.Response:
        """No token, no scope; a used-up url answers 404, a message that Slack refuses 400 (not documented)."""
        try:
            self._world.response_urls.use(request.path, await request.json())
        except Refused as refused:
            gone = refused.error in ("used_url", "expired_url")
            answer = {"ok": False, "error": refused.error, **refused.more}
            return web.json_response(answer, status=404 if gone else 400)
        return web.Response(text="ok")


async def _content(request: web.Request) -> bytes:
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    reader = await request.multipart()
    part = await reader.next()
    return bytes(await part.read()) if isinstance(part, BodyPartReader) else b""
