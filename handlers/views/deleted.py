"""After somebody deleted their message: shall what was kept of it be forgotten too?"""

from collections.abc import Iterator

from bot.domain.typed_sayings import Deleted
from handlers.views import ids
from handlers.views.blocks import Block, actions, button, named, section
from handlers.views.voice import Voice


def blocks(deleted: Deleted, voice: Voice) -> list[Block]:
    state = "asks" if deleted.asks and deleted.entry else "kept" if deleted.entry else "forgotten"
    return named(deleted.notice, state, list(_blocks(deleted, voice)))


def headline(deleted: Deleted, voice: Voice) -> str:
    if deleted.entry is None:
        return voice.marked("deleted.forgotten")
    return voice.marked("deleted.asks" if deleted.asks else "deleted.kept")


def _blocks(deleted: Deleted, voice: Voice) -> Iterator[Block]:
    yield section(headline(deleted, voice))
    if deleted.entry is not None and deleted.asks:
        yield actions(
            button(ids.TYPED_NOT_AN_ANSWER, voice.plain("deleted.forget_button"), deleted.entry),
            button(ids.TYPED_KEEP, voice.plain("deleted.keep_button"), deleted.entry),
        )
