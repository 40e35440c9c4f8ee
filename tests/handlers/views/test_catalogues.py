"""The catalogues: the same in every language, and in step with the code that speaks from them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from handlers import texts, views

HOUSE: Final = Path(views.__file__).parents[1]
PLACEHOLDER: Final = re.compile(r"\{(.*?)\}")
SINGULAR: Final = frozenset({"say", "plain", "marked"})
PLURAL: Final = frozenset({"count", "plain_of", "marked_of"})
OTHERS: Final = tuple(language for language in texts.LANGUAGES if language != "en")


@cache
def catalogue(language: str) -> Catalog:
    source = files("handlers.texts").joinpath(f"{language}.po").read_bytes()
    return read_po(BytesIO(source), locale=language, abort_invalid=True)


def messages(language: str) -> dict[str, Message]:
    return {key_of(message): message for message in catalogue(language) if message.id}


def key_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms_of(message: Message) -> tuple[str, ...]:
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def placeholders(message: Message) -> set[str]:
    return {name for form in forms_of(message) for name in PLACEHOLDER.findall(form)}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_the_same_things(language: str) -> None:
    assert messages(language).keys() == messages("en").keys()


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_fills_in_the_same_names(language: str) -> None:
    english = {key: placeholders(message) for key, message in messages("en").items()}
    assert {key: placeholders(message) for key, message in messages(language).items()} == english


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_counted_is_counted_in_every_language(language: str) -> None:
    english = {key for key, message in messages("en").items() if message.pluralizable}
    assert {key for key, message in messages(language).items() if message.pluralizable} == english


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_nothing_is_left_unsaid_or_doubtful(language: str) -> None:
    plurals = catalogue(language).num_plurals
    for key, message in messages(language).items():
        assert not message.fuzzy, key
        assert len(forms_of(message)) == (plurals if message.pluralizable else 1), key
        assert all(form.strip() for form in forms_of(message)), key


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_texts_hold_names_to_fill_in_and_no_markup_of_slack(language: str) -> None:
    for key, message in messages(language).items():
        assert all(name.isidentifier() for name in placeholders(message)), key
        assert not any(set("&<>") & set(form) for form in forms_of(message)), key


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    source = files("handlers.texts").joinpath(f"{language}.po").read_text(encoding="utf-8")
    keys = re.findall(r'^msgid "(.+)"$', source, re.MULTILINE)
    assert sorted(keys) == sorted(set(keys))


def test_french_keeps_a_space_that_does_not_break_before_its_marks() -> None:
    for key, message in messages("fr").items():
        assert not any(re.search(r" [:;!?»%]|« ", form) for form in forms_of(message)), key


def test_every_key_that_is_spoken_is_there_in_its_form() -> None:
    known = messages("en")
    for call in calls():
        key = call.args[0]
        if isinstance(key, ast.Constant):
            assert key.value in known, key.value
            assert known[key.value].pluralizable == (name_of(call) in PLURAL), key.value


def test_every_key_is_spoken_somewhere() -> None:
    whole, beginnings = spoken()
    unspoken = {key for key in messages("en") if key not in whole and not key.startswith(tuple(beginnings))}
    assert unspoken == set()


def calls() -> Iterator[ast.Call]:
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and name_of(node) in SINGULAR | PLURAL:
                yield node


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def spoken() -> tuple[set[str], set[str]]:
    """Keys that the code names whole, and the beginnings of those it puts together."""
    nodes = [node for tree in trees() for node in ast.walk(tree)]
    whole = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    starts = [node.values[0] for node in nodes if isinstance(node, ast.JoinedStr) and node.values]
    return whole, {
        start.value
        for start in starts
        if isinstance(start, ast.Constant) and isinstance(start.value, str) and start.value.endswith((".", "_"))
    }


def trees() -> list[ast.Module]:
    return [ast.parse(path.read_text(encoding="utf-8")) for path in HOUSE.rglob("*.py")]
