"""All checks in the order in which an operator would mend things."""

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp

from bot.app import manifest as manifests
from bot.app.clock import SystemClock
from bot.app.doctor import of_database, of_slack
from bot.app.doctor.finding import Finding, fix, ok
from bot.app.needs import misfits
from bot.app.slack_api import SlackApi
from bot.ports import Clock
from bot.settings import Settings, SettingWrong


async def examine(
    *, http: bool, read: Callable[[], Settings] = Settings.read, clock: Clock | None = None
) -> list[Finding]:
    """`http` looks at what `rapport run --http` needs."""
    try:
        settings = read()
    except SettingWrong as wrong:
        return [fix("settings", str(wrong))]
    return [
        ok("settings", "can be read."),
        *await _whatever_happens("Slack", _of_slack(settings, clock or SystemClock(), http=http)),
        *await _whatever_happens("manifest", asyncio.to_thread(_of_manifest)),
        *await _whatever_happens("database", asyncio.to_thread(of_database.findings, settings)),
    ]


async def _of_slack(settings: Settings, clock: Clock, *, http: bool) -> list[Finding]:
    async with aiohttp.ClientSession() as session:
        api = SlackApi(session=session, url=settings.slack_api_url, clock=clock)
        look = of_slack.findings_for_http if http else of_slack.findings
        return await look(settings, api)


def _of_manifest() -> list[Finding]:
    if problems := misfits(manifests.read()):
        return [fix("manifest", f"manifest.yml does not fit this version: {'; '.join(problems)}. Restore the file.")]
    return [ok("manifest", "manifest.yml asks for what this version uses.")]


async def _whatever_happens(about: str, looking: Awaitable[list[Finding]]) -> list[Finding]:
    """The other checks are wanted all the same."""
    try:
        return await looking
    except Exception as error:  # noqa: BLE001  # its text could hold a token or a password, its kind cannot
        return [fix(about, f"could not be looked at ({type(error).__name__}). Report this, with your version.")]
