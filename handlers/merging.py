"""Groups that go on together: asked from the case of a small one, and taken back."""

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Bot
from bot.services import merging
from handlers import payloads, screen, values, views
from handlers.fields import option_of, state_of
from handlers.payloads import Payload, caller
from handlers.views import ids


def register(app: AsyncApp, bot: Bot) -> None:
    @app.action(ids.GROUP_MERGE)
    async def begin(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        form = await bot.ask(merging.form, caller(bot, body), values.case(payloads.value(action)))
        await screen.show(client, body, views.modal(form))
        await ack()

    @app.view(ids.GROUP_MERGE_FORM)
    async def merge(ack: AsyncAck, body: Payload) -> None:
        case = values.case(payloads.metadata(body))
        into = values.group(option_of(state_of(body), ids.INTO, ids.INTO))
        done = await bot.do(merging.merge, caller(bot, body), case, into)
        await ack(response_action="update", view=views.modal(done))

    @app.action(ids.GROUP_UNMERGE)
    async def undo(ack: AsyncAck, body: Payload, action: Payload, client: AsyncWebClient) -> None:
        done = await bot.do(merging.undo, caller(bot, body), values.uuid(payloads.value(action)))
        await screen.show(client, body, views.modal(done))
        await ack()
