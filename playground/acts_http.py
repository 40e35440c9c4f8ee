"""The acts over HTTP, and what a person sees. JSON only, and only for pages of this server's own.

GET  /playground/people              everyone
POST /playground/people              {name, email?, tz?, locale?, handle?, title?}
POST /playground/people/{id}/deactivate
GET  /playground/people/{id}         what they see; ?newest=50 of each conversation, ?version=7 for {"unchanged": true}
POST /playground/people/{id}/{act}   see acts.ACTS
POST /playground/faults              {kind, method?, times?, retry_after?, seconds?}
"""

from typing import Final, Protocol

from aiohttp import web

from playground.acts import ACTS
from playground.clock import Clock
from playground.faults import Faults
from playground.guard import guarded
from playground.model import Conversation
from playground.people import Person
from playground.refusals import NotThere
from playground.seen import Seen
from playground.shapes import Json
from playground.shown import as_person, title_of
from playground.workspace import Workspace

_NEWEST: Final = 200


class Stage(Protocol):
    """The part of the stand-in that acts need."""

    clock: Clock
    faults: Faults
    people: dict[str, Person]
    workspace: Workspace

    def add_person(
        self,
        name: str,
        *,
        email: str | None = None,
        tz: str = "Europe/London",
        locale: str = "en-GB",
        handle: str | None = None,
        title: str = "",
    ) -> Person: ...

    def deactivate(self, person: Person) -> None: ...


class ActsOverHttp:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/playground/people", guarded(self._everyone)),
            web.post("/playground/people", guarded(self._add)),
            web.post("/playground/people/{id}/deactivate", guarded(self._deactivate)),
            web.get("/playground/people/{id}", guarded(self._screen)),
            web.post("/playground/people/{id}/{act}", guarded(self._act)),
            web.post("/playground/faults", guarded(self._break)),
        ]

    async def _everyone(self, _: web.Request) -> Json:
        return {"people": [as_person(each.member, each.dm) for each in self._stage.people.values()]}

    async def _add(self, request: web.Request) -> Json:
        given = await request.json()
        wanted = {name: given[name] for name in ("email", "tz", "locale", "handle", "title") if given.get(name)}
        person = self._stage.add_person(given["name"], **wanted)
        return as_person(person.member, person.dm)

    async def _deactivate(self, request: web.Request) -> Json:
        self._stage.deactivate(self._person(request))
        return {}

    async def _screen(self, request: web.Request) -> Json:
        person, now = self._person(request), self._stage.clock.now().isoformat()
        shown = as_person(person.member, person.dm)
        version = self._stage.workspace.version
        if request.query.get("version") == str(version):
            return {"version": version, "unchanged": True, "now": now}
        newest = int(request.query.get("newest", _NEWEST))
        return {
            "version": version,
            "now": now,
            "person": shown,
            "conversations": [self._conversation(person, each, newest) for each in person.screen.conversations()],
            "view": person.view,
            "view_plain": person.view_plain,
            "view_errors": person.view_errors,
            "view_depth": person.screen.depth,
            "home": person.home,
            "home_plain": person.home_plain,
        }

    async def _act(self, request: web.Request) -> Json:
        act = ACTS.get(request.match_info["act"])
        if act is None:
            raise NotThere(f"no such act; there are {', '.join(ACTS)}")
        return await act(self._person(request), await request.json()) or {}

    async def _break(self, request: web.Request) -> Json:
        given = await request.json()
        known = ("method", "kind", "times", "retry_after", "seconds")
        self._stage.faults.add(**{name: given[name] for name in known if name in given})
        return {}

    def _person(self, request: web.Request) -> Person:
        person = self._stage.people.get(request.match_info["id"])
        if person is None:
            raise NotThere(f"nobody has the id {request.match_info['id']}")
        return person

    def _conversation(self, person: Person, conversation: Conversation, newest: int) -> Json:
        return {
            "id": conversation.id,
            "kind": conversation.kind.value,
            "name": title_of(self._stage.workspace, conversation, person.id),
            "total": len(conversation.messages),
            "messages": [self._message(each) for each in person.screen.messages(conversation.id, newest=newest)],
        }

    def _message(self, seen: Seen) -> Json:
        author = self._stage.workspace.members[seen.author]
        return {
            "channel": seen.channel,
            "ts": seen.ts,
            "thread_ts": seen.thread_ts,
            "author": {"id": author.id, "name": author.name},
            "text": seen.text,
            "blocks": seen.blocks,
            "plain": seen.plain,
            "ephemeral": seen.ephemeral,
            "edited": seen.edited,
            "reactions": {name: list(users) for name, users in seen.reactions.items()},
            "files": list(seen.files),
            "notifies": sorted(seen.notifies),
        }
