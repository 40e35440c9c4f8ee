"""`rapport doctor` as a whole: all checks, how they are shown, and the command."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Final

from bot.app.doctor.examination import examine
from bot.app.doctor.finding import Verdict, fix, ok
from bot.settings import Settings, SettingWrong
from playground.server import StandIn
from storage.migrations import head
from storage.sealing import new_key
from tests.app.doctor.examined import about, as_sealed_by, examined, printed, wrong
from tests.stage import KEY

WITHOUT: Final = "without the optional channels:history, channels:read, groups:history, groups:read, groups:write"


async def test_a_bot_that_runs_is_well(slack: StandIn, database_url: str) -> None:
    as_sealed_by(database_url, KEY)

    findings = await examined(slack, database_url)

    assert wrong(findings) == []
    assert {
        each.about: each.says for each in findings if each.about in ("bot token", "scopes", "app token", "key")
    } == {
        "bot token": "rapport in Playground.",
        "scopes": f"all 10 are there; {WITHOUT}.",
        "app token": "a Socket Mode connection may be opened.",
        "key": "opens what is sealed.",
    }
    assert about(findings, "database").says.endswith(f"revision {head()}.")


async def test_a_setting_that_cannot_be_read_is_the_only_thing_said() -> None:
    def read() -> Settings:
        raise SettingWrong("RAPPORT_HTTP_PORT is not right.")

    assert await examine(http=False, read=read) == [fix("settings", "RAPPORT_HTTP_PORT is not right.")]


async def test_a_check_that_breaks_leaves_the_others_alone(slack: StandIn, no_database: str) -> None:
    findings = await examined(slack, no_database, settings={"slack_api_url": "http://[::1"})

    assert wrong(findings) == ["Slack"]
    assert about(findings, "Slack").says.startswith("could not be looked at (ValueError).")
    assert about(findings, "manifest").verdict is Verdict.OK


async def test_a_key_file_that_is_none_is_to_be_mended(slack: StandIn, no_database: str, tmp_path: Path) -> None:
    (tmp_path / "rapport.key").write_bytes(b"\xff\xfe")

    findings = await examined(slack, no_database, settings={"rapport_secret_keys": ""})

    assert wrong(findings) == ["key"]
    assert about(findings, "key").says.endswith("rapport.key cannot be read: it holds no keys.")


def test_outside_a_terminal_each_finding_is_one_plain_line() -> None:
    findings = [ok("Slack", "reached."), fix("bot token", "refused.\n\x1b[2JMend it." + " Do." * 50)]

    lines = printed(findings, terminal=False).splitlines()

    assert lines[0] == "ok    Slack           reached."
    assert lines[1].startswith("fix   bot token       refused. [2JMend it. Do.")
    assert lines[2:] == ["", "1 to mend."]
    assert "\x1b" not in "".join(lines)
    assert "\x1b[32mok" in printed(findings, terminal=True)


async def test_the_command_says_so_in_its_exit_status_and_shows_no_secret(slack: StandIn, tmp_path: Path) -> None:
    secrets = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "RAPPORT_SECRET_KEYS": new_key(),
    }

    well, said = await rapport_doctor(tmp_path, SLACK_API_URL=slack.api_url, **secrets)
    ill, complained = await rapport_doctor(tmp_path, SLACK_API_URL=slack.api_url, **secrets | {"SLACK_APP_TOKEN": "x"})

    assert (well, said.splitlines()[-1]) == (0, "All is well.")
    assert (ill, complained.splitlines()[-1]) == (1, "1 to mend.")
    assert not [secret for secret in secrets.values() if secret in said + complained]
    assert "Traceback" not in said + complained


async def rapport_doctor(folder: Path, **environment: str) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).parent / "rapport"),
        "doctor",
        cwd=folder,
        env={"PATH": os.environ["PATH"], **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode, said.decode()
