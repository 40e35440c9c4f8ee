"""The directory: who works here and in which channels, by Slack's users and conversations methods."""

from collections.abc import Mapping
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.groups import Room
from bot.ports import Person, TryAgain, Venue, WorkspaceStopped
from handlers.payloads import Payload

NOBODY: Final = frozenset({"users_not_found", "user_not_found", "user_not_visible"})
STOPPED: Final = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked", "missing_scope"}
)
UNSEEN: Final = frozenset({"channel_not_found", "channel_is_limited_access", "invalid_channel"})
"""What Slack says of a channel that is not there, or that the bot cannot see."""

UNREADABLE: Final = UNSEEN | {"fetch_members_failed", "method_not_supported_for_channel_type", "missing_scope"}
"""What Slack says where it does not tell who is in a channel
(https://docs.slack.dev/reference/methods/conversations.members)."""

PAGE: Final = 200
"""People told at once of a channel."""

WANTED: Final[Mapping[Room, frozenset[str]]] = {
    Room.PUBLIC: frozenset({"channels:read", "channels:history"}),
    Room.PRIVATE: frozenset({"groups:read", "groups:history"}),
    Room.DIRECT: frozenset(),
}
"""Without these the bot cannot see a channel, or is not told of what is said in its threads. In a group DM it never
asks to be."""


class SlackDirectory:
    """Each look-up costs one call: users.info is tier 4, users.lookupByEmail and conversations.info are tier 3."""

    def __init__(self, client: AsyncWebClient, *, team: str) -> None:
        self._client = client
        self._team = team

    async def by_id(self, person: str) -> Person | None:
        return await self._ask("users.info", user=person, include_locale=True)

    async def by_email(self, email: str) -> Person | None:
        found = await self._ask("users.lookupByEmail", email=email)
        # Only users.info tells the language.
        return None if found is None else await self.by_id(found.id)

    async def venue(self, conversation: str) -> Venue:
        try:
            answer = await self._call("conversations.info", channel=conversation, include_num_members=True)
        except SlackApiError as refusal:
            error = str(refusal.response.get("error") or "")
            if error in UNSEEN:
                return Venue(id=conversation, seen=False)
            if error == "missing_scope":
                return Venue(id=conversation, lacking=_needed(refusal.response) - _granted(refusal.response))
            raise
        return venue_of(answer["channel"], granted=_granted(answer))

    async def people_in(self, conversation: str) -> tuple[str, ...] | None:
        found: list[str] = []
        cursor = ""
        while True:
            try:
                answer = await self._call("conversations.members", channel=conversation, limit=PAGE, cursor=cursor)
            except SlackApiError as refusal:
                if str(refusal.response.get("error") or "") in UNREADABLE:
                    return None
                raise
            found += [str(each) for each in answer["members"]]
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return tuple(found)

    async def granted(self) -> frozenset[str]:
        """The scopes that the bot has; empty where Slack does not say."""
        return _granted(await self._call("auth.test"))

    async def channel_of_ours(self, name: str) -> Payload | None:
        """The private channel of that name that the bot is in, if there is one."""
        cursor = ""
        while True:
            answer = await self._call(
                "users.conversations", types="private_channel", exclude_archived="true", limit=PAGE, cursor=cursor
            )
            for channel in answer["channels"]:
                if channel["name"] == name:
                    found: Payload = channel
                    return found
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return None

    async def _ask(self, method: str, **arguments: Any) -> Person | None:
        try:
            answer = await self._call(method, **arguments)
        except SlackApiError as refusal:
            error = str(refusal.response.get("error") or "")
            if error in NOBODY:
                return None
            if error in STOPPED:
                raise WorkspaceStopped(error) from None
            raise
        return person_of(answer["user"], team=self._team)

    async def _call(self, method: str, **arguments: Any) -> Any:
        """Raises TryAgain where Slack wants a pause or does not answer, SlackApiError for what else it refuses."""
        try:
            return await self._client.api_call(method, params=arguments, http_verb="GET")
        except (aiohttp.ClientError, TimeoutError) as lost:
            raise TryAgain(type(lost).__name__) from None
        except SlackApiError as refusal:
            error = str(refusal.response.get("error") or "")
            if refusal.response.status_code == 429 or error == "ratelimited":
                raise TryAgain(error, float(refusal.response.headers.get("Retry-After", 30))) from None
            if error in STOPPED - {"missing_scope"}:
                raise WorkspaceStopped(error) from None
            raise


def venue_of(channel: Payload, *, granted: frozenset[str] = frozenset()) -> Venue:
    """Slack's channel object. Of what was `granted` nothing is known where it is empty."""
    room = Room.DIRECT if channel.get("is_mpim") else Room.PRIVATE if channel.get("is_private") else Room.PUBLIC
    return Venue(
        id=str(channel["id"]),
        name=str(channel.get("name") or ""),
        room=room,
        readers=max(0, int(channel.get("num_members") or 0) - bool(channel.get("is_member"))),
        inside=bool(channel.get("is_member")),
        archived=bool(channel.get("is_archived")),
        shared=bool(channel.get("is_ext_shared")),
        lacking=WANTED[room] - granted if granted else frozenset(),
    )


def _granted(answer: Any) -> frozenset[str]:
    """Slack names the scopes of the token in a header of each answer; empty where it does not."""
    header = next((value for name, value in answer.headers.items() if name.lower() == "x-oauth-scopes"), "")
    return frozenset(scope.strip() for scope in str(header).split(",") if scope.strip())


def _needed(answer: Any) -> frozenset[str]:
    """Slack names any of the scopes with which a method works, for all kinds of conversation."""
    named = str(answer.get("needed") or "")
    rooms = [room for room in (Room.PUBLIC, Room.PRIVATE) if WANTED[room] & set(named.split(","))]
    return frozenset().union(*(WANTED[room] for room in rooms or WANTED))


def person_of(user: Payload, *, team: str = "") -> Person:
    """Slack's user object. Slack says nothing of a language unless asked; the language is '' then."""
    profile = user.get("profile") or {}
    name = profile.get("display_name") or profile.get("real_name") or user.get("real_name") or user.get("name") or ""
    home = user.get("team_id") or team
    return Person(
        id=str(user["id"]),
        name=str(name)[:200],
        zone=str(user.get("tz") or ""),
        language=str(user.get("locale") or "").split("-")[0].lower(),
        bot=bool(user.get("is_bot")) or user["id"] == "USLACKBOT",
        gone=bool(user.get("deleted")),
        outside=bool(user.get("is_stranger")) or bool(team and home != team and not user.get("enterprise_user")),
        confined=bool(user.get("is_ultra_restricted")),
    )
