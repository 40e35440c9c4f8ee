"""The documents are true: what they tell to type exists, and what they point at is there."""

import ast
import re
import shlex
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from bot.app import manifest
from bot.cli import cli
from bot.settings import Settings
from handlers.command import WORDS
from tests.draw_lives import DRAWN, drawing, lives

TOP: Final = Path(__file__).parents[1]
DOCUMENTS: Final = sorted([*TOP.glob("*.md"), *(TOP / "docs").glob("*.md")])
BY_NAME: Final = [pytest.param(each, id=each.name) for each in DOCUMENTS]


def typed(document: Path) -> list[str]:
    """Every line to type: in shell blocks, and between backticks."""
    text = document.read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [line for line in [*lines, *re.findall(r"`([^`]+)`", prose)] if line]


def said(word: str) -> list[list[str]]:
    """The words after `word`, wherever a document says to type it."""
    lines = [shlex.split(line, comments=True) for document in DOCUMENTS for line in typed(document) if "'" not in line]
    return [words[1:] for words in lines if words and words[0].removeprefix(".venv/bin/") == word]


def anchors(document: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", BY_NAME)
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]*)\)", document.read_text(encoding="utf-8"))

    for path, _, anchor in (link.partition("#") for link in links if "://" not in link):
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


def test_every_make_target_exists() -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    targets = {words[0] for words in said("make") if words}

    assert {"play", "run", "test", "check", "bench"} <= targets
    assert {target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


def test_every_command_exists_and_has_the_options_that_are_named() -> None:
    named = [words for words in said("rapport") if words]

    assert {words[0] for words in named} <= cli.commands.keys()
    for command, *rest in named:
        known = {option for each in cli.commands[command].params for option in each.opts}
        assert {word for word in rest if word.startswith("-")} <= known, command


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_tells_what_it_does_and_stands_in_the_documents(command: str) -> None:
    helped = CliRunner().invoke(cli, [command, "--help"])

    assert helped.exit_code == 0
    assert cli.commands[command].help
    assert [command] in [words[:1] for words in said("rapport")]


def test_every_file_that_is_copied_is_there() -> None:
    assert said("cp")
    assert {words[0] for words in said("cp") if not (TOP / words[0]).exists()} == set()


def test_every_word_of_the_slash_command_stands_in_the_documents_and_no_other() -> None:
    words = {words[0] if words else "" for words in said("/rapport")}

    assert words == WORDS.keys()


def test_settings_are_called_by_their_names() -> None:
    names = {name.upper() for name in Settings.model_fields}
    text = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)

    assert set(re.findall(r"\b(?:SLACK|RAPPORT|DATABASE)_[A-Z_]+\b", text)) <= names


def test_the_scopes_explained_are_those_of_the_manifest() -> None:
    _, _, rest = (TOP / "README.md").read_text(encoding="utf-8").partition("| scope |")
    rows = [line for line in rest.partition("\n\n")[0].splitlines() if line.startswith("| `")]
    explained = {scope for row in rows for scope in re.findall(r"`([a-z:.]+)`", row.split("|")[1])}
    optional = {
        scope for row in rows if "(optional)" in row for scope in re.findall(r"`([a-z:.]+)`", row.split("|")[1])
    }

    asked = manifest.read()
    assert explained - optional == asked.scopes
    assert optional == asked.optional


def test_the_log_lines_that_are_explained_are_logged() -> None:
    _, _, table = (TOP / "docs" / "operating.md").read_text(encoding="utf-8").partition("| you see |")
    explained = set(re.findall(r"^\| `([a-z_.]+)`", table, re.MULTILINE))
    strings = {
        node.value
        for module in (TOP / "bot").rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }

    assert explained
    assert explained <= strings


def test_lives_are_drawn_as_the_tables_say() -> None:
    assert DRAWN.read_text(encoding="utf-8") == drawing(), "run: python -m tests.draw_lives"
    assert {"case", "checkin", "notice", "pairing", "participant"} <= lives().keys()
