"""The manifest of the tests, and small changes to it."""

from pathlib import Path

MANIFEST = """
display_information: {name: Rapport}
features:
  bot_user: {display_name: Rapport}
  app_home: {home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false}
  slash_commands: [{command: /rapport, should_escape: true}, {command: /raw, should_escape: false}]
oauth_config:
  scopes:
    bot: [commands, "chat:write", "im:write", "im:history", "mpim:write", "users:read", "users:read.email",
          "reactions:read", "reactions:write", "files:read", "files:write"]
    bot_optional: ["channels:read", "channels:history"]
settings:
  event_subscriptions:
    bot_events: [app_home_opened, app_uninstalled, message.im, message.channels, message.mpim, reaction_added,
                 team_join, tokens_revoked, user_change]
"""


def rewrite(manifest: Path, old: str, new: str) -> None:
    """Change the words of a manifest; they must be there."""
    written = manifest.read_text(encoding="utf-8")
    assert old in written
    manifest.write_text(written.replace(old, new), encoding="utf-8")
