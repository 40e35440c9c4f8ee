"""The answer to words typed in Slack: whose they are about, and who may read them. The words are never repeated."""

from collections.abc import Iterator

from bot.domain.checkin import Audience
from bot.domain.typed_sayings import Typed
from handlers.views import ids
from handlers.views.blocks import Block, actions, button, buttons, confirm, context, named, rows_of, section
from handlers.views.checkin import ANSWERS, receipt_buttons
from handlers.views.checkin_form import pairing_buttons
from handlers.views.voice import Voice


def blocks(typed: Typed, voice: Voice) -> list[Block]:
    return named(typed.notice, _state(typed), list(_blocks(typed, voice)))


def headline(typed: Typed, voice: Voice) -> str:
    if typed.unkept is not None:
        return voice.marked(f"typed.{typed.unkept}")
    if not typed.partners:
        return voice.marked("typed.which")
    return voice.marked("typed.headline")


def _blocks(typed: Typed, voice: Voice) -> Iterator[Block]:
    if typed.unkept is not None:
        yield section(headline(typed, voice))
    elif not typed.partners:
        yield section(voice.marked("typed.which"))
        yield from pairing_buttons(ids.TYPED_PICK, typed.choices, voice, before=f"{typed.entry}:")
        yield actions(_not_an_answer(typed, voice))
        yield context(voice.marked("exported"))
    else:
        yield section(*_said(typed, voice))
        yield from rows_of(list(_audiences(typed, voice)))
        if typed.prompt is not None:
            yield actions(*receipt_buttons(typed.prompt, voice))
        yield from _meeting(typed, voice)
        yield context(voice.marked("exported"))


def _said(typed: Typed, voice: Voice) -> Iterator[str]:
    partners = [partner.name for partner in typed.partners]
    readers = [partner.name for partner in typed.partners if partner.id in typed.readers] or partners
    shown = [partner.name for partner in typed.partners if partner.id in typed.shown]
    coordinator = voice.coordinator(typed.coordinator)
    yield voice.marked(f"typed.for.{typed.audience}", partners=partners, readers=readers, coordinator=coordinator)
    if typed.audience is not Audience.PARTNER:
        if shown:
            yield voice.marked("typed.may_have_read", partners=shown)
        return
    if shown:
        yield voice.marked("typed.released", readers=shown)
    if set(typed.readers) <= set(typed.shown):
        return
    if typed.shown_on is not None:
        yield voice.marked("typed.shown_on", day=typed.shown_on)
    else:
        yield voice.marked("typed.shown_next_morning")


def _audiences(typed: Typed, voice: Voice) -> Iterator[Block]:
    yield from _shares(typed, voice)
    yield from _take_backs(typed, voice)
    if typed.audience is not Audience.COORDINATOR:
        label = voice.plain("audience.coordinator", coordinator=voice.coordinator(typed.coordinator))
        yield button(ids.TYPED_COORDINATOR, label, typed.entry)
    yield button(ids.TYPED_ONLY_ME, voice.plain("audience.only_me"), typed.entry)
    yield _not_an_answer(typed, voice)


def _shares(typed: Typed, voice: Voice) -> list[Block]:
    shared = typed.audience is Audience.PARTNER
    offers: list[tuple[str, object]] = [
        (voice.plain("typed.share", partner=partner.name), f"{typed.entry}:{partner.id}")
        for partner in typed.partners
        if not (shared and partner.id in typed.readers)
    ]
    if len(offers) > 1:
        offers.append((voice.plain("typed.share_all"), f"{typed.entry}:{ids.ALL}"))
    return buttons(ids.TYPED_SHARE, offers)


def _take_backs(typed: Typed, voice: Voice) -> Iterator[Block]:
    """In a team; of one partner *Only me* takes it back."""
    readers = [partner for partner in typed.partners if partner.id in typed.readers]
    if typed.audience is not Audience.PARTNER or len(typed.partners) == 1:
        return
    for n, reader in enumerate(readers):
        label = voice.plain("typed.take_back", partner=reader.name)
        read = voice.plain("typed.take_back_read", partner=reader.name)
        sure = confirm(title=voice.plain("typed.take_back_title"), text=read, yes=label, no=voice.plain("form.back"))
        more = {"confirm": sure} if reader.id in typed.shown else {}
        yield button(ids.several(ids.TYPED_UNSHARE, n), label, f"{typed.entry}:{reader.id}", **more)


def _not_an_answer(typed: Typed, voice: Voice) -> Block:
    return button(ids.TYPED_NOT_AN_ANSWER, voice.plain("typed.not_an_answer_button"), typed.entry)


def _meeting(typed: Typed, voice: Voice) -> Iterator[Block]:
    """The words may have come without the one click; it is still asked for."""
    if typed.prompt is None or typed.outcome is not None:
        return
    partners = [partner.name for partner in typed.partners]
    yield section(voice.marked_of("typed.met", len(partners), partners=partners))
    yield actions(
        *(button(action_id, voice.plain(f"answer.{outcome}"), typed.prompt) for outcome, action_id in ANSWERS.items())
    )


def _state(typed: Typed) -> str:
    readers = "".join(str(n) for n, partner in enumerate(typed.partners) if partner.id in typed.readers)
    stage = "dropped" if typed.unkept else "kept"
    parts = (
        stage,
        len(typed.partners),
        typed.audience,
        readers,
        "".join(str(n) for n, partner in enumerate(typed.partners) if partner.id in typed.shown) and "released",
        typed.outcome or "",
        typed.shown_on or "",
    )
    return "-".join(str(part) for part in parts if part != "")
