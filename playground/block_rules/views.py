"""Views: a modal or a Home around its blocks. Source: https://docs.slack.dev/reference/views"""

import json
from collections.abc import Iterator
from typing import Final

from playground.block_rules.parts import plain
from playground.block_rules.rules import Flag, Kinds, Thing, Words, said
from playground.block_rules.surfaces import Surface, all_refusals

# https://docs.slack.dev/reference/methods/views.open, error view_too_large: "greater than 250kb"
VIEW_BYTES: Final = 250_000
AT: Final = "/view"

_ANYWHERE: Final = {
    "private_metadata": Words(most=3000, least=0),
    "callback_id": Words(most=255, least=0),
    "external_id": Words(most=255, least=0),
}

VIEWS: Final = Kinds(
    {
        "modal": Thing(
            required={"title": plain(24)},
            optional={
                **_ANYWHERE,
                "submit": plain(24),
                "close": plain(24),
                "clear_on_close": Flag(),
                "notify_on_close": Flag(),
                "submit_disabled": Flag(),
            },
        ),
        "home": Thing(optional=_ANYWHERE),
    }
)


def all_view_refusals(view: object) -> Iterator[str]:
    if not isinstance(view, dict):
        yield said("must provide an object", AT)
        return
    yield from VIEWS.refusals({name: part for name, part in view.items() if name != "blocks"}, AT)
    if "blocks" not in view:
        yield said("missing required field: blocks", AT)
    else:
        surface: Surface = "home" if view.get("type") == "home" else "modal"
        yield from all_refusals(view["blocks"], surface, f"{AT}/blocks")
    if view.get("type") == "modal" and "submit" not in view and _asks(view.get("blocks")):
        yield said("missing required field: submit", AT)
    if is_too_large(view):
        yield said(f"must be less than {VIEW_BYTES + 1} bytes", AT)


def is_too_large(view: object) -> bool:
    """Slack has an error of its own for this one: view_too_large."""
    return len(json.dumps(view, ensure_ascii=False, separators=(",", ":")).encode()) > VIEW_BYTES


def _asks(blocks: object) -> bool:
    return isinstance(blocks, list) and any(isinstance(b, dict) and b.get("type") == "input" for b in blocks)
