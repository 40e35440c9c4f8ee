"""The short modal of a check-in, and what it says when it is saved."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.showings import FormField, PickCheckin, Saved, UpdateForm
from bot.domain.typed_sayings import Choice
from handlers.views import ids
from handlers.views.blocks import (
    TEXT_MOST,
    Block,
    Rendered,
    asking,
    buttons,
    checkboxes,
    context,
    option,
    radios,
    rows_of,
    section,
    select,
    text_input,
)
from handlers.views.escape import size
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice

TYPED_MOST: Final = 20
"""Texts typed in Slack that one form holds, the latest: it holds 100 blocks in all."""

QUIET: Final = frozenset({"wellbeing", "support"})
"""Questions that are nobody's business unless the person says so; nobody watches them out of hours."""


def modal(update: UpdateForm, voice: Voice) -> Block:
    return form(
        voice,
        callback_id=ids.UPDATE_FORM,
        title="update.title",
        submit="form.save",
        metadata=str(update.prompt),
        blocks=list(_blocks(update, voice)),
    )


def saved(saved: Saved, voice: Voice) -> Rendered:
    lines = list(_saved_lines(saved, voice))
    return Rendered(text=lines[0], blocks=[section(*lines)])


def saved_modal(done: Saved, voice: Voice) -> Block:
    return closing(voice, title="update.saved_title", blocks=saved(done, voice).blocks)


def pick(picking: PickCheckin, voice: Voice) -> Rendered:
    lead = voice.marked("checkin.pick")
    return Rendered(text=lead, blocks=[section(lead), *pairing_buttons(ids.CHECKIN_PICK, picking.pairings, voice)])


def pairing_buttons(action_id: str, choices: tuple[Choice, ...], voice: Voice, before: str = "") -> list[Block]:
    named = [(voice.plain("names", names=choice.partners), f"{before}{choice.pairing}") for choice in choices]
    return rows_of(buttons(action_id, named))


def label_of(about: About, question: str, voice: Voice) -> str:
    """What a text is about; a question that is not in our catalogue is in the programme's own words."""
    if about is not About.QUESTION or not question:
        return voice.plain(f"about.{about}")
    if voice.texts.knows(f"question.{question}"):
        return voice.plain(f"question.{question}")
    return voice.plain("names", names=[question])


def _blocks(update: UpdateForm, voice: Voice) -> Iterator[Block]:
    partners = [partner.name for partner in update.partners]
    coordinator = voice.coordinator(update.coordinator)
    lead = [voice.marked("update.lead", partners=partners)]
    if update.closed:
        lead.append(voice.marked("update.late"))
    yield section(*lead)
    yield _outcome(update, partners, coordinator, voice)
    yield _goal(update, partners, coordinator, voice)
    for field in _fields(update):
        yield from _text(field, update, voice)
    yield from _typed(update, voice)
    if len(update.partners) > 1:
        yield readers(update, voice)
    yield context(voice.marked("exported.form"))


def _outcome(update: UpdateForm, partners: list[str], coordinator: str, voice: Voice) -> Block:
    outcomes = [option(voice.plain(f"answer.{outcome}"), outcome) for outcome in Outcome]
    return asking(
        ids.OUTCOME,
        voice.plain_of("update.ask_met", len(partners), partners=partners),
        radios(ids.OUTCOME, outcomes, update.outcome),
        hint=voice.plain("goal.seen", partners=partners, coordinator=coordinator),
        optional=True,
    )


def _goal(update: UpdateForm, partners: list[str], coordinator: str, voice: Voice) -> Block:
    goals = [option(voice.plain(f"goal.{goal}"), goal) for goal in Goal]
    return asking(
        ids.GOAL,
        voice.plain("goal.ask"),
        radios(ids.GOAL, goals, update.goal),
        hint=voice.plain("goal.seen", partners=partners, coordinator=coordinator),
        optional=True,
    )


def _fields(update: UpdateForm) -> Iterator[FormField]:
    """Every text of the form: what was written before, else empty and for its author only."""
    written = {field.about: field for field in update.fields}
    offered = [About.MOVED, About.NEXT, About.IN_THE_WAY]
    if update.question or About.QUESTION in written:
        offered.append(About.QUESTION)
    for about in offered:
        yield written.get(about) or FormField(about=about, text="", audience=Audience.ONLY_ME)
    empty = FormField(about=About.PRIVATE_LINE, text="", audience=Audience.COORDINATOR)
    yield written.get(About.PRIVATE_LINE, empty)


def _typed(update: UpdateForm, voice: Voice) -> Iterator[Block]:
    """What was typed in Slack; of what is too long for a form only the readers."""
    typed = [field for field in update.fields if field.about is About.TYPED]
    yield from left_out(typed, voice)
    for field in typed[-TYPED_MOST:]:
        assert field.entry is not None
        label = label_of_field(field, update, voice)
        fits = size(field.text) <= TEXT_MOST
        if fits:
            yield asking(
                ids.text_of(field.entry), label, text_input(field.text), hint=voice.plain("update.typed"), optional=True
            )
        else:
            yield section(voice.marked("update.typed_long", about=label))
        yield asking(
            ids.audience_of(field.entry),
            voice.plain("audience.ask"),
            select(ids.AUDIENCE, audiences(update, voice), chosen=field.audience),
        )


def left_out(fields: Sequence[FormField], voice: Voice) -> Iterator[Block]:
    """That a form does not hold the earliest of them."""
    if len(fields) > TYPED_MOST:
        yield context(voice.marked_of("update.left_out", len(fields) - TYPED_MOST))


def label_of_field(field: FormField, update: UpdateForm, voice: Voice) -> str:
    if field.nth:
        return voice.plain("about.typed_nth", n=field.nth)
    return label_of(field.about, update.question, voice)


def _text(field: FormField, update: UpdateForm, voice: Voice) -> Iterator[Block]:
    yield asking(
        ids.text_block(field.about),
        label_of_field(field, update, voice),
        text_input(field.text),
        hint=_hint(field.about, update, voice),
        optional=True,
    )
    if field.about is not About.PRIVATE_LINE:
        yield asking(
            ids.audience_block(field.about),
            voice.plain("audience.ask"),
            select(ids.AUDIENCE, audiences(update, voice), chosen=field.audience),
        )


def _hint(about: About, update: UpdateForm, voice: Voice) -> str:
    if about is About.PRIVATE_LINE:
        return voice.plain("update.private_line", coordinator=voice.coordinator(update.coordinator))
    if about is About.QUESTION and update.question in QUIET:
        return voice.plain("update.quiet_question")
    return ""


def audiences(update: UpdateForm, voice: Voice) -> list[Block]:
    coordinator = voice.coordinator(update.coordinator)
    partners = [partner.name for partner in update.partners]
    ticked = "audience.partner" if len(partners) == 1 else "audience.ticked"
    return [
        option(voice.plain("audience.only_me"), Audience.ONLY_ME),
        option(voice.plain(ticked, partners=partners), Audience.PARTNER),
        option(voice.plain("audience.coordinator", coordinator=coordinator), Audience.COORDINATOR),
    ]


def readers(update: UpdateForm, voice: Voice) -> Block:
    mentors = [option(voice.plain("names", names=[each.name]), each.id) for each in update.partners]
    return asking(
        ids.READERS,
        voice.plain("update.readers"),
        checkboxes(ids.READERS, mentors, update.readers),
        hint=voice.plain("update.readers_hint"),
        optional=True,
    )


def _saved_lines(saved: Saved, voice: Voice) -> Iterator[str]:
    coordinator = voice.coordinator(saved.coordinator)
    yield voice.marked("saved.lead", partners=saved.partners)
    if saved.outcome is not None:
        yield voice.marked(f"update.{saved.outcome}")
    if saved.shared:
        yield voice.marked_of("saved.shared", saved.shared, partners=saved.readers)
        yield voice.marked("saved.shown_late" if saved.late else "receipt.shown_at_close")
    if saved.to_coordinator:
        yield voice.marked_of("saved.to_coordinator", saved.to_coordinator, coordinator=coordinator)
    if saved.private:
        yield voice.marked_of("saved.private", saved.private)
    if saved.may_have_read:
        yield voice.marked("saved.may_have_read", partners=saved.may_have_read)
