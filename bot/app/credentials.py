"""Are the tokens good? Asked of Slack once, before anything is promised."""

from typing import Any, Final

from bot.app.slack_api import Answer, InTrouble, NotReached, SlackApi
from bot.settings import SettingWrong

NOT_NOW: Final = frozenset(
    {"fatal_error", "internal_error", "request_timeout", "service_unavailable", "ratelimited", "rate_limited"}
)
"""Errors of any method that no other token would mend (https://docs.slack.dev/reference/methods/auth.test)."""

WHO: Final = frozenset({"team_id", "user_id"})


async def who_we_are(api: SlackApi, bot_token: str) -> dict[str, Any]:
    """What auth.test answers. Raises SettingWrong."""
    answer = await _asked(api, "auth.test", bot_token)
    if answer.error:
        raise _refused("SLACK_BOT_TOKEN", answer.error, "OAuth & Permissions")
    if not answer.data.keys() >= WHO:
        raise SettingWrong(f"What answers at {api.host} is not Slack's Web API. Check SLACK_API_URL.")
    return answer.data


async def may_connect(api: SlackApi, app_token: str) -> None:
    """Asks for a connection and opens none. Raises SettingWrong."""
    answer = await _asked(api, "apps.connections.open", app_token)
    if answer.error == "missing_scope":
        raise SettingWrong("SLACK_APP_TOKEN lacks connections:write. Generate another under Basic Information.")
    if answer.error:
        raise _refused("SLACK_APP_TOKEN", answer.error, "Basic Information, App-Level Tokens")


async def _asked(api: SlackApi, method: str, token: str) -> Answer:
    try:
        return await api.call(method, token)
    except InTrouble as why:
        raise SettingWrong(f"Slack has trouble: {why}. Try again in a few minutes.") from None
    except NotReached as why:
        raise SettingWrong(f"Slack cannot be reached: {why}. Check the network and SLACK_API_URL.") from None


def _refused(name: str, error: str, where: str) -> SettingWrong:
    if error in NOT_NOW:
        return SettingWrong(f"Slack has trouble: it answers {error}. Try again in a few minutes.")
    return SettingWrong(f"Slack refuses {name} ({error}). Copy it again from {where}.")
