"""What the project says of itself to Slack, to installers and to operators is what its code does."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

import pytest
from dotenv import dotenv_values
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import slack
from bot.app.manifest import MANIFEST
from bot.app.needs import COMMANDS, EVENTS, METHODS
from bot.ports import Bot
from bot.settings import Settings

TOP: Final = Path(__file__).parents[1]
PACKAGES: Final = ("bot", "handlers", "storage", "playground")
SECOND_OPINION: Final = TOP.parent / "shared" / "slack" / "validate_manifest.py"
METHOD: Final = re.compile(r"(apps|auth|bots|chat|conversations|files|reactions|team|users|views)(\.[a-zA-Z]+)+")


def modules(*packages: str) -> Iterator[Path]:
    for package in packages:
        yield from sorted((TOP / package).rglob("*.py"))


class Registering(AsyncApp):
    """A Bolt app that tells what its listeners hear."""

    events: Final[set[str]] = set()
    commands: Final[set[str]] = set()

    def event(self, event: Any, *rest: Any, **more: Any) -> Any:
        self.events.add(event)
        return super().event(event, *rest, **more)

    def command(self, command: Any, *rest: Any, **more: Any) -> Any:
        self.commands.add(command)
        return super().command(command, *rest, **more)


async def test_listeners_hear_what_slack_is_asked_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slack, "AsyncApp", Registering)
    nobody = AuthorizeResult(enterprise_id=None, team_id="T0", bot_token="xoxb-0")

    slack.bolt_app(cast(Bot, None), AsyncWebClient(), identity=nobody)

    assert Registering.events == {event.partition(".")[0] for event in EVENTS}
    assert Registering.commands == COMMANDS.keys()


def test_the_methods_listed_are_those_that_are_called() -> None:
    called = {
        method
        for module in modules("bot", "handlers")
        if module != TOP / "bot" / "app" / "needs.py"
        for method in methods_in(ast.parse(module.read_text(encoding="utf-8")))
    }

    assert called == METHODS.keys()


def methods_in(tree: ast.Module) -> Iterator[str]:
    """By name in a string, or as a method of Slack's client: `client.views_open(…)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            name = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr.replace("_", ".")
        else:
            continue
        if METHOD.fullmatch(name):
            yield name


def test_slacks_own_schema_takes_the_manifest(capsys: pytest.CaptureFixture[str]) -> None:
    if not SECOND_OPINION.exists():
        pytest.skip("the schema of manifests is not at hand")
    spec = importlib.util.spec_from_file_location("validate_manifest", SECOND_OPINION)
    assert spec
    assert spec.loader
    validator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(validator)

    refused = validator.main(str(TOP / "manifest.yml"))

    said = capsys.readouterr().out
    assert not refused, said
    assert "GOOD" in said


def test_the_example_lists_every_setting_with_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    begun = {"slack_bot_token": "xoxb-", "slack_app_token": "xapp-"}

    assert dotenv_values(TOP / ".env.example").keys() == {name.upper() for name in Settings.model_fields}
    assert Settings.read(_env_file=TOP / ".env.example") == Settings.read(_env_file=None).model_copy(update=begun)


def test_every_requirement_is_locked_and_the_lock_names_no_index() -> None:
    lock = (TOP / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["postgres"],
        *project["dependency-groups"]["dev"],
    ]

    assert [line for line in lock.splitlines() if "://" in line or line.startswith("-")] == []
    locked = set(re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==", lock, re.MULTILINE))
    assert {re.split(r"[^A-Za-z0-9_-]", each)[0].lower().replace("_", "-") for each in wanted} <= locked


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """What `pip install .` makes and installs."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([*command, "--wheel-dir", folder, TOP], env={**os.environ, "PATH": found}, check=True)
    (made,) = folder.glob("*.whl")
    return zipfile.ZipFile(made)


def test_a_wheel_holds_everything_that_runs_and_no_test(wheel: zipfile.ZipFile) -> None:
    held = {name for name in wheel.namelist() if not name.endswith("/") and ".dist-info/" not in name}

    assert held == {
        str(file.relative_to(TOP))
        for package in PACKAGES
        for file in (TOP / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {"handlers/texts/fr.po", "playground/static/index.html", "storage/migrations/script.py.mako"} <= held


def test_an_installed_wheel_has_its_manifest_and_runs(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)

    said = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path), "SLACK_API_URL": "http://127.0.0.1:9/"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (tmp_path / "bot" / "manifest.yml").read_bytes() == MANIFEST.read_bytes()
    assert "manifest.yml asks for what this version uses." in said.stdout
    assert said.stderr == ""
