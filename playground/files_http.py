"""Files and pictures for a page, as far as the person may see them; Slack's own addresses want the app's token."""

from typing import Final, Protocol

from aiohttp import web

from playground.guard import is_from_here
from playground.model import File
from playground.people import Person
from playground.workspace import Workspace

_PICTURES: Final = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""What a browser may draw at once; anything else is handed over to be saved, lest it runs here as a page."""


class Stage(Protocol):
    people: dict[str, Person]
    workspace: Workspace


class FilesOverHttp:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/playground/people/{id}/files/{file}", self._show)]

    async def _show(self, request: web.Request) -> web.Response:
        file = self._stage.workspace.files.get(request.match_info["file"])
        if not is_from_here(request):
            return web.Response(status=403)
        if file is None or file.content is None or not self._may_see(request.match_info["id"], file):
            return web.Response(status=404)
        picture = file.mimetype in _PICTURES
        return web.Response(
            body=file.content,
            content_type=file.mimetype if picture else "application/octet-stream",
            headers={
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Content-Disposition": "inline" if picture else "attachment",
                "Cache-Control": "no-store",
            },
        )

    def _may_see(self, person: str, file: File) -> bool:
        """Their own, or shared where they are: https://docs.slack.dev/messaging/working-with-files"""
        conversations = self._stage.workspace.conversations
        return file.owner == person or any(person in conversations[each].members for each in file.shared_in)
