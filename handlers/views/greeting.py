"""The first word: why the bot writes, what it keeps, who sees it."""

from collections.abc import Iterator

from bot.domain.member import Consent
from bot.domain.sayings import FirstWord
from handlers.views import ids
from handlers.views.blocks import Block, actions, button, confirm, context, named, section
from handlers.views.hours import change_hours, own_lines
from handlers.views.voice import Voice


def blocks(first: FirstWord, voice: Voice) -> list[Block]:
    return named(first.notice, str(first.consent), list(_blocks(first, voice)))


def headline(first: FirstWord, voice: Voice) -> str:
    return voice.marked("greeting.headline", name=first.name)


def _blocks(first: FirstWord, voice: Voice) -> Iterator[Block]:
    coordinators = voice.coordinators(first.coordinators)
    if first.consent is Consent.REFUSED:
        yield section(voice.marked("greeting.refused", coordinators=coordinators))
        return
    peers = "peers." if first.peers else ""
    yield section(
        voice.marked(
            f"greeting.{peers}hello",
            name=first.name,
            programme=voice.programme(first.programme),
            coordinators=coordinators,
        )
    )
    yield section(
        voice.marked(f"greeting.{peers}what"),
        voice.marked(f"greeting.{peers}keeps"),
        voice.marked(f"greeting.{peers}never"),
    )
    yield section(voice.marked(f"greeting.{peers}sees", coordinators=coordinators))
    yield section(*own_lines(first.hours, voice, paired=not first.peers), accessory=change_hours(voice))
    if first.consent is Consent.GIVEN:
        yield context(voice.marked("greeting.given"))
    else:
        yield actions(button(ids.CONSENT_OK, voice.plain("greeting.ok"), "ok", style="primary"), _refuse(first, voice))
        yield context(voice.marked(f"greeting.{peers}silence"))


def _refuse(first: FirstWord, voice: Voice) -> Block:
    label = voice.plain("not_for_me")
    text = voice.plain(
        "greeting.sure", programme=voice.programme(first.programme), coordinators=voice.coordinators(first.coordinators)
    )
    sure = confirm(title=voice.plain("greeting.sure_title"), text=text, yes=label, no=voice.plain("form.back"))
    return button(ids.CONSENT_NOT_FOR_ME, label, "no", confirm=sure)
