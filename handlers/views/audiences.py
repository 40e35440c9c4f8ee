"""[Change who sees this]: the texts of an answer with their readers, and what can be changed of neither."""

from collections.abc import Iterator, Sequence

from bot.domain.checkin import About
from bot.domain.showings import AudienceForm, FormField, UpdateForm
from handlers.views import ids
from handlers.views.blocks import Block, asking, section, select
from handlers.views.checkin_form import TYPED_MOST, audiences, label_of_field, left_out, readers
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice


def modal(asked: AudienceForm, voice: Voice) -> Block:
    answer = asked.answer
    there = [field for field in answer.fields if field.entry is not None]
    movable = [field for field in there if field.about is not About.PRIVATE_LINE]
    blocks = [section(*_fixed(answer, there, voice)), *_fields(answer, movable, voice)]
    if not movable:
        return closing(voice, title="audiences.title", blocks=blocks)
    return form(
        voice,
        callback_id=ids.AUDIENCE_FORM,
        title="audiences.title",
        submit="form.save",
        metadata=str(answer.prompt),
        blocks=blocks,
    )


def _fixed(answer: UpdateForm, there: Sequence[FormField], voice: Voice) -> Iterator[str]:
    """Who sees what nobody can choose readers for."""
    partners = [partner.name for partner in answer.partners]
    coordinator = voice.coordinator(answer.coordinator)
    yield voice.marked_of("receipt.click", len(partners), partners=partners, coordinator=coordinator)
    if any(field.about is About.PRIVATE_LINE for field in there):
        about = voice.plain("about.private_line")
        yield voice.marked("kept.coordinator", about=about, readers=[""], coordinator=coordinator)
    if not there:
        yield voice.marked("audiences.no_words")


def _fields(answer: UpdateForm, movable: Sequence[FormField], voice: Voice) -> Iterator[Block]:
    yield from left_out(movable, voice)
    for field in movable[-TYPED_MOST:]:
        assert field.entry is not None
        label = voice.plain("audiences.of", about=label_of_field(field, answer, voice))
        element = select(ids.AUDIENCE, audiences(answer, voice), chosen=field.audience)
        yield asking(ids.audience_of(field.entry), label, element)
    if movable and len(answer.partners) > 1:
        yield readers(answer, voice)
