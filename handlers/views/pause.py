"""Pausing and coming back: the form, the question which pairing, and what was done."""

from collections.abc import Iterator

from bot.domain.showings import PauseAsks, Paused, PauseForm, Resumed
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    Rendered,
    actions,
    asking,
    button,
    buttons,
    context,
    one_of,
    option,
    rows_of,
    section,
)
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice


def answer(showing: Paused | PauseAsks | Resumed, voice: Voice) -> Rendered:
    match showing:
        case Paused():
            return _paused(showing, voice)
        case PauseAsks():
            return _which(showing, voice)
        case Resumed():
            return _resumed(showing, voice)


def modal(asked: PauseForm, voice: Voice) -> Block:
    picker: Block = {"type": "datepicker", "action_id": ids.UNTIL, "initial_date": asked.until.isoformat()}
    limits = voice.plain(
        "pause.limits", earliest=voice.texts.full_day(asked.earliest), latest=voice.texts.full_day(asked.latest)
    )
    which = one_of(ids.WHICH, list(_choices(asked, voice)), asked.chosen or ids.ALL)
    for_which = [asking(ids.WHICH, voice.plain("pause.which"), which)] if asked.pairings else []
    notes = [voice.marked("pause.seen")] if asked.pairings else []
    notes += [voice.marked("pause.coordinates")] if asked.coordinates else []
    return form(
        voice,
        callback_id=ids.PAUSE_FORM,
        title="pause.title",
        submit="pause.submit",
        metadata="",
        blocks=[
            section(voice.marked("pause.lead")),
            asking(ids.UNTIL, voice.plain("pause.until"), picker, hint=limits),
            *for_which,
            *([context(*notes)] if notes else []),
        ],
    )


def paused_modal(done: Paused, voice: Voice) -> Block:
    return closing(voice, title="pause.title", blocks=[section(*_paused_lines(done, voice))])


def resumed_modal(done: Resumed, voice: Voice) -> Block:
    return closing(voice, title="pause.title", blocks=_resumed(done, voice).blocks)


def pause_button(voice: Voice) -> Block:
    return button(ids.PAUSE_OPEN, voice.plain("menu.pause"), ids.ALL)


def resume_button(voice: Voice) -> Block:
    return button(ids.RESUME, voice.plain("pause.resume"), ids.ALL)


def _choices(asked: PauseForm, voice: Voice) -> Iterator[Block]:
    yield option(voice.plain("pause.all"), ids.ALL)
    for choice in asked.pairings:
        yield option(voice.plain("pause.with", partners=choice.partners), choice.pairing)


def _paused(done: Paused, voice: Voice) -> Rendered:
    lines = list(_paused_lines(done, voice))
    return Rendered(text=lines[0], blocks=[section(*lines), actions(resume_button(voice))])


def _paused_lines(done: Paused, voice: Voice) -> Iterator[str]:
    if done.partners:
        yield voice.marked("pause.done", partners=done.partners, day=done.until)
    else:
        yield voice.marked("pause.done_all" if done.paired else "pause.done_away", day=done.until)
    if done.covers:
        yield voice.marked_of("pause.covered", len(done.covers), names=done.covers)
    elif done.away:
        yield voice.marked("pause.uncovered")
    if done.paired:
        yield voice.marked("pause.seen")


def _which(asked: PauseAsks, voice: Voice) -> Rendered:
    lead = voice.marked("pause.ask", day=asked.until)
    until = asked.until.isoformat()
    offers: list[tuple[str, object]] = [
        (voice.plain("pause.with", partners=choice.partners), f"{until}:{choice.pairing}") for choice in asked.pairings
    ]
    offers.append((voice.plain("pause.all"), f"{until}:{ids.ALL}"))
    return Rendered(text=lead, blocks=[section(lead), *rows_of(buttons(ids.PAUSE_PICK, offers))])


def _resumed(done: Resumed, voice: Voice) -> Rendered:
    lines = [voice.marked("pause.resumed" if done.was_paused else "pause.was_not")]
    if done.next_on is not None:
        lines.append(voice.marked("pause.next", moment=done.next_on))
    return Rendered(text=lines[0], blocks=[section(*lines)])
