"""What people do and see."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.delivery import NotAckedError
from playground.people import Person
from playground.refusals import NotThere, OperationTimeout, Trouble
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.manifests import rewrite
from tests.playground.words import actions, button, option, section

MENU = {"type": "static_select", "action_id": "rhythm", "options": [option("Weekly"), option("Monthly")]}


async def ask(web: AsyncWebClient, person: Person, *blocks: dict[str, object]) -> str:
    return str((await web.chat_postMessage(channel=person.id, text="Asked", blocks=list(blocks)))["ts"])


async def test_typed_words_are_escaped_and_mentions_linked(ana: Person, ben: Person, listener: Listener) -> None:
    await ana.posts("@Ben Okafor & <!channel> about @ben, not @benjamin")

    event = listener.events[0]
    assert event["text"] == f"<@{ben.id}> &amp; &lt;!channel&gt; about <@{ben.id}>, not @benjamin"
    assert event["blocks"][0]["elements"][0]["elements"][0]["text"].startswith("@Ben Okafor & <!channel>")
    assert (event["user"], event["channel"], event["channel_type"]) == (ana.id, ana.dm, "im")


async def test_the_longest_name_is_meant(slack: StandIn, ana: Person, ben: Person, listener: Listener) -> None:
    slack.add_person("Ben", handle="b")

    await ana.posts("@Ben Okafor")

    assert [each["text"] for each in listener.events if each["type"] == "message"] == [f"<@{ben.id}>"]


async def test_a_message_is_edited_and_deleted_by_its_author_only(
    ana: Person, listener: Listener, web: AsyncWebClient
) -> None:
    ts = await ana.posts("we mte")
    await ana.edits(ts, "we met")
    assert [(each.plain, each.edited) for each in ana.messages()] == [("we met", True)]
    await ana.deletes(ts)

    posted, changed, deleted = listener.events
    assert (changed["subtype"], changed["message"]["text"], changed["previous_message"]["text"]) == (
        "message_changed",
        "we met",
        "we mte",
    )
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", posted["ts"])
    assert ana.messages() == []
    theirs = await ask(web, ana, section("Hello"))
    with pytest.raises(Trouble, match="of your own"):
        await ana.edits(theirs, "x")
    with pytest.raises(Trouble, match="of your own"):
        await ana.deletes(theirs)


async def test_a_reaction_is_put_and_taken_back(ana: Person, listener: Listener, web: AsyncWebClient) -> None:
    await ask(web, ana, section("Have you met?"))
    seen = ana.messages()[0]

    await ana.reacts(seen, "white_check_mark")
    await ana.reacts(seen, "white_check_mark")
    assert ana.messages()[0].reactions == {"white_check_mark": (ana.id,)}
    await ana.unreacts(seen, "white_check_mark")

    told = [each for each in listener.events if each["type"].startswith("reaction")]
    assert [(each["type"], each["reaction"], each["item"]["ts"]) for each in told] == [
        ("reaction_added", "white_check_mark", seen.ts)
    ]
    assert ana.messages()[0].reactions == {}
    with pytest.raises(NotThere):
        await ana.unreacts(seen, "white_check_mark")


async def test_a_click_is_on_the_newest_button_unless_a_message_is_named(
    web: AsyncWebClient, ana: Person, listener: Listener, clock: MovableClock
) -> None:
    old = await ask(web, ana, actions(button("We met", value="old")))
    clock.pass_by(seconds=1)
    await ask(web, ana, actions(button("We met", "one", value="new"), button("We met", "two", value="second")))

    await ana.clicks("We met")
    await ana.clicks("We met", nth=1)
    await ana.clicks("We met", old)
    await ana.clicks(("row", "two"))
    with pytest.raises(NotThere, match="number 2"):
        await ana.clicks("We met", nth=2)

    pressed = [each.payload["actions"][0]["value"] for each in listener.heard if each.kind == "interactive"]
    assert pressed == ["new", "second", "old", "second"]


async def test_a_click_tells_who_where_and_what(web: AsyncWebClient, ana: Person, listener: Listener) -> None:
    ts = await ask(web, ana, actions(button("We met", value="7")), actions(MENU, block_id="menu"))
    await ana.chooses("Monthly")
    await ana.clicks("We met")

    told = listener.last
    assert told["type"] == "block_actions"
    assert (told["user"]["id"], told["user"]["username"], told["team"]["id"]) == (
        ana.id,
        "ana",
        told["user"]["team_id"],
    )
    assert told["channel"] == {"id": ana.dm, "name": "directmessage"}
    assert told["container"] == {"type": "message", "message_ts": ts, "channel_id": ana.dm, "is_ephemeral": False}
    assert told["message"]["ts"] == ts
    assert told["actions"][0] | {"action_ts": ""} == {
        "type": "button",
        "block_id": "row",
        "action_id": "press",
        "text": {"type": "plain_text", "text": "We met", "emoji": True},
        "value": "7",
        "action_ts": "",
    }
    assert told["state"]["values"]["menu"]["rhythm"]["selected_option"]["value"] == "monthly"


async def test_what_was_pressed_as_the_message_changed_is_delivered_with_what_stands_there_now(
    web: AsyncWebClient, ana: Person, listener: Listener
) -> None:
    ts = await ask(web, ana, actions(button("We met", value="7")))
    await web.chat_update(channel=ana.dm, ts=ts, text="Asked", blocks=[section("Too late")])

    with pytest.raises(NotThere):
        await ana.clicks("We met")
    await ana.clicks(("row", "press"), (ana.dm, ts))

    assert listener.last["actions"][0]["value"] == "7"
    assert [each["type"] for each in listener.last["message"]["blocks"]] == ["section"]


async def test_a_choice_is_seen_by_its_chooser_alone(
    web: AsyncWebClient, ana: Person, ben: Person, listener: Listener
) -> None:
    group = (await web.conversations_open(users=[ana.id, ben.id]))["channel"]["id"]
    await web.chat_postMessage(channel=group, text="Rhythm", blocks=[actions(MENU)])

    await ana.chooses("Monthly")

    assert ana.messages()[0].plain == "[▾ Monthly: Weekly | Monthly]"
    assert ben.messages()[0].plain == "[▾ Weekly | Monthly]"
    assert listener.last["channel"]["name"] == "mpdm-ana--ben--rapport-1"


async def test_days_and_people_are_chosen_too(
    web: AsyncWebClient, ana: Person, ben: Person, listener: Listener
) -> None:
    picks = [{"type": "datepicker", "action_id": "day"}, {"type": "users_select", "action_id": "who"}]
    await ask(web, ana, actions(*picks))

    await ana.chooses(date(2026, 12, 1))
    assert listener.last["actions"][0]["selected_date"] == "2026-12-01"
    await ana.chooses(ben)
    assert listener.last["actions"][0]["selected_user"] == ben.id


async def test_two_clicks_at_once_are_two_payloads(web: AsyncWebClient, ana: Person, listener: Listener) -> None:
    await ask(web, ana, actions(button("We met")))

    await asyncio.gather(ana.clicks("We met"), ana.clicks("We met"))

    triggers = [each.payload["trigger_id"] for each in listener.heard if each.kind == "interactive"]
    assert len(set(triggers)) == 2


async def test_a_click_that_nobody_hears_is_seen(web: AsyncWebClient, ana: Person, listener: Listener) -> None:
    await ask(web, ana, actions(button("We met")))
    listener.failures = [NotAckedError("timeout")]

    with pytest.raises(OperationTimeout):
        await ana.clicks("We met")


async def test_a_command_names_its_channel(slack: StandIn, ana: Person, listener: Listener) -> None:
    board = slack.add_channel("board", [ana], private=True)
    general = slack.add_channel("general", [ana])

    names = []
    for channel in (None, board.id, general.id):
        await ana.runs("/rapport", channel=channel)
        names.append(listener.last["channel_name"])

    assert names == ["directmessage", "privategroup", "general"]
    with pytest.raises(NotThere):
        await ana.runs("/rapport", channel="C0NOWHERE")


async def test_only_an_escaped_command_gets_ids(slack: StandIn, ana: Person, ben: Person, listener: Listener) -> None:
    general = slack.add_channel("general", [ana])

    await ana.runs("/rapport pair @ben in #general <now> & here")
    assert listener.last["text"] == (f"pair <@{ben.id}|ben> in <#{general.id}|general> &lt;now&gt; &amp; here")
    await ana.runs("/raw pair @ben <now>")
    assert listener.last["text"] == "pair @ben <now>"


async def test_what_others_say_is_seen_where_one_is_a_member(slack: StandIn, ana: Person, ben: Person) -> None:
    channel = slack.add_channel("mentors", [ana])
    await ana.posts("Hello", channel=channel.id)

    assert ben.messages() == []
    with pytest.raises(NotThere, match="not in"):
        await ben.posts("Hi", channel=channel.id)
    slack.join(channel, ben)
    assert [each.plain for each in ben.messages(channel.id)] == ["Hello"]


async def test_a_deactivated_person_does_nothing_more(slack: StandIn, ana: Person) -> None:
    slack.deactivate(ana)

    with pytest.raises(Trouble, match="deactivated"):
        await ana.posts("Hello")
    slack.reactivate(ana)
    await ana.posts("Back")


async def test_a_read_only_messages_tab_takes_no_words(clock: MovableClock, manifest: Path) -> None:
    rewrite(manifest, "messages_tab_read_only_enabled: false", "messages_tab_read_only_enabled: true")
    async with StandIn(clock=clock, manifest=manifest) as slack:
        with pytest.raises(Trouble, match="turned off"):
            await slack.add_person("Ana Pereira").posts("Hello")


async def test_a_moment_shared_by_two_conversations_means_the_newest_message(
    web: AsyncWebClient, ana: Person, ben: Person
) -> None:
    group = (await web.conversations_open(users=[ana.id, ben.id]))["channel"]["id"]
    first = (await web.chat_postMessage(channel=ana.id, text="DM"))["ts"]
    second = (await web.chat_postMessage(channel=group, text="Group"))["ts"]

    await ana.reacts(first, "eyes")
    await ana.reacts((ana.dm, first), "wave")

    assert first == second
    assert [(each.plain, list(each.reactions)) for each in ana.messages()] == [("DM", ["wave"]), ("Group", ["eyes"])]


@pytest.mark.parametrize(
    ("text", "pinged"),
    [
        ("<@U1> and <@U2|ben>", {"U1", "U2"}),
        ("<!channel> <!here> <!everyone>", {"!channel", "!here", "!everyone"}),
        ("<!subteam^S1|@mentors>", {"S1"}),
        ("&lt;@U1&gt; <#C1> <!date^1^{date}|x> @channel", set()),
    ],
)
async def test_whom_the_words_would_ping(web: AsyncWebClient, ana: Person, text: str, pinged: set[str]) -> None:
    await web.chat_postMessage(channel=ana.id, text=text)
    await ask_in_blocks(web, ana, text)

    assert [each.notifies for each in ana.messages()] == [pinged, pinged]


async def ask_in_blocks(web: AsyncWebClient, ana: Person, text: str) -> None:
    message = await web.chat_postEphemeral(
        channel=ana.dm,
        user=ana.id,
        text="x",
        blocks=[section(text), {"type": "section", "text": {"type": "plain_text", "text": "<!channel>"}}],
    )
    assert message["ok"]


async def test_rich_text_pings_by_its_elements(web: AsyncWebClient, ana: Person) -> None:
    words = [
        {"type": "text", "text": "<!channel>"},
        {"type": "user", "user_id": "U1"},
        {"type": "broadcast", "range": "here"},
        {"type": "usergroup", "usergroup_id": "S1"},
    ]
    await ask(web, ana, {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": words}]})

    assert ana.messages()[0].notifies == {"U1", "!here", "S1"}


async def test_the_buttons_of_a_message_are_listed(web: AsyncWebClient, ana: Person) -> None:
    await ask(web, ana, section("x", accessory=button("Open")), actions(button("We met"), MENU))

    assert ana.messages()[0].buttons == ["Open", "We met"]
