"""Tokens, scopes and clock, against the stand-in: what is wrong is named with what mends it."""

from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app.clock import SystemClock
from bot.app.doctor.finding import Finding, Verdict, fix, note, ok
from playground.server import StandIn
from tests.app.doctor.examined import about, examined, wrong
from tests.playground.manifests import rewrite
from tests.stage import MANIFEST


async def test_nobody_is_written_to_no_socket_is_opened_and_nothing_is_made(
    slack: StandIn, no_database: str, tmp_path: Path
) -> None:
    findings = await examined(slack, no_database, settings={"rapport_secret_keys": ""})

    assert wrong(findings) == []
    assert made_in(tmp_path) == []
    assert [call.method for call in slack.calls] == ["auth.test", "apps.connections.open", "users.info"]
    assert slack.connections == 0
    assert about(findings, "key").says == (
        "rapport.key will be made beside the database at the first start. Keep a copy of it."
    )


def made_in(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("slack_bot_token", "xoxb-", "SLACK_BOT_TOKEN is missing. Find it"),
        ("slack_bot_token", "xoxb-wrong", "Slack refuses it (invalid_auth). Copy it again from OAuth & Permissions."),
        ("slack_app_token", "", "SLACK_APP_TOKEN is missing. Find it"),
        ("slack_app_token", "xapp-wrong", "Slack refuses it (invalid_auth). Copy it again from Basic Information,"),
    ],
)
async def test_a_wrong_token_is_named_with_where_to_copy_it(
    slack: StandIn, no_database: str, setting: str, value: str, says: str
) -> None:
    findings = await examined(slack, no_database, settings={setting: value})

    name = setting.removeprefix("slack_").replace("_", " ")
    assert wrong(findings) == [name]
    assert about(findings, name).says.startswith(says)


async def test_an_uninstalled_app_is_to_be_installed_again(slack: StandIn, no_database: str) -> None:
    await slack.uninstall()

    findings = await examined(slack, no_database)

    assert about(findings, "bot token").says == (
        "Slack refuses it (account_inactive). Install the app again and copy the new token."
    )


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("missing_scope", "it lacks connections:write. Generate another under Basic Information."),
        ("ratelimited", "Slack asks us to wait. Run this again in a minute."),
    ],
)
async def test_what_slack_refuses_an_app_token_for_is_told_apart(
    slack: StandIn, no_database: str, error: str, says: str
) -> None:
    slack.faults.add(f"error:{error}", "apps.connections.open")

    assert about(await examined(slack, no_database), "app token") == fix("app token", says)


async def test_tokens_of_two_apps_do_not_go_together(slack: StandIn, no_database: str) -> None:
    slack.workspace.app_id = "A0ANOTHER"

    findings = await examined(slack, no_database)

    assert wrong(findings) == ["app token"]
    assert about(findings, "app token").says.startswith("it belongs to another app than the bot token")


@pytest.mark.parametrize(
    ("was", "became", "expected"),
    [
        ("      - reactions:read\n", "", fix("scopes", "missing: reactions:read. Paste manifest.yml")),
        (
            "      - reactions:read\n",
            "      - reactions:read\n      - mpim:history\n",
            note("scopes", "all are there, and more than it needs: mpim:history. Take those away."),
        ),
    ],
)
async def test_what_was_granted_is_held_against_the_manifest(
    no_database: str, tmp_path: Path, was: str, became: str, expected: Finding
) -> None:
    installed = tmp_path / "manifest.yml"
    installed.write_text(MANIFEST.read_text(encoding="utf-8"), encoding="utf-8")
    rewrite(installed, was, became)

    async with StandIn(clock=SystemClock(), manifest=installed) as slack:
        found = about(await examined(slack, no_database), "scopes")

    assert found.verdict is expected.verdict
    assert found.says.startswith(expected.says)


async def test_optional_scopes_that_were_granted_are_not_missed(no_database: str) -> None:
    async with StandIn(clock=SystemClock(), manifest=MANIFEST, grant_optional=True) as slack:
        assert about(await examined(slack, no_database), "scopes") == ok("scopes", "all 10 are there.")


async def test_a_slack_that_cannot_be_reached_is_said_once(slack: StandIn, no_database: str) -> None:
    findings = await examined(slack, no_database, settings={"slack_api_url": "http://127.0.0.1:9/api/"})

    assert wrong(findings) == ["Slack"]
    assert about(findings, "Slack").says.startswith("127.0.0.1 cannot be reached (ClientConnectorError). Check the")
    assert about(findings, "tokens") == note("tokens", "not checked: Slack comes first.")


async def test_another_server_is_not_taken_for_slack(slack: StandIn, no_database: str) -> None:
    findings = await examined(slack, no_database, settings={"slack_api_url": f"{slack.url}/"})

    assert about(findings, "Slack").says.startswith("what answers at 127.0.0.1 is not Slack's Web API (HTTP 404)")


async def test_trouble_of_slack_s_own_is_waited_for(slack: StandIn, no_database: str) -> None:
    slack.faults.add("502", "auth.test")

    findings = await examined(slack, no_database)

    assert about(findings, "Slack") == fix("Slack", "127.0.0.1 answers HTTP 502. Try again in a few minutes.")


async def test_what_speaks_json_need_not_be_slack(slack: StandIn, no_database: str) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"message": "Not Found"}, status=404)

    app = web.Application()
    app.router.add_post("/{method}", answer)
    async with TestServer(app, host="127.0.0.1") as other:
        findings = await examined(slack, no_database, settings={"slack_api_url": f"{other.make_url('/')}"})

    assert wrong(findings) == ["Slack"]
    assert about(findings, "Slack").says.startswith("what answers at 127.0.0.1 is not Slack's Web API (HTTP 404)")


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [
        (0, None),
        (50, None),
        (-50, None),
        (120, "this machine is 1?? seconds ahead of Slack. Synchronise its clock (NTP);"),
        (-120, "this machine is 1?? seconds behind Slack. Synchronise its clock (NTP);"),
    ],
)
async def test_a_clock_that_is_a_minute_off_is_wrong(
    slack: StandIn, no_database: str, ahead: float, expected: str | None
) -> None:
    findings = await examined(slack, no_database, ahead=ahead, settings={"slack_bot_token": "xoxb-wrong"})

    found = about(findings, "clock")
    if expected is None:
        assert found == ok("clock", "within a minute of Slack's.")
    else:
        before, after = expected.split("1??")
        assert found.verdict is Verdict.FIX
        assert found.says.startswith(before)
        assert after in found.says


@pytest.mark.parametrize(
    ("secret", "verdict"),
    [("", Verdict.FIX), ("xoxb-1", Verdict.FIX), ("8f742231b10e8888abcd99yyyzzz85a5", Verdict.OK)],
)
async def test_over_http_the_signing_secret_counts_and_the_app_token_does_not(
    slack: StandIn, no_database: str, secret: str, verdict: Verdict
) -> None:
    findings = await examined(
        slack, no_database, http=True, settings={"slack_app_token": "", "slack_signing_secret": secret}
    )

    assert about(findings, "signing secret").verdict is verdict
    assert "app token" not in [each.about for each in findings]
    assert "/slack/events" in about(findings, "app settings").says
