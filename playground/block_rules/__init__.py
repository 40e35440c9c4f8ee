"""Slack's Block Kit limits as tables, and what Slack would say of blocks or of a view that break them.

Lengths are counted in code points, since Slack does not say how it counts. Blocks that Rapport has no use for (alert,
card, carousel, container, plan, …) are unknown here, though Slack has them.
"""

from playground.block_rules.surfaces import Surface, all_refusals
from playground.block_rules.views import all_view_refusals, is_too_large

__all__ = ["Surface", "is_too_large", "refusals", "view_refusals"]


def refusals(blocks: object, surface: Surface) -> list[str]:
    """Slack's sentences about these blocks, pointers starting at /blocks; empty when Slack would take them."""
    return list(all_refusals(blocks, surface, "/blocks"))


def view_refusals(view: object) -> list[str]:
    """The same for a whole modal or Home, pointers starting at /view."""
    return list(all_view_refusals(view))
