"""How much fits in one message."""

from collections.abc import Sequence
from typing import Final

from handlers.views.blocks import Block
from handlers.views.escape import size

BLOCKS_MOST: Final = 50
"""https://docs.slack.dev/reference/block-kit/blocks"""

WORDS_MOST: Final = 10_000
"""Characters in all blocks of a message. Slack answers msg_blocks_too_long somewhere past 11,000 and does not say how
it counts: https://github.com/slackapi/bolt-js/issues/2867"""


def fitted(groups: Sequence[list[Block]], beside: Sequence[Block], most: int = BLOCKS_MOST) -> tuple[list[Block], int]:
    """The blocks of as many whole groups as fit with what stands beside them, and how many groups are left."""
    shown: list[Block] = []
    blocks, words = most - 1 - len(beside), WORDS_MOST - _words(beside)
    for n, group in enumerate(groups):
        blocks, words = blocks - len(group), words - _words(group)
        if min(blocks, words) < 0:
            return shown, len(groups) - n
        shown += group
    return shown, 0


def _words(thing: Block | Sequence[Block]) -> int:
    """The characters of every text within."""
    if isinstance(thing, dict):
        text = thing.get("text")
        here = size(text) if isinstance(text, str) else 0
        return here + sum(_words(each) for each in thing.values() if isinstance(each, dict | list))
    return sum(_words(each) for each in thing if isinstance(each, dict | list))
