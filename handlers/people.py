"""The directory: who works here, by Slack's users methods."""

from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Person, TryAgain, WorkspaceStopped
from handlers.payloads import Payload

NOBODY: Final = frozenset({"users_not_found", "user_not_found", "user_not_visible"})
STOPPED: Final = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked", "missing_scope"}
)


class SlackDirectory:
    """Both look-ups cost one call each: users.info is tier 4, users.lookupByEmail tier 3."""

    def __init__(self, client: AsyncWebClient, *, team: str) -> None:
        self._client = client
        self._team = team

    async def by_id(self, person: str) -> Person | None:
        return await self._ask("users.info", user=person, include_locale=True)

    async def by_email(self, email: str) -> Person | None:
        found = await self._ask("users.lookupByEmail", email=email)
        # Only users.info tells the language.
        return None if found is None else await self.by_id(found.id)

    async def _ask(self, method: str, **arguments: Any) -> Person | None:
        try:
            answer = await self._client.api_call(method, params=arguments, http_verb="GET")
        except SlackApiError as refusal:
            error = str(refusal.response.get("error") or "")
            if error in NOBODY:
                return None
            if refusal.response.status_code == 429 or error == "ratelimited":
                raise TryAgain(error, float(refusal.response.headers.get("Retry-After", 30))) from None
            if error in STOPPED:
                raise WorkspaceStopped(error) from None
            raise
        return person_of(answer["user"], team=self._team)


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
    )
