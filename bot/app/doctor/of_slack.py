"""Slack: is it there, does it take the tokens, what may the app do, and do the clocks agree."""

import re
from typing import Final

from bot.app import manifest as manifests
from bot.app.doctor.finding import Finding, fix, note, ok
from bot.app.slack_api import Answer, InTrouble, NotReached, SlackApi
from bot.settings import Settings, SettingWrong

MOST_SKEW: Final = 60
"""Seconds. Signed requests are refused when they seem 300 seconds old
(https://docs.slack.dev/authentication/verifying-requests-from-slack), and people are asked at the wrong moment long
before anyone notices."""

GONE: Final = frozenset({"account_inactive", "token_revoked"})

UNSEEN: Final = "a bot token does not show whether the app has today's manifest.yml, and its Messages Tab is on"
"""The only method that would tell of the Messages Tab is one that writes to somebody."""

WHERE: Final = "Look at api.slack.com/apps."

UNSEEN_HTTP: Final = ", nor whether Socket Mode is off and the three request URLs end in /slack/events"


async def findings(settings: Settings, api: SlackApi) -> list[Finding]:
    """For a bot in Socket Mode."""
    try:
        answer, found = await _of_the_bot(settings, api)
        found += await _app_token(settings, api, answer)
    except NotReached as why:
        return _not_reached(why)
    return [*found, note("app settings", f"{UNSEEN}. {WHERE}")]


async def findings_for_http(settings: Settings, api: SlackApi) -> list[Finding]:
    try:
        _, found = await _of_the_bot(settings, api)
    except NotReached as why:
        found = _not_reached(why)
    return [*found, signing_secret(settings), note("app settings", f"{UNSEEN}{UNSEEN_HTTP}. {WHERE}")]


async def _of_the_bot(settings: Settings, api: SlackApi) -> tuple[Answer, list[Finding]]:
    """Slack answers without a good token too, and its clock can be read all the same."""
    answer = await api.call("auth.test", settings.slack_bot_token)
    found = [ok("Slack", f"reached at {api.host}."), clock(answer), _bot_token(settings, answer)]
    return answer, found if answer.error else [*found, scopes(answer, manifests.read())]


def _not_reached(why: NotReached) -> list[Finding]:
    mend = (
        "Try again in a few minutes"
        if isinstance(why, InTrouble)
        else "Check the network, any proxy, and SLACK_API_URL"
    )
    return [
        fix("Slack", f"{why}. {mend}."),
        note("tokens", "not checked: Slack comes first."),
    ]


def clock(answer: Answer) -> Finding:
    if answer.skew is None:
        return note("clock", "Slack's answer does not say what time it is.")
    if abs(answer.skew) > MOST_SKEW:
        side = "ahead of" if answer.skew > 0 else "behind"
        return fix(
            "clock",
            f"this machine is {abs(answer.skew):.0f} seconds {side} Slack. Synchronise its clock (NTP);"
            " Slack's signed requests are refused when they seem 5 minutes old.",
        )
    return ok("clock", "within a minute of Slack's.")


def _bot_token(settings: Settings, answer: Answer) -> Finding:
    try:
        settings.bot_token()
    except SettingWrong as wrong:
        return fix("bot token", str(wrong))
    if answer.error in GONE:
        return fix("bot token", f"Slack refuses it ({answer.error}). Install the app again and copy the new token.")
    if answer.error:
        return fix("bot token", _refused(answer.error, "OAuth & Permissions"))
    return ok("bot token", f"{answer.data.get('user')} in {answer.data.get('team')}.")


def scopes(answer: Answer, wanted: manifests.Manifest) -> Finding:
    """What was granted at the installation, against manifest.yml."""
    granted = answer.scopes
    if granted is None:
        return note("scopes", "Slack's answer does not name them.")
    if missing := wanted.scopes - granted:
        return fix(
            "scopes",
            f"missing: {_list(missing)}. Paste manifest.yml at api.slack.com/apps, App Manifest; then reinstall the"
            " app under Install App, and copy the bot token again.",
        )
    if more := granted - wanted.scopes - wanted.optional:
        return note("scopes", f"all are there, and more than it needs: {_list(more)}. Take those away.")
    without = f"; without the optional {_list(left)}" if (left := wanted.optional - granted) else ""
    return ok("scopes", f"all {len(wanted.scopes)} are there{without}.")


async def _app_token(settings: Settings, api: SlackApi, bot: Answer) -> list[Finding]:
    """Asks for a connection and does not open it: a click of somebody's could arrive there."""
    try:
        token = settings.app_token()
    except SettingWrong as wrong:
        return [fix("app token", str(wrong))]
    answer = await api.call("apps.connections.open", token)
    if answer.error == "missing_scope":
        return [fix("app token", "it lacks connections:write. Generate another under Basic Information.")]
    if answer.error:
        return [fix("app token", _refused(answer.error, "Basic Information, App-Level Tokens"))]
    if bot.error is None and await _is_of_another_app(token, settings, api, bot):
        return [
            fix(
                "app token",
                "it belongs to another app than the bot token, so nothing that people do would reach the bot."
                " Copy both from the same app.",
            )
        ]
    return [ok("app token", "a Socket Mode connection may be opened.")]


async def _is_of_another_app(token: str, settings: Settings, api: SlackApi, bot: Answer) -> bool:
    """Whether both tell their app, and tell different ones: xapp-1-<app>-…, and the profile of the bot's own user."""
    own = await api.call("users.info", settings.slack_bot_token, user=str(bot.data.get("user_id")))
    of_bot = str(((own.data.get("user") or {}).get("profile") or {}).get("api_app_id") or "")
    of_app = re.match(r"xapp-\d+-(A[A-Z0-9]+)-", token)
    return bool(of_bot and of_app and of_app[1] != of_bot)


def signing_secret(settings: Settings) -> Finding:
    try:
        secret = settings.signing_secret()
    except SettingWrong as wrong:
        return fix("signing secret", str(wrong))
    if secret.startswith(("xox", "xapp")):
        return fix("signing secret", "SLACK_SIGNING_SECRET holds a token. Copy the secret from Basic Information.")
    return ok("signing secret", "set; only a request from Slack can prove it.")


def _refused(error: str, where: str) -> str:
    if error in ("ratelimited", "rate_limited"):
        return "Slack asks us to wait. Run this again in a minute."
    return f"Slack refuses it ({error}). Copy it again from {where}."


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
