"""Words for a coordinator alone: told of without a name, read in a modal."""

from bot.domain.case_sayings import PrivateLine
from bot.domain.showings import LineForm, LineRead
from handlers.views import ids
from handlers.views.blocks import Block, actions, asking, button, context, named, quoted, section, text_input
from handlers.views.checkin_form import label_of
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice


def blocks(line: PrivateLine, voice: Voice) -> list[Block]:
    if not line.waiting:
        return named(line.notice, "back", [section(voice.marked("line.taken_back", programme=line.programme))])
    waiting = [
        section(headline(line, voice)),
        actions(button(ids.LINE_READ, voice.plain("line.read"), line.entry, style="primary")),
        context(voice.marked("line.recorded")),
    ]
    return named(line.notice, "waiting", waiting)


def headline(line: PrivateLine, voice: Voice) -> str:
    key = "line.waiting" if line.waiting else "line.taken_back"
    return voice.marked(key, programme=line.programme)


def modal(line: LineRead, voice: Voice) -> Block:
    words = [
        section(voice.marked("line.lead", author=line.author)),
        quoted(label_of(line.about, line.question, voice), line.text),
        actions(button(ids.LINE_MESSAGE, voice.plain("concern.message", author=line.author), line.entry)),
        context(voice.marked("line.private", author=line.author)),
    ]
    return closing(voice, title="line.title", blocks=words)


def answering(asked: LineForm, voice: Voice) -> Block:
    written = text_input(voice.plain("care.draft.concern"))
    return form(
        voice,
        callback_id=ids.LINE_FORM,
        title="line.title",
        submit="care.submit",
        metadata=str(asked.entry),
        blocks=[
            section(voice.marked("line.to", author=asked.author)),
            asking(ids.CARE_TEXT, voice.plain("care.text"), written, hint=voice.plain("care.seen")),
            context(voice.marked("exported.sent")),
        ],
    )
