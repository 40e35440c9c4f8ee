"""Our tables beside a second opinion: schemas made from Slack's own TypeScript types, where those are at hand."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.block_rules import refusals
from tests.playground.block_kit import Json
from tests.playground.test_block_rules import ITEMS, TEXTS

SECOND_OPINION = Path(__file__).parents[3] / "shared" / "slack" / "validate_blocks.py"

# Limits from Slack's pages that the types do not state.
ONLY_OURS = {
    "button url",
    "group label",
    "placeholder",
    "image url",
    "chart label",
    "chart axis",
    "chart's other axis",
    "categories",
    "alt text of an accessory",
    "placeholder to type over",
    "video description",
    "video title",
    "video author",
    "options of a group",
    "table cells",
    "data table rows",
    "data table cells",
    "points",
}
# "Use null to skip a column", says the page of the table block; the types know no null.
ONLY_THEIRS = {"table columns"}

ROWS = {name: (make, most) for name, make, most, _ in [*TEXTS, *ITEMS] if name not in ONLY_OURS | ONLY_THEIRS}


@st.composite
def near_a_limit(draw: st.DrawFn) -> Json:
    make, most = ROWS[draw(st.sampled_from(sorted(ROWS)))]
    return make(most + draw(st.sampled_from([-1, 0, 0, 1])))


@pytest.fixture(scope="module")
def second_opinion() -> Callable[[str, Any], list[str]]:
    if not SECOND_OPINION.exists():
        pytest.skip("the schemas made from Slack's types are not beside this checkout, so there is nothing to compare")
    spec = importlib.util.spec_from_file_location("second_opinion", SECOND_OPINION)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    check: Callable[[str, Any], list[str]] = module.check
    return check


@settings(max_examples=150, deadline=None)
@given(blocks=st.lists(near_a_limit(), max_size=3))
def test_our_verdict_is_that_of_slacks_types(
    second_opinion: Callable[[str, Any], list[str]], blocks: list[Json]
) -> None:
    assert bool(refusals(blocks, "message")) == bool(second_opinion("blocks", blocks))
