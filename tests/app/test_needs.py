"""The manifest fits the code, and a manifest that does not is told what is wrong with it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.app import manifest
from bot.app.needs import METHODS, OPTIONAL, RESERVED, misfits, scopes
from playground.methods.table import METHODS as OFFERED
from tests.playground.manifests import rewrite

OURS = manifest.read()


def test_the_manifest_fits() -> None:
    assert misfits(OURS) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"scopes": OURS.scopes - {"im:history"}}, ["scope im:history is missing"]),
        ({"optional": OURS.optional - {"groups:read"}}, ["scope groups:read is missing"]),
        ({"events": OURS.events - {"message.im"}}, ["event message.im is missing"]),
        ({"events": OURS.events | {"team_join"}}, ["nobody hears event team_join"]),
        ({"commands": frozenset({"/raport"})}, ["command /rapport is missing", "nobody hears command /raport"]),
        ({"interactivity": False}, ["interactivity is off"]),
        ({"home_tab": False, "messages_tab": False}, ["the Home tab is off", "the Messages tab is off or read-only"]),
    ],
)
def test_what_does_not_fit_is_named(change: dict[str, Any], said: list[str]) -> None:
    assert misfits(replace(OURS, **change)) == said


def test_a_messages_tab_in_which_nobody_can_write_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "manifest.yml"
    path.write_text(manifest.MANIFEST.read_text(encoding="utf-8"), encoding="utf-8")
    rewrite(path, "messages_tab_read_only_enabled: false", "messages_tab_read_only_enabled: true")

    assert misfits(manifest.read(path)) == ["the Messages tab is off or read-only"]


def test_every_scope_is_needed_or_reserved_and_never_both() -> None:
    assert scopes() | RESERVED == OURS.scopes | OURS.optional
    assert scopes() & RESERVED == OURS.scopes & OURS.optional == frozenset()
    assert scopes() - OPTIONAL <= OURS.scopes
    assert not OPTIONAL - OURS.optional


def test_the_conversation_of_a_pair_is_never_read() -> None:
    assert not {scope for scope in OURS.scopes | OURS.optional if scope.startswith("mpim:")} - {"mpim:write"}


def test_the_stand_in_asks_for_the_same_scopes() -> None:
    """But for those that depend on the conversation, which it checks when it sees which one is meant."""
    fixed = {method: frozenset(OFFERED[method].scopes) for method in METHODS if OFFERED[method].scopes}

    assert fixed == {method: METHODS[method] for method in fixed}
    assert {method for method in METHODS.keys() - fixed if METHODS[method]} == {
        method for method in METHODS if "conversations" in method
    }
