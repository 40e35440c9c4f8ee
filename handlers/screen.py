"""Where an answer is shown: in the modal that the person has open or in a new one, and on the Home they look at."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.turn import Caller
from bot.ports import Bot
from bot.services import home
from handlers import payloads, views
from handlers.payloads import Payload
from handlers.views import Block, ids


def shown(showing: views.Showing) -> Mapping[str, Any]:
    """An answer to a command, for whoever typed it alone."""
    rendered = views.answer(showing)
    return {"response_type": "ephemeral", "text": rendered.text, "blocks": rendered.blocks}


async def say(respond: AsyncRespond, showing: views.Showing) -> None:
    """To whoever pressed alone, below what they pressed."""
    said = views.answer(showing)
    await respond(text=said.text, blocks=said.blocks, response_type="ephemeral", replace_original=False)


async def say_there(
    bot: Bot, who: Caller, body: Payload, *, client: AsyncWebClient, respond: AsyncRespond, showing: views.Showing
) -> None:
    """As `say`; on Home, where nothing stands below, in a modal, and Home shows what it did."""
    if payloads.on_home(body):
        await show(client, body, views.told(showing))
        await publish_home(bot, who, client)
    else:
        await say(respond, showing)


async def show(client: AsyncWebClient, body: Payload, view: Block) -> None:
    """In the place of the modal in which the person pressed; from anywhere else as a new one."""
    if payloads.from_home(body):
        view = {**view, "private_metadata": f"{view.get('private_metadata', '')}{ids.FROM_HOME}"}
    opened = payloads.open_modal(body)
    if opened:
        await client.views_update(view_id=opened, view=view)
    else:
        await client.views_open(trigger_id=payloads.trigger(body), view=view)


async def publish_home(bot: Bot, who: Caller, client: AsyncWebClient) -> None:
    """As it is now. Slack tells of every time a person opens it."""
    await client.views_publish(user_id=who.person, view=views.home(await bot.ask(home.home, who)))


async def keep_home(bot: Bot, who: Caller, body: Payload, client: AsyncWebClient) -> None:
    """Whoever did something from their Home sees there at once what it did; others in their own time."""
    if payloads.from_home(body):
        await publish_home(bot, who, client)
