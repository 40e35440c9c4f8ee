"""`/rapport`: what is mine, what is next."""

from collections.abc import Iterator

from bot.domain.member import Consent
from bot.domain.pairing import PairingState
from bot.domain.showings import MyPairing, Overview
from handlers.views import gatherings, ids
from handlers.views.blocks import Block, Rendered, actions, button, context, section
from handlers.views.hours import change_hours, own_lines
from handlers.views.pause import resume_button
from handlers.views.room import fitted
from handlers.views.voice import Voice


def answer(overview: Overview, voice: Voice) -> Rendered:
    rows = [[_row(pairing, voice)] for pairing in overview.pairings]
    first = lead(overview, voice)
    end = [*gatherings.mine(overview.gatherings, voice), *_end(overview, voice)]
    shown, left = fitted(rows, beside=[*first, *end])
    more = [context(voice.marked_of("overview.more", left))] if left else []
    return Rendered(text=voice.marked("overview.headline"), blocks=[*first, *shown, *more, *end])


def lead(overview: Overview, voice: Voice) -> list[Block]:
    """Of somebody who is in no pair, but in a group, there is nothing to say of pairs."""
    if overview.consent is Consent.REFUSED:
        return [section(voice.marked("overview.refused"))]
    if overview.pairings:
        return [section(voice.marked_of("overview.lead", len(overview.pairings)))]
    if not overview.gatherings:
        return [section(voice.marked("overview.none"))]
    if overview.away_until is not None:
        return [section(voice.marked("gathering.away", day=overview.away_until))]
    return []


def row(pairing: MyPairing, voice: Voice) -> Block:
    return section(*_lines(pairing, voice))


def _row(pairing: MyPairing, voice: Voice) -> Block:
    if pairing.open_prompt is None:
        return row(pairing, voice)
    answer_now = button(ids.OPEN_CHECKIN, voice.plain("overview.answer"), pairing.open_prompt, style="primary")
    return section(*_lines(pairing, voice), accessory=answer_now)


def _lines(pairing: MyPairing, voice: Voice) -> Iterator[str]:
    yield voice.marked("overview.pairing", partners=pairing.partners)
    yield voice.marked(f"overview.as_{pairing.role}")
    if pairing.focus.strip():
        yield voice.marked("introduction.focus", focus=pairing.focus)
    if pairing.state not in (PairingState.INTRODUCED, PairingState.ACTIVE, PairingState.PAUSED):
        yield voice.marked(f"overview.state.{pairing.state}")
        return
    if pairing.rhythm is not None:
        yield voice.marked("overview.rhythm", rhythm=voice.plain(f"rhythm.{pairing.rhythm}"))
    yield from _next(pairing, voice)


def _next(pairing: MyPairing, voice: Voice) -> Iterator[str]:
    partners = pairing.partners
    if pairing.paused_until is not None:
        yield voice.marked("overview.paused", day=pairing.paused_until)
    if pairing.partner_paused_until is not None:
        yield voice.marked_of("partner.paused", len(partners), partners=partners, day=pairing.partner_paused_until)
    if pairing.open_prompt is not None:
        yield voice.marked("overview.open")
        if pairing.closes_on is not None:
            yield voice.marked("checkin.open_until", day=pairing.closes_on)
    elif pairing.next_on is not None and pairing.paused_until is None:
        yield voice.marked("overview.next", moment=pairing.next_on)


def is_paused(overview: Overview) -> bool:
    away = overview.away_until is not None and bool(overview.gatherings)
    return away or any(pairing.paused_until for pairing in overview.pairings)


def _end(overview: Overview, voice: Voice) -> Iterator[Block]:
    if overview.hours is not None:
        paired = bool(overview.pairings) or not overview.gatherings
        yield section(*own_lines(overview.hours, voice, paired=paired), accessory=change_hours(voice))
    if is_paused(overview):
        yield actions(resume_button(voice))
    if overview.coordinates:
        yield section(voice.marked("overview.coordinates", programmes=overview.coordinates))
    yield context(voice.marked("overview.help"))
