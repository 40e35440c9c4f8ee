"""Asking for help: the form, what came of it, where it stands, and the words behind [Read]."""

from collections.abc import Iterator

from bot.domain.case import Urgency
from bot.domain.case_sayings import ConcernStands, Standing
from bot.domain.case_showings import ConcernForm, ConcernRead, ConcernSent
from bot.domain.ids import PairingId
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    actions,
    asking,
    button,
    context,
    named,
    one_of,
    option,
    quoted,
    radios,
    section,
    some_of,
    text_input,
)
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice


def blocks(stands: ConcernStands, voice: Voice) -> list[Block]:
    """In the author's own DM."""
    assert stands.notice is not None
    lines = [section(*standing(stands, voice)), context(voice.marked("concern.only_you"))]
    return named(stands.notice, str(stands.standing), lines)


def headline(voice: Voice) -> str:
    """Says nothing of help: a notification can be read over a shoulder."""
    return voice.marked("concern.headline")


def standing(stands: ConcernStands, voice: Voice) -> Iterator[str]:
    """Where it stands; while nobody has taken it, by when somebody should, and whom else one can turn to."""
    yield voice.marked(f"concern.stands.{stands.standing}", reader=stands.reader, readers=stands.readers or [""])
    if stands.expected_on is not None:
        yield voice.marked("concern.expected", day=stands.expected_on)
    if stands.standing is Standing.NOBODY:
        yield from _what_now(stands, voice)
    if stands.outside_contact.strip() and stands.standing is not Standing.RESOLVED:
        yield voice.marked("concern.outside", contact=stands.outside_contact)


def _what_now(stands: ConcernStands, voice: Voice) -> Iterator[str]:
    if stands.others:
        yield voice.marked("concern.others", others=stands.others)
    elif not stands.outside_contact.strip():
        yield voice.marked("concern.no_outside")


def help_button(voice: Voice) -> Block:
    return button(ids.CONCERN_OPEN, voice.plain("concern.open"), ids.ALL)


def help_button_in(pairing: PairingId, voice: Voice) -> Block:
    """With the pairing chosen."""
    return button(ids.CONCERN_ABOUT, voice.plain("concern.open"), pairing)


def modal(asked: ConcernForm, voice: Voice) -> Block:
    if not asked.readers:
        return closing(voice, title="concern.title", blocks=[section(*_nobody(asked, voice))])
    return form(
        voice,
        callback_id=ids.CONCERN_FORM,
        title="concern.title",
        submit="concern.submit",
        metadata="",
        blocks=list(_form(asked, voice)),
    )


def sent(done: ConcernSent, voice: Voice) -> Block:
    return closing(voice, title="concern.title", blocks=[section(*_sent(done, voice))])


def read(opened: ConcernRead, voice: Voice) -> Block:
    """The only place where the words are shown to a reader."""
    lead = voice.marked("concern.lead", author=opened.author, day=opened.on, about=opened.about)
    return closing(
        voice,
        title="concern.title_read",
        blocks=[
            section(lead, voice.marked(f"concern.asked.{opened.urgency}")),
            quoted(voice.plain("concern.words"), opened.text),
            section(voice.marked("concern.next", author=opened.author)),
            actions(
                button(ids.CASE_MESSAGE, voice.plain("concern.message", author=opened.author), opened.case),
                button(ids.CASE_TAKE, voice.plain("case.take"), opened.case),
            ),
            context(voice.marked("concern.private", author=opened.author)),
        ],
    )


def _nobody(asked: ConcernForm, voice: Voice) -> Iterator[str]:
    yield voice.marked("concern.no_reader")
    if asked.outside_contact.strip():
        yield voice.marked("concern.outside", contact=asked.outside_contact)
    else:
        yield voice.marked("concern.no_outside")


def _form(asked: ConcernForm, voice: Voice) -> Iterator[Block]:
    yield section(voice.marked("concern.what"))
    about = [option(voice.plain("names", names=choice.partners), choice.pairing) for choice in asked.pairings]
    yield asking(
        ids.WHICH,
        voice.plain("concern.about"),
        one_of(ids.WHICH, about, asked.chosen),
        hint=voice.plain("concern.about_never"),
    )
    readers = [option(voice.plain("names", names=[each.name]), each.id) for each in asked.readers]
    ticked = [each.id for each in asked.readers] if len(asked.readers) == 1 else []
    yield asking(
        ids.READERS,
        voice.plain("concern.readers"),
        some_of(ids.READERS, readers, ticked),
        hint=voice.plain("concern.readers_hint"),
    )
    urgencies = [option(voice.plain(f"concern.urgency.{each}"), each) for each in Urgency]
    yield asking(
        ids.URGENCY,
        voice.plain("concern.urgency"),
        radios(ids.URGENCY, urgencies, Urgency.SOON),
        hint=voice.plain("concern.urgency_hint"),
    )
    yield asking(ids.CONCERN, voice.plain("concern.text"), text_input(""), hint=voice.plain("concern.text_hint"))
    if asked.outside_contact.strip():
        yield context(voice.marked("concern.outside", contact=asked.outside_contact))


def _sent(done: ConcernSent, voice: Voice) -> Iterator[str]:
    yield voice.marked("concern.sent_to", readers=done.readers)
    if not done.first:
        yield voice.marked("concern.no_reader_now")
    else:
        yield voice.marked("concern.told_now" if done.at_once else "concern.told_later", reader=done.first)
    yield voice.marked("concern.follow")
    if done.outside_contact.strip():
        yield voice.marked("concern.outside", contact=done.outside_contact)
