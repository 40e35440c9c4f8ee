"""Rooms for groups: private channels made and filled, or group DMs, by Slack's conversations methods."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from bot.domain.groups import Room
from bot.ports import Person, RoomMade, RoomWanted, TryAgain, Undeliverable, Unreachable, Venue
from handlers.messenger import SlackMessenger
from handlers.people import SlackDirectory, venue_of

MAKES: Final = frozenset({"groups:write", "groups:read", "groups:history"})
"""What it takes to make a private channel, to see it, and to be told what is said in its threads."""

NOT_ALLOWED: Final = frozenset(
    {
        "cannot_create_channel",
        "missing_scope",
        "not_allowed_token_type",
        "restricted_action",
        "team_access_not_granted",
        "user_is_restricted",
    }
)
"""What Slack says where this bot may make no channel (https://docs.slack.dev/reference/methods/conversations.create)."""

ABOUT_PLACE: Final = frozenset(
    {"channel_not_found", "is_archived", "method_not_supported_for_channel_type", "missing_scope", "not_in_channel"}
)
"""What Slack has against a channel, whoever is to come (https://docs.slack.dev/reference/methods/conversations.invite).
"""

THERE: Final = "already_in_channel"


class SlackRooms:
    """A channel's name is used for one group only, so that a name that is taken by a channel of ours is the one whose
    making was not heard of: nothing is made twice, whenever the process dies.
    """

    def __init__(self, messenger: SlackMessenger, directory: SlackDirectory) -> None:
        self._call = messenger.call
        self._ready_at = messenger.rooms_ready_at
        self._directory = directory

    def ready_at(self, now: datetime) -> datetime:
        return self._ready_at(now)

    async def open(self, wanted: RoomWanted) -> RoomMade:
        """With a guest of a single channel among them they get a group DM, if Slack lets them all be in one."""
        if await self._some_are_confined(wanted.people):
            with suppress(Undeliverable, Unreachable):
                return RoomMade(venue=await self.direct(wanted.people))
        channel = await self._channel(wanted.names)
        if channel is None:
            return RoomMade(venue=await self.direct(wanted.people))
        outside = await self.bring(str(channel["id"]), wanted.people)
        inside = len(wanted.people) - len(outside)
        return RoomMade(venue=venue_of({**channel, "is_member": True, "num_members": inside + 1}), outside=outside)

    async def bring(self, conversation: str, people: Sequence[str]) -> tuple[str, ...]:
        """All at once, which is all or nobody; then one by one."""
        if not await self._refused(conversation, people):
            return ()
        why = {each: await self._refused(conversation, [each]) for each in people}
        return tuple(each for each in people if why[each] not in ("", THERE))

    async def direct(self, people: Sequence[str]) -> Venue:
        """The same people always have the same conversation, so that this may be asked again."""
        answer = await self._call("conversations.open", users=",".join(people))
        return Venue(id=str(answer["channel"]["id"]), room=Room.DIRECT, readers=len(people), inside=True)

    async def _some_are_confined(self, people: Sequence[str]) -> bool:
        """Whoever Slack tells nothing of just now is taken not to be: a group does not wait for that."""
        known = await asyncio.gather(*(self._directory.by_id(each) for each in people), return_exceptions=True)
        return any(isinstance(each, Person) and each.confined for each in known)

    async def _channel(self, names: Sequence[str]) -> Mapping[str, Any] | None:
        """A private channel of the first name that is free; None where the bot may make none."""
        granted = await self._directory.granted()
        if granted and not granted >= MAKES:
            return None
        for name in names:
            try:
                made: Mapping[str, Any] = (await self._call("conversations.create", name=name, is_private=True))[
                    "channel"
                ]
            except (TryAgain, Undeliverable) as refusal:
                if refusal.why in NOT_ALLOWED:
                    return None
                if refusal.why != "name_taken":
                    raise
                ours = await self._directory.channel_of_ours(name)
                if ours is not None:
                    return ours
            else:
                return made
        raise Undeliverable("name_taken")

    async def _refused(self, conversation: str, people: Sequence[str]) -> str:
        """What Slack has against some of these people, nobody of whom is there by it; '' if they are."""
        try:
            await self._call("conversations.invite", channel=conversation, users=",".join(people))
        except Undeliverable as refusal:
            if refusal.why in ABOUT_PLACE:
                raise
            return refusal.why
        return ""
