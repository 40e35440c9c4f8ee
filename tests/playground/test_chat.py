"""What the app says, and what Slack refuses to say for it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.manifests import rewrite
from tests.playground.refused import error, refusal
from tests.playground.words import actions, button, section

KEY = {"event_type": "notice", "event_payload": {"key": "reminder:7:1"}}


async def test_a_user_id_as_channel_opens_the_dm(web: AsyncWebClient, ana: Person) -> None:
    answer = await web.chat_postMessage(channel=ana.id, text="Hello")

    assert answer["channel"] == ana.dm
    assert answer["channel"][0] == "D"
    assert [(each.ts, each.plain) for each in ana.messages()] == [(answer["ts"], "Hello")]


async def test_a_ts_is_the_moment_and_grows_within_its_conversation(
    web: AsyncWebClient, clock: MovableClock, ana: Person, ben: Person
) -> None:
    first = (await web.chat_postMessage(channel=ana.id, text="One"))["ts"]
    other = (await web.chat_postMessage(channel=ben.id, text="One"))["ts"]
    written = await ana.posts("Two")

    assert first == other == f"{int(clock.now().timestamp())}.000000"
    assert float(written) > float(first)
    assert datetime.fromtimestamp(int(first.partition(".")[0]), UTC) == clock.now()


async def test_blocks_get_the_ids_and_defaults_that_slack_fills_in(web: AsyncWebClient, ana: Person) -> None:
    bare = {"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Go"}}]}

    await web.chat_postMessage(channel=ana.id, text="Hello", blocks=[bare])

    block = ana.messages()[0].blocks[0]
    assert len(block["block_id"]) == len(block["elements"][0]["action_id"]) == 5
    assert block["elements"][0]["text"] == {"type": "plain_text", "text": "Go", "emoji": True}


async def test_text_must_be_there_and_not_too_long(web: AsyncWebClient, clock: MovableClock, ana: Person) -> None:
    assert await error(web.api_call("chat.postMessage", json={"channel": ana.id})) == "no_text"
    clock.pass_by(seconds=1)
    assert await error(web.chat_postMessage(channel=ana.id, text="x" * 40_001)) == "msg_too_long"


async def test_text_at_the_limit_is_taken(web: AsyncWebClient, ana: Person) -> None:
    ts = (await web.chat_postMessage(channel=ana.id, text="x" * 40_000))["ts"]

    await web.chat_update(channel=ana.dm, ts=ts, text="y" * 4_000)
    assert await error(web.chat_update(channel=ana.dm, ts=ts, text="y" * 4_001)) == "msg_too_long"


async def test_blocks_that_break_a_rule_are_explained(web: AsyncWebClient, ana: Person) -> None:
    answer = await refusal(web.chat_postMessage(channel=ana.id, text="Hello", blocks=[section("x" * 3001)]))

    assert answer["error"] == "invalid_blocks"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]
    assert ana.messages() == []


@pytest.mark.parametrize(
    "metadata", [{"event_type": "x"}, {"event_payload": {}}, {"event_type": "a b", "event_payload": {}}, [1]]
)
async def test_metadata_has_a_type_and_a_payload(web: AsyncWebClient, ana: Person, metadata: object) -> None:
    sent = web.api_call("chat.postMessage", json={"channel": ana.id, "text": "Hello", "metadata": metadata})

    assert await error(sent) == "invalid_metadata_format"


async def test_metadata_is_found_again_in_the_history(web: AsyncWebClient, ana: Person) -> None:
    await web.chat_postMessage(channel=ana.id, text="Hello", metadata=KEY)

    with_it = await web.conversations_history(channel=ana.dm, include_all_metadata=True)
    without = await web.conversations_history(channel=ana.dm)
    assert with_it["messages"][0]["metadata"] == KEY
    assert "metadata" not in without["messages"][0]


async def test_text_alone_takes_the_blocks_away(web: AsyncWebClient, ana: Person) -> None:
    sent = await web.chat_postMessage(channel=ana.id, text="Hello", blocks=[section("Hello *there*")])

    await web.chat_update(channel=ana.dm, ts=sent["ts"], text="Done")

    assert (ana.messages()[0].blocks, ana.messages()[0].plain) == ([], "Done")


async def test_only_own_messages_can_be_changed(web: AsyncWebClient, ana: Person) -> None:
    theirs = await ana.posts("Mine")

    assert await error(web.chat_update(channel=ana.dm, ts=theirs, text="x")) == "cant_update_message"
    assert await error(web.chat_delete(channel=ana.dm, ts=theirs)) == "cant_delete_message"
    assert await error(web.chat_update(channel=ana.dm, ts="1.000000", text="x")) == "message_not_found"


async def test_an_ephemeral_message_is_for_one_pair_of_eyes(
    slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person
) -> None:
    channel = slack.add_channel("mentors", [ana, ben])

    sent = await web.chat_postEphemeral(channel=channel.id, user=ana.id, text="Only you")

    assert [(each.plain, each.ephemeral) for each in ana.messages()] == [("Only you", True)]
    assert ben.messages() == []
    assert await error(web.chat_update(channel=channel.id, ts=sent["message_ts"], text="x")) == "message_not_found"


async def test_an_ephemeral_message_needs_its_reader_in_the_channel(
    slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person
) -> None:
    channel = slack.add_channel("mentors", [ana])

    assert await error(web.chat_postEphemeral(channel=channel.id, user=ben.id, text="x")) == "user_not_in_channel"


async def test_where_the_app_cannot_post(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    hidden = slack.add_channel("board", [ana], private=True, with_bot=False)
    public = slack.add_channel("general", [ana], with_bot=False)
    old = slack.add_channel("old", [ana])
    slack.archive(old)

    assert await error(web.chat_postMessage(channel="C0NOWHERE", text="x")) == "channel_not_found"
    assert await error(web.chat_postMessage(channel=hidden.id, text="x")) == "channel_not_found"
    assert await error(web.chat_postMessage(channel=public.id, text="x")) == "not_in_channel"
    assert await error(web.chat_postMessage(channel=old.id, text="x")) == "is_archived"


async def test_a_deactivated_person_hears_nothing_more(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    dm = ana.dm
    slack.deactivate(ana)

    assert await error(web.chat_postMessage(channel=ana.id, text="x")) == "channel_not_found"
    assert await error(web.chat_postMessage(channel=dm, text="x")) == "channel_not_found"


async def test_no_dm_without_a_messages_tab(clock: MovableClock, manifest: Path) -> None:
    rewrite(manifest, "messages_tab_enabled: true", "messages_tab_enabled: false")
    async with StandIn(clock=clock, manifest=manifest) as slack:
        web = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)
        ana = slack.add_person("Ana Pereira")

        assert await error(web.chat_postMessage(channel=ana.id, text="x")) == "messages_tab_disabled"


async def test_a_reply_lands_in_its_thread(web: AsyncWebClient, ana: Person) -> None:
    parent = await ana.posts("How?")
    reply = await web.chat_postMessage(channel=ana.dm, text="So", thread_ts=parent)

    deeper = await ana.posts("Thanks", thread=reply["ts"])

    thread = await web.conversations_replies(channel=ana.dm, ts=parent)
    assert [each["text"] for each in thread["messages"]] == ["How?", "So", "Thanks"]
    assert thread["messages"][0]["reply_count"] == 2
    assert [each["text"] for each in (await web.conversations_history(channel=ana.dm))["messages"]] == ["How?"]
    assert deeper == thread["messages"][2]["ts"]


async def test_a_deleted_message_is_gone(web: AsyncWebClient, ana: Person) -> None:
    sent = await web.chat_postMessage(channel=ana.id, text="x", blocks=[actions(button("Go"))])

    await web.chat_delete(channel=ana.dm, ts=sent["ts"])

    assert ana.messages() == []
    assert await error(web.chat_delete(channel=ana.dm, ts=sent["ts"])) == "message_not_found"


async def test_the_app_reacts_once(web: AsyncWebClient, ana: Person, slack: StandIn) -> None:
    ts = await ana.posts("We met")

    await web.reactions_add(channel=ana.dm, timestamp=ts, name="white_check_mark")

    assert ana.messages()[0].reactions == {"white_check_mark": (slack.bot_user_id,)}
    again = web.reactions_add(channel=ana.dm, timestamp=ts, name="white_check_mark")
    assert await error(again) == "already_reacted"
    assert await error(web.reactions_add(channel=ana.dm, timestamp=ts, name="Not One")) == "invalid_name"
    assert await error(web.reactions_add(channel=ana.dm, timestamp="1.0", name="eyes")) == "message_not_found"
