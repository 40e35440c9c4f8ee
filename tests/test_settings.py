"""Settings: each wrong or missing one is a sentence that names it and never shows it."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingWrong

SECRET = "hunter2"


def read(**given: object) -> Settings:
    return Settings.read(_env_file=None, **given)


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("slack_api_url", f"ftp://{SECRET}"),
        ("rapport_http_port", SECRET),
        ("rapport_http_port", "65536"),
        ("rapport_http_port", "-1"),
        ("rapport_tick_seconds", "0"),
        ("rapport_tick_seconds", SECRET),
        ("rapport_log_level", SECRET),
        ("rapport_log_format", SECRET),
    ],
)
def test_a_wrong_setting_is_named_and_not_shown(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name.upper(), value)

    with pytest.raises(SettingWrong) as raised:
        read()

    assert str(raised.value).startswith(f"{name.upper()} is not right: ")
    assert str(raised.value).endswith(". See .env.example.")
    assert SECRET not in str(raised.value)
    assert raised.value.__suppress_context__


@pytest.mark.parametrize(
    ("given", "ask", "expected"),
    [
        ({}, Settings.bot_token, "SLACK_BOT_TOKEN is missing."),
        ({"slack_bot_token": "xoxb-"}, Settings.bot_token, "SLACK_BOT_TOKEN is missing."),
        ({"slack_bot_token": SECRET}, Settings.bot_token, "SLACK_BOT_TOKEN must begin with xoxb-."),
        ({}, Settings.app_token, "SLACK_APP_TOKEN is missing."),
        ({"slack_app_token": "xoxb-1"}, Settings.app_token, "SLACK_APP_TOKEN must begin with xapp-."),
        ({}, Settings.signing_secret, "SLACK_SIGNING_SECRET is missing;"),
    ],
)
def test_a_missing_token_says_where_to_find_it(given: dict[str, str], ask: object, expected: str) -> None:
    with pytest.raises(SettingWrong) as raised:
        ask(read(**given))  # type: ignore[operator]  # a method of Settings

    assert str(raised.value).startswith(expected)
    assert SECRET not in str(raised.value)


def test_what_is_given_goes_before_the_environment_and_that_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = tmp_path / ".env"
    env.write_text("RAPPORT_HTTP_PORT=1\nRAPPORT_HTTP_HOST=file\nRAPPORT_LOG_LEVEL= Debug\nOTHER=ignored\n")
    monkeypatch.setenv("RAPPORT_HTTP_PORT", "2")
    monkeypatch.setenv("RAPPORT_TICK_SECONDS", "5")

    settings = Settings.read(_env_file=env, rapport_tick_seconds=7)

    assert (settings.rapport_http_port, settings.rapport_http_host) == (2, "file")
    assert (settings.rapport_tick_seconds, settings.rapport_log_level) == (7, "debug")


def test_the_api_s_url_always_ends_with_a_slash() -> None:
    assert read(slack_api_url="http://127.0.0.1:1/api").slack_api_url == "http://127.0.0.1:1/api/"


def test_a_file_that_is_not_text_is_one_sentence(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_bytes(b"SLACK_BOT_TOKEN=xoxb-\xff\xfe")

    with pytest.raises(SettingWrong, match=r"^The file \.env cannot be read"):
        Settings.read(_env_file=env)
