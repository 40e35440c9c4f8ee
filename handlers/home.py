"""Home: shown when it is opened, kept right from then on, and what can be opened from it."""

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from bot.services import home, pause
from handlers import payloads, screen, views
from handlers.payloads import Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.event("app_home_opened")
    async def opened(body: Payload, client: AsyncWebClient) -> None:
        if not payloads.home_opened(body):
            return
        who = caller(bot, body)
        await bot.do(home.opened, who)
        await screen.publish_home(bot, who, client)

    @app.action(ids.PAUSE_OPEN)
    async def open_pause(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(pause.form, caller(bot, body), None)
        await screen.show(client, body, views.modal(form))
        await ack()
