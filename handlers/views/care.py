"""[Message them]: the form with a draft, what it did, and how the words reach a member."""

from bot.domain.case_sayings import Care
from bot.domain.case_showings import CareForm, CareSent
from handlers.views import ids
from handlers.views.blocks import Block, asking, context, named, option, quoted, section, some_of, text_input
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice


def blocks(care: Care, voice: Voice) -> list[Block]:
    lead = voice.marked("care.lead", sender=voice.coordinator(care.sender.name), programme=care.programme)
    words = [
        section(lead),
        quoted(voice.plain("care.words"), care.text),
        context(voice.marked("care.answer", sender=care.sender)),
    ]
    return named(care.notice, "said", words)


def headline(care: Care, voice: Voice) -> str:
    """Neither the words nor what they are about: a notification can be read over a shoulder."""
    return voice.marked("care.headline", sender=voice.coordinator(care.sender.name))


def modal(asked: CareForm, voice: Voice) -> Block:
    people = [option(voice.plain("names", names=[each.name]), each.id) for each in asked.people]
    draft = voice.plain(f"care.draft.{asked.rule}")
    return form(
        voice,
        callback_id=ids.CARE_FORM,
        title="care.title",
        submit="care.submit",
        metadata=str(asked.case),
        blocks=[
            section(voice.marked("care.about", code=asked.code)),
            asking(
                ids.PEOPLE, voice.plain("care.people"), some_of(ids.PEOPLE, people, [each.id for each in asked.people])
            ),
            asking(ids.CARE_TEXT, voice.plain("care.text"), text_input(draft), hint=voice.plain("care.seen")),
            context(voice.marked("care.alone" if asked.private else "care.each"), voice.marked("exported.sent")),
        ],
    )


def sent(done: CareSent, voice: Voice) -> Block:
    lines = (voice.marked("care.sent", people=done.people), voice.marked("care.when"))
    return closing(voice, title="care.title", blocks=[section(*lines)])
