"""Who may call what."""

from pathlib import Path

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.manifests import rewrite
from tests.playground.refused import error, refusal


def client(slack: StandIn, token: str | None) -> AsyncWebClient:
    return AsyncWebClient(token=token, base_url=slack.api_url, retry_handlers=[])


async def test_the_app_learns_who_it_is(slack: StandIn, web: AsyncWebClient) -> None:
    me = await web.auth_test()

    assert (me["user_id"], me["team_id"], me["user"]) == (slack.bot_user_id, slack.team_id, "rapport")
    assert [me[name][0] for name in ("user_id", "team_id", "bot_id")] == ["U", "T", "B"]


async def test_a_call_without_a_good_token_is_refused(slack: StandIn) -> None:
    assert await error(client(slack, None).auth_test()) == "not_authed"
    assert await error(client(slack, "xoxb-wrong").auth_test()) == "invalid_auth"
    assert await error(client(slack, slack.app_token).auth_test()) == "not_allowed_token_type"
    assert (
        await error(client(slack, slack.bot_token).apps_connections_open(app_token=slack.bot_token))
        == "not_allowed_token_type"
    )


async def test_a_token_in_the_form_counts_as_well(slack: StandIn) -> None:
    answer = await client(slack, None).api_call("auth.test", data={"token": slack.bot_token})

    assert answer["ok"]


async def test_an_uninstalled_app_has_no_account(slack: StandIn, web: AsyncWebClient) -> None:
    await slack.uninstall()

    assert await error(web.auth_test()) == "account_inactive"


@pytest.mark.parametrize("method", ["conversations.kick", "conversations.archive", "chat.scheduleMessage", "nonsense"])
async def test_methods_that_are_not_offered_are_unknown(web: AsyncWebClient, method: str) -> None:
    assert await error(web.api_call(method)) == "unknown_method"


@pytest.mark.parametrize(
    ("method", "missing"),
    [
        ("chat.postMessage", "channel"),
        ("chat.update", "channel"),
        ("conversations.history", "channel"),
        ("users.info", "user"),
        ("users.lookupByEmail", "email"),
        ("views.open", "view"),
        ("views.publish", "user_id"),
        ("files.info", "file"),
    ],
)
async def test_a_missing_argument_is_named(web: AsyncWebClient, method: str, missing: str) -> None:
    answer = await refusal(web.api_call(method))

    assert answer["error"] == "invalid_arguments"
    assert f"[ERROR] missing required field: {missing}" in answer["response_metadata"]["messages"]


@pytest.mark.parametrize(("body", "said"), [("{", "invalid_json"), ("[]", "json_not_object")])
async def test_a_body_must_be_a_json_object(slack: StandIn, body: str, said: str) -> None:
    headers = {"Content-Type": "application/json"}

    async with aiohttp.request("POST", f"{slack.api_url}auth.test", data=body, headers=headers) as response:
        assert (await response.json())["error"] == said


async def test_a_scope_that_was_not_granted_is_missing(web: AsyncWebClient, ana: Person) -> None:
    answer = await refusal(web.team_info())

    assert (answer["error"], answer["needed"]) == ("missing_scope", "team:read")
    assert "chat:write" in answer["provided"].split(",")
    assert (await refusal(web.conversations_members(channel=ana.dm)))["needed"] == "im:read"


async def test_optional_scopes_are_granted_on_request(clock: MovableClock, manifest: Path) -> None:
    async with StandIn(clock=clock, manifest=manifest, grant_optional=True) as slack:
        web, ana = client(slack, slack.bot_token), slack.add_person("Ana Pereira")
        channel = slack.add_channel("mentors", [ana])

        assert (await web.conversations_info(channel=channel.id))["channel"]["name"] == "mentors"


@pytest.mark.parametrize(("scope", "people"), [("im:write", 1), ("mpim:write", 2)])
async def test_opening_needs_the_scope_of_the_kind(
    clock: MovableClock, manifest: Path, scope: str, people: int
) -> None:
    rewrite(manifest, f'"{scope}", ', "")
    async with StandIn(clock=clock, manifest=manifest) as slack:
        users = [slack.add_person(f"Person {number}").id for number in range(2)]
        web = client(slack, slack.bot_token)

        assert (await refusal(web.conversations_open(users=users[:people])))["needed"] == scope
        assert (await web.conversations_open(users=users[: 3 - people]))["ok"]


async def test_reading_needs_the_scope_of_the_kind(
    slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person
) -> None:
    group = (await web.conversations_open(users=[ana.id, ben.id]))["channel"]["id"]
    private = slack.add_channel("board", [ana], private=True)

    assert (await web.conversations_history(channel=ana.dm))["messages"] == []
    assert (await refusal(web.conversations_history(channel=group)))["needed"] == "mpim:history"
    assert (await refusal(web.conversations_history(channel=private.id)))["needed"] == "groups:history"


async def test_every_call_is_kept(slack: StandIn, web: AsyncWebClient, clock: MovableClock, ana: Person) -> None:
    await web.chat_postMessage(channel=ana.id, text="Hello")

    call = slack.calls[-1]
    assert (call.method, call.args["text"], call.answer["ok"], call.at) == (
        "chat.postMessage",
        "Hello",
        True,
        clock.now(),
    )


async def test_the_same_seed_makes_the_same_ids(clock: MovableClock, manifest: Path) -> None:
    first, same, other = (StandIn(clock=clock, manifest=manifest, seed=seed) for seed in (1, 1, 2))

    assert first.bot_token == same.bot_token != other.bot_token
    assert first.add_person("Ana").id == same.add_person("Ana").id
