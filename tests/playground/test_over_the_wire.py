"""The real SDK and a real Bolt app, over the real wire."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.refusals import NotThere, OperationTimeout, Trouble
from playground.server import StandIn
from tests.playground.bolt import Payload, bolt_app, over_http, over_sockets

BUTTONS: list[Payload] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "Have you and *Ana* met?"}},
    {
        "type": "actions",
        "block_id": "asked",
        "elements": [
            {"type": "button", "action_id": "met", "text": {"type": "plain_text", "text": "We met"}, "value": "7"},
            {
                "type": "overflow",
                "action_id": "more",
                "options": [
                    {"text": {"type": "plain_text", "text": "Later"}, "value": "later"},
                    {"text": {"type": "plain_text", "text": "Pause"}, "value": "pause"},
                ],
            },
        ],
    },
]
FORM = {
    "type": "modal",
    "callback_id": "add_line",
    "private_metadata": "checkin 7",
    "title": {"type": "plain_text", "text": "Add a line"},
    "submit": {"type": "plain_text", "text": "Save"},
    "close": {"type": "plain_text", "text": "Cancel"},
    "blocks": [
        {
            "type": "input",
            "block_id": "moved",
            "label": {"type": "plain_text", "text": "What moved"},
            "element": {"type": "plain_text_input", "action_id": "words"},
        }
    ],
}


@pytest.fixture(params=[over_sockets, over_http])
async def app(slack: StandIn, request: pytest.FixtureRequest) -> AsyncIterator[AsyncApp]:
    """Listeners are added by the tests; the same tests run over both lines."""
    app = bolt_app(slack)
    connected: AbstractAsyncContextManager[Any] = request.param(app, slack)
    async with connected:
        yield app


async def test_a_message_reaches_the_app_and_its_answer_the_person(slack: StandIn, app: AsyncApp, ana: Person) -> None:
    heard: list[Payload] = []

    @app.event("message")
    async def hear(event: Payload, client: AsyncWebClient) -> None:
        heard.append(event)
        if "bot_id" not in event:
            await client.chat_postMessage(channel=event["channel"], text=f"You said {event['text']}")

    ts = await ana.posts("we met & talked")
    await slack.settled()

    assert [each.plain for each in ana.messages()] == ["we met & talked", "You said we met & talked"]
    assert heard[0]["ts"] == ts
    assert heard[0]["text"] == "we met &amp; talked"
    assert heard[0]["channel_type"] == "im"
    assert heard[1]["bot_id"]


async def test_a_click_opens_a_form_and_the_form_changes_the_message(
    slack: StandIn, app: AsyncApp, web: AsyncWebClient, ana: Person
) -> None:
    @app.action("met")
    async def met(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view={**FORM, "external_id": body["message"]["ts"]})
        await ack()

    @app.view("add_line")
    async def save(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
        words = body["view"]["state"]["values"]["moved"]["words"]["value"]
        if words == "nothing":
            await ack(response_action="errors", errors={"moved": "Say a little more"})
            return
        await client.chat_update(channel=ana.dm, ts=body["view"]["external_id"], text=f"Saved: {words}")
        await ack()

    await web.chat_postMessage(channel=ana.id, text="Have you met?", blocks=BUTTONS)

    await ana.clicks("We met")
    assert ana.view_plain == "# Add a line\nWhat moved: ____\n[Cancel] [Save]"
    await ana.submits({"What moved": "nothing"})
    assert ana.view_errors == {"moved": "Say a little more"}
    await ana.submits({"words": "the paper <1>"})

    assert ana.view is None
    assert [each.text for each in ana.messages()] == ["Saved: the paper <1>"]
    assert ana.messages()[0].edited


async def test_an_option_of_a_menu_tells_its_value(
    slack: StandIn, app: AsyncApp, web: AsyncWebClient, ana: Person
) -> None:
    chosen: list[Payload] = []

    @app.action("more")
    async def more(ack: AsyncAck, body: Payload) -> None:
        chosen.append(body)
        await ack()

    await web.chat_postMessage(channel=ana.id, text="Have you met?", blocks=BUTTONS)

    await ana.chooses("Pause")

    assert chosen[0]["actions"][0]["selected_option"]["value"] == "pause"
    assert chosen[0]["container"]["channel_id"] == ana.dm
    assert ana.messages()[0].plain == "Have you and *Ana* met?\n[We met] [… Later | Pause]"


async def test_a_command_is_answered_in_the_acknowledgement(
    slack: StandIn, app: AsyncApp, ana: Person, ben: Person
) -> None:
    heard: list[Payload] = []

    @app.command("/rapport")
    async def answer(ack: AsyncAck, body: Payload) -> None:
        heard.append(body)
        await ack("Paused *two* weeks")

    answered = await ana.runs("/rapport person @Ben Okafor")

    assert answered.plain == "Paused *two* weeks"
    assert heard[0]["text"] == f"person <@{ben.id}|ben>"
    assert heard[0]["channel_name"] == "directmessage"
    assert [each.ephemeral for each in ana.messages()] == [True]
    assert ben.messages() == []


async def test_a_command_answered_through_its_response_url(slack: StandIn, app: AsyncApp, ana: Person) -> None:
    @app.command("/rapport")
    async def answer(ack: AsyncAck, respond: Any) -> None:
        await respond("First")
        await respond("Second")
        await ack()

    answered = await ana.runs("/rapport")

    assert answered.plain == "First\nSecond"
    assert answered.text == "Second"


async def test_silence_is_an_operation_timeout(slack: StandIn, app: AsyncApp, ana: Person) -> None:

    with pytest.raises(OperationTimeout):
        await ana.runs("/rapport nobody listens")


async def test_what_is_not_there_is_answered_with_what_is(
    slack: StandIn, app: AsyncApp, web: AsyncWebClient, ana: Person
) -> None:
    await web.chat_postMessage(channel=ana.id, text="Have you met?", blocks=BUTTONS)

    with pytest.raises(NotThere, match="'We met', 'Later', 'Pause'"):
        await ana.clicks("We have met")
    with pytest.raises(Trouble, match="not a valid command"):
        await ana.runs("/rapprot")
