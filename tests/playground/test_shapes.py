"""Whatever the stand-in says has the keys and types that Slack documents."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.app.needs import METHODS
from playground.people import Person
from playground.server import StandIn
from tests.handlers.views.rules import written_types
from tests.playground.answer_shapes import ANSWERS
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.manifests import rewrite
from tests.playground.shapes import Documented, misfits
from tests.playground.told_shapes import (
    COMMAND,
    DISCONNECT,
    ENVELOPE,
    EVENT_ENVELOPE,
    EVENTS,
    HELLO,
    INTERACTIONS,
    WRAPPER,
)
from tests.playground.words import Json, actions, button, home, modal, option, section, words_field

SUBSCRIBED = "reaction_added, reaction_removed, member_joined_channel,"
EXTERNAL = {"type": "external_select", "action_id": "who", "placeholder": {"type": "plain_text", "text": "Who?"}}
Trigger = Callable[[], Awaitable[str]]
WHOLE = Documented(page="https://docs.slack.dev/apis/events-api", shape=WRAPPER)


@pytest.fixture
async def slack(clock: MovableClock, manifest: Path) -> AsyncIterator[StandIn]:
    """With every event that there is, and Ana."""
    rewrite(manifest, "reaction_added,", SUBSCRIBED)
    rewrite(manifest, '"users:read",', '"users:read", "groups:read", "groups:write",')
    async with StandIn(clock=clock, manifest=manifest, ack_seconds=5, grant_optional=True) as stand_in:
        stand_in.add_person("Ana Pereira", email="ana@x.org", tz="Europe/Lisbon", handle="ana")
        yield stand_in


async def test_every_event_is_as_documented(
    slack: StandIn, web: AsyncWebClient, ana: Person, listener: Listener
) -> None:
    await _says_everything(slack, web, ana)

    wrapped = [each.payload for each in listener.heard]
    assert [wrong for each in wrapped for wrong in misfits(WHOLE, each)] == []
    assert [wrong for each in listener.events for wrong in misfits(EVENTS[_name(each)], each)] == []
    assert {_name(each) for each in listener.events} == EVENTS.keys()


async def _says_everything(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    """Each event at least once."""
    sent = await web.chat_postMessage(channel=ana.id, text="Hello", blocks=[section("Hello"), actions(button("OK"))])
    ts = await ana.posts("Hello")
    await ana.posts("In a thread", thread=str(sent["ts"]))
    await ana.posts("With a file", files={"roster.csv": b"mentor,mentee"})
    await ana.edits(ts, "Hello!")
    await ana.reacts(ts, "eyes")
    await ana.unreacts(ts, "eyes")
    await ana.deletes(ts)
    await ana.opens_home()
    await web.views_publish(user_id=ana.id, view=home(section("Yours")))
    await ana.opens_home()
    slack.change_person(ana, tz="Europe/Paris")
    cleo = slack.add_person("Cleo Martin", email="cleo@x.org")
    slack.join(slack.add_channel("mentors", [ana]), cleo)
    await slack.settled()
    await slack.uninstall()
    await slack.settled()


def _name(event: Json) -> str:
    return str(event.get("subtype") or event["type"])


async def test_every_interaction_is_as_documented(
    slack: StandIn, web: AsyncWebClient, ana: Person, listener: Listener
) -> None:
    heard = await _uses_everything(web, ana, listener)

    assert heard.keys() == INTERACTIONS.keys()
    assert [wrong for kind, each in heard.items() for wrong in misfits(INTERACTIONS[kind], each)] == []


async def test_nothing_is_missing_that_slack_s_own_types_require(
    slack: StandIn, web: AsyncWebClient, ana: Person, listener: Listener
) -> None:
    """The types forbid keys that Slack documents and sends, as a null enterprise: only what is missing counts."""
    check = written_types()
    heard = await _uses_everything(web, ana, listener)
    await ana.runs("/rapport")

    told = {
        "PBlockAction": heard["block_actions of a message"],
        "PViewSubmit": heard["view_submission"],
        "PViewClosed": heard["view_closed"],
        "PSlash": listener.last,
    }
    wrong = [each for kind, payload in told.items() for each in check(kind, payload)]
    assert [each for each in wrong if "is a required property" in each] == []


async def _uses_everything(web: AsyncWebClient, ana: Person, listener: Listener) -> dict[str, Json]:
    """What the app hears when Ana clicks, chooses, submits and closes; by its kind and its place."""
    heard = {}
    rows = [section("Met?", block_id="asked", accessory=EXTERNAL), actions(button("Open"))]
    await web.chat_postMessage(channel=ana.id, text="Met?", blocks=rows)
    message = ana.messages()[-1]
    await ana.clicks("Open", message)
    heard["block_actions of a message"] = listener.last
    listener.answers.append({"options": [option("Ben")]})
    await ana.looks_for("Ben", ("asked", "who"), message)
    heard["block_suggestion of a message"] = listener.last

    form = modal(actions(button("More")), section("Who", block_id="asked", accessory=EXTERNAL), words_field())
    trigger = heard["block_actions of a message"]["trigger_id"]
    await web.views_open(trigger_id=trigger, view=form | {"notify_on_close": True})
    await ana.clicks("More")
    heard["block_actions of a modal"] = listener.last
    listener.answers.append({"options": [option("Ben")]})
    await ana.looks_for("Ben", ("asked", "who"))
    heard["block_suggestion of a modal"] = listener.last
    listener.answers.append({"response_action": "errors", "errors": {"moved": "Which draft?"}})
    await ana.submits({"What moved": "A draft"})
    heard["view_submission"] = listener.last
    await ana.closes_view()
    heard["view_closed"] = listener.last

    await web.views_publish(user_id=ana.id, view=home(actions(button("Pause"))))
    await ana.clicks("Pause", view=str((ana.home or {})["id"]))
    heard["block_actions of a home"] = listener.last
    return heard


async def test_a_slash_command_is_as_documented(ana: Person, listener: Listener) -> None:
    await ana.runs("/rapport pause 2 weeks")

    assert misfits(COMMAND, listener.last) == []


async def test_a_socket_s_own_words_are_as_documented(slack: StandIn, ana: Person) -> None:
    opened = await AsyncWebClient(base_url=slack.api_url).apps_connections_open(app_token=slack.app_token)
    async with aiohttp.ClientSession() as session, session.ws_connect(str(opened["url"])) as socket:
        hello = await socket.receive_json()
        doing = [asyncio.ensure_future(ana.posts("Hello")), asyncio.ensure_future(ana.runs("/rapport"))]
        envelopes = [await socket.receive_json(), await socket.receive_json()]
        for each in envelopes:
            await socket.send_json({"envelope_id": each["envelope_id"]})
        await asyncio.gather(*doing)
        leaving = asyncio.ensure_future(slack.refresh_sockets())
        farewell = await socket.receive_json()
        await socket.close()
        await leaving

    by_type = {each["type"]: each for each in envelopes}
    assert misfits(HELLO, hello) == []
    assert misfits(EVENT_ENVELOPE, by_type["events_api"]) == []
    assert misfits(ENVELOPE, by_type["slash_commands"]) == []
    assert misfits(DISCONNECT, farewell) == []


async def test_every_answer_that_the_bot_reads_is_as_documented(
    slack: StandIn, web: AsyncWebClient, ana: Person, trigger: Trigger
) -> None:
    answers = await _asks_everything(slack, web, ana, trigger)

    assert answers.keys() == METHODS.keys() == ANSWERS.keys()
    assert [wrong for name, each in answers.items() for wrong in misfits(ANSWERS[name], each)] == []


async def _asks_everything(slack: StandIn, web: AsyncWebClient, ana: Person, trigger: Trigger) -> dict[str, object]:
    ben, room = slack.add_person("Ben Okafor"), slack.add_channel("coordinators", [ana], private=True)
    sent = await web.chat_postMessage(channel=ana.id, text="Hello", blocks=[section("Hello"), actions(button("Open"))])
    await ana.posts("In its thread", thread=str(sent["ts"]))
    await ana.reacts(str(sent["ts"]), "eyes")
    opened = await web.views_open(trigger_id=await trigger(), view=modal(words_field()))
    group = await web.conversations_open(users=[ana.id, ben.id])
    made = await web.conversations_create(name="writers-1", is_private=True)
    answers = {
        "apps.connections.open": await web.apps_connections_open(app_token=slack.app_token),
        "auth.test": await web.auth_test(),
        "chat.postMessage": await web.chat_postMessage(channel=str(group["channel"]["id"]), text="Hello both"),
        "chat.update": await web.chat_update(channel=ana.dm, ts=str(sent["ts"]), text="Hello, Ana"),
        "conversations.create": made,
        "conversations.history": await web.conversations_history(channel=ana.dm),
        "conversations.info": await web.conversations_info(channel=room.id),
        "conversations.invite": await web.conversations_invite(channel=str(made["channel"]["id"]), users=[ana.id]),
        "conversations.members": await web.conversations_members(channel=room.id),
        "conversations.open": group,
        "conversations.replies": await web.conversations_replies(channel=ana.dm, ts=str(sent["ts"])),
        "users.conversations": await web.users_conversations(types="private_channel"),
        "users.info": await web.users_info(user=ana.id, include_locale=True),
        "users.lookupByEmail": await web.users_lookupByEmail(email="ana@x.org"),
        "views.open": opened,
        "views.publish": await web.views_publish(user_id=ana.id, view=home(section("Yours"))),
        "views.update": await web.views_update(view_id=str(opened["view"]["id"]), view=modal(words_field())),
    }
    return {name: each.data for name, each in answers.items()}
