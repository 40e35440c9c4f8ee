"""Time over HTTP: the clock and its steps, what was said meanwhile and why, and a policy tried beforehand.

GET  /playground/clock      {now, next}
POST /playground/clock      {to: an ISO moment, "hour", "morning", "day", "week" or "next", person?}
GET  /playground/timeline   {said: [{at, to, kind, words, why, …}]}, newest last; ?newest=200
GET  /playground/rehearsal  what may be changed, and how the sample people behave
POST /playground/rehearsal  {policy: {name: value}, weeks, seed} -> what came of it
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, Protocol

from aiohttp import web

from playground.clock import Clock, Diary, Rehearsal, TimeMachine
from playground.guard import guarded
from playground.model import Conversation, Kind, Message
from playground.mrkdwn import Reader, read
from playground.people import Person
from playground.refusals import Trouble
from playground.shapes import Json
from playground.workspace import Workspace

_NEWEST: Final = 200
_STEPS: Final = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
_QUIET_AT_MOST: Final = timedelta(days=60)
"""How far "next" looks for something that can be seen."""


class Stage(Protocol):
    """The part of the stand-in that time needs."""

    clock: Clock
    time_machine: TimeMachine | None
    diary: Diary | None
    rehearsal: Rehearsal | None
    people: dict[str, Person]
    workspace: Workspace


class TimeOverHttp:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/playground/clock", guarded(self._time)),
            web.post("/playground/clock", guarded(self._move)),
            web.get("/playground/timeline", guarded(self._timeline)),
            web.get("/playground/rehearsal", guarded(self._choices)),
            web.post("/playground/rehearsal", guarded(self._rehearse)),
        ]

    async def _time(self, _: web.Request) -> Json:
        due = await self._stage.time_machine.next_moment() if self._stage.time_machine else None
        return {"now": self._stage.clock.now().isoformat(), "next": due.isoformat() if due else None}

    async def _move(self, request: web.Request) -> Json:
        machine, given = self._stage.time_machine, await request.json()
        if machine is None:
            raise Trouble("This clock cannot be moved.")
        to = str(given["to"])
        if to == "next":
            await self._until_something_is_seen(machine)
        else:
            await machine.run_until(await self._moment(machine, to, str(given.get("person", ""))))
        return await self._time(request)

    async def _moment(self, machine: TimeMachine, to: str, person: str) -> datetime:
        if to == "morning":
            return await machine.next_morning(person)
        return self._stage.clock.now() + _STEPS[to] if to in _STEPS else datetime.fromisoformat(to)

    async def _until_something_is_seen(self, machine: TimeMachine) -> None:
        """The next moment at which somebody is told something: most of what is due happens unseen."""
        said, until = self._stage.workspace.last_order, self._stage.clock.now() + _QUIET_AT_MOST
        due = await machine.next_moment()
        while due is not None and due <= until and self._stage.workspace.last_order == said:
            await machine.run_until(due)
            due = await machine.next_moment()

    async def _timeline(self, request: web.Request) -> Json:
        newest = int(request.query.get("newest", _NEWEST))
        said = list(self._said())[-newest:]
        diary = self._stage.diary
        whys = await diary.whys([message.metadata or {} for _, message in said]) if diary else [""] * len(said)
        return {
            "said": [self._entry(where, message, why) for (where, message), why in zip(said, whys, strict=True)],
            "total": sum(1 for _ in self._said()),
        }

    def _said(self) -> Iterator[tuple[Conversation, Message]]:
        """All that the app said, in the order in which it was said."""
        workspace, bot = self._stage.workspace, self._stage.workspace.bot.id
        found = [
            (where, message)
            for where in workspace.conversations.values()
            for message in where.messages.values()
            if message.author == bot
        ]
        return iter(sorted(found, key=lambda each: each[1].order))

    def _entry(self, where: Conversation, message: Message, why: str) -> Json:
        members = self._stage.workspace.members
        hearers = (
            [message.ephemeral_to]
            if message.ephemeral_to
            else [each for each in where.members if each != message.author]
        )
        return {
            "at": float(message.ts),
            "channel": where.id,
            "ts": message.ts,
            "to": [{"id": each, "name": members[each].name} for each in hearers],
            "group": where.kind is Kind.MPIM,
            "where": where.name if where.kind in (Kind.PUBLIC, Kind.PRIVATE) else "",
            "words": read(message.text, self._reader()),
            "why": why or "it answers what they did",
        }

    def _reader(self) -> Reader:
        members = self._stage.workspace.members

        def name(wanted: str) -> str:
            return members[wanted].name if wanted in members else ""

        return Reader(tz="UTC", locale="en-GB", now=self._stage.clock.now(), name=name)

    async def _choices(self, _: web.Request) -> Json:
        return await self._rehearsal().choices()

    async def _rehearse(self, request: web.Request) -> Json:
        return await self._rehearsal().rehearse(await request.json())

    def _rehearsal(self) -> Rehearsal:
        if self._stage.rehearsal is None:
            raise Trouble("Nothing can be rehearsed here.")
        return self._stage.rehearsal
