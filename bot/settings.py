"""Settings from the environment and `.env`. The only reader of the environment."""

import re
from typing import Annotated, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIXES: Final = {"SLACK_BOT_TOKEN": "xoxb-", "SLACK_APP_TOKEN": "xapp-"}
A_TOKEN: Final = re.compile(r"[!-~]+")
"""What may travel in a header."""


class SettingWrong(Exception):
    """A setting is missing or wrong. The message is one sentence for the operator, without the value."""


class Settings(BaseSettings):
    """Every setting with its default. `read` is the way to make one."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    slack_bot_token: str = ""
    slack_app_token: str = ""
    slack_signing_secret: str = ""
    slack_api_url: str = "https://slack.com/api/"
    database_url: str = "sqlite:///rapport.db"
    rapport_secret_keys: Annotated[str, NoDecode] = ""
    rapport_http_host: str = "127.0.0.1"
    rapport_http_port: int = Field(default=3000, ge=0, le=65535)
    rapport_tick_seconds: float = Field(default=30, gt=0, le=3600)
    rapport_log_level: Literal["debug", "info", "warning", "error"] = "info"
    rapport_log_format: Literal["text", "json"] = "text"

    @classmethod
    def read(cls, **given: object) -> Self:
        """From the environment, then `.env`, then the defaults; `given` goes before all. Raises SettingWrong."""
        try:
            return cls(**given)  # type: ignore[arg-type]  # pydantic-settings reads the rest from the environment
        except ValidationError as wrong:
            first = wrong.errors()[0]
            name = str(first["loc"][0]).upper() if first["loc"] else "The settings"
            raise SettingWrong(f"{name} is not right: {first['msg']}. See .env.example.") from None
        except (UnicodeDecodeError, OSError):
            raise SettingWrong("The file .env cannot be read; it must be text in UTF-8.") from None

    @field_validator("slack_api_url")
    @classmethod
    def _is_a_url(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError("it must begin with https:// or http://")
        if not _leads_somewhere(value):
            raise ValueError("it is not an address")
        return value if value.endswith("/") else value + "/"

    @field_validator("slack_bot_token", "slack_app_token", "slack_signing_secret", "slack_api_url", mode="before")
    @classmethod
    def _as_it_was_copied(cls, value: object) -> object:
        return value.strip() if isinstance(value, str) else value

    @field_validator("rapport_log_level", "rapport_log_format", mode="before")
    @classmethod
    def _in_small_letters(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    def bot_token(self) -> str:
        return self._token("SLACK_BOT_TOKEN", self.slack_bot_token, "OAuth & Permissions")

    def app_token(self) -> str:
        return self._token("SLACK_APP_TOKEN", self.slack_app_token, "Basic Information, App-Level Tokens")

    def signing_secret(self) -> str:
        if not self.slack_signing_secret:
            raise SettingWrong(
                "SLACK_SIGNING_SECRET is missing; --http needs it. Find it in your Slack app under Basic Information."
            )
        return self.slack_signing_secret

    def keys(self) -> str | None:
        return self.rapport_secret_keys or None

    def _token(self, name: str, value: str, where: str) -> str:
        prefix = PREFIXES[name]
        if not value or value == prefix:
            raise SettingWrong(f"{name} is missing. Find it in your Slack app under {where}, and put it into .env.")
        if not value.startswith(prefix):
            raise SettingWrong(f"{name} must begin with {prefix}. Find it in your Slack app under {where}.")
        if not A_TOKEN.fullmatch(value):
            raise SettingWrong(f"{name} holds a space or a strange character. Copy it again from {where}.")
        return value


def _leads_somewhere(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and not parts.query and not parts.fragment and parts.port != 0
    except ValueError:  # brackets that do not close, a port that is no number
        return False
