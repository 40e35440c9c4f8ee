"""What Slack tells of people and of the installation itself."""

from slack_bolt.async_app import AsyncApp

from bot.ports import Bot
from bot.services import greeting, installation
from handlers.payloads import Payload, caller
from handlers.people import person_of


def register(app: AsyncApp, bot: Bot) -> None:
    @app.event("user_change")
    async def changed(body: Payload) -> None:
        person = person_of(body["event"]["user"])
        await bot.do(
            greeting.know,
            caller(bot, body),
            name=person.name,
            zone=person.zone,
            language=person.language,
            gone=person.gone,
        )

    @app.event("app_uninstalled")
    async def uninstalled(body: Payload) -> None:
        await bot.do(installation.stop, caller(bot, body), "app_uninstalled")

    @app.event("tokens_revoked")
    async def revoked(body: Payload) -> None:
        if body["event"].get("tokens", {}).get("bot"):
            await bot.do(installation.stop, caller(bot, body), "tokens_revoked")
