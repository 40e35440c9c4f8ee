"""The manifest: what Slack was told about the app when it was created."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

MANIFEST: Final = Path(__file__).parents[1] / "manifest.yml"
"""In a checkout a link to the file at the top, in an installed package that file itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """The part that must fit the code. Shape: https://docs.slack.dev/reference/app-manifest

    `optional` are the scopes that may be left out at the installation, `scopes` all others. Slack lists an optional
    scope twice, among all of them and among those that are optional
    (https://github.com/slackapi/slack-cli/pull/517).
    """

    scopes: frozenset[str]
    optional: frozenset[str]
    events: frozenset[str]
    commands: frozenset[str]
    messages_tab: bool
    home_tab: bool
    interactivity: bool


def read(path: Path = MANIFEST) -> Manifest:
    """Raises OSError, yaml.YAMLError, KeyError."""
    written: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    features, settings = written["features"], written["settings"]
    home, scopes = features["app_home"], written["oauth_config"]["scopes"]
    optional = frozenset(scopes.get("bot_optional", []))
    return Manifest(
        scopes=frozenset(scopes["bot"]) - optional,
        optional=optional,
        events=frozenset(settings["event_subscriptions"]["bot_events"]),
        commands=frozenset(each["command"] for each in features["slash_commands"]),
        messages_tab=bool(home.get("messages_tab_enabled")) and not home.get("messages_tab_read_only_enabled"),
        home_tab=bool(home.get("home_tab_enabled")),
        interactivity=bool(settings["interactivity"]["is_enabled"]),
    )
