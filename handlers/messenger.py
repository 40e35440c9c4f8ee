"""A notice becomes a message in Slack, and Slack's refusals become what follows from them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.groups import Whereabouts
from bot.domain.sayings import Outgoing, Place
from bot.domain.showings import Home
from bot.ports import (
    Clock,
    Drawing,
    FateUnknown,
    PlaceLost,
    Refusal,
    TryAgain,
    Undeliverable,
    Unreachable,
    WorkspaceStopped,
)
from handlers import views
from handlers.pace import Bucket

log = structlog.get_logger("messenger")

EVENT: Final = "rapport_message"
DM: Final = "D"
"""With which Slack's ids of DMs begin."""

SAYS: Final = "chat.postMessage"
"""The one call that is not done again when its answer is lost: any other does nothing the second time."""

STOPPED: Final = frozenset({"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"})
LATER: Final = frozenset(
    {"ratelimited", "rate_limited", "service_unavailable", "team_added_to_org", "restricted_action"}
)
NOBODY: Final = frozenset(
    {
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    }
)
"""What Slack says of a person or their DM: gone, or not to be written to by a bot. Anything else that it refuses is
wrong with our message or with our leave (https://docs.slack.dev/reference/methods/chat.postMessage)."""

LOST: Final[Mapping[str, Whereabouts]] = {
    "channel_is_limited_access": Whereabouts.CLOSED,
    "channel_not_found": Whereabouts.REMOVED,
    "is_archived": Whereabouts.ARCHIVED,
    "not_in_channel": Whereabouts.REMOVED,
    "restricted_action_non_threadable_channel": Whereabouts.CLOSED,
    "restricted_action_read_only_channel": Whereabouts.CLOSED,
    "restricted_action_thread_only_channel": Whereabouts.CLOSED,
}
"""What Slack says of a group's channel in which nothing can be said: it is about the place, never about a person
(https://docs.slack.dev/reference/methods/chat.postMessage)."""

UNCERTAIN: Final = frozenset({"internal_error", "fatal_error", "request_timeout"})
"""Slack says of these that the call may have had an effect all the same
(https://docs.slack.dev/reference/methods/chat.postMessage)."""

POSTS_A_MINUTE: Final = 240
"""Slack names "several hundred" a workspace and minute (https://docs.slack.dev/reference/methods/chat.postMessage)."""

POSTS_IN_A_BURST: Final = 70
"""Slack bears bursts without saying how large; what it refuses closes the bucket, and is said when Slack says. Rounds
of many groups open at one minute, and a quarter of a minute saved is one that people wait less."""

A_SECOND: Final = timedelta(seconds=1)
"""Between two messages in one conversation (https://docs.slack.dev/apis/web-api/rate-limits)."""

MAKES_ROOMS: Final = ("conversations.create", "conversations.invite", "conversations.open")
TIER_2: Final = 20
TIER_3: Final = 50
"""A minute (https://docs.slack.dev/apis/web-api/rate-limits)."""


class SlackMessenger:
    """Never repeats a call by itself: whether to say a thing again is decided where it is recorded."""

    def __init__(self, client: AsyncWebClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._resting: dict[str, datetime] = {}
        self._own = ""
        self._posts = Bucket(per_minute=POSTS_A_MINUTE, burst=POSTS_IN_A_BURST)
        self._methods: Mapping[str, Bucket] = defaultdict(
            lambda: Bucket(per_minute=TIER_3, burst=10),
            {
                "chat.postMessage": self._posts,
                "conversations.create": Bucket(per_minute=TIER_2, burst=5),
            },
        )

    def ready_at(self, now: datetime) -> datetime:
        return max(self._posts.ready_at(now), self._methods["conversations.open"].ready_at(now))

    def rooms_ready_at(self, now: datetime) -> datetime:
        return max(self._methods[method].ready_at(now) for method in MAKES_ROOMS)

    def resting(self, now: datetime) -> Mapping[str, datetime]:
        self._resting = {where: until for where, until in self._resting.items() if until > now}
        return self._resting

    def repaint_ready_at(self, now: datetime) -> datetime:
        return self._methods["chat.update"].ready_at(now)

    def repaints_at_once(self, now: datetime) -> int:
        return self._methods["chat.update"].ready(now)

    async def post(self, outgoing: Outgoing) -> Place:
        """A place that refuses is passed over for the next one: the room, the DM as it is known, the person."""
        *first, last = await self._channels(outgoing)
        for channel in first:
            try:
                return await self._post(outgoing, channel)
            except Undeliverable as refusal:
                log.warning("place.refused", message=str(outgoing.message), why=refusal.why)
        try:
            return await self._post(outgoing, last)
        except Undeliverable as refusal:
            if outgoing.address.is_channel and refusal.why in LOST:
                raise PlaceLost(refusal.why, LOST[refusal.why]) from None
            raise

    async def _post(self, outgoing: Outgoing, channel: str) -> Place:
        rendered = _rendered(outgoing)
        self._rest(channel, *([] if outgoing.address.group else outgoing.address.people))
        answer = await self.call(
            "chat.postMessage",
            channel=channel,
            text=rendered.text,
            blocks=rendered.blocks,
            metadata={"event_type": EVENT, "event_payload": {"message": str(outgoing.message)}},
            unfurl_links=False,
            unfurl_media=False,
            **({"thread_ts": outgoing.address.thread} if outgoing.address.thread else {}),
        )
        return Place(conversation=str(answer["channel"]), stamp=str(answer["ts"]), shows=rendered.shows)

    async def draw(self, outgoing: Outgoing) -> views.Rendered:
        room = outgoing.address.room
        if room and not room.startswith(DM) and not await self._holds_only(room, outgoing.address.room_for):
            return views.hidden(outgoing.reader)
        return views.message(outgoing.sayings, outgoing.reader)

    async def repaint(self, drawing: Drawing, place: Place) -> None:
        assert isinstance(drawing, views.Rendered)
        await self.call(
            "chat.update", channel=place.conversation, ts=place.stamp, text=drawing.text, blocks=drawing.blocks
        )

    async def publish(self, person: str, home: Home) -> None:
        await self.call("views.publish", user_id=person, view=views.home(home))

    async def look(self, outgoing: Outgoing, since: datetime) -> Place | None:
        """In the bot's own DM with one person or in a group's channel, by the metadata that the message carries."""
        channel = outgoing.address.conversation or await self._open(outgoing)
        arguments: dict[str, Any] = {"channel": channel, "oldest": f"{since.timestamp():.6f}", "limit": 15}
        if outgoing.address.thread:
            answer = await self.call(
                "conversations.replies", ts=outgoing.address.thread, include_all_metadata=True, **arguments
            )
        else:
            answer = await self.call("conversations.history", include_all_metadata=True, **arguments)
        for message in answer["messages"]:
            payload = (message.get("metadata") or {}).get("event_payload") or {}
            if payload.get("message") == str(outgoing.message):
                return Place(conversation=channel, stamp=str(message["ts"]))
        return None

    def _rest(self, *places: str) -> None:
        until = self._clock.now() + A_SECOND
        self._resting.update(dict.fromkeys(places, until))

    async def _channels(self, outgoing: Outgoing) -> list[str]:
        """A DM needs no opening: chat.postMessage takes the person."""
        address = outgoing.address
        if address.group:
            return [address.conversation or await self._open(outgoing)]
        dm = [address.conversation] if address.conversation else []
        if address.room and await self._is_theirs(address.room, address.room_for):
            return [address.room, *dm, address.people[0]]
        return [*dm, address.people[0]]

    async def _is_theirs(self, room: str, people: frozenset[str]) -> bool:
        """In doubt it is not."""
        try:
            return await self._holds_only(room, people)
        except (TryAgain, FateUnknown):
            return False

    async def _holds_only(self, room: str, people: frozenset[str]) -> bool:
        """Whether the channel is private and holds nobody but these people and us. Raises TryAgain, FateUnknown."""
        try:
            channel = (await self.call("conversations.info", channel=room))["channel"]
            answer = await self.call("conversations.members", channel=room, limit=200)
        except Undeliverable:
            return False
        if not channel.get("is_private") or (answer.get("response_metadata") or {}).get("next_cursor"):
            return False
        return set(answer["members"]) <= people | {await self._own_id()}

    async def _own_id(self) -> str:
        if not self._own:
            self._own = str((await self.call("auth.test"))["user_id"])
        return self._own

    async def _open(self, outgoing: Outgoing) -> str:
        """The same people always have the same conversation, so that this may be asked again."""
        answer = await self.call("conversations.open", users=",".join(outgoing.address.people))
        return str(answer["channel"]["id"])

    async def call(self, method: str, **arguments: Any) -> Mapping[str, Any]:
        """Raises a Refusal for everything but an answer."""
        self._methods[method].take(self._clock.now())
        try:
            answer = await self._client.api_call(method, json=arguments)
        except SlackApiError as error:
            raise self._refusal(method, error) from None
        except (aiohttp.ClientConnectorError, aiohttp.ClientConnectionResetError) as error:
            raise TryAgain(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise _doubt(method, type(error).__name__) from None
        data = answer.data
        assert isinstance(data, Mapping)
        return data

    def _refusal(self, method: str, error: SlackApiError) -> Refusal:
        response = error.response
        why = str(response.get("error") or response.status_code) if isinstance(response.data, dict) else "http"
        if response.status_code == 429 or why in ("ratelimited", "rate_limited"):
            seconds = float(response.headers.get("Retry-After", 30))
            self._methods[method].close(self._clock.now() + timedelta(seconds=seconds))
            return TryAgain("ratelimited", seconds)
        if response.status_code >= 500 or why in UNCERTAIN:
            return _doubt(method, why)
        if why in STOPPED:
            return WorkspaceStopped(why)
        if why in LATER:
            return TryAgain(why, 60)
        return Unreachable(why) if why in NOBODY else Undeliverable(why)


def _doubt(method: str, why: str) -> Refusal:
    return FateUnknown(why) if method == SAYS else TryAgain(why)


def _rendered(outgoing: Outgoing) -> views.Rendered:
    """What cannot be put into words is not sent, and so is no doubt: Undeliverable."""
    try:
        return views.message(outgoing.sayings, outgoing.reader)
    except Exception as error:
        log.exception("message.unwritable", message=str(outgoing.message))
        raise Undeliverable("unwritable") from error
