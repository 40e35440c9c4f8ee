"""What Slack knows of the app: its manifest, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from playground.shapes import Json


@dataclass(frozen=True, kw_only=True)
class Command:
    """What Slack offers when someone types a slash."""

    name: str
    description: str
    hint: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The part of a manifest that changes how Slack behaves.

    Shape: https://docs.slack.dev/reference/app-manifest
    """

    name: str
    scopes: frozenset[str]
    events: frozenset[str]
    commands: tuple[Command, ...]
    escapes: Mapping[str, bool]
    """Each slash command, and whether Slack turns @names in it into ids."""
    home_tab: bool
    messages_tab: bool
    messages_read_only: bool


def read(path: Path, *, grant_optional: bool) -> Manifest:
    """`grant_optional` installs the app with the scopes that an admin may leave out."""
    written = _written(path.read_text(encoding="utf-8"))
    features: Json = written.get("features", {})
    scopes: Json = written.get("oauth_config", {}).get("scopes", {})
    home: Json = features.get("app_home", {})
    commands: list[Json] = features.get("slash_commands", [])
    optional = frozenset(scopes.get("bot_optional", []))
    all_scopes = frozenset(scopes.get("bot", [])) | optional
    return Manifest(
        name=features.get("bot_user", {}).get("display_name") or written["display_information"]["name"],
        scopes=all_scopes if grant_optional else all_scopes - optional,
        events=frozenset(written.get("settings", {}).get("event_subscriptions", {}).get("bot_events", [])),
        commands=tuple(_command(each) for each in commands),
        escapes={each["command"]: each.get("should_escape", False) for each in commands},
        home_tab=home.get("home_tab_enabled", False),
        messages_tab=home.get("messages_tab_enabled", False),
        messages_read_only=home.get("messages_tab_read_only_enabled", False),
    )


@lru_cache(maxsize=8)
def _written(text: str) -> Json:
    """Never changed by whoever reads it: one process may begin hundreds of workspaces with the same manifest."""
    written: Json = yaml.safe_load(text)
    return written


def _command(given: Json) -> Command:
    return Command(name=given["command"], description=given.get("description", ""), hint=given.get("usage_hint", ""))
