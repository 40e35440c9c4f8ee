"""The command line as people run it: what goes wrong is one sentence and exit status 2."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

RAPPORT: Final = Path(sys.executable).parent / "rapport"
NOWHERE: Final = {
    "SLACK_API_URL": "http://127.0.0.1:9/",
    "SLACK_BOT_TOKEN": "xoxb-hunter2",
    "SLACK_APP_TOKEN": "xapp-1",
}

LEADERS: Final = ("--programme", "Mentors", "--coordinator", "cy@example.org", "--backup", "ana@example.org")


def rapport(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [RAPPORT, *words],
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "environment", "expected"),
    [
        (["run"], {}, "SLACK_APP_TOKEN is missing."),
        (["run"], {"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN is missing."),
        (["run", "--http"], {}, "SLACK_SIGNING_SECRET is missing;"),
        (["run"], {"RAPPORT_LOG_LEVEL": "loud"}, "RAPPORT_LOG_LEVEL is not right:"),
        (["run"], {"SLACK_APP_TOKEN": "xapp-1 hunter2"}, "SLACK_APP_TOKEN holds a space or a strange character."),
        (["run"], {**NOWHERE, "SLACK_BOT_TOKEN": "xoxb-1\thunter2"}, "SLACK_BOT_TOKEN holds a space or a strange"),
        (["run"], {**NOWHERE, "SLACK_API_URL": "http://[::1"}, "SLACK_API_URL is not right: "),
        (["run"], {**NOWHERE, "SLACK_API_URL": "http://"}, "SLACK_API_URL is not right: "),
        (["run"], NOWHERE, "Slack cannot be reached: 127.0.0.1 cannot be reached (ClientConnectorError). Check the"),
        (["run"], {**NOWHERE, "RAPPORT_SECRET_KEYS": "hunter2"}, "A key in RAPPORT_SECRET_KEYS"),
        (["run"], {**NOWHERE, "DATABASE_URL": "postgresql://u:hunter2@127.0.0.1:9/x"}, "The database of DATABASE_URL"),
        (["migrate"], {"DATABASE_URL": "mysql://u:hunter2@x/y"}, "The database's URL begins with mysql"),
        (["migrate"], {"DATABASE_URL": "sqlite:////no/such/folder/x.db"}, "The database's folder"),
        (["migrate"], {"DATABASE_URL": "postgresql://u:hunter2@127.0.0.1:9/x"}, "The database of DATABASE_URL"),
        (["migrate"], {"DATABASE_URL": "sqlite:///not-a-database"}, "The database of DATABASE_URL"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    tmp_path: Path, words: list[str], environment: dict[str, str], expected: str
) -> None:
    (tmp_path / "not-a-database").write_text("words " * 2000)

    done = rapport(tmp_path, *words, **{"RAPPORT_LOG_LEVEL": "error", **environment})

    assert done.returncode == 2
    assert done.stderr.startswith(f"rapport: {expected}")
    assert done.stderr.count("\n") == 1
    assert "hunter2" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("environment", [{}, {"SLACK_APP_TOKEN": "xapp-1"}, {**NOWHERE, "SLACK_BOT_TOKEN": "xoxb-"}])
def test_a_missing_token_is_found_before_a_database_is_made(tmp_path: Path, environment: dict[str, str]) -> None:
    assert rapport(tmp_path, "run", **environment).returncode == 2
    assert list(tmp_path.iterdir()) == []


def a_folder(key: Path) -> None:
    key.mkdir()


def a_picture(key: Path) -> None:
    key.write_bytes(b"\x89PNG\xff")


def nothing(key: Path) -> None:
    key.touch()


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        (a_folder, "cannot be read: Is a directory."),
        (a_picture, "cannot be read: it holds no keys."),
        (nothing, "is empty;"),
    ],
)
def test_a_key_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, put: Callable[[Path], None], expected: str
) -> None:
    put(tmp_path / "rapport.key")

    done = rapport(tmp_path, "run", **NOWHERE, RAPPORT_LOG_LEVEL="error")

    assert done.returncode == 2
    assert done.stderr.startswith("rapport: The key file ")
    assert expected in done.stderr
    assert done.stderr.count("\n") == 1


def test_no_other_key_is_made_for_a_database_in_which_something_is_sealed(tmp_path: Path) -> None:
    rapport(tmp_path, "run", **NOWHERE)
    (tmp_path / "rapport.key").rename(tmp_path / "elsewhere")

    done = rapport(tmp_path, "run", **NOWHERE, RAPPORT_LOG_LEVEL="error")

    assert done.returncode == 2
    assert "rapport.key is missing. Put it back:" in done.stderr
    assert not (tmp_path / "rapport.key").exists()


@pytest.mark.parametrize("words", [["run"], ["import", "roster.csv", *LEADERS], ["migrate"]])
def test_no_library_speaks_before_the_sentence(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "roster.csv").write_text("mentor,mentee\n")

    done = rapport(tmp_path, *words, **NOWHERE)

    assert [line for line in done.stderr.splitlines() if not line.startswith("rapport: ")] == []


@pytest.mark.parametrize("words", [["import", "missing.csv"], ["import", "."], ["import", "roster.csv"], ["fly"]])
def test_a_wrong_word_shows_how_it_is_used(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "roster.csv").write_text("mentor,mentee\n")

    done = rapport(tmp_path, *words)

    assert done.returncode == 2
    assert done.stderr.startswith("Usage: rapport")
    assert "Traceback" not in done.stderr


def test_help_names_every_command(tmp_path: Path) -> None:
    done = rapport(tmp_path, "--help")

    assert done.returncode == 0
    for command in ("run", "migrate", "import", "new-key", "playground"):
        assert f"\n  {command} " in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_database_is_brought_up_to_date_once(tmp_path: Path) -> None:
    first, second = rapport(tmp_path, "migrate"), rapport(tmp_path, "migrate")

    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout.startswith("Applied 0001")
    assert second.stdout == "The database is up to date.\n"


def test_every_new_key_is_another_and_can_be_used(tmp_path: Path) -> None:
    keys = [rapport(tmp_path, "new-key").stdout.strip() for _ in range(2)]

    assert keys[0] != keys[1]
    done = rapport(tmp_path, "run", **NOWHERE, RAPPORT_SECRET_KEYS=",".join(keys), RAPPORT_LOG_LEVEL="error")
    assert done.stderr.startswith("rapport: Slack cannot be reached")
