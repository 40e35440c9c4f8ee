"""The stand-in for Slack: one local server, and the workspace behind it."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Final, Self, TypeAlias

import aiohttp
from aiohttp import web

from playground import manifest as manifests
from playground.acts_http import ActsOverHttp
from playground.busy import Busy
from playground.clock import Clock, Diary, Rehearsal, TimeMachine
from playground.delivery import Line, Post
from playground.doors import Doors
from playground.events import Events
from playground.faults import Faults
from playground.files_http import FilesOverHttp
from playground.ids import Ids
from playground.interactions import Interactions
from playground.limits import POSTS_PER_MINUTE, Limits
from playground.live import Live
from playground.messages import Messages
from playground.model import Conversation, Kind, Member, MemberKind
from playground.people import Person
from playground.response_urls import ResponseUrls
from playground.screens import Screens
from playground.signed_http import SignedHttp
from playground.sockets import Sockets
from playground.time_http import TimeOverHttp
from playground.triggers import Triggers
from playground.web_api import Call, WebApi
from playground.workspace import Workspace
from playground.world import Address, World

Routes: TypeAlias = Callable[["StandIn"], Iterable[web.AbstractRouteDef]]
"""Further routes of the same server."""

_LARGEST_BODY: Final = 64 * 1024 * 1024


class StandIn:
    """A pretend Slack on 127.0.0.1, for as long as its `async with` lasts.

    Ages, limits and retries follow `clock`; `ack_seconds` alone is real time. `limits=False` lifts the speed limits,
    `grant_optional=True` installs the app with its optional scopes.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        manifest: Path,
        seed: int = 1,
        port: int = 0,
        limits: bool = True,
        posts_per_minute: int = POSTS_PER_MINUTE,
        grant_optional: bool = False,
        ack_seconds: float = 3.0,
        time_machine: TimeMachine | None = None,
        routes: Sequence[Routes] = (),
    ) -> None:
        ids = Ids(Random(seed))
        self.clock = clock
        self.time_machine = time_machine
        self.diary: Diary | None = None
        self.rehearsal: Rehearsal | None = None
        self.manifest = manifests.read(manifest, grant_optional=grant_optional)
        self.faults = Faults()
        self.people: dict[str, Person] = {}
        self.workspace = Workspace(clock=clock, ids=ids, app_name=self.manifest.name)
        self.bot_token = f"xoxb-{ids.number()}-{ids.secret()}"
        self.app_token = f"xapp-1-{self.workspace.app_id}-{ids.secret()}"
        self.signing_secret = ids.secret()
        self._ack_seconds = ack_seconds
        self._busy = Busy()
        self._address = Address(port)
        self._routes = routes
        self._session: aiohttp.ClientSession | None = None
        self._runner: web.AppRunner | None = None
        self._sockets = Sockets(ids=ids, app_id=self.workspace.app_id, ack_seconds=ack_seconds, faults=self.faults)
        self._post = Post(clock=clock, busy=self._busy, line=self._sockets)
        self._world = self._made_world(Limits(clock=clock, posts_per_minute=posts_per_minute) if limits else None)
        self._api = WebApi(
            self._world, bot_token=self.bot_token, app_token=self.app_token, faults=self.faults, busy=self._busy
        )

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=_LARGEST_BODY)
        app.add_routes(Doors(self._world, self._api).routes())
        app.add_routes(ActsOverHttp(self).routes())
        app.add_routes(TimeOverHttp(self).routes())
        app.add_routes(FilesOverHttp(self).routes())
        live = Live(self)
        app.add_routes(live.routes())
        app.on_shutdown.append(live.stop)
        for routes in self._routes:
            app.add_routes(routes(self))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", self._address.port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner, self._session = runner, aiohttp.ClientSession()
        self._address.port = runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._post.stop()
        self._sockets.cut()
        if self._runner:
            await self._runner.cleanup()
        if self._session:
            await self._session.close()

    @property
    def url(self) -> str:
        """Where the page is, if there is one."""
        return self._address.http

    @property
    def api_url(self) -> str:
        return f"{self._address.http}/api/"

    @property
    def team_id(self) -> str:
        return self.workspace.team_id

    @property
    def bot_user_id(self) -> str:
        return self.workspace.bot.id

    @property
    def calls(self) -> list[Call]:
        """Every Web API call so far."""
        return self._api.calls

    @property
    def busy(self) -> int:
        """Deliveries not yet acknowledged and Web API calls not yet answered."""
        return self._busy.count

    @property
    def connections(self) -> int:
        """Socket Mode connections that are open."""
        return len(self._sockets.open)

    async def settled(self) -> None:
        """Return once nothing is under way between the app and here; a repetition that waits for its time is not."""
        await self._busy.settled()

    def deliver_over_http(self, url: str) -> None:
        """Send events, interactions and commands to this request URL instead of over Socket Mode."""
        if self._session is None:
            raise RuntimeError("the stand-in is not running")
        self.deliver_to(
            SignedHttp(url=url, secret=self.signing_secret, ack_seconds=self._ack_seconds, session=self._session)
        )

    def deliver_to(self, line: Line) -> None:
        """Hand events, interactions and commands to something else that acknowledges, in this process."""
        self._post.line = line

    async def refresh_sockets(self) -> None:
        """What Slack does to every connection now and then: a warning, then the end."""
        await self._sockets.refresh()

    def cut_sockets(self) -> None:
        """Break every connection without a word."""
        self._sockets.cut()

    def add_person(
        self,
        name: str,
        *,
        email: str | None = None,
        tz: str = "Europe/London",
        locale: str = "en-GB",
        handle: str | None = None,
        title: str = "",
        kind: MemberKind = MemberKind.MEMBER,
        joins: bool = True,
    ) -> Person:
        """`title` is what their profile says of their work. The app hears of whoever `joins`; others were there."""
        member = self.workspace.add_member(name, kind=kind, handle=handle, email=email, tz=tz, locale=locale)
        member.title = title
        self.people[member.id] = Person(self._world, member)
        if joins:
            self._tell("team_join", self.people[member.id])
        return self.people[member.id]

    def walk_on(self, member: Member) -> Person:
        """Somebody who was there already, when a workspace that was kept goes on."""
        self.people[member.id] = Person(self._world, member)
        return self.people[member.id]

    def change_person(self, person: Person, *, name: str | None = None, tz: str | None = None) -> None:
        """A person edits their profile."""
        person.member.name = name or person.member.name
        person.member.tz = tz or person.member.tz
        self._tell("user_change", person)

    def deactivate(self, person: Person) -> None:
        person.member.deleted = True
        self._tell("user_change", person)

    def reactivate(self, person: Person) -> None:
        person.member.deleted = False
        self._tell("user_change", person)

    def add_channel(
        self, name: str, people: Iterable[Person], *, private: bool = False, with_bot: bool = True
    ) -> Conversation:
        members = [each.id for each in people] + ([self.bot_user_id] if with_bot else [])
        return self.workspace.open(Kind.PRIVATE if private else Kind.PUBLIC, name, members)

    def channel_named(self, name: str) -> str:
        """The id of a channel."""
        return next(each.id for each in self.workspace.conversations.values() if each.name == name)

    def with_address(self, email: str) -> str:
        """The id of the person with this e-mail."""
        member = self.workspace.with_email(email)
        assert member is not None, email
        return member.id

    def join(self, conversation: Conversation, person: Person) -> None:
        """A person comes into a channel."""
        self.workspace.join(conversation, person.id)
        self._world.events.joined(conversation, user=person.id)

    def archive(self, conversation: Conversation) -> None:
        conversation.archived = True
        self._world.events.channel("archive", conversation)

    def unarchive(self, conversation: Conversation) -> None:
        conversation.archived = False
        self._world.events.channel("unarchive", conversation)

    def rename(self, conversation: Conversation, name: str) -> None:
        conversation.name = name
        self._world.events.channel("rename", conversation)

    def make_private(self, conversation: Conversation) -> None:
        """It keeps its id. Slack tells of it by a message with a subtype."""
        conversation.kind = Kind.PRIVATE
        self.workspace.touch()
        self._world.events.converted(conversation)

    def invite_bot(self, conversation: Conversation) -> None:
        self.workspace.join(conversation, self.bot_user_id)
        self._world.events.joined(conversation, user=self.bot_user_id)

    def remove_bot(self, conversation: Conversation) -> None:
        """Somebody takes the app out of a channel: it is told of that, and of nothing there from then on."""
        conversation.members.remove(self.bot_user_id)
        self.workspace.bot.conversations.remove(conversation.id)
        self._world.events.channel("left", conversation)

    def restrict_channels(self, restricted: bool = True) -> None:
        """Only admins may make channels from now on, and no app."""
        self.workspace.channels_restricted = restricted

    async def uninstall(self) -> None:
        """The app is taken out of the workspace: it hears of it, and its token is worth nothing."""
        self._api.installed = False
        for tried in self._world.events.uninstalled():
            await tried.wait()

    def _tell(self, event: str, person: Person) -> None:
        person.member.updated = int(self.clock.now().timestamp())
        self.workspace.touch()
        if self._runner:
            self._world.events.member(event, person.member)

    def _made_world(self, limits: Limits | None) -> World:
        workspace = self.workspace
        triggers = Triggers(clock=self.clock, ids=workspace.ids)
        events = Events(workspace=workspace, manifest=self.manifest, post=self._post)
        messages = Messages(workspace=workspace, events=events)
        replies = ResponseUrls(workspace=workspace, messages=messages, base=lambda: self._address.http)
        return World(
            address=self._address,
            manifest=self.manifest,
            workspace=workspace,
            events=events,
            messages=messages,
            screens=Screens(workspace),
            triggers=triggers,
            response_urls=replies,
            interactions=Interactions(workspace=workspace, post=self._post, triggers=triggers, response_urls=replies),
            sockets=self._sockets,
            limits=limits,
        )
