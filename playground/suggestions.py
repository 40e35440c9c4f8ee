"""Menus whose options the app names while someone types.

https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
"""

from typing import Any, Final

from playground.blocks import Placed, options
from playground.finding import Surface, Use
from playground.refusals import Trouble
from playground.shapes import Json
from playground.world import World

MOST_OPTIONS: Final = 100
"""Options, or groups: the same page."""

LEAST_TYPED: Final = 3
"""Where the menu does not say min_query_length: the same page."""


async def ask(world: World, person: str, surface: Surface, placed: Placed, typed: str) -> Json:
    """`options` or `option_groups` as the app named them; what was named once may be chosen later too."""
    if len(typed) < placed.element.get("min_query_length", LEAST_TYPED):
        return {"options": []}
    ack = await world.interactions.suggested(person, Use(surface=surface, placed=placed, held={}), typed)
    named = _named(ack.payload)
    known = {each["value"]: each for each in [*surface.offered.get(placed.spot, []), *options(named)]}
    surface.offered[placed.spot] = list(known.values())
    return named


def _named(said: Any) -> Json:
    given = said if isinstance(said, dict) else {}
    named = {name: given[name] for name in ("options", "option_groups") if isinstance(given.get(name), list)}
    if len(named) != 1 or any(len(each) > MOST_OPTIONS for each in named.values()):
        raise Trouble("The options could not be loaded.")
    return named
