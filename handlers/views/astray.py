"""The answer to words meant for a person: whom they did not reach, and what becomes of them."""

from collections.abc import Iterator

from bot.domain.typed_sayings import Astray
from handlers.views import ids
from handlers.views.blocks import Block, actions, button, named, section
from handlers.views.voice import Voice


def blocks(astray: Astray, voice: Voice) -> list[Block]:
    return named(astray.notice, "kept" if astray.entry else "forgotten", list(_blocks(astray, voice)))


def headline(astray: Astray, voice: Voice) -> str:
    if astray.reader is None:
        return voice.marked("astray.nobody")
    return voice.marked("astray.headline", reader=astray.reader.name)


def _blocks(astray: Astray, voice: Voice) -> Iterator[Block]:
    yield section(*_who(astray, voice))
    if astray.entry is None:
        yield section(voice.marked("astray.forgotten"))
        return
    yield section(voice.marked("astray.kept"), voice.marked("astray.checkin"))
    yield actions(button(ids.TYPED_NOT_AN_ANSWER, voice.plain("astray.forget"), astray.entry))


def _who(astray: Astray, voice: Voice) -> Iterator[str]:
    if astray.reader is None:
        yield voice.marked("astray.nobody")
    else:
        yield voice.marked("astray.reader", reader=astray.reader.name, mention=astray.reader)
    if astray.outside_contact.strip():
        yield voice.marked("concern.outside", contact=astray.outside_contact)
