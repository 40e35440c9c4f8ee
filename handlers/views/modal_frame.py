"""The frame of a modal: one that asks, and one that says what was done.

https://docs.slack.dev/reference/views/modal-views
"""

from handlers.views.blocks import TITLE_MOST, Block, plain
from handlers.views.voice import Voice


def form(voice: Voice, *, callback_id: str, title: str, submit: str, metadata: str, blocks: list[Block]) -> Block:
    """`title` and `submit` are keys of the texts."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "private_metadata": metadata,
        "title": plain(voice.plain(title), TITLE_MOST),
        "submit": plain(voice.plain(submit), TITLE_MOST),
        "close": plain(voice.plain("form.cancel"), TITLE_MOST),
        "blocks": blocks,
    }


def closing(voice: Voice, *, title: str, blocks: list[Block]) -> Block:
    return {
        "type": "modal",
        "title": plain(voice.plain(title), TITLE_MOST),
        "close": plain(voice.plain("form.close"), TITLE_MOST),
        "blocks": blocks,
    }
