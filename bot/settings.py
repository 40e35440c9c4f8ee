"""Settings from the environment and `.env`. The only reader of the environment."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIXES = {"SLACK_BOT_TOKEN": "xoxb-", "SLACK_APP_TOKEN": "xapp-"}


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
        return value if value.endswith("/") else value + "/"

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
        return value
