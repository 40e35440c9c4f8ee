"""Channels that the app makes, and whom it can bring there: each refusal that Slack gives."""

from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.model import MemberKind
from playground.people import Person
from playground.server import StandIn
from tests.playground.listener import Listener
from tests.playground.manifests import MANIFEST, rewrite
from tests.playground.refused import error, refusal


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "manifest.yml"
    path.write_text(MANIFEST, encoding="utf-8")
    rewrite(path, '"files:write"', '"files:write", "groups:read", "groups:write", "groups:history"')
    rewrite(path, "team_join", "member_joined_channel, team_join")
    return path


async def made(web: AsyncWebClient, name: str = "writers-1") -> str:
    answer = await web.conversations_create(name=name, is_private=True)
    return str(answer["channel"]["id"])


async def test_a_channel_is_made_with_the_app_in_it(slack: StandIn, web: AsyncWebClient, listener: Listener) -> None:
    answer = await web.conversations_create(name="writers-1", is_private=True)
    await slack.settled()

    channel = answer["channel"]
    assert (channel["name"], channel["is_private"], channel["creator"]) == ("writers-1", True, slack.bot_user_id)
    assert (await web.conversations_members(channel=channel["id"]))["members"] == [slack.bot_user_id]
    told = listener.last["event"]
    assert (told["type"], told["user"], told["channel"]) == ("member_joined_channel", slack.bot_user_id, channel["id"])


async def test_a_name_is_taken_by_any_channel_seen_or_not(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    hidden = slack.add_channel("writers-1", [ana], private=True, with_bot=False)
    slack.archive(hidden)

    assert await error(made(web)) == "name_taken"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "invalid_name_required"),
        ("w" * 81, "invalid_name_maxlength"),
        ("Writers", "invalid_name_specials"),
        ("our writers", "invalid_name_specials"),
        ("writers.1", "invalid_name_specials"),
        ("--_", "invalid_name_punctuation"),
    ],
)
async def test_names_that_a_channel_cannot_have(web: AsyncWebClient, name: str, why: str) -> None:
    assert await error(made(web, name)) == why


async def test_a_workspace_may_keep_channels_for_its_admins(slack: StandIn, web: AsyncWebClient) -> None:
    slack.restrict_channels()

    assert await error(made(web)) == "restricted_action"


async def test_public_channels_need_another_scope(web: AsyncWebClient) -> None:
    refused = await refusal(web.conversations_create(name="writers"))

    assert (refused["error"], refused["needed"]) == ("missing_scope", "channels:manage")


async def test_people_are_brought_into_a_channel(
    slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person, listener: Listener
) -> None:
    channel = await made(web)

    await web.conversations_invite(channel=channel, users=[ana.id, ben.id])
    await slack.settled()

    assert (await web.conversations_members(channel=channel))["members"] == [slack.bot_user_id, ana.id, ben.id]
    assert listener.last["event"]["user"] == ben.id
    assert await error(web.conversations_invite(channel=channel, users=[ana.id])) == "already_in_channel"


async def test_whoever_can_come_comes_by_force(slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person) -> None:
    channel = await made(web)
    slack.deactivate(ben)

    refused = await refusal(web.conversations_invite(channel=channel, users=[ana.id, ben.id]))
    assert refused["errors"] == [{"user": ben.id, "ok": False, "error": "user_is_deactivated"}]
    assert (await web.conversations_members(channel=channel))["members"] == [slack.bot_user_id]
    answer = await web.conversations_invite(channel=channel, users=[ana.id, ben.id], force=True)

    assert answer["errors"] == refused["errors"]
    assert (await web.conversations_members(channel=channel))["members"] == [slack.bot_user_id, ana.id]


async def test_who_cannot_be_brought_into_a_channel(slack: StandIn, web: AsyncWebClient) -> None:
    channel = await made(web)
    guest = slack.add_person("Gus", kind=MemberKind.SINGLE_CHANNEL_GUEST)
    slack.add_channel("their-only-one", [guest])
    zoe = slack.add_person("Zoe", kind=MemberKind.STRANGER)
    other = slack.add_person("Another bot", kind=MemberKind.BOT)

    async def why(user: str) -> str:
        return await error(web.conversations_invite(channel=channel, users=[user]))

    assert await why("U0NOBODY") == "user_not_found"
    assert await why(slack.bot_user_id) == "cant_invite_self"
    assert await why(guest.id) == "ura_max_channels"
    assert await why(zoe.id) == "no_external_invite_permission"
    assert await why(other.id) == "cant_invite"
    assert await error(web.conversations_invite(channel=channel, users=[])) == "no_user"


async def test_where_nobody_can_be_brought(slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person) -> None:
    hidden = slack.add_channel("hidden", [ana], private=True, with_bot=False)
    archived = slack.add_channel("archived", [ana], private=True)
    slack.archive(archived)
    public = slack.add_channel("public", [ana])
    direct = str((await web.conversations_open(users=[ana.id, ben.id]))["channel"]["id"])

    async def why(channel: str) -> str:
        return await error(web.conversations_invite(channel=channel, users=[ben.id]))

    assert await why("C0NOWHERE") == await why(hidden.id) == "channel_not_found"
    assert await why(archived.id) == "is_archived"
    assert await why(direct) == "method_not_supported_for_channel_type"
    assert await why(public.id) == "missing_scope"
    many = [f"U{n}" for n in range(101)]
    assert await error(web.conversations_invite(channel=archived.id, users=many)) == "is_archived"
    slack.unarchive(archived)
    assert await error(web.conversations_invite(channel=archived.id, users=many)) == "invalid_arguments"


async def test_the_app_lists_the_channels_that_it_is_in(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    slack.add_channel("hidden", [ana], private=True, with_bot=False)
    slack.add_channel("public", [ana])
    archived = slack.add_channel("archived", [ana], private=True)
    slack.archive(archived)
    made_here = [await made(web, f"writers-{n}") for n in range(3)]

    async def page(**more: object) -> tuple[list[str], str]:
        answer = await web.users_conversations(types="private_channel", limit=2, **more)  # type: ignore[arg-type]
        return [each["id"] for each in answer["channels"]], answer["response_metadata"]["next_cursor"]

    first, cursor = await page()
    second, end = await page(cursor=cursor)

    assert (first + second, end) == ([archived.id, *made_here], "")
    assert (await page(exclude_archived=True))[0] == made_here[:2]
    assert await error(web.users_conversations(types="secret_channel")) == "invalid_types"
    assert await error(web.users_conversations(types="private_channel", limit=1000)) == "invalid_limit"
    assert await error(web.users_conversations(types="private_channel", cursor="?")) == "invalid_cursor"
    assert await error(web.users_conversations()) == "missing_scope"
