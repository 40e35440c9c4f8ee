"""What the app hears of."""

from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.manifests import rewrite


def kinds(listener: Listener) -> list[str]:
    return [each["type"] for each in listener.events]


async def test_an_event_comes_in_its_wrapper(
    slack: StandIn, clock: MovableClock, ana: Person, listener: Listener
) -> None:
    ts = await ana.posts("Hello")

    told = listener.last
    assert (told["type"], told["team_id"], told["event_time"]) == (
        "event_callback",
        slack.team_id,
        int(clock.now().timestamp()),
    )
    assert told["event"]["event_ts"] == told["event"]["ts"] == ts
    assert told["authorizations"][0]["is_bot"]


async def test_the_apps_own_messages_come_back_to_it(
    slack: StandIn, web: AsyncWebClient, ana: Person, listener: Listener
) -> None:
    sent = await web.chat_postMessage(channel=ana.id, text="Hello")
    await web.chat_update(channel=ana.dm, ts=sent["ts"], text="Hello again")
    await web.chat_delete(channel=ana.dm, ts=sent["ts"])
    await web.chat_postEphemeral(channel=ana.dm, user=ana.id, text="Only you")
    await slack.settled()

    assert [each.get("subtype") for each in listener.events] == [None, "message_changed", "message_deleted"]
    assert listener.events[0]["bot_id"]
    assert listener.events[0]["user"] == slack.bot_user_id


@pytest.mark.parametrize("unsubscribed", ["message.im, ", "reaction_added,"])
async def test_what_is_not_subscribed_to_is_not_heard(clock: MovableClock, manifest: Path, unsubscribed: str) -> None:
    rewrite(manifest, unsubscribed, "")
    async with StandIn(clock=clock, manifest=manifest) as slack:
        listener = Listener()
        slack.deliver_to(listener)
        ana = slack.add_person("Ana Pereira")
        await ana.reacts(await ana.posts("Hello"), "eyes")

        heard = set(kinds(listener))
    assert heard == {"team_join", "message", "reaction_added"} - {unsubscribed.strip(", ").partition(".")[0]}


@pytest.mark.parametrize(("granted", "heard"), [(True, ["Hello"]), (False, [])])
async def test_channels_are_heard_with_their_scope_only(
    clock: MovableClock, manifest: Path, *, granted: bool, heard: list[str]
) -> None:
    async with StandIn(clock=clock, manifest=manifest, grant_optional=granted) as slack:
        listener = Listener()
        ana, zoe = slack.add_person("Ana Pereira"), slack.add_person("Zoe")
        mentors, elsewhere = slack.add_channel("mentors", [ana]), slack.add_channel("other", [zoe], with_bot=False)
        await slack.settled()
        slack.deliver_to(listener)
        await ana.posts("Hello", channel=mentors.id)
        await zoe.posts("Not for the app", channel=elsewhere.id)

    assert [each["text"] for each in listener.events] == heard


async def test_a_group_dm_is_not_heard_without_its_scope(
    web: AsyncWebClient, ana: Person, ben: Person, listener: Listener
) -> None:
    """The manifest of the tests subscribes to message.mpim, and has no mpim:history."""
    group = (await web.conversations_open(users=[ana.id, ben.id]))["channel"]["id"]

    await ana.posts("Between us", channel=group)

    assert listener.events == []


async def test_people_come_change_and_go(slack: StandIn, listener: Listener) -> None:
    zoe = slack.add_person("Zoe Stone", email="zoe@x.org")
    slack.change_person(zoe, tz="Asia/Tokyo")
    slack.deactivate(zoe)
    await slack.settled()

    joined, moved, gone = listener.events
    assert (joined["type"], joined["user"]["profile"]["email"]) == ("team_join", "zoe@x.org")
    assert (moved["type"], moved["user"]["tz"]) == ("user_change", "Asia/Tokyo")
    assert (gone["user"]["id"], gone["user"]["deleted"]) == (zoe.id, True)


async def test_whoever_was_there_before_the_app_does_not_come(slack: StandIn, listener: Listener) -> None:
    zoe = slack.add_person("Zoe Stone", joins=False)
    await zoe.posts("Hello")
    await slack.settled()

    assert kinds(listener) == ["message"]


async def test_a_removed_app_hears_of_it(slack: StandIn, listener: Listener) -> None:
    await slack.uninstall()

    assert sorted(kinds(listener)) == ["app_uninstalled", "tokens_revoked"]


async def test_who_comes_into_a_channel_is_told_where_that_is_subscribed(clock: MovableClock, manifest: Path) -> None:
    rewrite(manifest, "team_join,", "member_joined_channel,")
    async with StandIn(clock=clock, manifest=manifest, grant_optional=True) as slack:
        listener = Listener()
        slack.deliver_to(listener)
        ana, channel = slack.add_person("Ana Pereira"), slack.add_channel("mentors", [])
        slack.join(channel, ana)
        await slack.settled()

    assert [(each["type"], each["user"], each["channel"]) for each in listener.events] == [
        ("member_joined_channel", ana.id, channel.id)
    ]
