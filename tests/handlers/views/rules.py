"""What Slack would say of our blocks, as far as it can be known here."""

import json
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Final

import pytest
from slack_sdk.models.blocks import Block as SlackBlock
from slack_sdk.models.views import View

from handlers.views import Block, Rendered
from playground import block_rules, mrkdwn

BESIDE: Final = Path(__file__).parents[4] / "shared" / "slack" / "validate_blocks.py"
Check = Callable[[str, object], list[str]]


MENTIONED: Final = "U0MARIA"
"""A coordinator to whom an answer must go directly is named by a link."""


def message_refusals(rendered: Rendered) -> list[str]:
    """Of the stand-in's rules and of slack_sdk's models."""
    assert rendered.text.strip()
    for block in rendered.blocks:
        parsed = SlackBlock.parse(json.loads(json.dumps(block)))
        assert parsed is not None, block["type"]
        parsed.to_dict()
    return block_rules.refusals(rendered.blocks, "message")


def modal_refusals(view: Block) -> list[str]:
    fields: dict[str, Any] = json.loads(json.dumps(view))
    View(**fields).to_dict()
    return block_rules.view_refusals(view)


def pings(thing: object) -> list[str]:
    """Whom any text of these would notify, but whom we mean to: mrkdwn by its marks, rich text by its elements."""
    return [ping for part in parts(thing) for ping in _pinged(part) if ping != MENTIONED]


def parts(thing: object) -> Iterator[dict[str, Any]]:
    """Every dictionary within."""
    if isinstance(thing, dict):
        yield thing
        thing = list(thing.values())
    if isinstance(thing, list):
        for each in thing:
            yield from parts(each)


def mrkdwn_texts(thing: object) -> list[str]:
    return [part["text"] for part in parts(thing) if part.get("type") == "mrkdwn"]


def _pinged(part: dict[str, Any]) -> list[str]:
    if part.get("type") == "mrkdwn":
        return list(mrkdwn.pings(part["text"]))
    return [str(part["type"])] if part.get("type") in ("user", "usergroup", "broadcast", "channel") else []


def written_types() -> Check:
    """The schemas made from Slack's own types, where they lie beside the checkout."""
    if not BESIDE.exists():
        pytest.skip("the schemas made from Slack's types do not lie beside this checkout")
    spec = spec_from_file_location("validate_blocks", BESIDE)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = before
    check: Check = module.check
    return check
